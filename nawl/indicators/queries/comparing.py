"""Figures beside the earlier period that counts alike, and beside their targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from nawl.indicators import rules
from nawl.indicators.engine import Engine
from nawl.indicators.models import Target
from nawl.indicators.queries.definitions import cards_named
from nawl.indicators.queries.figures import LIVE, values_of
from nawl.indicators.values import Card, Compared, Goal, Place, Question, Value
from nawl.kit.periods import Period

if TYPE_CHECKING:
    from nawl.accounts.models import User


def with_comparison(
    codes: Sequence[str],
    place: Place,
    period: Period,
    *,
    user: User,
    engine: Engine = LIVE,
    known: Mapping[str, Value] | None = None,
) -> dict[str, Compared]:
    """Return figures beside the earlier period that counts alike and beside their target.

    `known` are values already read, so that nothing is asked twice.
    """
    asked = cards_named(codes)
    now = dict(known or {})
    missing = [one for one in asked if one.code not in now]
    if missing:
        now |= values_of(missing, Question(period, place), user, engine)
    before = _before(asked, place, period, user, engine)
    goals = targets_of(asked, place, period)
    return {one.code: compared(now[one.code], before[one.code], goals.get(one.code)) for one in asked}


def _before(asked: Sequence[Card], place: Place, period: Period, user: User, engine: Engine) -> dict[str, Value]:
    earlier: dict[Period, list[Card]] = {}
    for one in asked:
        earlier.setdefault(rules.compared_with(one.basis, period), []).append(one)
    found: dict[str, Value] = {}
    for then, those in earlier.items():
        found |= values_of(those, Question(then, place), user, engine)
    return found


def compared(now: Value, before: Value, goal: Goal | None) -> Compared:
    """Return a value beside an earlier one and its target; a period that is not over is compared with no whole one."""
    known = now.number is not None and before.number is not None and not now.is_partial
    return Compared(
        value=now,
        before=before,
        change=rules.change(now.number, before.number) if known else None,  # type: ignore[arg-type]  # both known
        goal=goal,
        reached=rules.reached(now.number, goal.value) if goal and now.number is not None else None,
    )


def targets_of(asked: Iterable[Card], place: Place, period: Period) -> dict[str, Goal]:
    """Return the targets set for exactly this place and period; facilities and several places have none."""
    if place.level != "programme" and place.area_id is None:
        return {}
    rows = Target.objects.filter(
        indicator__code__in=[one.code for one in asked], first=period.first, last=period.last, area=place.area_id
    )
    return {code: Goal(value, note) for code, value, note in rows.values_list("indicator__code", "value", "note")}
