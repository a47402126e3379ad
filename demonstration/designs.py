"""The demonstration's workshop: yarn of three units, the ten composed designs in several states, chart copies."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import click

from demonstration.programme import SAFITA, TODAY
from nawl.accounts.models import User
from nawl.places.models import Area, Facility
from nawl.production.actions import (
    ColourWords,
    DesignWords,
    LotWords,
    begin_design,
    begin_version,
    compose_into,
    count_lot,
    issue_copy,
    lock_version,
    print_copy,
    receive_lot,
    register_colour,
    return_copy,
    return_to_draft,
    send_to_review,
)
from nawl.production.choices import Beginning, DesignOrigin
from nawl.production.models import ChartVersion, Design, YarnColour, YarnType
from nawl.production.queries.charts import chart_of
from nawl.production.queries.classes import class_found
from nawl.production.queries.designs import versions_of
from nawl.production.queries.stock import yarns_of
from nawl.weaving.chart import Grid
from nawl.weaving.composing import Recipe, frame_of
from nawl.weaving.composing.designs import designs
from nawl.weaving.frame import Frame
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.yarns import Yarn

Day = Callable[[date], AbstractContextManager[None]]
HAMA = "شركة حماة للأصواف"
UNITS = (SAFITA, "SY1302", "SY0602")
"""Safita's centre, and the first workshop of a district in As-Suwayda and in Latakia."""
SHARES = (Decimal(1), Decimal("0.55"), Decimal("0.4"))
"""How much of the example stock each unit has."""


@dataclass(frozen=True)
class Plan:
    """One design of the demonstration: its recipe, its unit, when it was begun, how far it has come."""

    recipe: str
    unit: int
    begun: date
    end: str
    leaning: str
    note: str
    origin: str = DesignOrigin.NEW
    author: str = "سلمى عيسى"


PLANS = (
    Plan("tartus-medallion", 0, date(2022, 2, 6), "woven", "SY10", "سجادة صالون ٢×٣ بأحمر طرطوس"),
    Plan("hooked-runner", 0, date(2022, 2, 20), "woven", "SY10", "ممر لبيت ريفي", DesignOrigin.TRADITIONAL, ""),
    Plan("tree-of-life", 0, date(2022, 3, 8), "locked", "SY10", "لوحة جدارية للمعرض"),
    Plan("suwayda-night", 1, date(2022, 3, 21), "locked", "SY13", "صالون داكن", DesignOrigin.TRADITIONAL, ""),
    Plan("latakia-sea", 2, date(2022, 4, 10), "locked", "SY06", "أزرق البحر لبيت على الساحل"),
    Plan("ghouta-niche", 0, date(2022, 4, 24), "second", "SY03", "سجادة صلاة"),
    Plan("damask-rose", 0, date(2022, 5, 15), "review", "SY01", "غرفة نوم، ورد", DesignOrigin.COMPETITION, "رنا صقر"),
    Plan("harvest-kilim", 2, date(2022, 5, 29), "review", "SY05", "بساط خفيف للمضافة"),
    Plan("damascus-stars", 0, date(2022, 6, 19), "returned", "SY01", "صالون بزرقة دمشق"),
    Plan("baraka", 1, date(2022, 7, 10), "draft", "SY13", "هدية مكتوبة، بخط كوفي"),
)


def build(by: User, on: Day) -> None:
    """Receive the yarn of three units, then bring the designs to where their plans say, each act on its own day."""
    units = [_unit(code, by) for code in UNITS]
    for unit, share in zip(units, SHARES, strict=True):
        _stock(unit, share, _supervisor(unit, by), on)
    designer = User.objects.get(username="designer")
    with click.progressbar(PLANS, label="designs · التصاميم") as plans:
        for plan in plans:
            _design(plan, units[plan.unit], designer, on)


def _unit(code: str, by: User) -> Facility:
    rows = Facility.objects.visible_to(by).filter(code__startswith=code).order_by("code")
    unit: Facility = rows.filter(workshop__isnull=False).first() or rows[0]
    return unit


def _supervisor(unit: Facility, by: User) -> User:
    """Return the hand that keeps a unit's yarn: Safita's supervisor; elsewhere the system's own."""
    return User.objects.get(username="supervisor") if unit.code == SAFITA else by


def _stock(unit: Facility, share: Decimal, by: User, on: Day) -> None:
    """Receive the example lots, weigh those of the first colours again, and register a colour of the unit's own."""
    kind = YarnType.objects.get(code="W6-3")
    colours = {one.code: one for one in YarnColour.objects.filter(facility__isnull=True)}
    yarns = [yarn for yarn in shipped_yarns() if yarn.lots]
    with on(date(2022, 3, 1)):
        for place, yarn in enumerate(yarns):
            if share == 1 or place % 5 != 4:
                _receive(unit, kind, colours[yarn.code], yarn, share, by)
    if share == 1:
        with on(date(2022, 3, 15)):
            brick = ColourWords("SAF-1", "قرميدي صافيتا", (163, 74, 52), "Safita brick", dye="natural", fast_light=6)
            own = register_colour(brick, unit, by=by)
            words = LotWords("صافيتا ٣", Decimal(6500), date(2022, 3, 15), "صباغ الوحدة")
            receive_lot(unit, own, kind, words, by=by)


def _receive(unit: Facility, kind: YarnType, colour: YarnColour, yarn: Yarn, share: Decimal, by: User) -> None:
    for lot in yarn.lots:
        grams = (lot.grams * share).quantize(Decimal(1))
        words = LotWords(lot.number, grams, date(2022, 2, 27), HAMA, lot.price_kg, "USD" if lot.price_kg else "")
        kept = receive_lot(unit, colour, kind, words, by=by)
        if lot is yarn.lots[0] and grams > 2000:
            count_lot(kept, (grams * Decimal("0.86")).quantize(Decimal(1)), counted_on=date(2022, 3, 1), by=by)


def _design(plan: Plan, unit: Facility, designer: User, on: Day) -> None:
    recipe = designs()[plan.recipe]
    with on(plan.begun):
        version = _composed(plan, recipe, unit, designer)
    if plan.end == "draft":
        return
    with on(plan.begun + timedelta(days=3)):
        version = send_to_review(version, by=designer)
    locker = User.objects.get(username="supervisor" if unit.code == SAFITA else "director")
    if plan.end == "returned":
        with on(plan.begun + timedelta(days=5)):
            return_to_draft(version, reason="الإطار الأزرق قريب من لون الأرضية، ويُفصَل بينهما بخط فاتح.", by=locker)
    elif plan.end != "review":
        with on(plan.begun + timedelta(days=6)):
            version = lock_version(version, by=locker)
        _after(plan, version, designer, locker, on)


def _composed(plan: Plan, recipe: Recipe, unit: Facility, designer: User) -> ChartVersion:
    """Begin a design in its recipe's class and size, and compose the recipe into its first version."""
    quality = class_found(recipe.quality)
    frame = frame_of(recipe, quality.quality)
    words = DesignWords(
        recipe.name_ar,
        recipe.name_en,
        origin=plan.origin,
        author=plan.author,
        rights="للبرنامج، تنسجه وحداته" if plan.author else "تراث مشترك",
        has_consent=bool(plan.author),
        market_note=plan.note,
        leaning=Area.objects.get(pcode=plan.leaning),
    )
    begun = begin_design(unit, quality, _roomy(frame), words, beginning=Beginning.COMPOSED, by=designer)
    return compose_into(_first(begun), recipe, revision=0, by=designer)


def _roomy(frame: Frame) -> Frame:
    return replace(frame, colours=12)


def _first(design: Design) -> ChartVersion:
    return versions_of(design)[-1]


def _in_blue(version: ChartVersion) -> tuple[Grid, tuple[Yarn, ...]]:
    """Return the drawing of a version with navy in the place of its greens."""
    chart = chart_of(version)
    navy = next(yarn for yarn in yarns_of(version.design.facility) if yarn.code == "I4")
    known = [yarn.code for yarn in chart.yarns]
    yarns = chart.yarns if navy.code in known else (*chart.yarns, navy)
    place = [yarn.code for yarn in yarns].index(navy.code)
    knots = chart.knots.copy()
    for index, yarn in enumerate(chart.yarns):
        if yarn.code.startswith("G"):
            knots[chart.knots == index] = place
    return knots, yarns


def _after(plan: Plan, version: ChartVersion, designer: User, locker: User, on: Day) -> None:
    """Print and hand out copies of what is woven; begin a second version where one is planned."""
    if plan.end == "second":
        with on(date(2022, 7, 4)):
            begin_version(version, drawing=_in_blue(version), note="محراب أزرق بطلب زائر المعرض", by=designer)
    keeper: Any = locker if locker.username == "supervisor" else designer
    if plan.end == "woven":
        with on(plan.begun + timedelta(days=8)):
            first, second = print_copy(version, by=keeper), print_copy(version, by=keeper)
            issue_copy(first, issued_to="النول ٣", by=keeper)
            issue_copy(second, issued_to="النول ٥", by=keeper)
        with on(TODAY - timedelta(days=4)):
            return_copy(second, by=keeper)
    elif plan.end == "locked":
        with on(plan.begun + timedelta(days=8)):
            print_copy(version, by=keeper)
