"""Forms of a facility: registered, revised, turned to another state; its workshop."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.numbers import to_western_digits
from nawl.places.actions import change_state, open_facility, revise_facility, set_workshop
from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.forms.acting import ActingForm, day_field
from nawl.places.forms.places import SiteField
from nawl.places.models import Facility, FacilityStatus, Workshop
from nawl.places.rules import NEXT_STATES, needs_reason

_OF_PARTICULARS = {
    "facility_name_missing": "name_ar",
    "facility_name_taken": "name_ar",
    "facility_place_too_wide": "area",
    "facility_would_leave": "area",
    "facility_coordinates_half": "longitude",
    "facility_coordinates_off": "latitude",
    "facility_opens_later": "opened_on",
    "facility_opening_missing": "opened_on",
    "facility_opening_after_turn": "opened_on",
    "facility_code_unfit": "code",
    "facility_code_taken": "code",
}


class DegreeField(forms.DecimalField):
    """A latitude or longitude in decimal degrees, typed in any digits."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs call every number whole
        """Read Arabic-Indic digits and the Arabic decimal sign too."""
        if isinstance(value, str):
            value = to_western_digits(value).replace("٫", ".").strip()
        return super().to_python(value)


def _degrees(label: Any, hint: Any) -> DegreeField:
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    return DegreeField(label=label, required=False, max_digits=8, decimal_places=5, widget=widget, help_text=hint)


class FacilityForm(ActingForm):
    """The particulars of a facility."""

    fields_of_codes: ClassVar[dict[str, str]] = _OF_PARTICULARS

    name_ar = forms.CharField(label=_("Arabic name"), max_length=160)
    name_en = forms.CharField(
        label=_("English name"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    area = SiteField(
        label=_("Place"),
        max_length=160,
        help_text=_("Village, subdistrict or district, in any spelling; after a comma what it lies in."),
    )
    latitude = _degrees(_("Latitude"), _("Decimal degrees, such as 34.8209"))
    longitude = _degrees(_("Longitude"), _("Decimal degrees, such as 36.1173"))
    opened_on = day_field(_("Opened on"), required=False, hint=_("Empty only for a planned one."))

    @classmethod
    def of(cls, facility: Facility, data: Any = None) -> FacilityForm:
        """Return the form with what is kept."""
        names = ("name_ar", "name_en", "area", "latitude", "longitude", "opened_on")
        return cls(data, initial={name: getattr(facility, name) for name in names})

    def revise(self, facility: Facility, *, by: User) -> Facility | None:
        """Keep the changes; None when a rule stands against them."""
        return self.carry_out(lambda: revise_facility(facility, by=by, **self.cleaned_data))


class NewFacilityForm(FacilityForm):
    """A facility that is not kept yet."""

    kind = forms.ChoiceField(label=_("Kind"), choices=FacilityKind.choices, widget=forms.RadioSelect)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[(state.value, state.label) for state in (FacilityState.OPEN, FacilityState.PLANNED)],
        widget=forms.RadioSelect,
        initial=FacilityState.OPEN,
    )
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        required=False,
        help_text=_("Only where paper has one already; else it is made from the district and the kind."),
    )
    field_order = ("kind", "name_ar", "name_en", "area", "latitude", "longitude", "state", "opened_on", "code")

    def open(self, *, by: User) -> Facility | None:
        """Register the facility; None when a rule stands against it."""
        return self.carry_out(lambda: open_facility(by=by, **self.cleaned_data))


class StateForm(ActingForm):
    """The next turn of a facility's life."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "facility_already_so": "state",
        "facility_state_not_next": "state",
        "facility_turn_in_future": "since",
        "facility_turn_too_early": "since",
        "facility_reason_missing": "reason",
    }

    state = forms.ChoiceField(label=_("New state"), widget=forms.RadioSelect)
    since = day_field(_("As of"))
    reason = forms.CharField(
        label=_("Reason"), max_length=240, required=False, help_text=_("Needed wherever the doors shut.")
    )

    def __init__(self, facility: Facility, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"since": today()})
        super().__init__(*args, **kwargs)
        self.facility = facility
        following = [FacilityState(state) for state in NEXT_STATES[facility.state]]
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(state.value, state.label) for state in following]
        self.fields["reason"].required = all(needs_reason(state) for state in following)

    def turn(self, *, by: User) -> FacilityStatus | None:
        """Carry out the turn; None when a rule stands against it."""
        return self.carry_out(lambda: change_state(self.facility, by=by, **self.cleaned_data))


class WorkshopForm(ActingForm):
    """A facility's production workshop."""

    fields_of_codes: ClassVar[dict[str, str]] = {"workshop_name_missing": "name_ar"}

    name_ar = forms.CharField(label=_("Arabic name"), max_length=160)
    name_en = forms.CharField(
        label=_("English name"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    crafts_ar = forms.CharField(
        label=_("Crafts, in Arabic"), max_length=240, required=False, help_text=_("Parted by commas.")
    )
    crafts_en = forms.CharField(
        label=_("Crafts, in English"), max_length=240, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    opened_on = day_field(_("Opened on"), required=False)

    @classmethod
    def of(cls, workshop: Workshop | None, data: Any = None) -> WorkshopForm:
        """Return the form with what is kept."""
        names = ("name_ar", "name_en", "crafts_ar", "crafts_en", "opened_on")
        return cls(data, initial={name: getattr(workshop, name) for name in names} if workshop else None)

    def keep(self, facility: Facility, *, by: User) -> Workshop | None:
        """Keep the workshop; None when a rule stands against it."""
        return self.carry_out(lambda: set_workshop(facility, by=by, **self.cleaned_data))
