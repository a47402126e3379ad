"""A small programme with records, and the worded sample in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.models import Activity
from nawl.kit.periods import Period
from nawl.reports.composing.compose import compose
from nawl.reports.document import Document
from tests.factories.activities import make_activity, make_service
from tests.factories.indicators import RawTally, load_raw, make_indicators
from tests.factories.partners import make_agreement, make_organisation
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as
from tests.factories.reports import issued_report

H1 = Period.half(2022, 1)


@dataclass(frozen=True)
class World:
    """Two governorates, an alternative centre, and who answers for them."""

    activities: tuple[Activity, ...]
    director: User
    tartous: User
    suwayda: User
    load: Callable[..., None]


@pytest.fixture
def world(db: None) -> World:
    """A programme whose first half of 2022 has records in two governorates and an alternative centre."""
    make_indicators()
    safita = make_facility(at=make_district("SY1003"), latitude="34.82", longitude="36.11")
    banyas = make_facility(at=make_district("SY1002"), kind="unit", latitude="35.18", longitude="35.94")
    suwayda = make_facility(at=make_district("SY1300"), latitude="32.70", longitude="36.56")
    alternative = make_facility(at=make_district("SY1302"), kind="alternative", name_ar="المركز البديل في الحيدرية")
    partner = make_organisation()
    make_agreement(partner, facilities=[alternative])
    activities = (
        make_activity(safita, "health"),
        make_activity(banyas, "vocational-training"),
        make_activity(suwayda, "health"),
        make_activity(alternative, "health", partner=partner),
    )
    days = count(1)

    def load(activity: int, month: int, contacts: int, first_visits: int, sex: str = "f", band: str = "18-29") -> None:
        on = date(2022, month, next(days) % 27 + 1)
        load_raw([RawTally(activities[activity], on, make_service(), sex, band, contacts, first_visits)])

    load(0, 1, 40, 20)
    load(0, 2, 30, 5, sex="m", band="30-59")
    load(1, 3, 12, 6)
    load(2, 6, 8, 3)
    load(3, 2, 90, 50)
    tartous, south = make_governorate("SY10"), make_governorate("SY13")
    return World(
        activities,
        make_user_as(Role.PROGRAMME_DIRECTOR),
        make_user_as(Role.GOVERNORATE_DIRECTOR, tartous),
        make_user_as(Role.GOVERNORATE_DIRECTOR, south),
        load,
    )


@pytest.fixture(scope="session")
def arabic() -> Document:
    """The sample, issued, in Arabic."""
    return compose(issued_report(), "ar", address="https://nawl.example")


@pytest.fixture(scope="session")
def english() -> Document:
    """The sample, issued, in English."""
    return compose(issued_report(), "en", address="https://nawl.example")
