"""The measurements of weaving in words: speed against a memcpy of the same bytes, quality on ten pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

HEADING = "## Weaving"
INTRODUCTION = """
One measurement for both engines: no database takes part. "× memcpy" is against copying the same bytes (3 in, 1 out for each
knot) in the same run. The palette's table is made anew each time. The photograph of the whole way is made in another
process; memory is the most that the measuring process ever held.
"""
QUALITY = """
### How near the yarns come

Mean CIEDE2000 between each of ten pictures (made by code, `tests/weaving/pictures/ten.py`) and the yarns of its knots:
16 colours of the 36 shipped yarns. "Optimum" is brute force with the same 16 yarns. Pillow with these yarns is
`quantize(palette=…)`; the other quantizers choose 16 colours freely and each gets the nearest yarn of the shelf.
libimagequant is measured only; it is not shipped. Goals: chart ≤ 1 % above the optimum, preview ≤ 8 %.
"""

Row = tuple[str, str, str, str]


def section(answers: Mapping[str, Any]) -> str:
    """Return the section of the page."""
    rows = [*_assignment(answers["assignment"]), *_pipeline(answers["pipeline"]), *_likeness(answers["likeness"])]
    rows += _studio(answers["studio"])
    lines = "\n".join(f"| {what} | {size} | {reached} | {goal} |" for what, size, reached, goal in rows)
    table = f"| what | size | reached | goal |\n|---|---|---|---|\n{lines}\n"
    return f"{HEADING}\n{INTRODUCTION}\n{table}{QUALITY}\n{_quality(answers['quality'])}"


def _assignment(answer: Mapping[str, Any]) -> Iterator[Row]:
    size = f"{answer['knots']:,} knots, {answer['yarns']} yarns, {answer['colours']:,} different colours"
    for way, name, goal in (("preview", "live preview", 100), ("chart", "chart", 1000)):
        seconds = answer[f"{way}_s"]
        reached = f"{seconds / answer['memcpy_s']:,.0f} × memcpy ({seconds * 1000:,.0f} ms)"
        yield f"a yarn for each knot, {name}", size, reached, f"≤ {goal:,} × memcpy"
    for way, name in (("preview", "live preview"), ("chart", "chart")):
        reached = f"{answer[f'studio_{way}_s'] * 1000:,.0f} ms"
        yield f"a yarn for each knot, {name}", f"600 × 900 knots, {answer['yarns']} yarns", reached, "–"


def _pipeline(answer: Mapping[str, Any]) -> Iterator[Row]:
    size = f"JPEG of {answer['pixels'] / 1e6:.1f} megapixels to {answer['knots']:,} knots"
    parts = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in answer["parts"].items())
    reached = f"{answer['seconds']:.1f} s, {answer['peak_mb']} MB ({parts})"
    yield "from a photograph to a chart, with clean-up and counts", size, reached, "≤ 3 s, < 1,000 MB"


def _likeness(answer: Mapping[str, Any]) -> Iterator[Row]:
    yield (
        "a register ranked by likeness to a picture",
        f"{answer['designs']:,} designs",
        f"{answer['seconds'] * 1000:,.0f} ms",
        "–",
    )


def _studio(answer: Mapping[str, Any]) -> Iterator[Row]:
    """Nothing where Chromium is not installed; "most" leaves out the one worst."""
    if not answer:
        return
    size = f"{answer['knots']:,} knots (600 × 900), a photograph of 12 megapixels"
    for name, what in (("tone", "a slider"), ("crop", "the crop")):
        reached = f"{answer[f'{name}_ms']:,.0f} ms, at most {answer[f'{name}_most_ms']:,.0f} ms"
        yield f"studio preview after a change of {what}, end to end", size, reached, "≤ 100 ms"
    for name, what in (("whole", "seen whole"), ("near", "seen near")):
        reached = f"{answer[f'{name}_ms']:,.1f} ms a frame, at most {answer[f'{name}_most_ms']:,.1f} ms"
        yield f"studio, a chart is moved, {what}", f"{answer['large']:,} knots in Chromium", reached, "≤ 16 ms"


def _quality(answer: Mapping[str, Mapping[str, float]]) -> str:
    ways = list(next(iter(answer.values())))
    head = f"| picture | {' | '.join(ways)} |\n|---|{'---|' * len(ways)}\n"
    rows = [f"| {name} | {' | '.join(f'{found[way]:.2f}' for way in ways)} |" for name, found in answer.items()]
    above = [sum(found[way] / found["optimum"] - 1 for found in answer.values()) / len(answer) for way in ways]
    means = " | ".join(f"{share:+.1%}" for share in above)
    return head + "\n".join(rows) + f"\n| mean above the optimum | {means} |\n"
