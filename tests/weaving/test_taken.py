"""Chart files from elsewhere: told by what they hold, taken into a frame, their yarns matched by code or by eye."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import ProgrammeError
from nawl.weaving import taken
from nawl.weaving.chart import Chart
from nawl.weaving.colour import ciede2000
from nawl.weaving.filing import pack, pack_single
from nawl.weaving.taken import FileKind, chart_from_file, kind_of
from nawl.weaving.telling.oxs import oxs_bytes
from nawl.weaving.telling.tables import rows_csv
from nawl.weaving.yarns import Yarn
from tests.factories.charts import make_chart, make_frame

CHART = make_chart(14, 10, 5)
WHOLE = make_chart(14, 10, 5, unset=True)
WRITTEN = {
    FileKind.CHART: pack_single,
    FileKind.OXS: oxs_bytes,
    FileKind.ROWS: lambda chart: rows_csv(chart).encode(),
}
RED, BLUE, GREY = (
    Yarn("R9", "قرميدي", "brick", (160, 50, 45)),
    Yarn("B9", "ليلي", "night", (30, 60, 95)),
    Yarn("G9", "رمادي", "grey", (128, 128, 128)),
)


def colours_of(chart: Chart) -> np.ndarray:
    """Return the code of each knot's yarn, so that charts with palettes in another order compare."""
    codes = np.array([*(yarn.code for yarn in chart.yarns), *[""] * (256 - len(chart.yarns))])
    return codes[chart.knots]


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("chart", [CHART, WHOLE], ids=["whole", "unset"])
def test_every_form_comes_back_knot_for_knot(kind: FileKind, chart: Chart) -> None:
    again = chart_from_file(WRITTEN[kind](chart), chart.frame, chart.yarns[::-1])
    assert again.kind == kind
    assert (colours_of(again.chart) == colours_of(chart)).all()
    assert again.chart.frame == chart.frame
    assert all(match.by_code and match.own.code == match.given.code for match in again.matches)


def test_a_chart_file_of_two_files_is_taken_with_its_json() -> None:
    png, beside = pack(CHART)
    again = chart_from_file(png, CHART.frame, CHART.yarns, beside=beside)
    assert (again.chart.knots == CHART.knots).all()
    with pytest.raises(ProgrammeError, match="chart_without_sidecar"):
        chart_from_file(png, CHART.frame, CHART.yarns)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", FileKind.CHART),
        (b"<?xml version", FileKind.OXS),
        (b"\xef\xbb\xbf \n<chart>", FileKind.OXS),
        (b"row,from_right,", FileKind.ROWS),
        (b"\xef\xbb\xbfrow;from_left;", FileKind.ROWS),
        (b"\xef\xbb\xbf\xef\xbb\xbfrow,from_left,", FileKind.ROWS),
    ],
)
def test_a_file_is_told_by_its_first_bytes(start: bytes, kind: FileKind) -> None:
    assert kind_of(start) == kind


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"PK\x03\x04", b"rows,", b"\xff\xfer\0o\0w\0,\0"])
def test_what_is_no_chart_is_refused_by_its_name(data: bytes) -> None:
    with pytest.raises(ProgrammeError, match="chart_kind_unknown") as caught:
        chart_from_file(data, CHART.frame, CHART.yarns, name="x.gif")
    assert caught.value.facts == {"file": "x.gif"}


@pytest.mark.parametrize("kind", [FileKind.CHART, FileKind.OXS])
def test_a_yarn_without_a_code_of_the_shelf_becomes_the_nearest(kind: FileKind) -> None:
    theirs = (replace(RED, code="310", srgb=(150, 40, 40), lab=(-1, 0, 0)), BLUE)
    chart = Chart(make_frame(2, 1), theirs, np.array([[0, 1]], np.uint8))
    again = chart_from_file(WRITTEN[kind](chart), chart.frame, (GREY, BLUE, RED))
    assert colours_of(again.chart).tolist() == [["R9", "B9"]]
    first, second = again.matches
    assert (first.given.code, first.own.code, first.by_code) == ("310", "R9", False)
    assert first.difference == pytest.approx(float(ciede2000(theirs[0].lab, RED.lab)))
    assert (second.by_code, second.difference) == (True, 0)


@pytest.mark.parametrize(
    ("code", "srgb", "is_namesake"),
    [("R9", RED.srgb, False), ("R9", (158, 52, 47), False), ("R9", BLUE.srgb, True), ("310", BLUE.srgb, False)],
)
def test_a_code_that_means_another_colour_here_is_told(
    code: str, srgb: tuple[int, int, int], is_namesake: bool
) -> None:
    theirs = (replace(RED, code=code, srgb=srgb, lab=(-1, 0, 0)),)
    chart = Chart(make_frame(1, 1), theirs, np.array([[0]], np.uint8))
    [match] = chart_from_file(pack_single(chart), chart.frame, (RED, GREY)).matches
    assert match.is_namesake is is_namesake


def test_two_colours_with_one_nearest_yarn_become_one() -> None:
    theirs = (replace(RED, code="a"), replace(RED, code="b", srgb=(158, 52, 45), lab=(-1, 0, 0)), BLUE)
    chart = Chart(make_frame(3, 1), theirs, np.array([[0, 1, 2]], np.uint8))
    again = chart_from_file(pack_single(chart), chart.frame, (RED, BLUE))
    assert colours_of(again.chart).tolist() == [["R9", "R9", "B9"]]
    assert [len(again.chart.yarns), len(again.matches)] == [2, 3]


def test_of_yarns_equally_near_the_first_is_taken_and_unused_ones_are_left_out() -> None:
    twin = replace(RED, code="R8")
    chart = Chart(make_frame(1, 1), (replace(GREY, code="z"), replace(RED, code="a")), np.array([[1]], np.uint8))
    again = chart_from_file(pack_single(chart), chart.frame, (twin, RED, GREY))
    assert [yarn.code for yarn in again.chart.yarns] == ["R8"]


def test_a_table_of_rows_names_only_yarns_of_the_shelf() -> None:
    with pytest.raises(ProgrammeError, match="rows_yarn_unknown") as caught:
        chart_from_file(rows_csv(CHART).encode(), CHART.frame, [*CHART.yarns[1:], RED])
    assert caught.value.facts["yarn"] == CHART.yarns[0].code
    assert caught.value.facts["line"] >= 2


def test_a_shelf_may_be_larger_than_a_palette() -> None:
    shelf = [*(replace(GREY, code=f"X{n}") for n in range(400)), *CHART.yarns]
    for kind in FileKind:
        again = chart_from_file(WRITTEN[kind](CHART), CHART.frame, shelf)
        assert (colours_of(again.chart) == colours_of(CHART)).all()


@pytest.mark.parametrize("kind", FileKind)
def test_another_size_is_refused_with_the_size_that_fits(kind: FileKind) -> None:
    frame = make_frame(15, 10)
    with pytest.raises(ProgrammeError, match="chart_grid_unfit") as caught:
        chart_from_file(WRITTEN[kind](CHART), frame, CHART.yarns)
    facts = caught.value.facts
    assert (facts["wide"], facts["high"], facts["own_wide"], facts["own_high"]) == (14, 10, 15, 10)
    fitting = replace(frame, width_cm=facts["width"], length_cm=facts["length"])
    assert (fitting.wide, fitting.high) == (14, 10)


@pytest.mark.parametrize("code", ["300", "360", "wall", "kilim"])
@pytest.mark.parametrize("knots", [1, 7, 101, 1999])
def test_the_size_that_is_named_holds_the_file_in_every_class(code: str, knots: int) -> None:
    frame = make_frame(2, 2, code)
    with pytest.raises(ProgrammeError) as caught:
        taken._check_grid(knots, knots, frame)
    sides = caught.value.facts
    fitting = replace(frame, width_cm=max(sides["width"], Decimal("0.1")), length_cm=sides["length"])
    assert (fitting.wide, fitting.high) == (knots, knots)


def test_a_chart_of_another_class_is_refused_though_its_grid_fits() -> None:
    other = make_chart(14, 10, code="360")
    with pytest.raises(ProgrammeError, match="chart_class_unfit") as caught:
        chart_from_file(pack_single(other), CHART.frame, CHART.yarns)
    assert (caught.value.facts["quality"], caught.value.facts["own"]) == ("360", "300")


def test_a_later_version_of_the_class_takes_the_chart() -> None:
    frame = replace(CHART.frame, quality=replace(CHART.frame.quality, version=7))
    assert chart_from_file(pack_single(CHART), frame, CHART.yarns).chart.frame == frame


def test_too_heavy_a_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken, "MOST_BYTES", 64)
    for data, beside in ((b"x" * 65, None), (b"x", b"x" * 65)):
        with pytest.raises(ProgrammeError, match="file_heavy"):
            chart_from_file(data, CHART.frame, CHART.yarns, beside=beside)


def test_a_shelf_without_yarns_takes_nothing() -> None:
    with pytest.raises(ProgrammeError, match="no_yarns"):
        chart_from_file(pack_single(CHART), CHART.frame, ())


@given(kind=st.sampled_from(FileKind), place=st.integers(0, 4000), value=st.integers(0, 255), cut=st.booleans())
def test_a_file_with_a_wrong_byte_is_a_chart_or_a_refusal(kind: FileKind, place: int, value: int, cut: bool) -> None:
    data = bytearray(WRITTEN[kind](CHART))
    place %= len(data)
    data[place] = value
    try:
        again = chart_from_file(bytes(data[:place] if cut else data), CHART.frame, CHART.yarns)
    except ProgrammeError:
        return
    assert again.chart.frame == CHART.frame
