"""Forms of an activity: planned, revised, ended."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from nawl.accounts.models import User
from nawl.activities.actions import end_activity, plan_activity, revise_activity
from nawl.activities.models import Activity, ActivityType
from nawl.activities.rules import MOST_REACHED
from nawl.kit.clock import today
from nawl.partners.models import Organisation
from nawl.partners.queries import visible_organisations
from nawl.places.forms.acting import ActingForm, day_field
from nawl.places.models import Facility

FIELDS_OF_CODES = {
    "title_missing": "title",
    "text_too_long": "title",
    "reach_unlikely": "reach",
    "activity_exists": "title",
    "activity_ends_before_start": "ends_on",
    "activity_before_opening": "starts_on",
    "activity_after_closing": "starts_on",
}


class PlanForm(ActingForm):
    """A new activity of one facility."""

    fields_of_codes: ClassVar[dict[str, str]] = FIELDS_OF_CODES

    type = forms.ModelChoiceField(
        label=_("Activity type"), queryset=ActivityType.objects.none(), empty_label=_("Choose a type")
    )
    title = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("As people call it, such as: Sewing course for beginners.")
    )
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"), required=False, hint=_("Empty for an activity that goes on."))
    partner = forms.ModelChoiceField(
        label=_("With partner"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("The facility alone"),
    )
    reach = forms.IntegerField(
        label=_("Persons it means to reach"), required=False, min_value=1, max_value=MOST_REACHED
    )

    def __init__(self, facility: Facility, *args: Any, by: User, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts_on": today()})
        super().__init__(*args, **kwargs)
        self.facility = facility
        self._offer("type", ActivityType.objects.all())
        self._offer("partner", visible_organisations(by))

    def _offer(self, name: str, choices: Any) -> None:
        if name in self.fields:
            self.fields[name].queryset = choices  # type: ignore[attr-defined]  # a choice of records

    def save(self, by: User) -> Activity | None:
        """Plan the activity; None when a rule stands against it."""
        return self.carry_out(lambda: plan_activity(self.facility, **self.cleaned_data, by=by))


class ReviseForm(PlanForm):
    """What can change in an activity; its type stays."""

    type = None  # type: ignore[assignment]  # Django's way to leave a field of the parent out

    def __init__(self, activity: Activity, *args: Any, by: User, **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial", {name: getattr(activity, name) for name in ("title", "starts_on", "ends_on", "partner", "reach")}
        )
        super().__init__(activity.facility, *args, by=by, **kwargs)
        self.activity = activity
        own = Organisation.objects.filter(pk__in=[activity.partner_id] if activity.partner_id else [])
        self._offer("partner", (visible_organisations(by) | own).order_by("code"))

    def save(self, by: User) -> Activity | None:
        """Revise the activity; None when a rule stands against it."""
        return self.carry_out(lambda: revise_activity(self.activity, **self.cleaned_data, by=by))


class EndForm(ActingForm):
    """The last day of an activity, and why."""

    fields_of_codes: ClassVar[dict[str, str]] = FIELDS_OF_CODES

    ends_on = day_field(_("Last day"))
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=240, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, activity: Activity, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"ends_on": today()})
        super().__init__(*args, **kwargs)
        self.activity = activity

    def save(self, by: User) -> Activity | None:
        """End the activity; None when a rule stands against it."""
        return self.carry_out(lambda: end_activity(self.activity, **self.cleaned_data, by=by))
