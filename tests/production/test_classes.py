"""Classes are published in versions; the shipped lists are loaded once and leave alone what a ministry published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from nawl.accounts.choices import Role
from nawl.kit.errors import NotFound, NotPossible
from nawl.production.actions import load_workshop_lists, publish_class_version
from nawl.production.models import QualityClass, YarnColour, YarnType
from nawl.production.queries.classes import (
    class_found,
    classes_standing,
    classes_valid,
    standing_class,
    versions_of_class,
)
from nawl.production.rules import CLASS_KEEPERS
from nawl.production.rules.packing import class_words
from nawl.weaving.classes import class_from, find_class, load_classes
from nawl.weaving.stock import shipped_yarns
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility
from tests.factories.production import make_class, make_version
from tests.production.acts import hand, refuses_all_but, told, verbs

pytestmark = pytest.mark.django_db
FINER = replace(find_class("300"), kh=Decimal(31), valid_from=date(2022, 9, 1))


@pytest.mark.parametrize("shipped", load_classes(), ids=lambda one: one.key)
def test_a_class_comes_back_from_its_words_exactly(shipped: object) -> None:
    assert class_from(class_words(shipped)) == shipped


def test_a_new_version_follows_the_one_before_it() -> None:
    first = make_class()
    second = publish_class_version(FINER, by=hand(Role.PROGRAMME_DIRECTOR, make_facility()))
    first.refresh_from_db()
    assert (second.version, second.quality.kh, second.valid_to) == (2, 31, None)
    assert first.valid_to == date(2022, 8, 31)
    assert "نُشرت النسخة 2" in told(second)
    assert [one.version for one in versions_of_class("300")] == [2, 1]


def test_only_the_ministry_publishes_classes() -> None:
    make_class()
    refuses_all_but(CLASS_KEEPERS, make_facility(), lambda by: publish_class_version(FINER, by=by))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"valid_from": date(2021, 1, 1)}, "class_version_too_early"),
        ({"kh": None}, "class_without_density"),
        ({"kv": Decimal(0)}, "class_without_density"),
        ({"name_ar": " "}, "class_name_missing"),
        ({"code": " "}, "class_name_missing"),
        ({"code": "3" * 21}, "text_too_long"),
    ],
)
def test_a_class_that_fixes_too_little_or_comes_too_early_is_refused(changes: dict[str, object], code: str) -> None:
    make_class()
    with pytest.raises(NotPossible, match=code):
        publish_class_version(replace(FINER, **changes), by=make_system_user())


def test_what_was_drawn_keeps_its_class() -> None:
    version = make_version()
    publish_class_version(FINER, by=make_system_user())
    assert version.quality.version == 1
    assert QualityClass.objects.get(pk=version.quality_id).quality.kh == 30


def test_a_class_is_found_as_it_holds_today_or_by_its_very_version() -> None:
    make_class()
    publish_class_version(FINER, by=make_system_user())
    assert class_found("300").version == 1, "the new version holds from September"
    assert class_found("300/2").version == 2
    assert [one.version for one in classes_valid(date(2022, 10, 1))] == [2]
    with pytest.raises(NotFound, match="class_unknown"):
        class_found("999")


@pytest.mark.parametrize(
    ("day", "stands", "is_in_force", "following"),
    [
        (date(2020, 1, 1), 1, False, 2),
        (date(2022, 8, 31), 1, True, 2),
        (date(2022, 9, 1), 2, True, None),
        (date(2030, 1, 1), 2, True, None),
    ],
)
def test_how_a_class_stands_on_a_day(day: date, stands: int, is_in_force: bool, following: int | None) -> None:
    make_class()
    publish_class_version(FINER, by=make_system_user())
    row = standing_class(versions_of_class("300"), day)
    assert (row.one.version, row.is_in_force) == (stands, is_in_force)
    assert (row.following.version if row.following else None) == following
    assert classes_standing(day) == [row]


def test_the_shipped_lists_are_loaded_once() -> None:
    by = make_system_user()
    assert load_workshop_lists(by=by) == len(load_classes()) + YarnType.objects.count() + len(shipped_yarns())
    assert load_workshop_lists(by=by) == 0
    assert verbs() == ["production.lists_loaded"]
    assert YarnColour.objects.get(code="W1").name_ar == "أبيض طبيعي"
    assert YarnType.objects.get(code="W6-3").tex == Decimal("500.00")


def test_only_the_ministry_loads_the_lists() -> None:
    refuses_all_but(CLASS_KEEPERS, make_facility(), lambda by: load_workshop_lists(by=by))


def test_what_a_ministry_published_stays_when_the_lists_are_loaded_again() -> None:
    by = make_system_user()
    load_workshop_lists(by=by)
    publish_class_version(replace(FINER, valid_from=date(2022, 7, 1)), by=by)
    load_workshop_lists(by=by)
    assert class_found("300").quality.kh == 31
