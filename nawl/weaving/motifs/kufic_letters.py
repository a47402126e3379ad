"""The letters of plain Kufic in a grid of even strokes and gaps: each form as strokes, its dots and its hamza apart.

A form is written as strokes in the picture's own order, left to right: `c3:6-8` is column 3 from row 6 to row 8,
`r8:0-4` is row 8 from column 0 to column 4, `*4@2` a dot in row 4, column 2, `+3@0` a hamza whose upper left module
lies there, `~0@0` a madda of three modules. Rows: 0 is the top of alef, 6 the top of a tooth, 8 the line of writing, 10 to 12 what hangs below it. A form
that joins the letter after it has the line of writing in column 0, and two clear columns left of its dots, so that the
dots of two letters never read as one letter's.
"""

from __future__ import annotations

from typing import Final

LINE: Final = 8
"""The row of the line of writing."""

Forms = tuple[str, str]
"""How a letter stands where it joins the one after it, and where it ends a group or stands alone."""

_TOOTH, _WIDE_TOOTH = "c2:6-8 r8:0-2", "c4:6-8 r8:0-4"
_BOAT = "c0:6-8 r8:0-4"
_BOWL = "c4:8-10 r10:0-4 c0:8-10"
_TEETH, _TEETH_AND_BOWL = "c1:6-8 c3:6-8 c5:6-8 r8:0-5", "c4:6-10 c6:6-8 c8:6-8 r8:4-8 r10:0-4 c0:8-10"
_SAD, _SAD_AND_BOWL = "r6:3-7 r8:0-7 c3:6-8 c7:6-8 c1:6-8", "r6:6-10 r8:4-10 c6:6-8 c10:6-8 c4:6-10 r10:0-4 c0:8-10"
_TAH, _LAST_TAH = "c1:0-8 r6:1-5 c5:6-8 r8:0-5", "c0:0-8 r6:0-4 c4:6-8 r8:0-4"
_HAH = "r6:1-4 c4:6-8 r8:0-4"
_EYE = "r6:1-3 c1:6-8 c3:6-8 r8:0-3"
_DAL = "r6:0-3 c3:6-8 r8:0-3"
_REH = "c2:8-10 r10:0-2"
_WAW = "r6:0-2 c0:6-8 r8:0-2 c2:6-10 r10:0-2"
_YEH = "r8:0-5 c0:8-10 r10:0-5"
_LAM_ALEF = "c4:0-6 r6:0-4 c1:6-8 c3:6-8"

JOINING: Final[dict[str, Forms]] = {
    "ب": (f"{_TOOTH} *10@2", f"{_BOAT} *10@2"),
    "ت": (f"{_WIDE_TOOTH} *4@2 *4@4", f"{_BOAT} *4@1 *4@3"),
    "ث": (f"{_WIDE_TOOTH} *4@2 *4@4 *2@3", f"{_BOAT} *4@1 *4@3 *2@2"),
    "ج": (f"{_HAH} *10@2", "c0:6-12 r6:0-3 r8:0-4 r12:0-4 *10@2"),
    "ح": (_HAH, "c0:6-12 r6:0-3 r8:0-4 r12:0-4"),
    "خ": (f"{_HAH} *4@2", "c0:6-12 r6:0-3 r8:0-4 r12:0-4 *4@2"),
    "س": (_TEETH, _TEETH_AND_BOWL),
    "ش": (f"{_TEETH} *4@2 *4@4 *2@3", f"{_TEETH_AND_BOWL} *4@5 *4@7 *2@6"),
    "ص": (_SAD, _SAD_AND_BOWL),
    "ض": (f"{_SAD} *4@5", f"{_SAD_AND_BOWL} *4@8"),
    "ط": (_TAH, _LAST_TAH),
    "ظ": (f"{_TAH} *4@3", f"{_LAST_TAH} *4@2"),
    "ع": ("c1:4-6 c3:4-6 r6:1-3 c2:6-8 r8:0-3", "c1:4-6 c3:4-6 r6:1-3 c2:6-8 r8:0-4 c0:8-12 r12:0-4"),
    "غ": ("c1:4-6 c3:4-6 r6:1-3 c2:6-8 r8:0-3 *2@2", "c1:4-6 c3:4-6 r6:1-3 c2:6-8 r8:0-4 c0:8-12 r12:0-4 *2@2"),
    "ف": (f"{_EYE} *4@2", "r6:5-7 c5:6-8 c7:6-8 r8:0-7 c0:6-8 *4@6"),
    "ق": ("r6:2-4 c2:6-8 c4:6-8 r8:0-4 *4@2 *4@4", f"{_BOWL} c4:6-10 r6:4-6 c6:6-8 r8:4-6 *4@4 *4@6"),
    "ك": ("c1:2-6 r6:1-6 c6:6-8 r8:0-6", "c0:2-6 r6:0-5 c5:6-8 r8:0-5"),
    "ل": ("c1:0-8 r8:0-1", f"{_BOWL} c4:0-10"),
    "م": (_EYE, "r6:0-2 c0:6-12 c2:6-8 r8:0-2"),
    "ن": (f"{_TOOTH} *4@2", f"{_BOWL} *6@2"),
    "ه": ("r6:1-3 r8:0-3 r10:1-3 c1:6-10 c3:6-10", "r6:0-2 c0:6-8 c2:6-8 r8:0-2"),
    "ي": (f"{_WIDE_TOOTH} *10@2 *10@4", f"{_YEH} *12@1 *12@3"),
    "ئ": (f"{_TOOTH} +3@1", f"{_YEH} +5@2"),
    "ـ": ("r8:0-1", "r8:0-1"),
}
"""Letters that join the one after them: joined to both sides, and joined to the one before alone."""

ENDING: Final[dict[str, str]] = {
    "ا": "c0:0-8",
    "أ": "c0:3-8 +0@0",
    "إ": "c0:0-8 +10@0",
    "آ": "c0:2-8 ~0@0",
    "د": _DAL,
    "ذ": f"{_DAL} *4@2",
    "ر": _REH,
    "ز": f"{_REH} *6@2",
    "و": _WAW,
    "ؤ": f"{_WAW} +3@0",
    "ة": "r6:0-2 c0:6-8 c2:6-8 r8:0-2 *4@0 *4@2",
    "ى": _YEH,
    "لا": f"{_LAM_ALEF} c0:0-6 r8:1-4",
    "لأ": f"{_LAM_ALEF} c0:3-6 r8:1-4 +0@0",
    "لإ": f"{_LAM_ALEF} c0:0-6 r8:1-4 +10@1",
    "لآ": f"{_LAM_ALEF} c0:2-6 ~0@0 r8:1-4",
}
"""Letters that never join the one after them, as they stand joined to the one before."""

APART: Final[dict[str, str]] = {
    "ب": f"{_BOAT} c4:6-8 *10@2",
    "ت": f"{_BOAT} c4:6-8 *4@1 *4@3",
    "ث": f"{_BOAT} c4:6-8 *4@1 *4@3 *2@2",
    "ج": "c0:6-10 r6:0-4 r10:0-4 *8@2",
    "ح": "c0:6-10 r6:0-4 r10:0-4",
    "خ": "c0:6-10 r6:0-4 r10:0-4 *4@2",
    "ع": "r6:1-4 c1:6-8 r8:0-3 c0:8-12 r12:0-4",
    "غ": "r6:1-4 c1:6-8 r8:0-3 c0:8-12 r12:0-4 *4@2",
    "ن": f"{_BOWL} c4:6-10 *6@2",
    "ه": "r4:0-4 r8:0-4 c0:4-8 c4:4-8",
    "ة": "r4:0-4 r8:0-4 c0:4-8 c4:4-8 *2@1 *2@3",
    "ي": f"{_YEH} c5:6-8 *12@1 *12@3",
    "ئ": f"{_YEH} c5:6-8 +5@2",
    "ى": f"{_YEH} c5:6-8",
    "ء": "r6:0-2 c0:6-8 r8:0-2",
    "لا": f"{_LAM_ALEF} c0:0-6 r8:1-3",
    "لأ": f"{_LAM_ALEF} c0:3-6 r8:1-3 +0@0",
    "لإ": f"{_LAM_ALEF} c0:0-6 r8:1-3 +10@1",
    "لآ": f"{_LAM_ALEF} c0:2-6 ~0@0 r8:1-3",
}
"""Letters that stand otherwise alone than at the end of a group."""

BEGINNING: Final[dict[str, str]] = {
    "ع": "r6:1-3 c1:6-8 r8:0-3",
    "غ": "r6:1-3 c1:6-8 r8:0-3 *4@2",
    "ه": "r6:1-5 r8:0-5 c1:6-8 c3:6-8 c5:6-8",
}
"""Letters that stand otherwise at the beginning of a group than within it."""

DIGITS: Final[dict[str, str]] = {
    "٠": "c0:6-6",
    "١": "c0:4-8",
    "٢": "c0:4-8 r6:0-2 c2:4-6",
    "٣": "c0:4-8 r6:0-4 c2:4-6 c4:4-6",
    "٤": "c0:4-8 r4:0-2 r6:0-2 r8:0-2",
    "٥": "c0:4-8 c3:4-8 r4:0-3 r8:0-3",
    "٦": "r4:0-2 c2:4-8",
    "٧": "c0:4-8 c2:4-8 r8:0-2",
    "٨": "c0:4-8 c2:4-8 r4:0-2",
    "٩": "r4:0-2 c0:4-6 r6:0-2 c2:4-8",
}
"""Digits: they run left to right, and no stroke of theirs hangs below the line."""
