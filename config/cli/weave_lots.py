"""`nawl weave lots`: whether a new dye lot may go on where another ended (F18)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import click

from config.cli.speech import both, say
from config.cli.weave_options import LANG

_SAID: Final = {
    ("accept", "ar"): "تُتابَع الدفعة الجديدة من أي سطر: لا يُرى الفرق.",
    ("accept", "en"): "The new lot goes on from any row: nobody sees the difference.",
    ("at_border", "ar"): "تُتابَع من سطر يبدأ عنده كنار، بموافقة: يُرى الفرق لمن يدقق.",
    ("at_border", "en"): "It goes on from a row at a border, with approval: who looks closely sees the difference.",
    ("refuse", "ar"): "لا تُتابَع بها القطعة: يُرى الفرق خطاً.",
    ("refuse", "en"): "It does not go on in this piece: the difference is seen as a line.",
}


@click.command(
    help=both(
        "Judge a change of dye lot by the colours of both, measured as L,a,b (36,44.6,27.6) or read as #9a2e2b. "
        "Exit code 0: it goes on; 1: only at a border, or not at all.",
        "الحكم في تبديل دفعة الصباغ بلوني الدفعتين، مقيسين L,a,b (36,44.6,27.6) أو بصيغة ‎#9a2e2b. "
        "رمز الخروج 0: تُتابَع، 1: عند الكنار فقط أو لا تُتابَع.",
    ),
    short_help="A change of dye lot · تبديل دفعة الصباغ",
)
@click.argument("old")
@click.argument("new")
@LANG
def lots(old: str, new: str, language: str) -> None:
    """Print the difference and what it allows."""
    from nawl.kit.numbers import format_number
    from nawl.ui.reader import Reader, read_from_here
    from nawl.weaving.colour import ciede2000
    from nawl.weaving.reckoning.lots import LotChange, lot_change

    read_from_here(Reader("ar" if language == "ar" else "en", "arabic" if language == "ar" else "western"))
    difference = Decimal(str(round(float(ciede2000(_lab(old), _lab(new))), 4)))
    answer = lot_change(difference)
    shown = format_number(round(difference, 2), "arabic" if language == "ar" else "western")
    say(f"ΔE2000 = {shown}. {_SAID[str(answer), language]}")
    raise SystemExit(0 if answer is LotChange.ACCEPT else 1)


def _lab(text: str) -> tuple[float, float, float]:
    from nawl.weaving.colour import lab
    from nawl.weaving.stock import read_lab, read_srgb

    if not text.strip().startswith("#"):
        return read_lab(text)
    first, second, third = (float(part) for part in lab(read_srgb(text)))
    return first, second, third
