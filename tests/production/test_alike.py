"""The register is searched by a picture: a drawing that fills it, a photograph of a carpet on a floor."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from nawl.accounts.choices import Role
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from tests.factories.places import make_district, make_facility, make_user_as
from tests.factories.production import draw, make_version
from tests.production.pages import as_role, at, client_of
from tests.weaving.pictures.floors import corners_of, on_the_floor

pytestmark = pytest.mark.django_db


def photograph(version: ChartVersion, seed: int = 5, floor: str = "wood") -> SimpleUploadedFile:
    """Return a JPEG of the version's carpet on a floor."""
    file = io.BytesIO()
    Image.fromarray(on_the_floor(chart_of(version), seed, floor).pixels).save(file, "JPEG", quality=85)
    return SimpleUploadedFile("carpet.jpg", file.getvalue(), "image/jpeg")


def test_the_register_is_searched_by_a_picture(locked: ChartVersion) -> None:
    other = draw(make_version(locked.design.facility, title_ar="آخر"), seed=1)
    client = as_role(Role.DESIGNER, locked)
    image = client.get(at(locked, "version-file", "picture")).content
    answer = client.post(reverse("production:alike"), {"picture": SimpleUploadedFile("a.png", image, "image/png")})
    assert answer.status_code == 200
    assert "هذه أشبه التصاميم بها" in answer.content.decode()
    assert answer.context["rows"][0][0].share > 0.9
    assert {row.design.pk for row, _ in answer.context["rows"]} <= {locked.design.pk, other.design.pk}


def test_a_search_by_picture_stays_within_the_scope(locked: ChartVersion) -> None:
    image = as_role(Role.DESIGNER, locked).get(at(locked, "version-file", "picture")).content
    stranger = client_of(make_user_as(Role.DESIGNER, make_facility(at=make_district("SY1302"))))
    answer = stranger.post(reverse("production:alike"), {"picture": SimpleUploadedFile("a.png", image, "image/png")})
    assert "لا شيء يشبهها" in answer.content.decode()


def test_a_carpet_on_a_floor_is_found_and_the_corners_found_can_be_moved_on_from(locked: ChartVersion) -> None:
    answer = as_role(Role.DESIGNER, locked).post(reverse("production:alike"), {"picture": photograph(locked)})
    assert answer.context["rows"][0][0].share > 0.75
    assert "جرى البحث بهذا الجزء من الصورة" in answer.content.decode()
    form = answer.context["form"]
    (across, down), *_rest = corners_of(chart_of(locked), 5)
    assert float(form["upper_left_x"].value()) == pytest.approx(across * 100, abs=6)
    assert float(form["upper_left_y"].value()) == pytest.approx(down * 100, abs=6)


def test_what_is_marked_is_searched_by_and_htmx_gets_the_finds_with_the_corners(locked: ChartVersion) -> None:
    marks = zip(
        ("upper_left", "upper_right", "lower_right", "lower_left"), corners_of(chart_of(locked), 5), strict=True
    )
    sent = {
        f"{name}_{side}": f"{value * 100:.2f}" for name, at_ in marks for side, value in zip("xy", at_, strict=True)
    }
    client = as_role(Role.DESIGNER, locked)
    answer = client.post(
        reverse("production:alike"),
        {"picture": photograph(locked), "part": "marked", **sent},
        headers={"HX-Request": "true"},
    )
    page = answer.content.decode()
    assert answer.context["rows"][0][0].share > 0.8
    assert page.lstrip().startswith('<div class="stack" id="found">')
    assert 'id="corner-numbers" hx-swap-oob="true"' in page
    assert f'value="{sent["lower_right_y"]}"' in page


def test_corners_that_cross_are_refused_at_the_choice(locked: ChartVersion) -> None:
    sent = {"picture": photograph(locked), "part": "marked", "upper_left_x": "100", "upper_right_x": "0"}
    answer = as_role(Role.DESIGNER, locked).post(reverse("production:alike"), sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors["part"]
    assert "لم يجرِ البحث بعد" in answer.content.decode()
    assert "يُحفظ" not in answer.content.decode().split('class="faults"')[1].split("</h2>")[0]


def test_a_picture_without_a_carpet_is_searched_by_whole_and_says_so(locked: ChartVersion) -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 80), (120, 90, 60)).save(file, "PNG")
    plain = SimpleUploadedFile("plain.png", file.getvalue(), "image/png")
    answer = as_role(Role.DESIGNER, locked).post(reverse("production:alike"), {"picture": plain})
    assert "لم تتميّز سجادة في الصورة" in answer.content.decode()
