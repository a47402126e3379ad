"""`nawl weave`: every command without a database, the same bytes each time, both languages, and clear refusals."""

import io
import json
import re
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

from config.cli import main as nawl_main
from config.cli.weave import weave
from config.cli.weave_files import FILES
from nawl.kit.errors import ProgrammeError
from nawl.ui.reader import Reader, reading_as
from nawl.ui.sentences import sentence
from nawl.weaving.classes import find_class, load_classes
from nawl.weaving.filing import open_chart, pack, pack_single, unpack_single
from nawl.weaving.flat import longest_slit
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.reckoning.sheet import reckon
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.telling.oxs import chart_from_oxs, oxs_bytes
from nawl.weaving.telling.runs import Side
from nawl.weaving.telling.tables import chart_from_csv
from nawl.weaving.telling.texts import layered_text, running_text
from nawl.weaving.yarns import Lot
from tests.factories.charts import chart_of, make_carpet, make_chart

QUICK = "chart,single,rows,layered,csv,oxs,reckoning"


@pytest.fixture(autouse=True)
def _language():
    with reading_as(Reader()):
        yield


def run(*words, code=0):
    result = CliRunner().invoke(weave, [str(word) for word in words])
    assert result.exit_code == code, (result.output, result.exception)
    return result.output


def refused(*words):
    """Run, and return the sentence of the refusal as the command line prints it."""
    result = CliRunner().invoke(weave, [str(word) for word in words])
    assert isinstance(result.exception, ProgrammeError), result.output
    return result.exception.code, sentence(result.exception), result.output


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    """A medallion on a field with a border, and some noise as of a camera."""
    y, x = np.mgrid[0:240, 0:180]
    pixels = np.full((240, 180, 3), (150, 50, 45), float)
    pixels[np.minimum(np.minimum(x, 179 - x), np.minimum(y, 239 - y)) < 20] = (35, 60, 95)
    pixels[np.hypot((x - 90) / 60, (y - 120) / 80) < 1] = (225, 205, 165)
    pixels += np.random.default_rng(3).normal(0, 5, pixels.shape)
    path = tmp_path_factory.mktemp("photo") / "medallion.png"
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(path)
    return path


def making(photo, folder, *more):
    return ("chart", photo, "--class", "300", "--size", "24x32", "--colours", "6", "--out", folder, *more)


@pytest.fixture
def file(tmp_path):
    """A chart file on disk."""
    png, beside = pack(chart_of("abba abba aaaa"))
    (tmp_path / "small.png").write_bytes(png)
    (tmp_path / "small.json").write_bytes(beside)
    return tmp_path / "small.png"


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


def test_no_stock_at_all_is_said(photo, tmp_path):
    (tmp_path / "none.csv").write_text("code,name,hex,kg\nA,Navy,#203c5e,0\n", encoding="utf-8")
    assert refused(*making(photo, tmp_path, "--yarns", tmp_path / "none.csv"))[0] == "no_yarn_in_stock"


def test_the_faults_of_a_yarn_file_are_said_by_line(photo, tmp_path):
    (tmp_path / "bad.csv").write_text("code,name,hex\nA,Navy,blue\n,Red,#fff\n", encoding="utf-8")
    code, _, output = refused(*making(photo, tmp_path, "--yarns", tmp_path / "bad.csv"))
    assert code == "yarns_refused"
    assert "السطر ٢: «blue»" in output
    assert "السطر ٣:" in output


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (("--size", "0x300"), "size_unfit"),
        (("--size", "200x4000"), "size_unfit"),
        (("--size", "0.1x0.1 cm"), "size_too_small"),
        (("--size", "2000x2000 cm", "--class", "wall"), "chart_too_large"),
        (("--size", "carpet"), "size_unreadable"),
        (("--class", "999"), "class_unknown"),
        (("--border", "12"), "border_unfit"),
        (("--crop", "0.5,0,0.4,1"), "crop_unfit"),
        (("--keep", "ZZ"), "yarn_not_offered"),
        (("--without", "M3,ZZ"), "yarn_not_offered"),
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_cannot_be_made_is_said_in_either_language(photo, tmp_path, changes, code, language):
    found, said, _ = refused(*making(photo, tmp_path, *changes, "--lang", language))
    assert found == code
    assert bool(re.search("[\u0621-\u064a]", said)) is (language == "ar")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words",
    [
        ("--crop", "a,b"),
        ("--border", "-1"),
        ("--border", "wide"),
        ("--border", "1e999"),
        ("--write", "song"),
        ("--dither", "80"),
    ],
)
def test_a_wrong_use_is_code_two(photo, tmp_path, words):
    assert "Error" in run(*making(photo, tmp_path, *words), code=2)


def test_where_one_file_cannot_be_made_none_is_written(photo, tmp_path):
    words = making(photo, tmp_path / "out", "--write", "chart,rows", "--side", "centre")
    assert refused(*words)[0] == "chart_not_mirrored"
    assert not list(tmp_path.iterdir())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "chart.png").write_bytes(b"an older one")
    assert refused(*words)[0] == "chart_not_mirrored"
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [b"an older one"]


def test_a_folder_that_cannot_be_is_said(photo):
    code, said, _ = refused(*making(photo, photo / "within", "--write", "chart"))
    assert code == "file_unwritable"
    assert "تعذّرت الكتابة" in said


@pytest.mark.parametrize(("command", "name"), [("print", "a.pdf"), ("show", "a.png")])
def test_a_folder_that_is_not_there_is_said(file, tmp_path, command, name):
    assert refused(command, file, "--out", tmp_path / "none" / name)[0] == "file_unwritable"


@pytest.mark.parametrize(("command", "name"), [("print", "a.png"), ("show", "a.jpg")])
def test_a_file_is_only_written_under_the_ending_of_its_form(file, tmp_path, command, name):
    assert name in run(command, file, "--out", tmp_path / name, code=2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tell", "none.png"), "القيمة المعطاة في FILE"),
        (("classes", "--lang", "fr"), "القيمة المعطاة في --lang"),
        (("classes", "--loud"), "لا يوجد خيار باسم --loud"),
        (("print", __file__), "ينقص --out"),
        (("sing",), "لم يُفهم هذا الأمر"),
    ],
)
def test_a_wrong_use_is_said_in_both_languages(monkeypatch, capsys, words, said):
    monkeypatch.setattr("sys.argv", ["nawl", "weave", *words])
    with pytest.raises(SystemExit) as left:
        nawl_main()
    heard = capsys.readouterr().err
    assert left.value.code == 2
    assert "Error: " in heard
    assert said in heard


def test_help_is_code_nought(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["nawl", "weave", "--help"])
    with pytest.raises(SystemExit) as left:
        nawl_main()
    assert not left.value.code
    assert "النسج" in capsys.readouterr().out


def test_a_chart_of_a_newer_version_says_so(file):
    beside = file.with_suffix(".json")
    beside.write_text(beside.read_text(encoding="utf-8").replace("nawl-chart/1", "nawl-chart/2"), encoding="utf-8")
    code, said, _ = refused("show", file)
    assert code == "chart_newer"
    assert "إصدار أحدث" in said


def test_a_row_is_told_from_either_side_and_from_the_middle(file):
    assert run("tell", file, "--row", 3) == "سطر ٣: ١ أحمر الفوة، ٢ كحلي، ١ أحمر الفوة\n"
    assert run("tell", file, "--row", 3, "--side", "centre", "--lang", "en") == (
        "Row 3: from the middle: 2 Navy; on each side: 1 Madder red\n"
    )
    assert run("tell", file, "--row", 3, "--layered") == "سطر ٣: أحمر الفوة (٢): ١، ٤؛ كحلي (٢): ٢–٣\n"
    assert run("tell", file, "--layered").count("\nسطر ") == 3
    assert refused("tell", file, "--row", 9)[0] == "row_unknown"


def test_what_a_chart_takes_is_shown_with_its_preview(tmp_path):
    (tmp_path / "own.png").write_bytes(pack_single(make_chart(60, 80)))
    output = run("show", tmp_path / "own.png", "--lang", "en", "--out", tmp_path / "look.webp")
    assert "Class 300/1: 60 knots × 80 rows" in output
    assert "Price with a margin" in output
    assert (tmp_path / "look.webp").read_bytes()[8:12] == b"WEBP"


def test_a_check_finds_nothing_or_ends_with_one(tmp_path, file):
    (tmp_path / "calm.png").write_bytes(b"")
    calm = chart_of(" ".join(["a" * 20 + "b" * 20] * 20))
    for name, chart in (
        ("calm", calm),
        ("wild", make_chart(40, 40, unset=True)),
        ("slit", chart_of(" ".join(["a" * 20 + "b" * 20] * 20), "kilim")),
    ):
        png, beside = pack(chart)
        (tmp_path / f"{name}.png").write_bytes(png)
        (tmp_path / f"{name}.json").write_bytes(beside)
    wild = run("check", tmp_path / "wild.png", "--lang", "en", code=1)
    assert "Knots without a yarn: 1" in wild
    assert "Many lone knots" in wild
    assert "Long slits: 1, the longest of 20 rows" in run("check", tmp_path / "slit.png", "--lang", "en", code=1)
    assert "Slit between columns 20 and 21, from the right, rows 1 to 20: a step breaks it" in run(
        "check", tmp_path / "slit.png", "--lang", "en", code=1
    )
    found = run("check", tmp_path / "calm.png", code=1)
    assert "الوزن" in found  # the warp of so small a piece outweighs its pile
    (tmp_path / "few.csv").write_text("code,name,hex,kg\nM3,Red,#9a2e2b,0\n", encoding="utf-8")
    assert "ينقص من أحمر الفوة" in run("check", tmp_path / "calm.png", "--yarns", tmp_path / "few.csv", code=1)


def test_the_slits_of_a_flat_weave_are_broken_by_steps_where_asked_for(photo, tmp_path):
    words = ("chart", photo, "--class", "kilim", "--size", "40x60", "--colours", "3", "--write", "chart")
    for name, steps in (("slit", 0), ("stepped", 8)):
        run(*words, "--out", tmp_path / name, "--steps", steps)
    longest = {name: longest_slit(open_chart(tmp_path / name / "chart.png")) for name in ("slit", "stepped")}
    assert longest["slit"] > 50
    assert longest["stepped"] <= 8


def test_a_check_tells_a_colour_that_no_single_lot_holds(tmp_path):
    chart = make_carpet(60, 60)
    own = replace(chart.yarns[0], lots=(Lot("L1", Decimal(60)), Lot("L2", Decimal(900))), grams=Decimal(960))
    other = replace(chart.yarns[1], lots=(Lot("L3", Decimal(110)), Lot("L4", Decimal(90))), grams=Decimal(200))
    (tmp_path / "own.png").write_bytes(pack_single(chart.with_yarns([own, other, *chart.yarns[2:]])))
    found = run("check", tmp_path / "own.png", "--lang", "en", code=1)
    assert "Navy (I4) comes from several lots (L3, L4), whose seam may be seen" in found
    assert "Madder red (M3) comes" not in found


def test_a_check_of_a_calm_carpet_is_code_nought(tmp_path):
    png, beside = pack(chart_of(" ".join(["a" * 150 + "b" * 150] * 300)))
    (tmp_path / "calm.png").write_bytes(png)
    (tmp_path / "calm.json").write_bytes(beside)
    assert run("check", tmp_path / "calm.png") == "لا ملاحظات.\n"


def test_a_chart_is_printed(file, tmp_path):
    run("print", file, "--out", tmp_path / "a.pdf", "--paper", "a4", "--marks", "symbol", "--title", "زهرة")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


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


def test_an_oxs_file_is_taken(tmp_path):
    chart = chart_of("abc cba")
    (tmp_path / "other.oxs").write_bytes(oxs_bytes(chart))
    run("take", tmp_path / "other.oxs", "--class", "360", "--out", tmp_path, "--write", "chart")
    taken = open_chart(tmp_path / "chart.png")
    assert (taken.knots == chart.knots).all()
    assert taken.frame.quality == find_class("360")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("40raj", "kpsi", "210.66"),
        ("٣٠ رج", "kpsi", "118.5"),
        ("9/54 india", "yd2", "155520"),
        ("81 cm2", "india", "20.57/102.87"),
        ("Nm 6×3", "tex", "500"),
        ("500tex", "Nm", "2"),
        ("Ne 20/12", "den", "3188.88"),
    ],
)
def test_a_density_or_a_count_is_converted(value, unit, said):
    assert run("convert", value, "--to", unit).strip() == said


def test_without_a_unit_all_are_told():
    assert "kpsi: 58.06 · knots per square inch" in run("convert", "30/dm", "--lang", "en")
    assert "tex: 500" in run("convert", "Nm 6x3")


@pytest.mark.parametrize(
    ("value", "unit", "code"),
    [
        ("40", "kpsi", "density_unreadable"),
        ("forty raj", "", "density_unreadable"),
        ("40 cubits", "", "density_unit_unknown"),
        ("40raj", "cubits", "density_unit_unknown"),
        ("Nm 6", "kpsi", "density_unit_unknown"),
        ("Nm 0", "", "yarn_count_unfit"),
    ],
)
def test_what_is_no_density_and_no_count_is_refused(value, unit, code):
    assert refused("convert", value, "--to", unit)[0] == code


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


def test_the_classes_are_listed():
    for language in ("ar", "en"):
        output = run("classes", "--lang", language)
        assert all(one.key in output for one in load_classes())


@pytest.mark.parametrize("name", sorted(weave.commands))
def test_every_command_explains_itself_in_both_languages(name):
    text = run(name, "--help")
    assert re.search("[a-z]{4}", text)
    assert re.search("[\u0621-\u064a]{3}", text)


def test_every_file_that_can_be_written_is_offered():
    assert all(name in run("chart", "--help") for name in FILES)
