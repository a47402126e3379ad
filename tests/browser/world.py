"""A small programme for the walks in a browser, made through the house's own actions."""

from __future__ import annotations

from datetime import date, timedelta

from nawl.indicators.actions import declare
from nawl.places.models import Facility
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_tallies
from tests.factories.partners import make_agreement
from tests.factories.places import make_district, make_facility, make_workshop

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
    for number, facility in enumerate([safita, *others]):
        activity = make_activity(facility)
        for step in range(DAYS):
            day = date(2022, 1, 10) + timedelta(days=step * 19)
            make_tallies(activity, [cell(activity, 5 + number + step, 3), cell(activity, 2, 1, sex="m")], on=day)
    return safita
