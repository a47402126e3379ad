"""Twin governorates whose records bear a mark, and a network of any size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nawl.accounts.models import User
from nawl.places.models import Facility
from tests.factories.activities import make_activity, make_service
from tests.factories.indicators import RawTally, load_raw, make_indicators
from tests.factories.partners import make_agreement, make_organisation
from tests.factories.places import make_district, make_facility, make_user_as

MARK = "كلمة السر للسويداء"
DAYS = (date(2022, 2, 1), date(2022, 3, 1), date(2022, 6, 28), date(2022, 7, 12))

SignIn = Callable[[User], Client]


@pytest.fixture
def as_user() -> SignIn:
    """Open a browser of a user, in Arabic."""

    def go(user: User, language: str = "ar") -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        client.cookies["nawl_language"] = language
        return client

    return go


def serve(facility: Facility, mark: str = "", contacts: int = 10, days: tuple[date, ...] = DAYS) -> None:
    """Give a facility two activities and their services on each of the days."""
    for kind, service in (("health", "medical-checkup"), ("kindergarten", "kindergarten-day")):
        title = f"{kind} {mark}".strip()
        activity = make_activity(facility, kind, title=title)
        load = [
            RawTally(activity, day, make_service(service), sex, "18-29", contacts, contacts // 2)
            for day in days
            for sex in "fm"
        ]
        load_raw(load)


@pytest.fixture
def twins(db: None) -> dict[str, Facility]:
    """Two governorates alike, of which one bears a mark in every text; an alternative centre besides."""
    make_indicators()
    safita = make_facility(at=make_district("SY1003"), code="SY1003-RDC-02")
    banyas = make_facility(at=make_district("SY1002"), kind="unit")
    marked = make_facility(at=make_district("SY1300"), name_ar=f"مركز {MARK}", name_en=f"Centre {MARK}")
    alternative = make_facility(at=make_district("SY0301"), kind="alternative", name_ar="المركز البديل في الحيدرية")
    make_agreement(make_organisation("ORG-H", name_ar="جمعية البناء"), [alternative])
    make_agreement(make_organisation("ORG-M", name_ar=f"جمعية {MARK}"), [marked], number="AG-M")
    serve(safita)
    serve(banyas, days=DAYS[:2])
    serve(marked, MARK, contacts=70)
    serve(alternative, contacts=900)
    return {"safita": safita, "banyas": banyas, "marked": marked, "alternative": alternative}


@pytest.fixture
def director(twins: dict[str, Facility]) -> User:
    """The director of the programme."""
    return make_user_as("programme_director", full_name="مديرية التنمية")


@pytest.fixture
def tartous(twins: dict[str, Facility]) -> User:
    """The director of the governorate without the mark."""
    return make_user_as("governorate_director", twins["safita"].governorate, full_name="مديرية طرطوس")


@pytest.fixture
def clerk(twins: dict[str, Facility]) -> User:
    """The clerk of the centre in Safita."""
    return make_user_as("centre_clerk", twins["safita"], full_name="موظفة التسجيل")
