"""Sentences of the activities: refusals by their code, acts by their verb, names of what changed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "activity_after_closing": _(
        "The facility closed on %(closed_on)s. An activity cannot begin after that day; the first day given is %(starts_on)s."
    ),
    "activity_before_opening": _(
        "The facility opened on %(opened_on)s. The nearest possible first day is that day; the one given is %(starts_on)s."
    ),
    "activity_counted_outside": _(
        "Services of “%(title)s” were counted on %(day)s. That day must lie within the activity's dates."
    ),
    "activity_elsewhere": _("“%(title)s” is not an activity of %(facility)s."),
    "activity_ends_before_start": _("The last day, %(ends_on)s, lies before the first, %(starts_on)s."),
    "activity_exists": _("There is already an activity called “%(title)s” here that begins on %(starts_on)s."),
    "activity_not_begun": _("“%(title)s” begins on %(starts_on)s; nothing can be counted in it on %(day)s."),
    "activity_not_found": _("There is no activity with the code %(activity)s, or it lies outside your scope."),
    "activity_over": _("“%(title)s” ended on %(ends_on)s; nothing can be counted in it on %(day)s."),
    "age_band_unknown": _("“%(age_band)s” is not one of the age bands."),
    "cell_not_possible": _("“%(service)s” is not given to this group: %(sex)s, %(age)s."),
    "cell_repeated": _("One cell was sent twice in the same sending; nothing was saved."),
    "count_below_zero": _("A count cannot be below zero."),
    "count_too_large": _("A cell holds %(most)s at most. A larger number is likely a slip of the keys."),
    "count_unreadable": _("“%(text)s” is not a whole number."),
    "day_after_closing": _("The facility closed on %(closed_on)s; nothing can be counted on %(day)s."),
    "day_before_opening": _("The facility opened on %(opened_on)s; nothing can be counted on %(day)s."),
    "day_closed": _("The day %(day)s is closed. It can be opened again with a reason, and then corrected."),
    "day_in_future": _("The date of the service, %(day)s, lies after today."),
    "day_not_closed": _("The day %(day)s is open already."),
    "facility_is_closed": _("The facility is closed; nothing can be counted there."),
    "facility_still_planned": _("The facility is still planned; counting begins on the day it opens."),
    "first_visits_above_contacts": _(
        "First visits, %(first_visits)s, are more than services, %(contacts)s. Each first visit is one of the services."
    ),
    "key_reused": _("This sending bears the mark of another one, so it was not saved. Opening the page again helps."),
    "reach_unlikely": _("An activity reaches from 1 to %(most)s persons."),
    "reason_missing": _("The reason is missing. One sentence is enough."),
    "register_repeats_cell": _(
        "The register counts “%(service)s” on %(day)s twice for the same sex and age; only one of the rows can stand."
    ),
    "sending_unreadable": _("What arrived was incomplete, and nothing was saved. It is sent again by itself."),
    "service_not_of_activity": _("The service “%(service)s” is not counted in “%(title)s”."),
    "sex_unknown": _("“%(sex)s” is not one of the values for sex."),
    "tally_changed_meanwhile": _(
        "A colleague changed some of the same cells meanwhile: %(count)s. Nothing was saved; both values are shown."
    ),
    "title_missing": _("The activity needs a title."),
}

ACTS: dict[str, str | Promise] = {
    "activities.activity_ended": _("The last day of “%(activity)s” was set. Reason: %(reason)s"),
    "activities.activity_planned": _("The activity “%(activity)s” was planned"),
    "activities.activity_revised": _("The activity “%(activity)s” was revised"),
    "activities.catalogue_loaded": _(
        "Services and activity types were brought up to date; records changed: %(records)s"
    ),
    "activities.day_closed": _("The day %(occurred_on)s was closed; services: %(contacts)s"),
    "activities.day_reopened": _("The day %(occurred_on)s was opened again: %(reason)s"),
    "activities.months_mended": _("Sums of months were mended; cells: %(records)s"),
    "activities.register_recorded": _("A register was recorded: new rows %(new)s, changed %(changed)s, days %(days)s"),
    "activities.tally_recorded": _("Services of %(occurred_on)s were recorded"),
}

FACTS: dict[str, str | Promise] = {}
