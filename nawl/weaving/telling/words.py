"""The words of a chart's texts, in both languages: numbers in the reader's digits, and a name of its own for each yarn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from nawl.kit.numbers import to_arabic_digits
from nawl.weaving.chart import Chart
from nawl.weaving.counted import Counted, said_of
from nawl.weaving.telling.runs import Side
from nawl.weaving.yarns import Yarn

Language = Literal["ar", "en"]


@dataclass(frozen=True)
class Words:
    """What a language says of rows and knots."""

    row: str
    comma: str
    semicolon: str
    no_yarn: str
    middle: str
    each_side: str
    head: str
    sides: dict[Side, str]
    places: str


WORDS: Final[dict[Language, Words]] = {
    "ar": Words(
        row="سطر",
        comma="، ",
        semicolon="؛ ",
        no_yarn="بلا خيط",
        middle="من الوسط: ",
        each_side="؛ لكل جانب: ",
        head="{quality}، {wide:knot} × {high:row}. {side} السطر ١ هو الأسفل.",
        sides={
            Side.RIGHT: "تُقرأ الأسطر من اليمين.",
            Side.LEFT: "تُقرأ الأسطر من اليسار.",
            Side.CENTRE: "تُقرأ الأسطر من الوسط: عقد الوسط تُعدّ كاملة، وما بعدها لكل جانب.",
        },
        places="تُعدّ المواضع من الوسط إلى كل جانب، والعقد في السطر كله.",
    ),
    "en": Words(
        row="Row",
        comma=", ",
        semicolon="; ",
        no_yarn="no yarn",
        middle="from the middle: ",
        each_side="; on each side: ",
        head="{quality}, {wide:knot} × {high:row}. {side} Row 1 is the lowest.",
        sides={
            Side.RIGHT: "Rows are read from the right.",
            Side.LEFT: "Rows are read from the left.",
            Side.CENTRE: "Rows are read from the middle: the middle run is counted whole, every other one for each side.",
        },
        places="Places are counted from the middle to each side, knots over the whole row.",
    ),
}


def digits(number: int, language: Language) -> str:
    """Return a whole number in the digits of a language."""
    return to_arabic_digits(str(number)) if language == "ar" else str(number)


def own_names(yarns: Sequence[Yarn], language: Language) -> list[str]:
    """Return the workshop's word for each yarn; where two share one, their codes tell them apart."""
    names = [yarn.name(language) for yarn in yarns]
    shared = {name for name, times in Counter(names).items() if times > 1}
    return [f"{name} ({yarn.code})" if name in shared else name for name, yarn in zip(names, yarns, strict=True)]


def heading(chart: Chart, side: Side, language: Language) -> str:
    """Return the line that stands over a text: class, size, and how it is read."""
    words, quality = WORDS[language], chart.frame.quality
    return said_of(words.head, quality).format(
        quality=quality.name_ar if language == "ar" else quality.name_en,
        wide=Counted(chart.frame.wide, language),
        high=Counted(chart.frame.high, language),
        side=said_of(words.sides[side], quality),
    )
