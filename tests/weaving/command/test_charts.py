"""A chart file is told, shown, checked and printed."""

from dataclasses import replace
from decimal import Decimal

from nawl.weaving.filing import pack, pack_single
from nawl.weaving.yarns import Lot
from tests.factories.charts import chart_of, make_carpet, make_chart
from tests.weaving.command.asking import refused, run


def test_a_row_is_told_from_either_side_and_from_the_middle(file):
    assert run("tell", file, "--row", 3) == "سطر ٣: ١ أحمر الفوة، ٢ كحلي، ١ أحمر الفوة\n"
    assert run("tell", file, "--row", 3, "--side", "centre", "--lang", "en") == (
        "Row 3: from the middle: 2 Navy; on each side: 1 Madder red\n"
    )
    assert run("tell", file, "--row", 3, "--layered") == "سطر ٣: أحمر الفوة (٢): ١، ٤؛ كحلي (٢): ٢–٣\n"
    assert run("tell", file, "--layered").count("\nسطر ") == 3
    assert refused("tell", file, "--row", 9)[0] == "row_unknown"


def test_rows_begin_where_the_chart_file_says(tmp_path):
    chart = chart_of(" ".join(["aaab"] * 12), "kilim")
    (tmp_path / "own.png").write_bytes(pack_single(chart, "left"))
    assert run("tell", tmp_path / "own.png", "--row", 1) == "سطر ١: ٣ أحمر الفوة، ١ كحلي\n"
    assert run("tell", tmp_path / "own.png", "--row", 1, "--side", "right") == "سطر ١: ١ كحلي، ٣ أحمر الفوة\n"
    found = run("check", tmp_path / "own.png", "--lang", "en", code=1)
    assert "Slit between columns 3 and 4, from the left, rows 1 to 12" in found
    for name, words in (("own", ()), ("left", ("--side", "left")), ("right", ("--side", "right"))):
        run("print", tmp_path / "own.png", "--out", tmp_path / f"{name}.pdf", "--title", "kilim", *words)
    own, left, right = ((tmp_path / f"{name}.pdf").read_bytes() for name in ("own", "left", "right"))
    assert own == left != right


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
