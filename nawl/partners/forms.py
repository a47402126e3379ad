"""Shapes of what is typed about partners."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.errors import NotFound, NotPossible
from nawl.partners.actions import end_agreement, register_organisation, revise_organisation, sign_agreement
from nawl.partners.choices import OrganisationKind
from nawl.partners.models import Agreement, Organisation
from nawl.partners.queries import facilities_to_sign_for, may_sign, organisation_to_engage
from nawl.places.forms.acting import ActingForm, day_field
from nawl.places.models import Facility
from nawl.places.queries import find_facility
from nawl.ui.sentences import sentence

FEW = 16
"""So many facilities are ticked off a list; more are typed, one a line."""
LINES_READ = 200


class OrganisationForm(ActingForm):
    """The particulars of an organisation."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "organisation_name_missing": "name_ar",
        "organisation_name_taken": "name_ar",
        "organisation_code_unfit": "code",
        "organisation_code_taken": "code",
    }

    name_ar = forms.CharField(label=gettext_lazy("Arabic name"), max_length=160)
    name_en = forms.CharField(
        label=gettext_lazy("English name"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=OrganisationKind.choices,
        widget=forms.RadioSelect,
        initial=OrganisationKind.SOCIETY,
    )

    @classmethod
    def of(cls, organisation: Organisation, data: Any = None) -> OrganisationForm:
        """Return the form with what is kept."""
        return cls(data, initial={name: getattr(organisation, name) for name in ("name_ar", "name_en", "kind")})

    def revise(self, organisation: Organisation, *, by: User) -> Organisation | None:
        """Keep the changes; None when a rule stands against them."""
        return self.carry_out(lambda: revise_organisation(organisation, by=by, **self.cleaned_data))


class NewOrganisationForm(OrganisationForm):
    """An organisation that is not kept yet."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("A short one such as SBD; without it the next number is given."),
    )

    def register(self, *, by: User) -> Organisation | None:
        """Register the organisation; None when a rule stands against it."""
        return self.carry_out(lambda: register_organisation(by=by, **self.cleaned_data))


class TickedFacilitiesField(forms.MultipleChoiceField):
    """Facilities ticked off a short list."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, offered: list[Facility], **kwargs: Any) -> None:
        self.offered = {one.code: one for one in offered}
        super().__init__(choices=[(one.code, _ticked(one)) for one in offered], **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the facilities themselves."""
        return [self.offered[code] for code in super().clean(value)]


def _ticked(facility: Facility) -> SafeString:
    return format_html('<span>{} <bdi class="ltr small soft">{}</bdi></span>', facility.name, facility.code)


class TypedFacilitiesField(forms.CharField):
    """Facilities typed one a line, each by its code or its name in any spelling."""

    def __init__(self, by: User, **kwargs: Any) -> None:
        self.by = by
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the facilities, or what is wrong with each line."""
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        found: dict[str, Facility] = {}
        faults: list[str] = []
        for line in lines[:LINES_READ]:
            try:
                facility = find_facility(self.by, line)
                found[facility.code] = facility
            except (NotFound, NotPossible) as error:
                faults.append(sentence(error))
        if faults:
            raise ValidationError(faults)
        return list(found.values())


class AgreementForm(ActingForm):
    """An agreement as it was signed on paper."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "agreement_dates_reversed": "ends_on",
        "agreement_number_missing": "number",
        "agreement_number_taken": "number",
        "agreement_title_missing": "title",
        "facility_operated_already": "facilities",
    }

    organisation = forms.CharField(
        label=gettext_lazy("Partner organisation"),
        max_length=160,
        help_text=gettext_lazy(
            "Its name in any spelling; one that is new to your places, by its code or its whole name."
        ),
    )
    number = forms.CharField(
        label=gettext_lazy("Number"), max_length=40, help_text=gettext_lazy("As it stands on the paper.")
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    starts_on = day_field(gettext_lazy("First day"))
    ends_on = day_field(gettext_lazy("Last day"), required=False, hint=gettext_lazy("Empty when no end is agreed."))

    def __init__(self, by: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["facilities"] = _facilities_field(by, facilities_to_sign_for(by))

    def clean_organisation(self) -> Organisation | None:
        """Find the organisation, or say which are near."""
        try:
            return organisation_to_engage(self.by, self.cleaned_data["organisation"])
        except (NotFound, NotPossible) as error:
            self.add_error("organisation", sentence(error))
            return None

    def sign(self) -> Agreement | None:
        """Record the agreement; None when a rule stands against it."""

        def act() -> Agreement:
            data = dict(self.cleaned_data)
            return sign_agreement(data.pop("organisation"), data.pop("facilities"), by=self.by, **data)

        return self.carry_out(act)


def _facilities_field(by: User, offered: list[Facility]) -> forms.Field:
    label = _("Facilities it operates")
    required = not may_sign(by, ())  # without any it is an agreement of the whole programme
    if offered and len(offered) <= FEW:
        return TickedFacilitiesField(offered, label=label, required=required)
    hint = _("Code or name, one a line; empty when the agreement is for the whole programme.")
    return TypedFacilitiesField(by, label=label, required=required, help_text=hint)


class EndingForm(ActingForm):
    """The last day of an agreement, and why."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "agreement_dates_reversed": "ends_on",
        "agreement_ends_already": "ends_on",
        "agreement_reason_missing": "reason",
    }

    ends_on = day_field(gettext_lazy("Last day"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=240)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"ends_on": today()})
        super().__init__(*args, **kwargs)

    def end(self, agreement: Agreement, *, by: User) -> Agreement | None:
        """End the agreement; None when a rule stands against it."""
        return self.carry_out(lambda: end_agreement(agreement, by=by, **self.cleaned_data))
