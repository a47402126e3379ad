"""Whole sentences made from the figures, one count in each, so that the plural is always right."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.indicators.rules import BasisNote, basis_note
from nawl.kit.facts import Basis
from nawl.kit.periods import Period, parse_period
from nawl.reports.data import Figure, Line, ReportData
from nawl.reports.voice import Voice


def reach(data: ReportData, voice: Voice) -> tuple[str, ...]:
    """Say whom the centres and units served, against the earlier period and the target, and where most of them are."""
    people = data.figure("people")
    said = [_people(data, people.value or 0, voice)]
    if people.value:
        said += [*_compared(people, voice), *_target(people, voice), *_leading(data, voice), *_women(data, voice)]
    return tuple(said)


def work(data: ReportData, voice: Voice) -> tuple[str, ...]:
    """Say what they did for it: services, activities, and in how many places."""
    totals = data.totals
    said: list[str] = []
    if totals.services:
        said.append(_services(totals.services, voice))
    if totals.activities:
        said.append(_activities(totals.activities, voice))
    if totals.facilities:
        said.append(_facilities(totals.facilities, voice))
    return (*said, *_spread(data, voice))


def network(data: ReportData, voice: Voice) -> str:
    """Name whose figures these are: all centres and units, or those of one governorate."""
    if data.place.is_programme:
        return _("the rural development centres and rural industries units")
    return _("the rural development centres and rural industries units of %(place)s governorate") % {
        "place": voice.name(data.place.name)
    }


def _people(data: ReportData, people: int, voice: Voice) -> str:
    facts = {
        "people": voice.number(people),
        "network": network(data, voice),
        "first": voice.first_day(data.period),
        "last": voice.day(data.last),
    }
    if not people:
        return _("Between %(first)s and %(last)s, nobody is recorded as served by %(network)s.") % facts
    if basis_note(Basis.FIRST_VISITS, data.period) is BasisNote.EACH_PERSON_ONCE:
        return (
            ngettext(
                "Between %(first)s and %(last)s, %(people)s person was served by %(network)s.",
                "Between %(first)s and %(last)s, %(people)s persons were served by %(network)s.",
                people,
            )
            % facts
        )
    return (
        ngettext(
            "Between %(first)s and %(last)s, %(people)s person was served for the first time this year by %(network)s.",
            "Between %(first)s and %(last)s, %(people)s persons were served for the first time this year by %(network)s.",
            people,
        )
        % facts
    )


def _compared(figure: Figure, voice: Voice) -> list[str]:
    if not figure.before or not figure.before_period:
        return []
    amount = (figure.value or 0) - figure.before
    facts = {
        "amount": voice.number(abs(amount)),
        "ratio": voice.ratio(abs(amount) / figure.before).lstrip("+"),
        "period": voice.in_sentence(parse_period(figure.before_period)),
    }
    if not amount:
        return [_("That is as many as in %(period)s.") % facts]
    return [_more(amount, facts) if amount > 0 else _fewer(-amount, facts)]


def _more(amount: int, facts: dict[str, str]) -> str:
    return (
        ngettext(
            "That is %(amount)s person (%(ratio)s) more than in %(period)s.",
            "That is %(amount)s persons (%(ratio)s) more than in %(period)s.",
            amount,
        )
        % facts
    )


def _fewer(amount: int, facts: dict[str, str]) -> str:
    return (
        ngettext(
            "That is %(amount)s person (%(ratio)s) fewer than in %(period)s.",
            "That is %(amount)s persons (%(ratio)s) fewer than in %(period)s.",
            amount,
        )
        % facts
    )


def _target(figure: Figure, voice: Voice) -> list[str]:
    if not figure.target or figure.value is None:
        return []
    facts = {"share": voice.share(figure.value, figure.target), "target": voice.number(figure.target)}
    return [_("This is %(share)s of the target of %(target)s.") % facts]


def _leading(data: ReportData, voice: Voice) -> list[str]:
    """Name the two places with most people, when there are enough places for that to say something."""
    lines = sorted((line for line in data.places if line.counts.people), key=_by_people)
    total = data.totals.people
    if len(lines) < 4 or not total:
        return []
    one, two = lines[:2]
    together = (one.counts.people or 0) + (two.counts.people or 0)
    facts = {
        "one": voice.name(one.name),
        "one_people": voice.number(one.counts.people),
        "two": voice.name(two.name),
        "two_people": voice.number(two.counts.people),
        "share": voice.share(together, total),
    }
    if data.place.is_programme:
        return [
            _("Two governorates, %(one)s (%(one_people)s) and %(two)s (%(two_people)s), account for %(share)s of them.")
            % facts
        ]
    return [
        _("Two districts, %(one)s (%(one_people)s) and %(two)s (%(two_people)s), account for %(share)s of them.")
        % facts
    ]


def _by_people(line: Line) -> tuple[int, str]:
    return -(line.counts.people or 0), line.key


def _women(data: ReportData, voice: Voice) -> list[str]:
    women = sum(part.counts.people or 0 for part in data.sexes if part.sex == "f")
    known = sum(part.counts.people or 0 for part in data.sexes if part.sex in {"f", "m"})
    if not known:
        return []
    return [
        _("Women and girls make up %(share)s of those whose sex is recorded.") % {"share": voice.share(women, known)}
    ]


def _services(services: int, voice: Voice) -> str:
    return ngettext(
        "They were given %(services)s service; one person may receive several.",
        "They were given %(services)s services; one person may receive several.",
        services,
    ) % {"services": voice.number(services)}


def _activities(activities: int, voice: Voice) -> str:
    return ngettext(
        "%(activities)s activity was carried out, counted once however long it ran.",
        "%(activities)s activities were carried out, each counted once however long it ran.",
        activities,
    ) % {"activities": voice.number(activities)}


def _facilities(facilities: int, voice: Voice) -> str:
    return ngettext(
        "Services are recorded at %(facilities)s centre or unit.",
        "Services are recorded at %(facilities)s centres and units.",
        facilities,
    ) % {"facilities": voice.number(facilities)}


def _spread(data: ReportData, voice: Voice) -> list[str]:
    count = sum(1 for line in data.places if line.counts.services)
    if not count:
        return []
    facts = {"count": voice.number(count)}
    if data.place.is_programme:
        return [ngettext("They lie in %(count)s governorate.", "They lie in %(count)s governorates.", count) % facts]
    return [ngettext("They lie in %(count)s district.", "They lie in %(count)s districts.", count) % facts]


def between(period: Period, voice: Voice) -> str:
    """Say from which day to which."""
    return _("from %(first)s to %(last)s") % {"first": voice.first_day(period), "last": voice.day(period.last)}
