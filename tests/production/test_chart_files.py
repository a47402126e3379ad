"""A draft is begun from a chart file: as an act, and on its page; what it gives comes back knot for knot."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import Conflict, NotPossible
from nawl.production.actions import GivenFile, draw_from_chart_file
from nawl.production.forms import chart_files
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS
from nawl.weaving.filing import pack, pack_single
from tests.factories.places import make_district, make_facility
from tests.factories.production import (
    draw,
    knots_for,
    make_class,
    make_colour,
    make_locked,
    make_lot,
    make_version,
    reread,
)
from tests.production.acts import hand, refuses_all_but, told
from tests.production.pages import as_role, at, text

pytestmark = pytest.mark.django_db
KINDS = {"chart": "png", "stitches": "oxs", "table": "csv"}


@pytest.fixture
def draft(drawn: ChartVersion) -> ChartVersion:
    return make_version(drawn.design.facility, title_ar="غيره")


def packed(version: ChartVersion) -> GivenFile:
    return GivenFile("سجادة.nawl.png", pack_single(chart_of(version)))


def sent(data: bytes, version: ChartVersion, **changes: Any) -> dict[str, Any]:
    file = SimpleUploadedFile("سجادة.nawl.png", data, "image/png")
    return {"chart": file, "revision": str(version.revision), **changes}


def codes_of(version: ChartVersion) -> list[list[str]]:
    chart = chart_of(reread(version))
    return np.array([yarn.code for yarn in chart.yarns])[chart.knots].tolist()


def test_a_chart_file_becomes_the_chart_of_a_draft(drawn: ChartVersion, draft: ChartVersion) -> None:
    by = hand(Role.DESIGNER, draft.design.facility)
    kept, taken = draw_from_chart_file(draft, packed(drawn), revision=0, by=by)
    assert (kept.beginning, kept.unset, kept.revision) == ("file", 0, 1)
    assert codes_of(draft) == codes_of(drawn)
    assert all(match.by_code for match in taken.matches)
    assert kept.recipe["file"] == "سجادة.nawl.png"
    assert [row["own"] for row in kept.recipe["yarns"]] == [yarn.code for yarn in chart_of(kept).yarns]


def test_taking_a_chart_file_leaves_an_entry_with_the_files_fingerprint(
    drawn: ChartVersion, draft: ChartVersion
) -> None:
    file = packed(drawn)
    kept, _ = draw_from_chart_file(draft, file, revision=0, by=hand(Role.DESIGNER, draft.design.facility))
    entry = AuditEntry.objects.get(verb="production.drawn_from_chart_file")
    assert entry.place_path == draft.design.facility.place_path
    facts = {name: entry.changes[name] for name in ("file", "kind", "file_sha256", "colours", "knots", "sha256")}
    assert facts == {
        "file": file.name,
        "kind": "chart",
        "file_sha256": hashlib.sha256(file.data).hexdigest(),
        "colours": 4,
        "knots": 1800,
        "sha256": kept.fingerprint,
    }
    assert "من ملف المخطط" in told(draft)


def test_only_who_draws_takes_chart_files(drawn: ChartVersion, draft: ChartVersion) -> None:
    file = packed(drawn)
    refuses_all_but(DRAWERS, draft.design.facility, lambda by: draw_from_chart_file(draft, file, revision=0, by=by))
    assert reread(draft).revision == 0


def test_a_chart_file_over_an_unseen_revision_or_a_version_not_open_is_refused(
    drawn: ChartVersion, draft: ChartVersion
) -> None:
    by = hand(Role.DESIGNER, draft.design.facility)
    draft = draw(draft, seed=2)
    with pytest.raises(Conflict, match="chart_changed_meanwhile"):
        draw_from_chart_file(draft, packed(drawn), revision=0, by=by)
    assert np.array_equal(chart_of(reread(draft)).knots, knots_for(draft, 2))
    locked = make_locked(draft, seed=3)
    with pytest.raises(NotPossible, match="version_not_open"):
        draw_from_chart_file(locked, packed(drawn), revision=locked.revision, by=by)


@pytest.mark.parametrize(("kind", "ending"), KINDS.items())
def test_what_a_version_gives_another_version_takes(
    drawn: ChartVersion, draft: ChartVersion, kind: str, ending: str
) -> None:
    designer = as_role(Role.DESIGNER, drawn)
    given = designer.get(at(drawn, "version-file", kind))
    file = SimpleUploadedFile(f"chart.{ending}", b"".join(given) if given.streaming else given.content)
    answer = designer.post(at(draft, "chart-file-new"), sent(b"", draft, chart=file))
    assert answer.status_code == 302, answer.context["form"].errors
    assert codes_of(draft) == codes_of(drawn)
    assert "لكلٍّ رمزه" in text(designer, answer.url)


def test_a_table_of_rows_has_one_mark_before_it(drawn: ChartVersion) -> None:
    table = as_role(Role.DESIGNER, drawn).get(at(drawn, "version-file", "table")).content
    assert table.startswith(b"\xef\xbb\xbfrow,")


def test_yarns_of_another_unit_become_the_nearest_and_the_page_shows_how_near(
    drawn: ChartVersion, draft: ChartVersion
) -> None:
    chart = chart_of(drawn)
    first = replace(chart.yarns[0], code="DMC-310", name_ar="غريب", srgb=(90, 160, 90), lab=(-1, 0, 0))
    data = pack_single(chart.with_yarns([first, *chart.yarns[1:]]))
    designer = as_role(Role.DESIGNER, draft)
    answer = designer.post(at(draft, "chart-file-new"), sent(data, draft))
    page = text(designer, answer.url)
    assert "DMC-310" in page
    assert "الأقرب" in page
    assert "ΔE" in page
    row = reread(draft).recipe["yarns"][0]
    assert (row["by_code"], row["own"] in {"MAD", "IND", "WOO", "SAF"}) == (False, True)
    assert row["difference"] > 5


def test_a_chart_file_of_two_files_is_taken(drawn: ChartVersion, draft: ChartVersion) -> None:
    png, beside = pack(chart_of(drawn))
    designer = as_role(Role.DESIGNER, draft)
    alone = designer.post(at(draft, "chart-file-new"), sent(png, draft))
    assert alone.status_code == 422
    assert "JSON" in " ".join(alone.context["form"].errors["beside"])
    both = sent(png, draft, beside=SimpleUploadedFile("chart.json", beside))
    assert designer.post(at(draft, "chart-file-new"), both).status_code == 302
    assert codes_of(draft) == codes_of(drawn)


def test_a_file_of_another_size_or_class_says_what_to_begin(drawn: ChartVersion) -> None:
    data = pack_single(chart_of(drawn))
    wider = make_version(drawn.design.facility, title_ar="أعرض", size=(Decimal(20), Decimal(20)))
    finer = make_version(drawn.design.facility, title_ar="أدق", quality=make_class("360"))
    for version, words in ((wider, ("60", "10 × 20")), (finer, ("300", "360"))):
        for language, begin in (("ar", "نسخة"), ("en", "Begin" if version == finer else "begin")):
            client = as_role(Role.DESIGNER, version)
            client.cookies["nawl_language"] = language
            answer = client.post(at(version, "chart-file-new"), sent(data, version))
            assert answer.status_code == 422
            said = " ".join(answer.context["form"].errors["chart"])
            assert all(word in said for word in (*words, begin)), said


@pytest.mark.parametrize(
    "data", [b"GIF89a", b"<!DOCTYPE x [<!ENTITY a 'b'>]><chart/>", b"row,from_right,knots,yarn\n1,1"]
)
def test_what_is_no_chart_is_refused_beside_its_field(draft: ChartVersion, data: bytes) -> None:
    answer = as_role(Role.DESIGNER, draft).post(at(draft, "chart-file-new"), sent(data, draft))
    assert answer.status_code == 422
    assert answer.context["form"].errors["chart"]
    assert reread(draft).revision == 0


def test_too_heavy_a_file_is_refused_before_it_is_read(draft: ChartVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_files, "MOST_BYTES", 3)
    answer = as_role(Role.DESIGNER, draft).post(at(draft, "chart-file-new"), sent(b"GIF89a", draft))
    assert "سجادة.nawl.png" in " ".join(answer.context["form"].errors["chart"])


def test_the_page_is_arabic_scoped_and_warns_of_a_drawing_that_stands(drawn: ChartVersion, draft: ChartVersion) -> None:
    page = text(as_role(Role.DESIGNER, drawn), at(drawn, "chart-file-new"))
    assert "من ملف مخطط" in page
    assert "يحلّ محل الرسم" in page
    assert "يحلّ محل الرسم" not in text(as_role(Role.DESIGNER, draft), at(draft, "chart-file-new"))
    elsewhere = draw(make_version(make_facility(at=make_district("SY1302")), title_ar="بعيد"), by=None)
    assert as_role(Role.DESIGNER, elsewhere).get(at(drawn, "chart-file-new")).status_code == 404
    assert at(drawn, "chart-file-new") in text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))


def test_the_pages_ask_the_tables_as_often_for_many_yarns_as_for_few(
    drawn: ChartVersion, draft: ChartVersion, django_assert_max_num_queries: Any
) -> None:
    designer = as_role(Role.DESIGNER, draft)
    draw_from_chart_file(draft, packed(drawn), revision=0, by=hand(Role.DESIGNER, draft.design.facility))
    addresses = [at(draft, "chart-file-new"), at(draft, "version")]
    counts = []
    for address in addresses:
        designer.get(address)
        with django_assert_max_num_queries(30) as asked:
            designer.get(address)
        counts.append(len(asked))
    for n in range(6):
        make_lot(draft.design.facility, make_colour(f"MORE-{n}"), batch=f"B-{n}")
    for address, most in zip(addresses, counts, strict=True):
        with django_assert_max_num_queries(most):
            designer.get(address)


@pytest.mark.parametrize(("srgb", "is_named"), [((30, 60, 95), True), ((90, 90, 90), False)])
def test_a_code_that_means_another_colour_here_is_named(
    drawn: ChartVersion, draft: ChartVersion, srgb: tuple[int, int, int], is_named: bool
) -> None:
    chart = chart_of(drawn)
    own = make_colour("R1", facility=draft.design.facility, name_ar="أحمر الوحدة")
    first = replace(chart.yarns[0], code=own.code, srgb=srgb, lab=(-1, 0, 0))
    data = pack_single(replace(chart, yarns=(first, *chart.yarns[1:])))
    address = at(draft, "chart-file-new")
    page = as_role(Role.DESIGNER, draft).post(address, sent(data, draft), follow=True).content.decode()
    assert ("مختلف في العين: أحمر الوحدة" in page) is is_named


def test_a_design_begun_from_a_chart_file_goes_on_to_its_page(drawn: ChartVersion) -> None:
    unit = drawn.design.facility
    frame = {"quality": "300/1", "size": "10x20", "symmetry": "none", "border_cm": "0", "colours": "4"}
    words = {"title_ar": "من بعيد", "origin": "new", "facility": unit.code, "beginning": "file"}
    answer = as_role(Role.DESIGNER, drawn).post("/designs/new/", {**frame, **words})
    assert answer.url.endswith("/from-file/")
