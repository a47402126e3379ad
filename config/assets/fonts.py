"""Fonts: woff2 for the page, split by script; whole TTFs for PDFs and charts; digits whose columns stand under each other."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from config.assets.steps import FONTS, PACKAGES, PAGE, ROOT, Step, write

WEB = {
    "plex-arabic-400": "ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
    "plex-latin-400": "ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-400-normal.woff2",
    "plex-arabic-600": "ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2",
    "plex-latin-600": "ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-600-normal.woff2",
    "cairo-arabic-700": "cairo/files/cairo-arabic-700-normal.woff2",
    "cairo-latin-700": "cairo/files/cairo-latin-700-normal.woff2",
}
WHOLE = {
    "IBMPlexSansArabic-Regular.ttf": "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    "IBMPlexSansArabic-SemiBold.ttf": "ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
    "IBMPlexSansArabic-Bold.ttf": "ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
    "Cairo-Bold.ttf": "cairo/700Bold/Cairo_700Bold.ttf",
}
DIGITS = {
    400: "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
    600: "noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf",
    700: "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
}
DIGIT_RANGE = range(0x0660, 0x066D)  # ٠ to ٩, the percent sign, the decimal and the thousands separators
_WEB_FROM = PACKAGES / "@fontsource"
_WHOLE_FROM = PACKAGES / "@expo-google-fonts"
_STYLE_NAMES = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def _make() -> None:
    for name, source in WEB.items():
        write(PAGE / "fonts" / f"{name}.woff2", (_WEB_FROM / source).read_bytes())
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, source in WHOLE.items():
        shutil.copyfile(_WHOLE_FROM / source, FONTS / name)
    for weight, source in DIGITS.items():
        _make_digits(weight, _WHOLE_FROM / source)


def _make_digits(weight: int, source: Path) -> None:
    """Cut the digits out of a face that has them of equal width, as «Nawl Digits», for the page and for paper."""
    font = TTFont(source)
    options = Options(layout_features=[], name_IDs=[1, 2, 4, 6], notdef_outline=True, glyph_names=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*DIGIT_RANGE, 0x20])
    subsetter.subset(font)
    _rename(font, "Nawl Digits", _STYLE_NAMES[weight])
    font.save(FONTS / f"NawlDigits-{_STYLE_NAMES[weight]}.ttf")
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    write(PAGE / "fonts" / f"digits-{weight}.woff2", packed.getvalue())


def _rename(font: TTFont, family: str, style: str) -> None:
    """Name a cut font for itself; the licence of its source asks that the reserved name is not kept."""
    whole = {4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}", 16: family, 17: style}
    simple = {1: family if style in {"Regular", "Bold"} else f"{family} {style}", 2: style if style == "Bold" else "Regular"}
    for number, text in {**simple, **whole}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
        font["name"].setName(text, number, 1, 0, 0)


STEP = Step(
    name="fonts",
    reads=lambda: [ROOT / "package-lock.json"],
    proofs=[PAGE / "fonts" / "digits-400.woff2", FONTS / "NawlDigits-Bold.ttf", FONTS / "Cairo-Bold.ttf"],
    make=_make,
)
