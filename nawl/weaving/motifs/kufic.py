"""Kufic text (خط كوفي) in knots: even strokes and gaps, joined on one line, read from right to left."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.weaving.motifs.kufic_letters import APART, BEGINNING, DIGITS, ENDING, JOINING
from nawl.weaving.motifs.motif import Cells, Part

_ROWS = 13
_WORD_GAP = 3
_LONGEST_JOINT = 8
_GAP = np.zeros((_ROWS + 1, 1), dtype=np.uint8)
_MARK = re.compile(r"([cr*+~])(\d+)[:@](\d+)(?:-(\d+))?")
_PARTS = re.compile("ل[اأإآ]|.")
_WESTERN = {ord("0") + n: "٠١٢٣٤٥٦٧٨٩"[n] for n in range(10)} | {0x06F0 + n: "٠١٢٣٤٥٦٧٨٩"[n] for n in range(10)}
_SAME = {ord("ی"): "ي", ord("ک"): "ك", ord("ٱ"): "ا"}


def kufic(text: str, high: int, wide: int = 0) -> Cells:
    """Return a text in plain Kufic, exactly `high` knots high: strokes are `MAIN`, dots and hamzas `ACCENT`.

    Strokes and gaps are all equally thick, as thick as the height allows; what is left over stays clear above and below.
    With `wide` the text fills that width too: its joints are drawn out evenly, as calligraphers do, and what no joint
    can take stays clear at both ends. Vowel signs are left out. Raises `text_empty`, `letter_without_shape`, and
    `kufic_too_low` or `kufic_too_narrow` with the least height or width.
    """
    words = _plain(text).split()
    if not words:
        raise NotPossible("text_empty")
    line, joints = _line(words)
    used = np.flatnonzero(line.any(axis=1))
    line = line[used[0] : used[-1] + 1]
    thick = high // line.shape[0]
    if thick < 1:
        raise NotPossible("kufic_too_low", high=high, least=line.shape[0])
    if wide:
        line, thick = _drawn_out(line, joints, thick, wide)
    drawn = np.repeat(np.repeat(line, thick, axis=0), thick, axis=1)
    down, across = high - drawn.shape[0], (wide or drawn.shape[1]) - drawn.shape[1]
    return np.pad(drawn, ((down // 2, down - down // 2), (across // 2, across - across // 2)))


def _drawn_out(line: Cells, joints: Cells, thick: int, wide: int) -> tuple[Cells, int]:
    """Return the line drawn out at its joints to a width, and how thick its strokes then are."""
    if wide < line.shape[1]:
        raise NotPossible("kufic_too_narrow", wide=wide, least=line.shape[1])
    thick = min(thick, wide // line.shape[1])
    places = np.flatnonzero(joints)
    if places.size == 0:
        return line, thick
    spare = min(wide // thick - line.shape[1], _LONGEST_JOINT * places.size)
    times = np.ones(line.shape[1], dtype=np.int64)
    times[places] += spare // places.size
    times[places[: spare % places.size]] += 1
    return np.repeat(line, times, axis=1), thick


def _plain(text: str) -> str:
    """Return the text without vowel signs and unseen marks, each letter in its own spelling, digits Arabic-Indic."""
    composed = unicodedata.normalize("NFKC", text)
    seen = (sign for sign in composed if unicodedata.category(sign) not in {"Mn", "Cf"})
    return "".join(seen).translate(_WESTERN).translate(_SAME)


def _line(words: list[str]) -> tuple[Cells, Cells]:
    """Set words from right to left; return them and where their joints are."""
    gap = np.zeros((_ROWS + 1, _WORD_GAP), dtype=np.uint8)
    pieces: list[Cells] = []
    for word in words:
        pieces = [_word(word), *([gap, *pieces] if pieces else [])]
    set_out = np.concatenate(pieces, axis=1)
    return set_out[:_ROWS], set_out[_ROWS]


def _word(word: str) -> Cells:
    """Set one word: runs of letters from right to left, runs of digits within it from left to right."""
    placed: list[Cells] = []
    for is_number, run in groupby(word, lambda sign: sign in DIGITS):
        signs = "".join(run)
        piece = _spaced([_form(DIGITS[sign]) for sign in signs]) if is_number else _group(signs)
        placed = [piece, *([_GAP, *placed] if placed else [])]
    return np.concatenate(placed, axis=1)


def _spaced(forms: list[Cells]) -> Cells:
    pieces = [piece for form in forms for piece in (form, _GAP)]
    return np.concatenate(pieces[:-1], axis=1)


def _group(letters: str) -> Cells:
    """Set letters from right to left; those that join touch on the line, others stand one gap apart."""
    signs = _PARTS.findall(letters)
    pieces: list[Cells] = []
    is_joined = False
    for number, sign in enumerate(signs):
        following = signs[number + 1] if number + 1 < len(signs) else ""
        joins_on = sign in JOINING and following not in {"", "ء"}
        form = _form(_shape(sign, is_joined=is_joined, joins_on=joins_on))
        if joins_on:
            form = form.copy()
            form[_ROWS, 0] = 1
        pieces = [form, *pieces] if is_joined or not pieces else [form, _GAP, *pieces]
        is_joined = joins_on
    return np.concatenate(pieces, axis=1)


def _shape(sign: str, *, is_joined: bool, joins_on: bool) -> str:
    """Return the strokes of a letter as it stands; raises `letter_without_shape`."""
    if joins_on:
        return JOINING[sign][0] if is_joined else BEGINNING.get(sign, JOINING[sign][0])
    if not is_joined and sign in APART:
        return APART[sign]
    if sign in JOINING:
        return JOINING[sign][1]
    if sign in ENDING:
        return ENDING[sign]
    raise NotPossible("letter_without_shape", letter=sign)


@cache
def _form(strokes: str) -> Cells:
    """Draw the strokes of a form, as narrow as it is; one row more, below, is for the mark of a joint."""
    cells = np.zeros((_ROWS + 1, 16), dtype=np.uint8)
    for kind, first, low, high in _MARK.findall(strokes):
        at, start, end = int(first), int(low), int(high or low) + 1
        if kind == "c":
            cells[start:end, at] = Part.MAIN
        elif kind == "r":
            cells[at, start:end] = Part.MAIN
        else:
            cells[at, start : start + (3 if kind == "~" else 1)] = Part.ACCENT
        if kind == "+":
            cells[at, start + 1] = cells[at + 1, start] = Part.ACCENT
    wide = int(np.flatnonzero(cells.any(axis=0))[-1]) + 1
    return cells[:, :wide]
