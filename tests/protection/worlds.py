"""Two governorates of the same shape, each with its mark in every text that belongs to a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import numpy as np

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities import actions as activities
from nawl.activities.models import Activity
from nawl.collection import actions as collection
from nawl.collection.models import RegisterFile
from nawl.indicators.actions import set_target
from nawl.kit.periods import Period
from nawl.partners import actions as partners
from nawl.partners.models import Agreement, Organisation
from nawl.places import actions as places
from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.models import Area, Facility
from nawl.production import actions as production
from nawl.production.models import ChartCopy, ChartVersion, OwnMotif, PrintJob, YarnColour, YarnLot, YarnType
from nawl.production.queries.classes import class_found
from nawl.reports.actions import issue_report
from nawl.reports.models import Report
from nawl.weaving.frame import Frame
from nawl.weaving.printing import ChartPaper
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_type
from tests.factories.indicators import make_indicators
from tests.factories.places import make_district, make_governorate, make_user_as
from tests.factories.production import first_version, reread
from tests.factories.registers import line, tallies

DAYS = (date(2022, 2, 14), date(2022, 5, 30), date(2022, 7, 12))
ROLES_AT_A_FACILITY = (Role.CENTRE_CLERK, Role.WORKSHOP_SUPERVISOR, Role.DESIGNER, Role.PARTNER)
ROLES_OVER_A_GOVERNORATE = (
    Role.GRANTS_OFFICER,
    Role.FINANCE_OFFICER,
    Role.GOVERNORATE_DIRECTOR,
    Role.UNION_OFFICE,
)


@dataclass(frozen=True)
class Weaving:
    """What addresses name of a workshop: a design's locked version, its drafts (one a flat weave), yarn, paper, a motif."""

    locked: ChartVersion
    draft: ChartVersion
    flat: ChartVersion
    lot: YarnLot
    copy: ChartCopy
    printing: PrintJob
    motif: OwnMotif


@dataclass
class World:
    """One governorate and everything in it."""

    pcode: str
    governorate: Area
    users: dict[str, User] = field(default_factory=dict)
    facilities: list[Facility] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    organisation: Organisation | None = None
    agreement: Agreement | None = None
    registers: list[RegisterFile] = field(default_factory=list)
    report: Report | None = None
    weaving: Weaving | None = None

    @property
    def mark(self) -> str:
        """What stands in each of its texts."""
        return f"ZZ-{self.pcode}"

    def text(self, word: str) -> str:
        """Return a text that bears the mark."""
        return f"«{self.mark}-{word}»"


def make_world(pcode: str, *, with_report: bool = True) -> World:
    """Make a governorate with three facilities, their people, work, registers, weaving, partner and report."""
    make_indicators()
    world = World(pcode, make_governorate(pcode))
    _facilities(world)
    _people(world)
    _partner(world)
    for facility in world.facilities:
        _work(world, facility)
    _registers(world)
    _targets(world)
    production.load_workshop_lists(by=make_system_user())
    for facility in world.facilities[:2]:
        _weaving(world, facility, is_named=facility == world.facilities[0])
    if with_report:
        director = world.users[Role.GOVERNORATE_DIRECTOR]
        world.report = issue_report(Period.half(2022, 1), world.governorate, by=director)
    return world


def widen(world: World, facilities: int = 6) -> None:
    """Add more records of the same sorts, so that every count of the governorate grows."""
    system = make_system_user()
    for number in range(facilities):
        facility = places.open_facility(
            kind=FacilityKind.CENTRE,
            name_ar=world.text(f"زائد {number}"),
            area=make_district(f"{world.pcode}02"),
            opened_on=date(2010, 1, 1),
            by=system,
        )
        world.facilities.append(facility)
        _work(world, facility)
    _weaving(world, world.facilities[-1])
    organisation = partners.register_organisation(name_ar=world.text("جمعية زائدة"), by=system)
    partners.sign_agreement(
        organisation,
        world.facilities[-1:],
        number=world.text("زائد"),
        title=world.text("اتفاقية زائدة"),
        starts_on=date(2022, 1, 1),
        by=system,
    )


def _facilities(world: World) -> None:
    system = make_system_user()
    open_facility = partial(places.open_facility, by=system, opened_on=date(1998, 3, 1))
    for kind, district in (("centre", "00"), ("unit", "02"), ("alternative", "02")):
        area = make_district(f"{world.pcode}{district}")
        facility = open_facility(
            kind=kind, name_ar=world.text(f"مركز {kind}"), name_en=world.text(f"Place {kind}"), area=area
        )
        places.set_workshop(
            facility,
            name_ar=world.text("مشغل"),
            name_en=world.text("Workshop"),
            crafts_ar=world.text("سجاد"),
            crafts_en=world.text("Carpets"),
            by=system,
        )
        places.change_state(
            facility, FacilityState.SUSPENDED, since=date(2021, 3, 1), reason=world.text("سبب"), by=system
        )
        places.change_state(facility, FacilityState.OPEN, since=date(2021, 9, 1), reason=world.text("سبب"), by=system)
        facility.refresh_from_db()
        world.facilities.append(facility)


def _people(world: World) -> None:
    for role in ROLES_AT_A_FACILITY:
        at = world.facilities[2 if role == Role.PARTNER else 0]
        world.users[role] = _person(world, role, at)
    for role in ROLES_OVER_A_GOVERNORATE:
        world.users[role] = _person(world, role, world.governorate)


def _person(world: World, role: str, at: Area | Facility) -> User:
    username = f"{world.pcode}-{role}".lower().replace("_", "-")
    return make_user_as(role, at, username, full_name=world.text(f"اسم {role}"))


def _partner(world: World) -> None:
    system, director = make_system_user(), world.users[Role.GOVERNORATE_DIRECTOR]
    world.organisation = partners.register_organisation(
        name_ar=world.text("جمعية"), name_en=world.text("Society"), code=f"ZZ-{world.pcode}", by=system
    )
    sign = partial(partners.sign_agreement, world.organisation, by=director, starts_on=date(2021, 10, 1))
    world.agreement = sign(world.facilities[2:], number=world.text("1"), title=world.text("تشغيل"))
    ended = sign(world.facilities[:1], number=world.text("2"), title=world.text("منتهية"))
    partners.end_agreement(ended, ends_on=date(2022, 1, 31), reason=world.text("سبب"), by=director)


def _work(world: World, facility: Facility) -> None:
    director = world.users[Role.GOVERNORATE_DIRECTOR]
    recorder = make_system_user()
    is_own = {facility.pk: world.users[Role.CENTRE_CLERK]} if facility == world.facilities[0] else {}
    recorder = is_own.get(facility.pk, recorder)
    for type_code, service in (("health", "medical-checkup"), ("social-support", "social-support")):
        activity = activities.plan_activity(
            facility,
            type=make_type(type_code),
            title=world.text(f"نشاط {type_code}"),
            starts_on=date(2022, 1, 1),
            partner=world.organisation,
            by=director,
        )
        world.activities.append(activity)
        for number, day in enumerate(DAYS, start=3):
            cells = [cell(activity, number * 7, number, service=service)]
            activities.record_tally(facility, day, cells, by=recorder)
    activities.close_day(facility, DAYS[0], by=recorder)
    activities.close_day(facility, DAYS[1], by=recorder)
    activities.reopen_day(facility, DAYS[1], reason=world.text("سبب"), by=recorder)


def _weaving(world: World, facility: Facility, *, is_named: bool = False) -> None:
    """Give a workshop yarn of its own, a motif, a design with a locked version and drafts, a paper copy, a printing.

    Those of the workshop that is named are the ones that addresses bear.
    """
    system = make_system_user()
    lot = _yarn(world, facility)
    drawn = _drawn(world, facility, lot.colour)
    locked = production.lock_version(production.send_to_review(drawn, by=system), by=system)
    draft = production.begin_version(locked, note=world.text("نسخة"), by=system)
    flat = production.begin_version(draft, quality=class_found("kilim"), note=world.text("بساط"), by=system)
    copy = production.print_copy(locked, by=system)
    production.issue_copy(copy, issued_to=world.text("نول"), by=system)
    printing = production.ask_print(locked, production.PrintWish(ChartPaper(paper="a4"), copy), by=system)
    motif = _motif(world, facility)
    if is_named:
        world.weaving = Weaving(locked, draft, flat, lot, copy, printing, motif)


def _yarn(world: World, facility: Facility) -> YarnLot:
    system, code = make_system_user(), f"{world.mark}.{facility.code[-6:]}"
    words = production.ColourWords(code, world.text(f"لون {code}"), (90, 60, 40), world.text(f"Colour {code}"))
    colour = production.register_colour(words, facility, by=system)
    received = production.LotWords(world.text("دفعة"), Decimal(900), date(2022, 5, 1), world.text("مورد"))
    lot = production.receive_lot(facility, colour, YarnType.objects.get(code="W6-3"), received, by=system)
    production.count_lot(lot, Decimal(700), counted_on=date(2022, 6, 1), note=world.text("وزن"), by=system)
    return lot


def _drawn(world: World, facility: Facility, colour: YarnColour) -> ChartVersion:
    """Begin a design and draw it whole in the unit's own colour and one of the programme's."""
    system, quality = make_system_user(), class_found("300")
    names = ("title_ar", "title_en", "author", "rights", "market_note")
    said: dict[str, Any] = {name: world.text(name) for name in names}
    frame = Frame(quality.quality, Decimal(30), Decimal(30))
    words = production.DesignWords(**said)
    design = production.begin_design(facility, quality, frame, words, note=world.text("أول"), by=system)
    version = first_version(design)
    knots = (np.indices((version.high, version.wide)).sum(0) // 4 % 2).astype(np.uint8)
    other = YarnColour.objects.filter(facility=None).earliest("code")
    production.save_draft(version, knots, [colour.code, other.code], revision=0, key=uuid4(), by=system)
    return reread(version)


def _motif(world: World, facility: Facility) -> OwnMotif:
    said = {name: world.text(name) for name in ("name_ar", "name_en", "origin_ar", "origin_en", "rights")}
    words = production.MotifWords(f"{facility.code}-N1", tags=("star",), **said)
    cells = np.ones((9, 9), np.uint8)
    return production.add_motif(facility, words, cells, photograph=world.mark.encode(), by=make_system_user())


def _registers(world: World) -> None:
    """Leave one register recorded, one waiting, one refused."""
    facility, clerk = world.facilities[0], world.users[Role.CENTRE_CLERK]
    title = world.activities[0].title
    sound: Any = partial(line, activity=title)
    for number, (rows, is_recorded) in enumerate(
        (
            ([sound(date(2022, 3, 7), contacts=11, first_visits=5)], True),
            ([sound(date(2022, 3, 8), contacts=13, first_visits=4)], False),
            ([sound(date(2022, 3, 9), service=world.text("خدمة مجهولة"))], False),
        )
    ):
        register = collection.receive(f"{world.mark}-{number}.xlsx", tallies(rows), by=clerk, facility=facility)
        world.registers.append(collection.record(register, by=clerk) if is_recorded else register)


def _targets(world: World) -> None:
    set_target(
        "people_served",
        Period.half(2022, 1),
        777_000 + int(world.pcode[2:]),
        area=world.governorate,
        note=world.text("هدف"),
        by=make_system_user(),
    )
