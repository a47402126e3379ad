"""The words of the weaving chart in both languages; numbers come in the reader's digits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nawl.kit.numbers import Digits, format_number, in_digits
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.printing.options import ChartPaper, Language
from nawl.weaving.printing.shown import Shown

Words = dict[str, str]

_AR: Words = {
    "chart": "مخطط النسج",
    "draft": "مسودة",
    "draft_note": "هذه النسخة مسودة قد تتغير، ولا يجوز النسج منها.",
    "locked": "نسخة مثبتة",
    "version": "النسخة",
    "copy": "النسخة الورقية رقم",
    "class": "الصنف",
    "size": "العرض × الطول",
    "cm": "سم",
    "grid": "العقد عرضاً × طولاً",
    "grid_flat": "الخانات عرضاً × طولاً",
    "knots": "عدد العقد",
    "knots_flat": "عدد الخانات",
    "density": "العقد في 10 سم",
    "density_flat": "الخانات في 10 سم",
    "and": "، ",
    "knot": "العقدة",
    "symmetric": "متناظرة (تركية)",
    "asymmetric_left": "غير متناظرة، مفتوحة يساراً",
    "asymmetric_right": "غير متناظرة، مفتوحة يميناً",
    "none": "بلا عقد، نسيج مسطح",
    "reading": "القراءة",
    "right": "من اليمين إلى اليسار",
    "left": "من اليسار إلى اليمين",
    "view": "المنظر",
    "front": "الوجه",
    "back": "الظهر",
    "unit": "الوحدة",
    "day": "تاريخ الطباعة",
    "fingerprint": "البصمة",
    "legend": "الألوان",
    "legend_more": "الألوان (تتمة)",
    "sign": "الرمز",
    "colour": "اللون",
    "code": "الرقم",
    "lot": "الدفعة",
    "count": "العقد",
    "count_flat": "الخانات",
    "grams": "غرام",
    "hanks": "شلل",
    "total": "المجموع",
    "unset": "بلا لون بعد",
    "map": "خريطة الأوراق",
    "map_note": "اسم كل ورقة وتحته رقم صفحتها. يبدأ النسج من {start}.",
    "how": "طريقة القراءة",
    "page_of": "الصفحة {page} من {pages}",
    "rows": "الأسطر من {first} إلى {last}",
    "columns": "الأعمدة من {first} إلى {last}",
    "neighbour": "{name} · الصفحة {page}",
    "axis": "محور التناظر",
    "edge": "طرف القطعة",
    "sheet": "الورقة",
    "alt": "الورقة {name} من مخطط النسج. {rows}. {columns}.",
    "picture": "صورة المخطط كاملاً",
    "more": "وألوان أخرى: {count}",
}
_EN: Words = {
    "chart": "Weaving chart",
    "draft": "Draft",
    "draft_note": "This version is a draft and may change: do not weave from it.",
    "locked": "Locked version",
    "version": "version",
    "copy": "Paper copy no.",
    "class": "Class",
    "size": "Width × length",
    "cm": "cm",
    "grid": "Knots across × along",
    "grid_flat": "Cells across × along",
    "knots": "Knots",
    "knots_flat": "Cells",
    "density": "Knots in 10 cm",
    "density_flat": "Cells in 10 cm",
    "and": ", ",
    "knot": "Knot",
    "symmetric": "symmetric (Turkish)",
    "asymmetric_left": "asymmetric, open to the left",
    "asymmetric_right": "asymmetric, open to the right",
    "none": "no knots, flat weave",
    "reading": "Reading",
    "right": "from right to left",
    "left": "from left to right",
    "view": "View",
    "front": "the face",
    "back": "the back",
    "unit": "Unit",
    "day": "Printed on",
    "fingerprint": "Fingerprint",
    "legend": "Colours",
    "legend_more": "Colours (continued)",
    "sign": "Sign",
    "colour": "Colour",
    "code": "Code",
    "lot": "Lot",
    "count": "Knots",
    "count_flat": "Cells",
    "grams": "Grams",
    "hanks": "Hanks",
    "total": "Total",
    "unset": "No colour yet",
    "map": "Map of the sheets",
    "map_note": "the name of each sheet, below it its page. Weaving begins at {start}.",
    "how": "How to read the chart",
    "page_of": "Page {page} of {pages}",
    "rows": "Rows {first} to {last}",
    "columns": "Columns {first} to {last}",
    "neighbour": "{name} · page {page}",
    "axis": "Mirror axis",
    "edge": "Edge of the piece",
    "sheet": "Sheet",
    "alt": "Sheet {name} of the weaving chart. {rows}. {columns}.",
    "picture": "Picture of the whole chart",
    "more": "and {count} more",
}
WORDS: dict[Language, Words] = {"ar": _AR, "en": _EN}

_HOW: dict[str, tuple[str, str]] = {
    "cell": ("كل خانة عقدة واحدة، وكل خط سميك بعد عشر عقد.", "Every cell is one knot; a thick line stands after every ten."),
    "cell_flat": (
        "كل خانة بعرض {warps} من خيوط السدى وبارتفاع حدفات سطر واحد، وكل خط سميك بعد عشر خانات.",
        "Every cell is {warps} warps wide and the shots of one row high; a thick line stands after every ten.",
    ),
    "rows": (
        "السطر 1 في أسفل المخطط وبه يبدأ النسج، ثم يصعد سطراً بعد سطر.",
        "Row 1 is the lowest and is woven first; then the work rises row by row.",
    ),
    "right": ("قراءة كل سطر من اليمين إلى اليسار، وترقيم الأعمدة من اليمين.", "Every row is read from right to left, and columns are counted from the right."),
    "left": ("قراءة كل سطر من اليسار إلى اليمين، وترقيم الأعمدة من اليسار.", "Every row is read from left to right, and columns are counted from the left."),
    "counts": (
        "الرقم في أول خانة من اللون هو عدد خاناته المتتالية في هذه الورقة، والخانة التي فيها الرقم واحدة منها.",
        "The number in the first cell of a colour says how many cells of it lie side by side on this sheet, the numbered cell among them.",
    ),
    "overlap": (
        "الخانات الباهتة عند الطرف مكررة من الورقة المجاورة: للمقارنة فقط، لا للنسج مرة ثانية.",
        "Pale cells at an edge repeat the neighbouring sheet: compare with them, do not weave them again.",
    ),
    "front": ("المخطط كما يبدو وجه القطعة.", "The chart is drawn as the face of the piece is seen."),
    "back": ("المخطط كما يبدو ظهر القطعة.", "The chart is drawn as the back of the piece is seen."),
    "width_odd": (
        "عند الخط الأحمر في العرض: العمود {axis} مرة واحدة، ثم قراءة السطر رجوعاً من العمود {before} إلى العمود 1.",
        "At the red line across the width column {axis} is woven once; then the row is read back from column {before} to column 1.",
    ),
    "width_even": (
        "عند الخط الأحمر في العرض: العمود {axis} مرتين متجاورتين، ثم قراءة السطر رجوعاً إلى العمود 1.",
        "At the red line across the width column {axis} is woven twice side by side; then the row is read back to column 1.",
    ),
    "length_odd": (
        "عند الخط الأحمر في الطول: السطر {axis} مرة واحدة، ثم قراءة الأسطر نزولاً من السطر {before} إلى السطر 1.",
        "At the red line along the length row {axis} is woven once; then the rows are read downwards from row {before} to row 1.",
    ),
    "length_even": (
        "عند الخط الأحمر في الطول: السطر {axis} مرتين متتاليتين، ثم قراءة الأسطر نزولاً إلى السطر 1.",
        "At the red line along the length row {axis} is woven twice in turn; then the rows are read downwards to row 1.",
    ),
    "point_odd": (
        "بعد السطر {axis}: قراءة الأسطر نزولاً من السطر {before} إلى السطر 1، وكل سطر من آخره إلى أوله.",
        "After row {axis} the rows are read downwards from row {before} to row 1, each from its end to its beginning.",
    ),
    "point_even": (
        "بعد السطر {axis}: قراءة الأسطر نزولاً من السطر {axis} نفسه إلى السطر 1، وكل سطر من آخره إلى أوله.",
        "After row {axis} the rows are read downwards from row {axis} itself to row 1, each from its end to its beginning.",
    ),
}  # fmt: skip


def number(value: int | Decimal, digits: Digits) -> str:
    """Return a number grouped by thousands, whole unless it has decimals."""
    return format_number(value, digits)


def plain(value: object, digits: Digits) -> str:
    """Return a number or a code as it is, in the reader's digits and without groups: a row, a page."""
    return in_digits(str(value), digits)


def how_to_read(frame: Frame, seen: Shown, paper: ChartPaper) -> list[str]:
    """Return the sentences that tell a weaver how to read this very chart."""
    place = 0 if paper.language == "ar" else 1
    facts = {"warps": str(frame.quality.warps_per_cell)}
    said = [(name, facts) for name in _what_applies(frame, paper)] + list(_what_repeats(seen))
    return [in_digits(_HOW[name][place].format(**values), paper.digits) for name, values in said]


def _what_applies(frame: Frame, paper: ChartPaper) -> Iterator[str]:
    yield "cell" if frame.quality.mode == "pile" else "cell_flat"
    yield "rows"
    yield paper.reading
    if paper.counts:
        yield "counts"
    if paper.overlap:
        yield "overlap"
    yield paper.view


def _what_repeats(seen: Shown) -> Iterator[tuple[str, dict[str, str]]]:
    """How to go on past the axes of a chart of which a part is printed."""
    high, wide = seen.knots.shape
    if seen.symmetry.mirrors_width:
        yield ("width_odd" if seen.wide % 2 else "width_even"), {"axis": str(wide), "before": str(wide - 1)}
    along = {"axis": str(high), "before": str(high - 1)}
    if seen.symmetry.mirrors_length:
        yield ("length_odd" if seen.high % 2 else "length_even"), along
    if seen.symmetry is Symmetry.POINT:
        yield ("point_odd" if seen.high % 2 else "point_even"), along
