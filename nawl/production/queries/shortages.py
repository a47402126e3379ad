"""Yarn that does not suffice: locked charts against what their units have of each colour today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from nawl.accounts.models import User
from nawl.production.choices import VersionState
from nawl.production.models import ChartColour, ChartVersion, YarnColour, YarnLot
from nawl.production.queries.stock import released, with_on_hand

SHOWN = 5
LOOKED_AT = 60
"""Locked charts, the last locked first, that are held against the stock."""


@dataclass(frozen=True)
class Shortage:
    """A locked chart and the colours that do not suffice for one piece of it, each with the grams that are missing."""

    version: ChartVersion
    missing: tuple[tuple[YarnColour, Decimal], ...]


def shortages_within(user: User) -> tuple[Shortage, ...]:
    """Return the locked charts within a reader's scope for which yarn is short today, the last locked first.

    That a piece was woven is not recorded yet, so every locked chart counts as still to be woven. Three queries.
    """
    locked = ChartVersion.objects.visible_to(user).filter(state=VersionState.LOCKED, reckoning__isnull=False)
    charts = list(
        locked.select_related("design").defer("recipe", "likeness").order_by("-locked_on", "-begun_on")[:LOOKED_AT]
    )
    if not charts:
        return ()
    on_hand = _on_hand(user, {one.design.facility_id for one in charts})
    palettes = _palettes(user, charts)
    found = (Shortage(one, _missing(one, palettes[one.pk], on_hand[one.design.facility_id])) for one in charts)
    return tuple(one for one in found if one.missing)[:SHOWN]


def _on_hand(user: User, facilities: Iterable[UUID]) -> Mapping[UUID, Mapping[UUID, Decimal]]:
    """Return the released grams of each colour at some units."""
    rows = with_on_hand(YarnLot.objects.visible_to(user).filter(facility__in=facilities)).select_related("type")
    lots: dict[UUID, dict[UUID, list[YarnLot]]] = defaultdict(lambda: defaultdict(list))
    for lot in rows:
        lots[lot.facility_id][lot.colour_id].append(lot)
    found: dict[UUID, dict[UUID, Decimal]] = defaultdict(dict)
    for facility, colours in lots.items():
        found[facility] = {colour: released(some) for colour, some in colours.items()}
    return found


def _palettes(user: User, charts: Iterable[ChartVersion]) -> Mapping[UUID, Mapping[int, YarnColour]]:
    rows = ChartColour.objects.visible_to(user).filter(version__in=[one.pk for one in charts])
    palettes: dict[UUID, dict[int, YarnColour]] = defaultdict(dict)
    for row in rows.select_related("colour"):
        palettes[row.version_id][row.index] = row.colour
    return palettes


def _missing(
    version: ChartVersion, palette: Mapping[int, YarnColour], on_hand: Mapping[UUID, Decimal]
) -> tuple[tuple[YarnColour, Decimal], ...]:
    """Return what is missing for one piece, the greatest lack first."""
    told = version.reckoning or {"yarns": []}
    needs = [(palette[need["index"]], Decimal(need["gross_g"])) for need in told["yarns"]]
    lacking = [(colour, grams - on_hand.get(colour.pk, Decimal(0))) for colour, grams in needs]
    return tuple(sorted(((colour, lack) for colour, lack in lacking if lack > 0), key=lambda pair: -pair[1]))
