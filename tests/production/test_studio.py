"""The studio's pages and answers: the chart as it stands, drawings of the shelf, pictures, a drawing as a version of its own."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zlib
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from nawl.accounts.choices import Role
from nawl.production.actions import send_to_review
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.sheets import sheet_of
from nawl.production.views.showing import size_words
from nawl.production.views.studio_words import SAMPLES, script_words
from nawl.weaving.composing.borders import mirrored, turned
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.motifs import MOTIFS, motif
from nawl.weaving.motifs.kufic import kufic
from nawl.weaving.reckoning.needs import gross_grams
from nawl.weaving.signs import SIGNS, with_signs
from tests.factories.places import make_district, make_facility, make_user_as
from tests.factories.production import DYES, draw, knots_for, make_class, make_colour, make_lot, make_version, reread
from tests.production.acts import hand

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> ChartVersion:
    """A drawn draft of 30 × 60 knots."""
    return draw(make_version())


def client_as(role: str, version: ChartVersion, language: str = "ar") -> Client:
    client = Client()
    client.force_login(hand(role, version.design.facility))
    client.cookies["nawl_language"] = language
    return client


def at(version: ChartVersion, name: str) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number])


def facts_of(page: str) -> dict[str, Any]:
    head = '<script id="studio-facts" type="application/json">'
    return json.loads(page[page.index(head) + len(head) :].split("</script>", maxsplit=1)[0])


def cells_of(drawing: dict[str, Any]) -> np.ndarray:
    flat = np.frombuffer(base64.b64decode(drawing["cells"]), dtype=np.uint8)
    return flat.reshape(drawing["high"], drawing["wide"])


def test_a_designer_finds_the_chart_its_yarns_and_what_they_take(version: ChartVersion) -> None:
    page = client_as(Role.DESIGNER, version).get(at(version, "studio")).content.decode()
    facts = facts_of(page)
    assert "مرسم السجاد" in page
    assert (facts["wide"], facts["high"], facts["revision"], facts["readonly"]) == (30, 60, version.revision, False)
    assert facts["palette"] == list(DYES)
    assert size_words(version.width_cm, version.length_cm) in page, (
        "width, length and unit in one, as on the other pages"
    )
    yarns = {yarn["code"]: yarn for yarn in facts["yarns"]}
    assert all(yarn["sign"].startswith("M") and yarn["grams"] == 5000 for yarn in yarns.values())
    chart = chart_of(version)
    needed = [knots * yarns[yarn.code]["gramsAKnot"] for knots, yarn in zip(chart.counts, chart.yarns, strict=True)]
    assert needed == pytest.approx([float(grams) for grams in gross_grams(chart)], abs=0.06)


def test_the_page_speaks_the_readers_language(version: ChartVersion) -> None:
    page = client_as(Role.DESIGNER, version, "en").get(at(version, "studio")).content.decode()
    assert "Carpet studio" in page
    assert facts_of(page)["yarns"][0]["name"] in {english for _arabic, english, _srgb in DYES.values()}


def test_the_page_asks_the_tables_a_fixed_number_of_times(
    version: ChartVersion, django_assert_max_num_queries: Any
) -> None:
    client = client_as(Role.DESIGNER, version)
    client.get(at(version, "studio"))
    with django_assert_max_num_queries(16):
        client.get(at(version, "studio"))


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.GOVERNORATE_DIRECTOR])
def test_who_may_not_draw_sees_the_chart_and_the_reason(version: ChartVersion, role: str) -> None:
    page = client_as(role, version).get(at(version, "studio")).content.decode()
    assert facts_of(page)["readonly"]
    assert "ويرسم عليه مصمّمو وحدته" in page


def test_a_version_in_review_says_why_it_takes_no_stroke(version: ChartVersion) -> None:
    reviewed = send_to_review(version, by=hand(Role.DESIGNER, version.design.facility))
    page = client_as(Role.DESIGNER, version).get(at(reviewed, "studio")).content.decode()
    assert facts_of(page)["readonly"]
    assert "ولا يُرسم عليها" in page


@pytest.mark.parametrize("name", ["studio", "studio-knots"])
def test_a_stranger_finds_nothing(version: ChartVersion, name: str) -> None:
    client = Client()
    client.force_login(make_user_as(Role.DESIGNER, make_facility(at=make_district("SY1302"))))
    assert client.get(at(version, name)).status_code == 404


def test_the_knots_are_sent_a_byte_each(version: ChartVersion) -> None:
    answer = client_as(Role.DESIGNER, version).get(at(version, "studio-knots"))
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == knots_for(version).tobytes()


def test_a_drawing_becomes_a_version_of_its_own(version: ChartVersion) -> None:
    knots = knots_for(version, seed=2)
    sent = {
        "knots": SimpleUploadedFile("knots", zlib.compress(knots.tobytes())),
        "yarns": json.dumps(list(DYES)),
    }
    answer = client_as(Role.DESIGNER, version).post(at(version, "studio-branch"), sent)
    second = ChartVersion.objects.unscoped("a test looks").select_related("design").get(number=2)
    assert answer.json() == {"url": at(second, "studio")}
    assert (chart_of(second).knots == knots).all()
    assert (chart_of(reread(version)).knots == knots_for(version)).all()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"knots": b"not deflated", "yarns": "[]"},
        {"knots": zlib.compress(bytes(1800)), "yarns": "{}"},
        {"knots": zlib.compress(bytes(1800)), "yarns": "[" * 9999},
        {"knots": zlib.compress(bytes(10_000_000)), "yarns": '["MAD"]'},
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(version: ChartVersion, sent: dict[str, Any]) -> None:
    files = {"knots": SimpleUploadedFile("knots", sent["knots"])} if "knots" in sent else {}
    asked = {**{name: value for name, value in sent.items() if name != "knots"}, **files}
    answer = client_as(Role.DESIGNER, version).post(at(version, "studio-branch"), asked)
    assert answer.status_code == 422
    assert answer.json()["message"]
    assert ChartVersion.objects.unscoped("a test counts").count() == 1


def picture() -> SimpleUploadedFile:
    """Two halves, red above and blue below."""
    fields = np.zeros((120, 60, 3), np.uint8)
    fields[:60], fields[60:] = (150, 45, 45), (35, 60, 95)
    file = io.BytesIO()
    Image.fromarray(fields).save(file, "PNG")
    return SimpleUploadedFile("halves.png", file.getvalue())


def wish(**changes: Any) -> str:
    asked = {
        "crop": {"x": 0, "y": 0, "wide": 1, "high": 1},
        "tone": {"brightness": 0, "contrast": 0, "saturation": 0},
        "yarns": ["MAD", "IND", "WOO"],
        "passes": 4,
        "least": 0,
    }
    return json.dumps({**asked, **changes})


def drawn(version: ChartVersion, **changes: Any) -> Any:
    sent = {"picture": picture(), "revision": version.revision, "wish": wish(**changes)}
    return client_as(Role.DESIGNER, version).post(at(version, "studio-picture"), sent)


def test_a_picture_is_drawn_with_the_yarns_of_the_preview(version: ChartVersion) -> None:
    assert drawn(version).json() == {"revision": version.revision + 1, "palette": ["IND", "MAD", "WOO"]}
    chart = chart_of(reread(version))
    codes = np.array([yarn.code for yarn in chart.yarns])[chart.knots]
    assert (codes[:30] == "MAD").all()
    assert (codes[30:] == "IND").all()
    upper = {"crop": {"x": 0, "y": 0, "wide": 1, "high": 0.5}}
    drawn(reread(version), **upper)
    chart = chart_of(reread(version))
    assert chart.yarns[int(chart.knots.min())].code == chart.yarns[int(chart.knots.max())].code == "MAD"


def test_a_tone_changes_what_is_drawn(version: ChartVersion) -> None:
    drawn(version, tone={"brightness": 100, "contrast": -100, "saturation": 0}, yarns=["MAD", "WOO", "SAF"])
    assert len(set(chart_of(reread(version)).knots.ravel().tolist())) == 1


def test_a_picture_over_a_colleagues_drawing_is_a_conflict(version: ChartVersion) -> None:
    draw(version, seed=3)
    answer = drawn(version)
    assert (answer.status_code, answer.json()["code"]) == (409, "chart_changed_meanwhile")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tone": {"brightness": 400, "contrast": 0, "saturation": 0}}, "tone_unfit"),
        ({"crop": {"x": 0.5, "y": 0, "wide": -0.2, "high": 1}}, "crop_unfit"),
        ({"yarns": ["NONE"]}, "yarn_not_offered"),
        ({"yarns": 5}, "chart_sending_unreadable"),
        ({"crop": {}}, "chart_sending_unreadable"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(version: ChartVersion, changes: dict[str, Any], code: str) -> None:
    answer = drawn(version, **changes)
    assert answer.json()["code"] == code
    assert answer.json()["message"]
    assert reread(version).revision == version.revision


def test_the_shelf_gives_every_motif_and_each_in_the_size_asked_for(version: ChartVersion) -> None:
    client = client_as(Role.DESIGNER, version)
    motifs = client.get(reverse("production:motif-cells")).json()["motifs"]
    assert {one["code"] for one in motifs} == {one.code for one in MOTIFS}
    assert all(cells_of(one).any() for one in motifs)
    one = client.get(reverse("production:motif-cells"), {"code": "khatam", "wide": "31", "high": "41"}).json()
    assert (cells_of(one) == motif("khatam").draw(31, 41)).all()
    least = client.get(reverse("production:motif-cells"), {"code": "khatam", "wide": "-1", "high": "1e9"}).json()
    assert (least["wide"], least["high"]) == motif("khatam").least
    assert client.get(reverse("production:motif-cells"), {"code": "nothing"}).status_code == 404


def test_kufic_words_come_as_cells_or_with_the_reason(version: ChartVersion) -> None:
    client = client_as(Role.DESIGNER, version)
    drawing = client.get(reverse("production:kufic-cells"), {"text": "نول", "high": "20"}).json()
    assert (cells_of(drawing) == kufic("نول", 20)).all()
    refused = client.get(reverse("production:kufic-cells"), {"text": "نول", "high": "2"})
    assert (refused.status_code, refused.json()["code"]) == (422, "kufic_too_low")
    assert client.get(reverse("production:kufic-cells"), {"text": "  ", "high": "20"}).json()["code"] == "text_empty"


@pytest.mark.parametrize("code", ["vine", "kilim_steps"])
def test_a_ready_border_comes_as_pieces_that_make_the_whole(version: ChartVersion, code: str) -> None:
    asked = {"code": code, "wide": "101", "high": "140", "across": "18", "down": "20"}
    drawn = client_as(Role.DESIGNER, version).get(reverse("production:border-cells"), asked).json()["pieces"]
    quarter = np.zeros((70, 51), np.uint8)
    for piece in drawn:
        cells = cells_of(piece)
        part = quarter[piece["y"] : piece["y"] + len(cells), piece["x"] : piece["x"] + cells.shape[1]]
        part[:] = cells[: part.shape[0], : part.shape[1]]
    assert (mirrored(quarter, 101, 140) == turned(UNITS[code], 101, 140, (18, 20))).all()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"code": "nothing"}, "not_found"),
        ({"across": "60"}, "border_too_thick"),
        ({"wide": "99999999", "high": "99999999"}, "border_too_thick"),
        ({"wide": "-4"}, "chart_sending_unreadable"),
    ],
)
def test_a_border_that_cannot_be_is_refused(version: ChartVersion, asked: dict[str, str], code: str) -> None:
    whole = {"code": "vine", "wide": "100", "high": "140", "across": "18", "down": "20", **asked}
    answer = client_as(Role.DESIGNER, version).get(reverse("production:border-cells"), whole)
    assert answer.json()["code"] == code
    assert answer.json()["message"]


@pytest.mark.parametrize("name", ["motif-cells", "kufic-cells", "border-cells"])
def test_the_shelf_is_for_those_who_see_designs(name: str) -> None:
    client = Client()
    client.force_login(make_user_as(Role.GRANTS_OFFICER, make_district("SY1302").parent))
    assert client.get(reverse(f"production:{name}"), {"text": "نول", "high": "20"}).status_code == 403


def test_sentences_that_count_have_every_form() -> None:
    counting = [forms for forms in script_words(make_class().quality).values() if isinstance(forms, dict)]
    assert len(counting) > 8
    assert all(forms.keys() == SAMPLES.keys() and all(forms.values()) for forms in counting)


def test_a_colour_without_a_sign_has_the_one_that_the_paper_gives_it(version: ChartVersion) -> None:
    unit = version.design.facility
    make_lot(unit, make_colour("AAA", symbol=SIGNS[0].code))  # on the shelf, not in the chart
    seen = sheet_of(version, hand(Role.DESIGNER, unit))
    assert seen.chart.yarns == with_signs(seen.chart.yarns)
    assert [yarn.symbol for yarn in seen.chart.yarns] == [yarn.symbol for yarn in with_signs(chart_of(version).yarns)]
    signs = [yarn.symbol for yarn in seen.yarns]
    assert len(set(signs)) == len(signs) == 5
