"""What a version takes, as its page shows it: yarn against stock, the foundation, days, checks, cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from nawl.kit.money import Money
from nawl.production.models import YarnLot
from nawl.production.queries.lots import on_hand
from nawl.production.views.reader import language
from nawl.production.views.weaves import WeaveWords
from nawl.ui import words
from nawl.ui.parts import Fact, State
from nawl.weaving.reckoning.costs import CostSheet
from nawl.weaving.reckoning.foundation import Mass
from nawl.weaving.reckoning.needs import YarnNeed
from nawl.weaving.reckoning.sheet import Reckoning, Thread


@dataclass(frozen=True)
class NeedRow:
    """One yarn of a version: what is needed, what is there, which could stand in, the lot meant for it.

    `lot_g` says what that lot holds where it is too little.
    """

    name: str
    code: str
    hex: str
    knots: int
    share: Decimal
    need_g: Decimal
    hanks: int
    stock_g: Decimal | None
    short_g: Decimal | None
    stand_in: str
    difference: Decimal | None
    lot: str
    lot_g: Decimal | None


@dataclass(frozen=True)
class Check:
    """One check of a chart: what was looked at, what was found, whether it wants a look."""

    label: str
    value: str
    state: State
    word: str


@dataclass(frozen=True)
class CostRow:
    """One line of the cost sheet."""

    label: str
    amount: str
    is_sum: bool = False


def need_rows(reckoning: Reckoning, meant: Mapping[str, YarnLot]) -> list[NeedRow]:
    """Return the yarns of a version that it uses, the most used first; `meant` are the lots chosen, by colour."""
    used = sorted((need for need in reckoning.yarns if need.knots), key=lambda need: -need.knots)
    return [_need(need, meant.get(need.yarn.code)) for need in used]


def _need(need: YarnNeed, lot: YarnLot | None) -> NeedRow:
    stand_in = need.stand_in
    return NeedRow(
        name=need.yarn.name(language()),
        code=need.yarn.code,
        hex=need.yarn.hex,
        knots=need.knots,
        share=need.share,
        need_g=need.gross_g,
        hanks=need.hanks,
        stock_g=need.stock_g,
        short_g=need.short_g or None,
        stand_in=stand_in.yarn.name(language()) if stand_in else "",
        difference=stand_in.difference if stand_in else None,
        lot=lot.batch if lot else "",
        lot_g=on_hand(lot) if lot and on_hand(lot) < need.gross_g else None,
    )


def foundation_facts(reckoning: Reckoning, said: WeaveWords) -> list[Fact]:
    """Return yarn, warp, wefts, mass and days as facts."""
    weight, labour = reckoning.weight, reckoning.labour
    wefts = [Fact(label, _thread(thread.metres, thread.grams)) for label, thread in _wefts(reckoning)]
    mass = _("%(all)s kg, %(each)s kg/m²") % {
        "all": words.number(weight.total_g / 1000, 2),
        "each": words.number(weight.kg_m2, 2),
    }
    days = _("%(weaver)s of one weaver; with %(hands)s at the loom, %(calendar)s on the calendar") % {
        "weaver": words.counted(labour.weaver_days, "day"),
        "hands": words.number(labour.weavers),
        "calendar": words.counted(labour.calendar_days, "day"),
    }
    return [
        Fact(said.yarn, _("%(kg)s kg with waste") % {"kg": words.number(reckoning.pile_gross_g / 1000, 2)}),
        Fact(_("Warp"), _thread(reckoning.warp.metres, reckoning.warp.grams)),
        *wefts,
        Fact(_("Mass before washing"), mass),
        Fact(_("Weaving"), days),
    ]


def _wefts(reckoning: Reckoning) -> Iterator[tuple[str, Thread]]:
    """Yield the wefts by name: of several, each says which shot of a row it is."""
    if len(reckoning.wefts) < 2:
        yield from ((_("Weft"), thread) for thread in reckoning.wefts)
        return
    for order, thread in enumerate(reckoning.wefts, 1):
        yield _("Weft %(order)s") % {"order": words.number(order)}, thread


def _thread(metres: Decimal, grams: Decimal) -> str:
    return _("%(metres)s m, %(kg)s kg") % {"metres": words.number(metres, 0), "kg": words.number(grams / 1000, 2)}


def checks(reckoning: Reckoning, said: WeaveWords) -> list[Check]:
    """Return what was checked of a chart, each with what was found and whether it wants a look."""
    found, hard = reckoning.weavability, reckoning.difficulty
    lone = found.lone_share
    return [
        _check(
            _("Mean run of one colour"),
            said.run % {"cells": words.number(found.mean_run, 1)},
            good=found.mean_run >= 3,
        ),
        _check(
            _("Changes of colour in a row"),
            words.number(found.mean_changes, 1),
            good=hard.coefficient <= Decimal("1.1"),
        ),
        _check(_("Most colours in a row"), words.number(found.most_colours), good=found.most_colours <= 12),
        _check(said.lone, words.percent(lone, 2), good=lone <= 0.01),
        _check(said.off_symmetry, words.number(found.symmetry_errors), good=not found.symmetry_errors),
        _check(_("Colours hardly used"), words.number(len(found.rare)), good=not found.rare),
        _check(_("Difficulty"), words.number(hard.coefficient, 2), good=hard.coefficient <= Decimal("1.1")),
        _check(
            _("Mass against the class"),
            _mass(reckoning.weight.verdict),
            good=reckoning.weight.verdict in {Mass.FIT, Mass.UNKNOWN},
        ),
    ]


def _check(label: str, value: str, *, good: bool) -> Check:
    return Check(label, value, "good" if good else "late", _("good") if good else _("wants a look"))


def _mass(verdict: Mass) -> str:
    said = {
        Mass.LIGHT: _("lighter than the class"),
        Mass.FIT: _("within the class"),
        Mass.HEAVY: _("heavier than the class"),
        Mass.UNKNOWN: _("the class names no range"),
    }
    return said[verdict]


def cost_rows(cost: CostSheet) -> list[CostRow]:
    """Return the cost sheet and both prices, each named by what it is."""
    labels = {
        "materials": _("Materials"),
        "pay": _("Pay by output"),
        "finishing": _("Finishing"),
        "loom_days": _("Days of the loom"),
    }
    margin = {"share": words.percent(cost.margin)}
    mark_up = {"share": words.percent(cost.mark_up)}
    return [
        *(CostRow(labels[line.code], _money(line.amount)) for line in cost.lines),
        CostRow(_("Cost"), _money(cost.total), is_sum=True),
        CostRow(_("Cost of a square metre"), _money(cost.per_m2)),
        CostRow(_("Price with a margin of %(share)s of the price") % margin, _money(cost.price_by_margin), is_sum=True),
        CostRow(_("Price with a mark-up of %(share)s on the cost") % mark_up, _money(cost.price_by_mark_up)),
    ]


def _money(amount: Money) -> str:
    return words.in_digits(amount.format(language()))
