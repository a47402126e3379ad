"""Files that are given to `nawl weave`: what never ends, what is too large to be a number, classes not yet in force."""

from __future__ import annotations

from datetime import date

import pytest

from tests.weaving.command.asking import making, refused, run

CLASSES = """
[[class]]
code = "300"
version = {version}
name_ar = "صنف ٣٠٠"
name_en = "Class 300"
valid_from = "{since}"
mode = "pile"
kh = {kh}
kv = 30
"""


def test_a_file_without_end_is_not_waited_for(tmp_path):
    assert refused(*making("/dev/zero", tmp_path))[0] == "picture_heavy"
    assert refused("take", "/dev/zero", "--class", "300", "--out", tmp_path)[0] == "plain_unreadable"
    assert not list(tmp_path.iterdir())


def test_a_picture_too_heavy_is_not_read_and_its_own_weight_is_said(tmp_path):
    heavy = tmp_path / "heavy.jpg"
    with heavy.open("wb") as file:
        file.truncate(3_000_000_000)  # a hole, no disk is filled
    code, said, _ = refused(*making(heavy, tmp_path / "out", "--lang", "en"))
    assert code == "picture_heavy"
    assert "3,000 MB" in said


@pytest.mark.parametrize("option", ["--yarns", "--prices", "--classes"])
def test_a_list_without_end_is_refused(photo, tmp_path, option):
    code, _, _ = refused(*making(photo, tmp_path, option, "/dev/zero"))
    assert code in {"yarns_too_large", "yarns_unreadable", "prices_unreadable", "classes_unreadable"}


def test_a_number_beyond_all_numbers_is_refused_in_a_sentence(photo, tmp_path):
    (tmp_path / "p.toml").write_text('currency = "USD"\npile_kg = 1e9999999999999999999\n', encoding="utf-8")
    (tmp_path / "c.toml").write_text(CLASSES.format(version=1, since="2022-01-01", kh="1e9999999999999999999"))
    assert refused(*making(photo, tmp_path, "--prices", tmp_path / "p.toml"))[0] == "prices_unreadable"
    assert refused(*making(photo, tmp_path, "--classes", tmp_path / "c.toml"))[0] == "classes_unreadable"


@pytest.fixture
def classes(tmp_path, monkeypatch):
    monkeypatch.setattr("nawl.kit.clock.today", lambda: date(2022, 11, 26))
    rows = [(1, "2021-01-01", 10), (2, "2023-07-01", 20)]
    text = "".join(CLASSES.format(version=version, since=since, kh=kh) for version, since, kh in rows)
    (tmp_path / "classes.toml").write_text(text, encoding="utf-8")
    return tmp_path / "classes.toml"


def test_the_version_in_force_today_is_taken_and_a_later_one_told(photo, tmp_path, classes):
    words = ("--classes", classes, "--write", "chart", "--lang", "en")
    said = run(*making(photo, tmp_path, *words))
    assert "version 1, in force today, was taken; version 2 is in force from 1 July 2023." in said
    assert "24 knots × 96 rows" in said
    later = run("chart", photo, "--class", "300/2", "--size", "24x32", "--out", tmp_path, *words)
    assert "48 knots × 96 rows" in later
    assert "in force" not in later


@pytest.mark.parametrize(("language", "day"), [("ar", "١ تموز ٢٠٢٣"), ("en", "1 July 2023")])
def test_a_class_that_only_begins_later_is_refused_with_its_day(photo, tmp_path, classes, language, day):
    classes.write_text(CLASSES.format(version=2, since="2023-07-01", kh=20), encoding="utf-8")
    code, said, _ = refused(*making(photo, tmp_path, "--classes", classes, "--lang", language))
    assert code == "class_not_yet"
    assert day in said
    assert "300/2" in said
