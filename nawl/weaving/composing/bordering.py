"""The borders of a proposal: their hierarchy, their share of the width."""

from __future__ import annotations

from typing import Final

from nawl.weaving.composing.recipe import BorderPlan


def borders_for(
    width_cm: float, per_cm: float, unit: str, minor: str, share: float, turn: int
) -> tuple[BorderPlan, ...]:
    """Return a good border: stripes of at least two knots, a narrow border, the main one, a narrow one, from the edge inwards.

    The main border takes `share` of the width, narrow ones about a third of it. Both sides together keep under
    `MOST_BORDER` of the width: where knots are few, first the inner narrow border goes, then the outer.
    """
    main = max(width_cm * share * (1.0 if width_cm > 110 else 1.08), 16 / per_cm)
    narrow, thin, edge = max(main * 0.36, 9 / per_cm), max(main * 0.045, 2.0 / per_cm), max(main * 0.09, 3.0 / per_cm)
    dark, third, light = (BorderPlan("plain", thin, role) for role in ("dark", "third", "light"))
    saw = (BorderPlan("waves", max(main * 0.12, 5 / per_cm), "third"), dark) if width_cm * per_cm > 200 else ()
    minors = [BorderPlan(minor, narrow, "minor", turn + n) for n in (0, 1)]
    middle = (dark, third, dark, BorderPlan(unit, main, "border", turn), dark, third, dark)
    whole = (BorderPlan("plain", edge, "dark"), *saw, minors[0], *middle, minors[1], dark, light, dark)
    for left_out in ((), minors[1:], minors):
        borders = tuple(plan for plan in whole if plan not in left_out)
        if 2 * sum(plan.cm for plan in borders) <= MOST_BORDER * width_cm:
            break
    return borders


MOST_BORDER: Final = 0.5
"""Of the width, for both sides together: a quarter on each side at most."""
