"""The sheet: logical properties, colours from tokens alone, contrast in both themes, nothing newer than Chromium 109."""

from __future__ import annotations

import itertools
import math
import re

import pytest

from config.assets import fonts, sheets
from config.assets.steps import ROOT, files

STYLES = files(ROOT / "nawl" / "ui" / "styles", "*.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"^\s*([a-z-]+)\s*:\s*([^;{]+);", re.MULTILINE)
PHYSICAL = re.compile(
    r"^(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|"
    r"(?:min|max)-(?:width|height)|border-(?:left|right|top|bottom)-\w+|border-(?:top|bottom)-(?:left|right)-radius|float|clear)"
    r"(?:-|$)"
)
NEWER = re.compile(r"color-mix\(|light-dark\(|@layer|@scope|subgrid|&\s*[.:>{]|oklch\(|anchor\(|@starting-style")


def text_of(path):
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_only_logical_properties(path):
    physical = [(name, value) for name, value in DECLARATION.findall(text_of(path)) if PHYSICAL.match(name)]
    sided = [
        (name, value)
        for name, value in DECLARATION.findall(text_of(path))
        if name in {"text-align", "justify-content", "float"} and re.search(r"\b(left|right)\b", value)
    ]
    assert not physical
    assert not sided


@pytest.mark.parametrize("path", [path for path in STYLES if path.stem != "tokens"], ids=lambda path: path.stem)
def test_only_tokens_name_a_colour(path):
    named = re.findall(r"#[0-9a-f]{3,8}\b|\b(?:hsl|rgb)a?\((?!255 255 255|0 0 0)[^)]*\)", text_of(path))
    assert not named


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_no_component_mentions_a_theme_and_none_needs_a_new_browser(path):
    text = text_of(path)
    if path.stem != "tokens":
        assert "data-theme" not in text
    assert not NEWER.search(text)
    assert text.count("{") == text.count("}")


def test_every_token_that_is_used_is_declared():
    whole = "\n".join(map(text_of, STYLES))
    used = set(re.findall(r"var\((--[\w-]+)", whole))
    declared = set(re.findall(r"^\s*(--[\w-]+)\s*:", whole, re.MULTILINE))
    assert used <= declared
    assert not {name for name in declared - used if not re.fullmatch(r"--(c\d|q\d|t-h\w+|s\d|band|on-band|beam)", name)}


def test_the_sheet_is_made_of_every_part_once_and_holds_the_dark_values_twice():
    sheet = sheets.sheet()
    assert sheet.count("--wool: #1a1511") == 2
    assert '@media screen and (prefers-color-scheme: dark) {\n:root[data-theme="system"]' in sheet
    assert '.k-SY10 { background-image: url("kilim/SY10.svg"); }' in sheet
    assert "sourceMappingURL" not in sheet


def test_a_part_that_stands_in_no_order_is_refused(monkeypatch):
    *others, last = sheets.ORDER
    monkeypatch.setattr(sheets, "ORDER", tuple(others))
    with pytest.raises(ValueError, match=last):
        sheets.sheet()


def test_faces_that_are_cut_do_not_keep_the_names_of_their_sources():
    assert {face.family for face in fonts.FACES if face.cut} == {"Nawl Text", "Nawl Title", "Nawl Digits"}
    assert {face.family for face in fonts.FACES if not face.cut} == {"IBM Plex Sans Arabic"}


# ── contrast (WCAG 2) and sight ────────────────────────────


def block(selector):
    text = (ROOT / "nawl" / "ui" / "styles" / "tokens.css").read_text(encoding="utf-8")
    start = text.index(selector)
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", text[start : text.index("\n}", start)]))


LIGHT = block(":root {")
DARK = {**LIGHT, **block('[data-theme="dark"] {')}
TEXT, EDGE = 4.5, 3.0
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft", "indigo") for ground in ("wool", "paper", "sunk")),
    ("indigo", "indigo-tint", TEXT),
    ("on-madder", "madder", TEXT),
    ("on-madder", "madder-deep", TEXT),
    ("on-band", "band", TEXT),
    ("paper", "indigo", TEXT),
    ("wool", "ink", TEXT),
    ("madder", "wool", EDGE),
    ("madder", "paper", EDGE),
    ("olive-ink", "olive-tint", TEXT),
    ("olive-ink", "paper", TEXT),
    ("olive-ink", "wool", TEXT),
    ("olive", "paper", EDGE),
    ("saffron-ink", "saffron-tint", TEXT),
    ("saffron-ink", "paper", TEXT),
    ("saffron-ink", "wool", TEXT),
    ("saffron", "paper", EDGE),
    ("saffron", "wool", EDGE),
    ("wrong", "paper", TEXT),
    ("wrong", "wool", TEXT),
    ("wrong", "wrong-tint", TEXT),
    *(("ink", f"{dye}-tint", TEXT) for dye in ("wrong", "saffron", "olive", "madder", "indigo")),
    ("thread-strong", "paper", EDGE),
    ("thread-strong", "wool", EDGE),
    ("focus", "wool", EDGE),
    ("focus", "paper", EDGE),
    *(("on-q-low", f"q{step}", TEXT) for step in (1, 2, 3)),
    *(("on-q-high", f"q{step}", TEXT) for step in (4, 5)),
    *((f"c{number}", "paper", EDGE) for number in range(1, 7)),
]


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def channels(colour):
    return [linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5)]


def luminance(colour):
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), channels(colour), strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_of_colours_has_enough_contrast(theme, front, ground, least):
    assert contrast(theme[front], theme[ground]) >= least


# Machado, Oliveira and Fernandes 2009, severity 1; distances in OKLab
SIGHT = {
    "full": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def seen(colour, sight):
    mixed = [min(1, max(0, value)) for value in times(SIGHT[sight], channels(colour))]
    return times(TO_LAB, [value ** (1 / 3) for value in times(TO_CONES, mixed)])


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_four_series_can_be_told_apart_by_every_sight(theme, sight):
    four = [seen(theme[f"c{number}"], sight) for number in range(1, 5)]
    assert min(math.dist(*pair) for pair in itertools.combinations(four, 2)) >= 0.09


def test_the_main_act_and_a_fault_do_not_look_alike():
    assert math.dist(seen(LIGHT["madder"], "full"), seen(LIGHT["wrong"], "full")) > 0.06
