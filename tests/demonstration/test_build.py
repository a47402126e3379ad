"""The demonstration as it is really built: registers through the import, the published figures from the records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from config import env
from config.reference import load_reference
from demonstration import build
from demonstration.people import PEOPLE, sign_in_lines
from demonstration.programme import HAYDARIYAH, LATE, SAFITA
from nawl.accounts.actions import the_system
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.models import ServiceDay, Tally
from nawl.activities.queries import month_differences
from nawl.collection.actions import receive
from nawl.collection.models import RegisterFile
from nawl.indicators import queries
from nawl.kit.periods import Period
from nawl.places.models import Facility

FIRST_HALF = Period.half(2022, 1)
FIGURES = {
    "people_served": 155_000,
    "people_served_alternative": 70_000,
    "activities_carried_out": 56,
}


@pytest.fixture(scope="module")
def programme(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Build it once for the tests of this file, and take it away again."""
    from django.conf import settings
    from django.db import transaction

    folder, before = tmp_path_factory.mktemp("demonstration"), settings.DATA_DIR
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        settings.DATA_DIR = folder
        list(load_reference())
        build.build(folder / "registers")
        yield folder
        settings.DATA_DIR = before
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _open(programme: Path, db: None) -> None:
    """Every test here stands within the built programme."""


@pytest.mark.parametrize(("code", "figure"), FIGURES.items())
def test_the_records_give_the_published_figure(code: str, figure: int) -> None:
    director = User.objects.get(username="director")
    value = queries.value(code, queries.home_of(director), FIRST_HALF, user=director)
    assert value.number == figure


def test_the_seventy_thousand_are_all_of_al_haydariyah() -> None:
    partner = User.objects.get(username="partner")
    assert queries.home_of(partner).code == HAYDARIYAH
    value = queries.value("people_served_alternative", queries.home_of(partner), FIRST_HALF, user=partner)
    assert value.number == 70_000


def test_every_governorate_has_a_facility_and_the_months_prove_right() -> None:
    facilities = Facility.objects.visible_to(the_system())
    assert facilities.count() == 61
    assert facilities.values("governorate").distinct().count() == 14
    assert not list(month_differences())


def test_every_day_came_through_a_register() -> None:
    recorded = RegisterFile.objects.visible_to(the_system()).filter(state="recorded")
    assert {register.kind for register in recorded} == {"facilities", "activities", "tallies"}
    told = sum(register.new_count for register in recorded.filter(kind="tallies"))
    assert told == Tally.objects.visible_to(the_system()).count()


def test_the_same_register_again_changes_nothing(programme: Path) -> None:
    clerk = User.objects.get(username="clerk")
    path = next((programme / "registers").glob(f"{SAFITA}.*"))
    before = Tally.objects.visible_to(clerk).count()
    register = receive(path.name, path.read_bytes(), by=clerk)
    assert (register.new_count, register.changed_count) == (0, 0) or register.state == "recorded"
    assert Tally.objects.visible_to(clerk).count() == before


def test_late_registers_end_in_the_middle_of_june() -> None:
    days = ServiceDay.objects.visible_to(the_system()).filter(facility__area__pcode__in=LATE)
    assert {day.month for day in days.values_list("occurred_on", flat=True)} == set(range(1, 7))
    assert max(days.values_list("occurred_on", flat=True)).day == 16


def test_every_role_has_a_sign_in() -> None:
    assert {person.role for person in PEOPLE} == set(Role)
    lines = list(sign_in_lines())
    assert all(any(person.username in line for line in lines) for person in PEOPLE)


def test_the_data_folder_says_that_it_is_synthetic(programme: Path) -> None:
    values = env.read({"NAWL_DATA_DIR": str(programme)})
    assert values["NAWL_SYNTHETIC"] is True
    assert str(values["NAWL_TODAY"]) == "2022-07-14"
