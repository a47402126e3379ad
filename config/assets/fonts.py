"""Fonts: cut for the page to what Arabic and English need, whole for PDFs and charts, digits that stand under each other.

The page first loads the cut faces (some 65 kB together); a letter outside them loads the whole face of its script.
Cut faces carry names of their own, as the licences of their sources ask.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from config.assets.steps import FONTS, PACKAGES, PAGE, ROOT, Step, write

Range = tuple[int, int]

DIGITS: list[Range] = [(0x0660, 0x066C)]  # ٠ to ٩, the percent sign, the decimal and the thousands separators
LATIN: list[Range] = [
    (0x0020, 0x007E),
    (0x00A0, 0x00A0),
    (0x00AB, 0x00AB),
    (0x00B0, 0x00B0),
    (0x00B7, 0x00B7),
    (0x00BB, 0x00BB),
    (0x00D7, 0x00D7),
    (0x2013, 0x2014),
    (0x2018, 0x201D),
    (0x2022, 0x2022),
    (0x2026, 0x2026),
    (0x2039, 0x203A),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
]
ARABIC: list[Range] = [
    (0x060C, 0x060C),
    (0x061B, 0x061B),
    (0x061F, 0x061F),
    (0x0621, 0x0652),
    (0x0670, 0x0671),
    (0x200C, 0x200F),
]
KURDISH: list[Range] = [
    (0x067E, 0x067E),
    (0x0686, 0x0686),
    (0x0695, 0x0695),
    (0x0698, 0x0698),
    (0x06A4, 0x06A4),
    (0x06A9, 0x06A9),
]
KURDISH += [(0x06AF, 0x06AF), (0x06B5, 0x06B5), (0x06C6, 0x06C6), (0x06CC, 0x06CC), (0x06CE, 0x06CE), (0x06D5, 0x06D5)]

_WEB = PACKAGES / "@fontsource"
_WHOLE = PACKAGES / "@expo-google-fonts"
_PLEX = "ibm-plex-sans-arabic/files/ibm-plex-sans-arabic"
_NOTO = "noto-sans-arabic"


@dataclass(frozen=True)
class Face:
    """One face of the page: its file, family, weights, source, and the letters that it is asked for."""

    file: str
    family: str
    weight: str
    source: Path
    letters: list[Range]
    cut: bool = True

    @property
    def css(self) -> str:
        """The rule that loads the face when one of its letters stands on the page."""
        letters = ", ".join(f"U+{low:04X}" if low == high else f"U+{low:04X}-{high:04X}" for low, high in self.letters)
        return (
            f'@font-face {{\n  font-family: "{self.family}";\n  font-weight: {self.weight};\n  font-display: swap;\n'
            f'  src: url("fonts/{self.file}.woff2") format("woff2");\n  unicode-range: {letters};\n}}\n'
        )


_ALL_LATIN: list[Range] = [
    (0x0000, 0x00FF),
    (0x0131, 0x0131),
    (0x0152, 0x0153),
    (0x2000, 0x206F),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
]
_ALL_ARABIC: list[Range] = [(0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)]
FACES = (
    Face("text-arabic-400", "Nawl Text", "400", _WEB / f"{_PLEX}-arabic-400-normal.woff2", [*ARABIC, *KURDISH]),
    Face("text-latin-400", "Nawl Text", "400", _WEB / f"{_PLEX}-latin-400-normal.woff2", LATIN),
    Face("text-arabic-600", "Nawl Text", "500 700", _WEB / f"{_PLEX}-arabic-600-normal.woff2", [*ARABIC, *KURDISH]),
    Face("text-latin-600", "Nawl Text", "500 700", _WEB / f"{_PLEX}-latin-600-normal.woff2", LATIN),
    Face("title-arabic", "Nawl Title", "700", _WEB / "cairo/files/cairo-arabic-700-normal.woff2", [*ARABIC, *DIGITS]),
    Face("title-latin", "Nawl Title", "700", _WEB / "cairo/files/cairo-latin-700-normal.woff2", LATIN),
    Face("digits-400", "Nawl Digits", "400", _WHOLE / _NOTO / "400Regular/NotoSansArabic_400Regular.ttf", DIGITS),
    Face("digits-600", "Nawl Digits", "500 700", _WHOLE / _NOTO / "600SemiBold/NotoSansArabic_600SemiBold.ttf", DIGITS),
    Face(
        "plex-arabic-400",
        "IBM Plex Sans Arabic",
        "400",
        _WEB / f"{_PLEX}-arabic-400-normal.woff2",
        _ALL_ARABIC,
        cut=False,
    ),
    Face(
        "plex-latin-400", "IBM Plex Sans Arabic", "400", _WEB / f"{_PLEX}-latin-400-normal.woff2", _ALL_LATIN, cut=False
    ),
    Face(
        "plex-arabic-600",
        "IBM Plex Sans Arabic",
        "500 700",
        _WEB / f"{_PLEX}-arabic-600-normal.woff2",
        _ALL_ARABIC,
        cut=False,
    ),
    Face(
        "plex-latin-600",
        "IBM Plex Sans Arabic",
        "500 700",
        _WEB / f"{_PLEX}-latin-600-normal.woff2",
        _ALL_LATIN,
        cut=False,
    ),
)
PAPER = {
    "IBMPlexSansArabic-Regular.ttf": "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    "IBMPlexSansArabic-SemiBold.ttf": "ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
    "IBMPlexSansArabic-Bold.ttf": "ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
    "Cairo-Bold.ttf": "cairo/700Bold/Cairo_700Bold.ttf",
    "NotoSansArabic-Regular.ttf": "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
    "NotoSansArabic-Bold.ttf": "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
}
_DIGIT_STYLES = {"Regular": "400Regular", "SemiBold": "600SemiBold", "Bold": "700Bold"}


def _make() -> None:
    shutil.rmtree(PAGE / "fonts", ignore_errors=True)
    for face in FACES:
        content = (
            _packed(_cut(face.source, face.letters, face.family, face.file)) if face.cut else face.source.read_bytes()
        )
        write(PAGE / "fonts" / f"{face.file}.woff2", content)
    for name, source in PAPER.items():
        write(FONTS / name, (_WHOLE / source).read_bytes())
    for style, folder in _DIGIT_STYLES.items():
        whole = _WHOLE / _NOTO / folder / f"NotoSansArabic_{folder}.ttf"
        _cut(whole, DIGITS, "Nawl Digits", style).save(FONTS / f"NawlDigits-{style}.ttf")


def _cut(source: Path, letters: Iterable[Range], family: str, style: str) -> TTFont:
    """Return a font with some letters and all that shapes them, under a name of its own."""
    font = TTFont(source)
    options = Options(layout_features=["*"], notdef_outline=True, hinting=False)
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[0x20, *(point for low, high in letters for point in range(low, high + 1))])
    subsetter.subset(font)
    _rename(font, family, style)
    return font


def _packed(font: TTFont) -> bytes:
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()


def _rename(font: TTFont, family: str, style: str) -> None:
    whole = {4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}", 16: family, 17: style}
    is_basic = style in {"Regular", "Bold"}
    names = {1: family if is_basic else f"{family} {style}", 2: style if is_basic else "Regular", **whole}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
        font["name"].setName(text, number, 1, 0, 0)


STEP = Step(
    name="fonts",
    reads=lambda: [ROOT / "package-lock.json", Path(__file__)],
    proofs=[PAGE / "fonts" / "digits-400.woff2", FONTS / "NawlDigits-Bold.ttf", FONTS / "Cairo-Bold.ttf"],
    make=_make,
)
