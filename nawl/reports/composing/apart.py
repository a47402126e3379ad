"""The alternative centres: shown on their own, never added to the centres and units."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.reports.composing.tables import month_table
from nawl.reports.data import Alternative, ReportData
from nawl.reports.document import Apart, Block
from nawl.reports.voice import Voice


def aside(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    """Return the paragraph that stands beside the headline figures."""
    if not data.alternatives:
        return ()
    said = [sentence for centre in data.alternatives for sentence in _served(data, centre, voice)]
    return (Apart(_("Read apart."), " ".join([*said, not_added(data, voice)])),)


def blocks(data: ReportData, centre: Alternative, voice: Voice) -> tuple[Block, ...]:
    """Return the section of one alternative centre: its sentences, the reason why it is apart, its months."""
    said = [*_served(data, centre, voice), *_work(centre, voice)]
    reason = [not_added(data, voice)]
    if data.is_synthetic:
        reason.append(_("The split of this figure by month, sex, age and service is synthetic."))
    table = month_table(
        _("%(centre)s by month") % {"centre": voice.name(centre.facility.name)},
        centre.months,
        centre.facility.counts,
        voice,
        measures=("people", "services", "activities"),
    )
    return (Apart(_("Not added."), " ".join([*said, *reason])), table)


def not_added(data: ReportData, voice: Voice) -> str:
    """Say why the two numbers are never added."""
    facts = {"people": voice.number(data.totals.people or 0)}
    if data.is_synthetic:
        return (
            _(
                "The two are not added: it has not been published whether these persons are among the %(people)s of the"
                " centres and units."
            )
            % facts
        )
    return (
        _("The two are not added: the same person may also be among the %(people)s of the centres and units.") % facts
    )


def _served(data: ReportData, centre: Alternative, voice: Voice) -> list[str]:
    people = centre.facility.counts.people or 0
    number = voice.number(people)
    facts = {
        "people": _("about %(number)s") % {"number": number} if centre.is_approximate else number,
        "centre": voice.name(centre.facility.name),
        "first": voice.first_day(data.period),
        "last": voice.day(data.last),
        "partner": voice.name(centre.partner),
    }
    said = (
        ngettext(
            "%(centre)s served %(people)s person between %(first)s and %(last)s.",
            "%(centre)s served %(people)s persons between %(first)s and %(last)s.",
            people,
        )
        % facts
    )
    return [said, _("It is run by %(partner)s.") % facts] if facts["partner"] else [said]


def _work(centre: Alternative, voice: Voice) -> list[str]:
    services = centre.facility.counts.services or 0
    return [
        ngettext("%(services)s service was delivered there.", "%(services)s services were delivered there.", services)
        % {"services": voice.number(services)}
    ]
