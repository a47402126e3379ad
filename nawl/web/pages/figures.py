"""Key figures as their cards show them: number, basis, target, change."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nawl.activities.choices import ServiceArea
from nawl.activities.models import ActivityType
from nawl.indicators.showing import url_of
from nawl.indicators.values import Breakdown, Compared
from nawl.indicators.words import basis_sentence
from nawl.ui import words


@dataclass(frozen=True)
class Figure:
    """One key figure as its card shows it."""

    label: str
    value: Decimal | int | None
    basis: str
    href: str
    target: Decimal | None
    change: Decimal | int | None
    against: str
    places: int | None = None
    percent: bool = False
    hero: bool = False


def figure_of(one: Compared, *, basis: str = "", hero: bool = False) -> Figure:
    """Return a compared value as a card; a share shows its part and whole as its basis."""
    value = one.value
    return Figure(
        label=value.card.name,
        value=value.number,
        basis=basis or _basis(one),
        href=url_of(value),
        target=one.goal.value if one.goal else None,
        change=one.change.amount if one.change else None,
        against=_("against %(period)s") % {"period": words.period(one.before.period)} if one.change else "",
        places=1 if value.card.is_share else None,
        percent=value.card.is_share,
        hero=hero,
    )


def _basis(one: Compared) -> str:
    value = one.value
    if not value.whole:
        return basis_sentence(value.note)
    shown = {"part": words.number(value.part or 0), "whole": words.number(value.whole)}
    return _("%(part)s of the %(whole)s persons served") % shown


def fields_of(activities: Breakdown) -> SafeString:
    """Return the activities by field, each a door; an activity has one type and a type one field, so these add up."""
    fields = dict(ActivityType.objects.values_list("code", "area"))
    types: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for part in activities.parts:
        field = fields[part.key]
        types.setdefault(field, []).append(part.key)
        counts[field] = counts.get(field, 0) + int(part.number or 0)
    shown = [
        (ServiceArea(field).label, url_of(activities.total, activity_type=",".join(types[field])), words.number(count))
        for field, count in sorted(counts.items(), key=lambda item: -item[1])
    ]
    return format_html_join(" · ", '{} <a class="door" href="{}"><bdi>{}</bdi></a>', shown)
