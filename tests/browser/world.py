"""A small programme for the walks in a browser, made through the house's own actions."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from nawl.indicators.actions import declare
from nawl.places.models import Facility
from nawl.production.actions import MotifWords, add_motif, begin_version, issue_copy, print_copy, send_to_review
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_tallies
from tests.factories.partners import make_agreement
from tests.factories.places import make_district, make_facility, make_workshop
from tests.factories.production import draw, make_class, make_locked, make_palette, make_version

DAYS = 8


def make_world() -> Facility:
    """Make two governorates with a few facilities and days of services; return the facility in Safita."""
    declare(by=make_system_user())
    safita = make_facility(at=make_district("SY1003"), latitude="34.82", longitude="36.12")
    others = [
        make_facility(at=make_district("SY1002"), kind="unit", latitude="35.18", longitude="35.94"),
        make_facility(at=make_district("SY1302"), latitude="32.49", longitude="36.71"),
        make_facility(at=make_district("SY0301"), kind="alternative", latitude="33.5", longitude="36.3"),
    ]
    make_workshop(safita)
    make_agreement(facilities=[others[2]])
    make_designs(safita)
    for number, facility in enumerate([safita, *others]):
        activity = make_activity(facility)
        for step in range(DAYS):
            day = date(2022, 1, 10) + timedelta(days=step * 19)
            make_tallies(activity, [cell(activity, 5 + number + step, 3), cell(activity, 2, 1, sex="m")], on=day)
    return safita


def make_designs(facility: Facility) -> None:
    """Give a unit yarn, a design with a locked version and a paper copy, one in review, one draft, and a flat weave."""
    hand = make_system_user()
    make_palette(facility)
    for code in ("300", "360", "wall", "kilim"):
        make_class(code)
    locked = make_locked(make_version(facility))
    issue_copy(print_copy(locked, by=hand), issued_to="النول ٣", by=hand)
    begin_version(locked, by=hand)
    send_to_review(draw(make_version(facility, title_ar="ورد الشام")), by=hand)
    make_version(facility, quality=make_class("kilim"), title_ar="بساط الحصاد")
    words = MotifWords(code="QD-1", name_ar="نقش القدموس", origin_ar="من سجادة قديمة.", rights="ملك الوحدة")
    add_motif(facility, words, np.array([[0, 1, 0], [1, 2, 1]], np.uint8), by=hand)
