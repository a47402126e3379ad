"""A picture, a drawing or another program's file becomes a chart with all its files."""

import io
import json
from decimal import Decimal

import numpy as np
import pytest
from PIL import Image

from nawl.weaving.classes import find_class
from nawl.weaving.filing import open_chart, unpack_single
from nawl.weaving.flat import longest_slit
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.reckoning.sheet import reckon
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.telling.oxs import chart_from_oxs, oxs_bytes
from nawl.weaving.telling.runs import Side
from nawl.weaving.telling.tables import chart_from_csv, rows_csv
from nawl.weaving.telling.texts import layered_text, running_text
from tests.factories.charts import chart_of
from tests.weaving.command.asking import QUICK, making, refused, run


def test_a_picture_becomes_a_chart_with_all_its_files(photo, tmp_path):
    output = run(*making(photo, tmp_path / "out"))
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {
        "chart.png", "chart.json", "chart.nawl.png", "rows.txt", "layered.txt", "rows.csv", "chart.oxs",
        "reckoning.json", "reckoning.txt", "chart.pdf", "preview.png", "talking.html",
    }  # fmt: skip
    assert all(name in output for name in written)
    assert (tmp_path / "out" / "chart.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "out" / "preview.png").read_bytes().startswith(b"\x89PNG")
    assert "٧٢ عقدة × ٩٦ سطراً" in output


def test_the_files_say_the_same_of_the_chart(photo, tmp_path):
    run(*making(photo, tmp_path, "--write", QUICK, "--side", "left", "--symmetry", "quarter"))
    chart = open_chart(tmp_path / "chart.png")
    single = unpack_single((tmp_path / "chart.nawl.png").read_bytes())
    assert single.fingerprint == chart.fingerprint
    table = (tmp_path / "rows.csv").read_bytes().decode()
    assert (chart_from_csv(table, chart.frame, chart.yarns).knots == chart.knots).all()
    again = chart_from_oxs((tmp_path / "chart.oxs").read_bytes(), chart.frame.quality, chart.yarns, chart.frame)
    assert (again.knots == chart.knots).all()
    assert (tmp_path / "rows.txt").read_text(encoding="utf-8") == running_text(chart, Side.LEFT)
    assert (tmp_path / "layered.txt").read_text(encoding="utf-8") == layered_text(chart, Side.LEFT)
    reckoning = json.loads((tmp_path / "reckoning.json").read_text(encoding="utf-8"))
    assert reckoning == reckon(chart, shelf=shipped_yarns(), prices=shipped_prices()).as_dict()
    assert len({yarn.symbol for yarn in chart.yarns}) == len(chart.yarns)
    assert (chart.knots == chart.knots[::-1, ::-1]).all()


def test_the_same_picture_gives_the_same_bytes(photo, tmp_path):
    for name in ("one", "other"):
        run(*making(photo, tmp_path / name))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes(), path.name


def test_only_the_files_asked_for_are_written(photo, tmp_path):
    run(*making(photo, tmp_path / "out", "--write", "rows,reckoning", "--lang", "en"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"rows.txt", "reckoning.json", "reckoning.txt"}
    assert (tmp_path / "out" / "rows.txt").read_text(encoding="utf-8").startswith("Class 300")


def test_yarns_are_kept_and_left_out_by_their_codes(photo, tmp_path):
    run(
        *making(
            photo,
            tmp_path,
            "--write",
            "chart",
            "--keep",
            "P3",
            "--without",
            "M3،I4",
            "--crop",
            "0.1,0,0.9,1",
            "--turn",
            "1",
        )
    )
    codes = {yarn.code for yarn in open_chart(tmp_path / "chart.png").yarns}
    assert "P3" in codes
    assert not {"M3", "I4"} & codes


def test_a_workshop_with_one_yarn_gets_a_chart_of_it(photo, tmp_path):
    (tmp_path / "one.csv").write_text("رمز,اسم,لون,كغ\nA,كحلي,#203c5e,3\n", encoding="utf-8")
    run(*making(photo, tmp_path, "--write", "chart", "--yarns", tmp_path / "one.csv", "--dither", "20"))
    chart = open_chart(tmp_path / "chart.png")
    assert (chart.counts, chart.yarns[0].grams) == ((chart.frame.knots,), 3_000)


def test_yarns_that_run_short_are_told_and_done_without_where_asked_for(photo, tmp_path):
    rows = ("A,Madder,#9a2e2b,0.02", "B,Rust,#8f3b2b,9", "C,Navy,#203c5e,9", "D,Sand,#e1cda5,9")
    (tmp_path / "own.csv").write_text("\n".join(["code,name,hex,kg", *rows]), encoding="utf-8")
    words = (*making(photo, tmp_path, "--write", "chart", "--lang", "en"), "--yarns", tmp_path / "own.csv")
    assert "Madder (A) is short by" in run(*words)
    assert "is short by" not in run(*words, "--enough")
    assert [yarn.code for yarn in open_chart(tmp_path / "chart.png").yarns] == ["B", "C", "D"]
    (tmp_path / "own.csv").write_text("code,name,hex,kg\nA,Madder,#9a2e2b,0.02\n", encoding="utf-8")
    assert "Madder (A) is short by" in run(*words, "--enough")


def test_the_slits_of_a_flat_weave_are_broken_by_steps_where_asked_for(photo, tmp_path):
    words = ("chart", photo, "--class", "kilim", "--size", "40x60", "--colours", "3", "--write", "chart")
    for name, steps in (("slit", 0), ("stepped", 8)):
        run(*words, "--out", tmp_path / name, "--steps", steps)
    longest = {name: longest_slit(open_chart(tmp_path / name / "chart.png")) for name in ("slit", "stepped")}
    assert longest["slit"] > 50
    assert longest["stepped"] <= 8


@pytest.mark.parametrize("form", ["PNG", "BMP"])
def test_a_drawing_with_a_pixel_a_knot_is_taken_as_it_is(tmp_path, form):
    chart = chart_of("abc cba")
    pixels = np.array([yarn.srgb for yarn in chart.yarns], np.uint8)[chart.knots]
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, form)
    (tmp_path / "drawn.img").write_bytes(data.getvalue())
    run("take", tmp_path / "drawn.img", "--class", "300", "--out", tmp_path / "out", "--write", "chart")
    taken = open_chart(tmp_path / "out" / "chart.png")
    named = [[taken.yarns[n].code for n in row] for row in taken.knots]
    assert named == [[chart.yarns[n].code for n in row] for row in chart.knots]
    assert len(taken.yarns) == 3


@pytest.mark.parametrize("mark", [",", ";"])
def test_rows_as_csv_are_taken_knot_for_knot(tmp_path, mark):
    chart = chart_of("abc cb. aab")
    text = rows_csv(chart, Side.LEFT, "en").replace(",", mark)
    (tmp_path / "rows.csv").write_text(text, encoding="utf-8", newline="")
    words = ("take", tmp_path / "rows.csv", "--class", "300", "--out", tmp_path, "--write", "chart", "--lang", "en")
    said = run(*words)
    assert "3 knots × 3 rows, yarns: 3" in said
    assert "Knots without a yarn: 1" in said
    taken = open_chart(tmp_path / "chart.png")
    named = [[taken.yarns[n].code if n != 255 else "" for n in row] for row in taken.knots]
    assert named == [[chart.yarns[n].code if n != 255 else "" for n in row] for row in chart.knots]


@pytest.mark.parametrize("rows", ["", "1,1,x,A,\n", "1,1,2,W1,\n2,1,3,W1,\n", "999999,1,999999,W1,\n", "0,1,1,W1,\n"])
def test_rows_that_make_no_chart_are_refused(tmp_path, rows):
    (tmp_path / "rows.csv").write_text("row,from_left,knots,yarn,name\n" + rows, encoding="utf-8")
    assert refused("take", tmp_path / "rows.csv", "--class", "300", "--out", tmp_path)[0] == "rows_table_wrong"


def test_knots_that_a_picture_leaves_clear_are_told(tmp_path):
    pixels = np.zeros((40, 30, 4), np.uint8)
    pixels[:30] = (154, 46, 43, 255)
    Image.fromarray(pixels).save(tmp_path / "clear.png")
    words = ("chart", tmp_path / "clear.png", "--class", "300", "--size", "30x40", "--out", tmp_path, "--lang", "en")
    assert "Knots without a yarn: 2,700" in run(*words, "--write", "chart")
    assert "without a yarn" not in run(*words, "--write", "chart", "--ground", "W1")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("#9a2e2b", "#9a2e2b", 0, "ΔE2000 = 0. The new lot goes on from any row"),
        ("36,44.6,27.6", "36.9,44.6,27.6", 0, "from any row"),
        ("36,44.6,27.6", "37.5,44.6,27.6", 1, "at a border"),
        ("#9a2e2b", "#203c5e", 1, "does not go on"),
    ],
)
def test_a_change_of_lot_is_judged(old, new, code, said):
    assert said in run("lots", old, new, "--lang", "en", code=code)


def test_a_change_of_lot_in_arabic_and_of_no_colour():
    assert "لا يُرى الفرق" in run("lots", "٣٦,٤٤٫٦,٢٧", "٣٦,٤٤٫٦,٢٧")
    assert refused("lots", "red", "#fff")[0] == "yarn_colour_unreadable"


def test_numbers_are_taken_as_people_write_them(photo, tmp_path):
    words = ("--write", "chart", "--border", "2,5", "--crop", "٠٫١،٠،١،١")
    run(*making(photo, tmp_path, *words))
    assert open_chart(tmp_path / "chart.png").frame.border_cm == Decimal("2.5")


def test_an_oxs_file_is_taken(tmp_path):
    chart = chart_of("abc cba")
    (tmp_path / "other.oxs").write_bytes(oxs_bytes(chart))
    run("take", tmp_path / "other.oxs", "--class", "360", "--out", tmp_path, "--write", "chart")
    taken = open_chart(tmp_path / "chart.png")
    assert (taken.knots == chart.knots).all()
    assert taken.frame.quality == find_class("360")


def test_a_class_of_ones_own_file_is_woven_and_one_without_density_is_refused(photo, tmp_path):
    text = """[[class]]
code = "{code}"
version = 1
name_ar = "صنف"
name_en = "Class"
valid_from = "2022-01-01"
mode = "pile"
{density}
"""
    rows = [text.format(code="270", density="kh = 20\nkv = 25"), text.format(code="none", density="")]
    own = tmp_path / "classes.toml"
    own.write_text("\n".join(rows), encoding="utf-8")
    assert "270/1" in run("classes", "--classes", own)
    words = ("chart", photo, "--classes", own, "--size", "24x32", "--out", tmp_path, "--write", "chart")
    run(*words, "--class", "270")
    assert open_chart(tmp_path / "chart.png").knots.shape == (80, 48)
    assert refused(*words, "--class", "none")[0] == "class_without_density"
