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
_MARK = re.compile(r"([cr*+~])(\d+)[:@](\d+)(?:-(\d+))?")
_PARTS = re.compile("ل[اأإآ]|.")
_WESTERN = {ord("0") + n: "٠١٢٣٤٥٦٧٨٩"[n] for n in range(10)} | {0x06F0 + n: "٠١٢٣٤٥٦٧٨٩"[n] for n in range(10)}
_SAME = {ord("ی"): "ي", ord("ک"): "ك", ord("ٱ"): "ا"}


def kufic(text: str, high: int) -> Cells:
    """Return a text in plain Kufic, exactly `high` knots high: strokes are `MAIN`, dots and hamzas `ACCENT`.

    Strokes and gaps are all equally thick, as thick as the height allows; what is left over stays clear above and below.
    Vowel signs are left out. Raises `text_empty`, `letter_without_shape` and `kufic_too_low` with the least height.
    """
    words = _plain(text).split()
    if not words:
        raise NotPossible("text_empty")
    line = _line(words)
    used = np.flatnonzero(line.any(axis=1))
    line = line[used[0] : used[-1] + 1]
    thick = high // line.shape[0]
    if thick < 1:
        raise NotPossible("kufic_too_low", high=high, least=line.shape[0])
    drawn = np.repeat(np.repeat(line, thick, axis=0), thick, axis=1)
    spare = high - drawn.shape[0]
    return np.pad(drawn, ((spare // 2, spare - spare // 2), (0, 0)))


def _plain(text: str) -> str:
    """Return the text without vowel signs and unseen marks, each letter in its own spelling, digits Arabic-Indic."""
    composed = unicodedata.normalize("NFKC", text)
    seen = (sign for sign in composed if unicodedata.category(sign) not in {"Mn", "Cf"})
    return "".join(seen).translate(_WESTERN).translate(_SAME)


def _line(words: list[str]) -> Cells:
    """Set words from right to left."""
    gap = np.zeros((_ROWS, _WORD_GAP), dtype=np.uint8)
    pieces: list[Cells] = []
    for word in words:
        pieces = [_word(word), *([gap, *pieces] if pieces else [])]
    return np.concatenate(pieces, axis=1)


def _word(word: str) -> Cells:
    """Set one word: runs of letters from right to left, runs of digits within it from left to right."""
    gap = np.zeros((_ROWS, 1), dtype=np.uint8)
    placed: list[Cells] = []
    for is_number, run in groupby(word, lambda sign: sign in DIGITS):
        signs = "".join(run)
        piece = _spaced([_form(DIGITS[sign]) for sign in signs]) if is_number else _group(signs)
        placed = [piece, *([gap, *placed] if placed else [])]
    return np.concatenate(placed, axis=1)


def _spaced(forms: list[Cells]) -> Cells:
    gap = np.zeros((_ROWS, 1), dtype=np.uint8)
    pieces = [piece for form in forms for piece in (form, gap)]
    return np.concatenate(pieces[:-1], axis=1)


def _group(letters: str) -> Cells:
    """Set letters from right to left; those that join touch on the line, others stand one gap apart."""
    gap = np.zeros((_ROWS, 1), dtype=np.uint8)
    signs = _PARTS.findall(letters)
    pieces: list[Cells] = []
    is_joined = False
    for number, sign in enumerate(signs):
        following = signs[number + 1] if number + 1 < len(signs) else ""
        joins_on = sign in JOINING and following not in {"", "ء"}
        form = _form(_shape(sign, is_joined=is_joined, joins_on=joins_on))
        pieces = [form, *pieces] if is_joined or not pieces else [form, gap, *pieces]
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
    """Draw the strokes of a form, as narrow as it is."""
    cells = np.zeros((_ROWS, 16), dtype=np.uint8)
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
