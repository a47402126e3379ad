"""What cannot be done is one sentence in either language, and nothing is left half written."""

import re

import pytest

from config.cli import main as nawl_main
from tests.weaving.command.asking import making, refused, run


def test_no_stock_at_all_is_said(photo, tmp_path):
    (tmp_path / "none.csv").write_text("code,name,hex,kg\nA,Navy,#203c5e,0\n", encoding="utf-8")
    assert refused(*making(photo, tmp_path, "--yarns", tmp_path / "none.csv"))[0] == "no_yarn_in_stock"


def test_the_faults_of_a_yarn_file_are_said_by_line(photo, tmp_path):
    (tmp_path / "bad.csv").write_text("code,name,hex\nA,Navy,blue\n,Red,#fff\n", encoding="utf-8")
    code, _, output = refused(*making(photo, tmp_path, "--yarns", tmp_path / "bad.csv"))
    assert code == "yarns_refused"
    assert "السطر ٢: \u2068«\u2068blue\u2069» ليس لوناً" in output
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
