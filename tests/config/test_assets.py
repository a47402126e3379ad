"""What pages load is made once, made anew when its sources change, and made of what the sheet asks for."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from config.assets import fonts, marks, packages, sheets, steps
from config.assets.steps import FONTS, PAGE, ROOT, Step

made = pytest.mark.skipif(not (PAGE / "nawl.css").exists(), reason="make setup makes them")


@pytest.fixture
def step(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "_STAMPS", tmp_path / "stamps.json")
    source, target = tmp_path / "source.txt", tmp_path / "target.txt"
    source.write_text("one")
    return Step("a thing", lambda: [source], [target], lambda: steps.write(target, source.read_text() * 2))


def test_a_thing_is_made_once(step, capsys):
    assert steps.run([step]) == ["a thing"]
    assert steps.run([step]) == []
    assert step.proofs[0].read_text() == "oneone"
    assert "Making a thing" in capsys.readouterr().out


def test_it_is_made_again_when_its_source_changes_or_it_is_gone(step):
    steps.run([step])
    next(iter(step.reads())).write_text("two")
    assert steps.run([step]) == ["a thing"]
    step.proofs[0].unlink()
    assert steps.run([step]) == ["a thing"]


def test_a_making_that_failed_is_tried_again(step):
    broken = Step(step.name, step.reads, step.proofs, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        steps.run([broken])
    assert steps.run([step]) == ["a thing"]


def test_npm_is_that_of_the_machine_else_the_one_that_python_carries(monkeypatch):
    monkeypatch.setattr(packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert packages._npm()[0] == ["/usr/bin/npm"]
    monkeypatch.setattr(packages.shutil, "which", lambda _name: None)
    (node, entry), path = packages._npm()
    assert Path(node).exists()
    assert Path(entry).exists()
    assert path.startswith(str(Path(node).parent))


def test_an_icon_file_says_where_its_pictures_are():
    pictures = {16: b"sixteen", 32: b"thirty-two"}
    file = marks.ico(pictures)
    assert struct.unpack("<HHH", file[:6]) == (0, 1, 2)
    for number, picture in enumerate(pictures.values()):
        size, offset = struct.unpack("<II", file[6 + 16 * number + 8 : 6 + 16 * number + 16])
        assert file[offset : offset + size] == picture


@made
def test_every_file_that_the_sheet_names_is_there():
    sheet = (PAGE / "nawl.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("([^"]+)"\)', sheet))
    assert len(named) > 20
    assert not [name for name in named if not (PAGE / name).exists()]
    assert not re.search(r"https?:|@import|sourceMappingURL", sheet)


@made
def test_every_static_file_that_the_skeleton_names_is_there():
    head = (ROOT / "nawl" / "ui" / "templates" / "ui" / "head.html").read_text(encoding="utf-8")
    named = re.findall(r"{% static 'ui/([^']+)' %}", head)
    assert "nawl.css" in named
    assert not [name for name in named if not (PAGE / name).exists()]


@made
def test_what_a_first_page_loads_beside_its_words_is_light():
    text = [face for face in fonts.FACES if face.family in {"Nawl Text", "Nawl Title"}]
    assert sum((PAGE / "fonts" / f"{face.file}.woff2").stat().st_size for face in text) < 80_000


ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؛؟ًٌٍَُِّْ"
NEIGHBOURS = "پچژڤگێۆ"
PRINTED = "".join(map(chr, range(0x20, 0x7F))) + "«»“”‘’–—…·×−"


@made
@pytest.mark.parametrize(
    ("file", "letters"),
    [
        ("text-arabic-400", ALPHABET + NEIGHBOURS),
        ("text-arabic-600", ALPHABET + NEIGHBOURS),
        ("text-latin-400", PRINTED),
        ("text-latin-600", PRINTED),
        ("title-arabic", ALPHABET + "٠١٢٣٤٥٦٧٨٩"),
        ("title-latin", PRINTED),
        ("digits-400", "٠١٢٣٤٥٦٧٨٩٪٫٬"),
        ("digits-600", "٠١٢٣٤٥٦٧٨٩٪٫٬"),
    ],
    ids=lambda value: value if value.isascii() and "-" in value and " " not in value else "letters",
)
def test_a_face_holds_the_letters_that_our_words_are_written_with(file, letters):
    held = TTFont(PAGE / "fonts" / f"{file}.woff2").getBestCmap()
    assert not [letter for letter in letters if ord(letter) not in held]
    face = next(face for face in fonts.FACES if face.file == file)
    asked = {point for low, high in face.letters for point in range(low, high + 1)}
    assert not [letter for letter in letters if ord(letter) not in asked]


@made
def test_the_arabic_digits_stand_under_each_other():
    for style in ("Regular", "SemiBold", "Bold"):
        font = TTFont(FONTS / f"NawlDigits-{style}.ttf")
        names = font.getBestCmap()
        widths = {font["hmtx"][names[point]][0] for point in range(0x0660, 0x066A)}
        assert len(widths) == 1
        assert font["name"].getBestFamilyName() == "Nawl Digits"


@made
def test_arabic_letters_of_a_cut_face_still_join():
    font = TTFont(PAGE / "fonts" / "text-arabic-400.woff2")
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= features


def test_the_script_is_made_of_every_part():
    parts = {path.stem for path in (ROOT / "nawl" / "ui" / "scripts").glob("*.js")}
    assert parts == {*sheets.SCRIPT_ORDER, *sheets.ALONE}
    assert sheets.script().count('"use strict"') == 1
