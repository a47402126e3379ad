"""The register of designs on its page: what a reader finds in it, how it is narrowed, how a design is begun."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.production.models import ChartVersion, Design
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as
from tests.factories.production import (
    draw,
    first_version,
    make_class,
    make_design,
    make_palette,
    make_version,
)
from tests.production.pages import as_role, at, client_of, text

pytestmark = pytest.mark.django_db


def test_the_register_shows_the_designs_of_the_scope_in_arabic() -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    make_palette(here)
    make_design(here, title_ar="نجمة صافيتا")
    make_design(there, title_ar="ليل السويداء")
    page = text(client_of(make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY10"))), "/designs/")
    assert "التصاميم" in page
    assert "نجمة صافيتا" in page
    assert "ليل السويداء" not in page
    assert "مسودة" in page
    assert "10 × 20 سم" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "نجمه"}, True),
        ({"q": "safita"}, True),
        ({"q": "DSN-2022-0001"}, True),
        ({"q": "السويداء"}, False),
        ({"state": "locked"}, True),
        ({"state": "review"}, False),
        ({"origin": "new"}, True),
        ({"origin": "traditional"}, False),
        ({"quality": "300"}, True),
        ({"quality": "400"}, False),
        ({"governorate": "SY10"}, True),
        ({"governorate": "SY13"}, False),
        ({"state": "nonsense"}, False),
    ],
)
def test_the_register_is_narrowed_by_words_state_origin_class_and_place(
    locked: ChartVersion, query: dict[str, str], found: bool
) -> None:
    page = text(as_role(Role.PROGRAMME_DIRECTOR, locked), "/designs/", **query)
    assert ("نجمة صافيتا" in page) is found
    assert ("لا تصميم يوافق المطلوب" in page) is not found


def test_htmx_gets_the_gallery_alone(locked: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, locked)
    answer = client.get("/designs/", headers={"HX-Request": "true"}).content.decode()
    assert 'id="rows"' in answer
    assert "<html" not in answer


def test_an_empty_register_says_how_to_begin() -> None:
    page = text(client_of(make_user_as(Role.DESIGNER, make_facility())), "/designs/")
    assert "لا تصاميم بعد" in page
    assert reverse("production:design-new") in page


def test_the_register_takes_as_many_queries_for_one_design_as_for_many(
    locked: ChartVersion, django_assert_max_num_queries: Any
) -> None:
    client = as_role(Role.PROGRAMME_DIRECTOR, locked)
    client.get("/designs/")
    with django_assert_max_num_queries(16) as few:
        client.get("/designs/")
    for number in range(4):
        draw(make_version(locked.design.facility, title_ar=f"تصميم {number}"))
    with django_assert_max_num_queries(len(few)):
        client.get("/designs/")


def test_a_design_is_begun_on_the_page(locked: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, locked)
    assert "الصنف والمقاس أولاً" in text(client, reverse("production:design-new"))
    sent = {
        "facility": locked.design.facility.code,
        "quality": "300/1",
        "size": "٢٠×٣٠ سم",
        "symmetry": "quarter",
        "border_cm": "2",
        "colours": "8",
        "title_ar": "وردة",
        "origin": "traditional",
        "beginning": "picture",
    }
    answer = client.post(reverse("production:design-new"), sent)
    design = Design.objects.unscoped("a test looks for its design").get(title_ar="وردة")
    version = first_version(design)
    assert answer.url == at(version, "picture-new")
    assert (version.wide, version.high, version.symmetry, version.beginning) == (60, 90, "quarter", "picture")


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"size": "كبير"}, "size", "ليس قياساً"),
        ({"size": "0x30"}, "size", "سم"),
        ({"border_cm": "99"}, "border_cm", "99"),
        ({"title_ar": ""}, "title_ar", "مطلوب"),
    ],
)
def test_what_is_wrong_with_a_new_design_stands_at_its_field(
    locked: ChartVersion, changes: dict[str, str], field: str, said: str
) -> None:
    sent = {
        "facility": locked.design.facility.code,
        "quality": "300/1",
        "size": "20x30 cm",
        "symmetry": "none",
        "border_cm": "0",
        "colours": "8",
        "title_ar": "وردة",
        "origin": "new",
        "beginning": "empty",
    }
    answer = as_role(Role.DESIGNER, locked).post(reverse("production:design-new"), {**sent, **changes})
    assert answer.status_code == 422
    faults = " ".join(answer.context["form"].errors[field])
    assert said in faults, faults


def test_who_draws_for_several_units_begins_at_the_one_with_yarn_then_at_the_last_one_drawn_for() -> None:
    bare, stocked = make_facility(), make_facility()
    make_palette(stocked)
    make_class()
    by = make_user_as(Role.DESIGNER)
    chosen = '<option value="{}" selected>'
    for name in ("design-new", "motif-new"):
        assert chosen.format(stocked.code) in text(client_of(by), reverse(f"production:{name}")), name
    make_design(bare, by=by)
    for name in ("design-new", "yarn-list", "motif-new"):
        assert chosen.format(bare.code) in text(client_of(by), reverse(f"production:{name}")), name
