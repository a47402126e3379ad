"""Yarns and what is on hand of them: a unit's colours, its dye lots, the latest count of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from nawl.accounts.models import User
from nawl.kit.errors import NotFound
from nawl.places.models import Facility
from nawl.places.queries import ensure_holds
from nawl.production.choices import LotState, YarnRole
from nawl.production.models import LotCount, YarnColour, YarnLot
from nawl.production.rules import SEERS
from nawl.weaving.chart import Chart
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.yarns import Lot, Yarn

_COUNTS = "the latest count of lots that the caller was given"


@dataclass(frozen=True)
class ColourStock:
    """A colour that a unit can weave with, what is released of it, and its lots."""

    colour: YarnColour
    grams: Decimal
    lots: tuple[YarnLot, ...]


def colours_of(facility: Facility) -> QuerySet[YarnColour]:
    """Return the colours that a unit may use: the programme's and its own."""
    return YarnColour.objects.filter(Q(facility__isnull=True) | Q(facility=facility)).order_by("code")


def with_on_hand(lots: QuerySet[YarnLot]) -> QuerySet[YarnLot]:
    """Give each lot `on_hand`, the grams of its latest count, and `counted_on`, the day of it."""
    counts = LotCount.objects.unscoped(_COUNTS).filter(lot=OuterRef("pk")).order_by("-counted_on", "-id")
    return lots.annotate(
        on_hand=Subquery(counts.values("grams")[:1]), counted_on=Subquery(counts.values("counted_on")[:1])
    )


def lots_at(facility: Facility) -> list[YarnLot]:
    """Return a unit's lots with what is on hand, by colour and age."""
    rows = YarnLot.objects.unscoped("the lots of a unit that the caller was given").filter(facility=facility)
    return list(with_on_hand(rows).select_related("colour", "type").order_by("colour__code", "received_on", "batch"))


def lot_seen_by(user: User, key: UUID) -> YarnLot:
    """Return the lot with this id, with what is on hand; `not_found` when there is none within the user's scope."""
    ensure_holds(user, SEERS)
    rows = with_on_hand(YarnLot.objects.visible_to(user)).select_related("facility", "colour", "type")
    lot: YarnLot | None = rows.filter(pk=key).first()
    if lot is None:
        raise NotFound("not_found")
    return lot


def stock_of(facility: Facility) -> list[ColourStock]:
    """Return every colour that a unit may use with the pile yarn on hand; queries are fixed."""
    lots: dict[object, list[YarnLot]] = defaultdict(list)
    for lot in lots_at(facility):
        lots[lot.colour_id].append(lot)
    return [ColourStock(colour, released(lots[colour.pk]), tuple(lots[colour.pk])) for colour in colours_of(facility)]


def yarns_of(facility: Facility) -> tuple[Yarn, ...]:
    """Return a unit's yarns as the weaving engine takes them, those on hand first, then by code."""
    stock = sorted(stock_of(facility), key=lambda one: (one.grams == 0, one.colour.code))
    return tuple(_yarn(one) for one in stock)


def yarns_coded(facility: Facility, codes: Iterable[str]) -> tuple[Yarn, ...]:
    """Return the unit's yarns of these codes, in this order; raises `yarn_not_of_unit`."""
    by_code = {yarn.code: yarn for yarn in yarns_of(facility)}
    found = []
    for code in codes:
        if code not in by_code:
            raise NotFound("yarn_not_of_unit", yarn=code)
        found.append(by_code[code])
    return tuple(found)


def stocked(chart: Chart, facility: Facility) -> Chart:
    """Return a chart whose yarns bear what the unit has of them today; words and colours stay as the chart has them."""
    today = {yarn.code: yarn for yarn in yarns_of(facility)}
    return chart.with_yarns([_with_stock(yarn, today) for yarn in chart.yarns])


def _with_stock(yarn: Yarn, today: Mapping[str, Yarn]) -> Yarn:
    found = today.get(yarn.code)
    if found is None:
        return replace(yarn, grams=Decimal(0), lots=())
    return replace(yarn, grams=found.grams, lots=found.lots, hank_g=found.hank_g)


def _is_usable(lot: YarnLot) -> bool:
    return lot.state == LotState.RELEASED and lot.type.role == YarnRole.PILE


def released(lots: Iterable[YarnLot]) -> Decimal:
    """Return the grams of pile yarn on hand in lots that may be used."""
    return sum((_on_hand(lot) for lot in lots if _is_usable(lot)), start=Decimal(0))


def _on_hand(lot: YarnLot) -> Decimal:
    grams: Decimal | None = vars(lot)["on_hand"]
    return Decimal(0) if grams is None else grams


def _price(lot: YarnLot) -> Decimal | None:
    """The price of a kilogram, where it is in the currency that cost sheets are reckoned in."""
    return lot.price_kg if lot.currency == shipped_prices().currency else None


def _yarn(stock: ColourStock) -> Yarn:
    colour = stock.colour
    usable = [lot for lot in stock.lots if _is_usable(lot) and _on_hand(lot) > 0]
    measured = {"lab": tuple(float(part) for part in colour.lab)} if colour.lab else {}
    return Yarn(
        colour.code,
        colour.name_ar,
        colour.name_en,
        colour.srgb,
        symbol=colour.symbol,
        grams=stock.grams,
        lots=tuple(Lot(lot.batch, _on_hand(lot), _price(lot)) for lot in usable),
        hank_g=Decimal(usable[0].type.hank_g) if usable else Decimal(250),
        **measured,  # type: ignore[arg-type]  # three numbers, as the table keeps them
    )
