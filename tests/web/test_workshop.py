"""The table of those who draw and lock; designs in the search over everything."""

from __future__ import annotations

import re

import pytest

from nawl.accounts.choices import Role
from nawl.production.actions import send_to_review
from nawl.web.pages.searching import search_page
from nawl.web.pages.workshop import workshop_day
from tests.factories.accounts import make_system_user
from tests.factories.places import make_district, make_facility, make_user_as
from tests.factories.production import draw, make_palette, make_version
from tests.web.conftest import SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    """A unit with yarn, one draft and one version in review."""
    facility = make_facility()
    make_palette(facility)
    draw(make_version(facility, title_ar="نجمة صافيتا"))
    send_to_review(draw(make_version(facility, title_ar="ورد الشام")), by=make_system_user())
    return facility


def test_a_designer_goes_on_with_drafts_and_sees_what_waits(unit, as_user: SignIn) -> None:
    answer = as_user(make_user_as(Role.DESIGNER, unit)).get("/")
    page = answer.context["page"]
    assert (page.director, page.facilities) == (None, [])
    assert [cloth.title for cloth in page.workshop.drafts] == ["نجمة صافيتا"]
    assert page.workshop.drafts[0].url.endswith("/studio/")
    assert [cloth.title for cloth in page.workshop.in_review] == ["ورد الشام"]
    assert "لا تكليف" not in answer.content.decode()


def test_what_is_drawn_and_what_waits_is_counted_once(unit) -> None:
    designer = make_user_as(Role.DESIGNER, unit)
    said = [re.sub("<[^>]+>", "", workshop_day(designer).sentence)]
    draw(make_version(unit))
    said.append(re.sub("<[^>]+>", "", workshop_day(designer).sentence))
    assert said == [
        "قيد الرسم: مسودة واحدة. قيد المراجعة: نسخة واحدة.",
        "قيد الرسم: مسودتان. قيد المراجعة: نسخة واحدة.",
    ]


def test_a_director_is_shown_what_waits_to_be_locked_and_no_draft(unit) -> None:
    day = workshop_day(make_user_as(Role.GOVERNORATE_DIRECTOR, unit.governorate))
    assert [cloth.title for cloth in day.in_review] == ["ورد الشام"]
    assert day.drafts == []
    assert not day.may_draw


def test_who_neither_draws_nor_locks_has_no_table(unit) -> None:
    assert workshop_day(make_user_as(Role.CENTRE_CLERK, unit)) is None
    assert (
        workshop_day(make_user_as(Role.GOVERNORATE_DIRECTOR, make_facility(at=make_district("SY0501")).governorate))
        is None
    )


def test_the_table_of_another_unit_is_empty(unit) -> None:
    day = workshop_day(make_user_as(Role.DESIGNER, make_facility()))
    assert (day.drafts, day.in_review) == ([], [])


def test_the_table_takes_the_same_queries_however_much_lies_on_it(unit, django_assert_num_queries) -> None:
    designer = make_user_as(Role.DESIGNER, unit)
    workshop_day(designer)
    with django_assert_num_queries(8):
        workshop_day(designer)
    for number in range(3):
        make_version(unit, title_ar=f"تصميم {number}")
        draw(make_version(unit, title_ar=f"رسم {number}"))
    with django_assert_num_queries(8):
        workshop_day(designer)


@pytest.mark.parametrize("text", ["نجمة", "النجمة", "صافيتا نجمه", "safita star"])
def test_a_design_is_found_by_its_titles_in_any_spelling(unit, text) -> None:
    found = search_page(text, make_user_as(Role.DESIGNER, unit))
    assert "نجمة صافيتا" in {hit.name for group in found.groups for hit in group.hits}


def test_a_design_of_another_unit_is_not_found(unit) -> None:
    for role, at in ((Role.DESIGNER, make_facility()), (Role.PARTNER, unit)):
        found = search_page("نجمة", make_user_as(role, at))
        assert "نجمة صافيتا" not in {hit.name for group in found.groups for hit in group.hits}
