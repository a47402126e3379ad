"""Row texts (نصوص الأسطر): the running order, and the layered list in which each colour stands once a row.

«سطر ١٢٣: ٨ أحمر، ٤ كحلي» · «سطر ١٢٣: أحمر (٩): ١–٨، ١٣؛ كحلي (٤): ٩–١٢» · «سطر ١٢٣: من الوسط: ٩ أحمر؛ لكل جانب: ٤ كحلي».
"""

from __future__ import annotations

from collections.abc import Iterator

from nawl.weaving.chart import Chart
from nawl.weaving.counted import said_of
from nawl.weaving.telling.runs import Integers, Runs, Side, each_row, row_runs, runs_of, runs_of_row
from nawl.weaving.telling.words import WORDS, Language, digits, heading, own_names
from nawl.weaving.yarns import UNSET


def row_text(chart: Chart, number: int, side: Side = Side.RIGHT, language: Language = "ar") -> str:
    """Return one row in running order; raises `row_unknown`, `chart_not_mirrored`."""
    names = _names(chart, language)
    parts = [f"{digits(count, language)} {names[yarn]}" for count, yarn in row_runs(chart, number, side)]
    return f"{WORDS[language].row} {digits(number, language)}: {_order(parts, side, language)}"


def layered_row(chart: Chart, number: int, side: Side = Side.RIGHT, language: Language = "ar") -> str:
    """Return one row with each colour once; raises as `row_text`."""
    runs = runs_of_row(chart, number, side)
    row = next(_layered(chart, runs, side, language))
    return f"{WORDS[language].row} {digits(number, language)}: {row}"


def running_text(chart: Chart, side: Side = Side.RIGHT, language: Language = "ar") -> str:
    """Return all rows in running order under a heading, row 1 first."""
    return _whole(chart, side, language, _running(chart, runs_of(chart, side), side, language))


def layered_text(chart: Chart, side: Side = Side.RIGHT, language: Language = "ar") -> str:
    """Return all rows with each colour once, in the order in which it is met, and the places of its knots, from 1.

    From the middle a place stands for one knot on each side, and the knots of a colour are those of the whole row.
    """
    rows = _layered(chart, runs_of(chart, side), side, language)
    more = said_of(WORDS[language].places, chart.frame.quality) if side == Side.CENTRE else ""
    return _whole(chart, side, language, rows, more)


def _whole(chart: Chart, side: Side, language: Language, rows: Iterator[str], more: str = "") -> str:
    words = WORDS[language]
    lines = (f"{words.row} {digits(n, language)}: {row}" for n, row in enumerate(rows, 1))
    return "\n".join([f"{heading(chart, side, language)} {more}".rstrip(), "", *lines]) + "\n"


def _names(chart: Chart, language: Language) -> dict[int, str]:
    return dict(enumerate(own_names(chart.yarns, language))) | {UNSET: WORDS[language].no_yarn}


def _order(parts: list[str], side: Side, language: Language) -> str:
    """The runs of one row in their order; from the middle the middle run apart from those that hold for each side."""
    words = WORDS[language]
    if side != Side.CENTRE:
        return words.comma.join(parts)
    return words.middle + parts[0] + (words.each_side + words.comma.join(parts[1:]) if parts[1:] else "")


def _running(chart: Chart, runs: Runs, side: Side, language: Language) -> Iterator[str]:
    """Each pair of a count and a yarn is worded once, for rows repeat them by the hundred thousand."""
    names = _names(chart, language)
    worded: dict[tuple[int, int], str] = {}
    pairs = list(zip(runs.counts.tolist(), runs.yarns.tolist(), strict=True))
    for count, yarn in set(pairs):
        worded[count, yarn] = f"{digits(count, language)} {names[yarn]}"
    parts = [worded[pair] for pair in pairs]
    for _, its in each_row(runs):
        yield _order(parts[its], side, language)


def _layered(chart: Chart, runs: Runs, side: Side, language: Language) -> Iterator[str]:
    names, words = _names(chart, language), WORDS[language]
    numbers = [digits(n, language) for n in range(chart.frame.wide + 1)]
    starts, ends, yarns = runs.starts.tolist(), runs.ends.tolist(), runs.yarns.tolist()
    tied = _in_the_row(runs, side).tolist()
    for _, its in each_row(runs):
        places: dict[int, list[str]] = {}
        knots: dict[int, int] = {}
        for start, end, count, yarn in zip(starts[its], ends[its], tied[its], yarns[its], strict=True):
            span = numbers[end] if end == start + 1 else f"{numbers[start + 1]}–{numbers[end]}"
            places.setdefault(yarn, []).append(span)
            knots[yarn] = knots.get(yarn, 0) + count
        yield words.semicolon.join(
            f"{names[yarn]} ({numbers[knots[yarn]]}): {words.comma.join(spans)}" for yarn, spans in places.items()
        )


def _in_the_row(runs: Runs, side: Side) -> Integers:
    """The knots of each run in the whole row: from the middle all but the middle run are tied on both sides."""
    if side != Side.CENTRE:
        return runs.counts
    knots = 2 * runs.counts
    knots[runs.rows[:-1]] //= 2
    return knots
