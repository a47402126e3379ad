"""The page of measurements in words: what was asked, of how much, what was reached, and what was meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

HEAD = """# Speed

Measured by `make bench` ({machine}); the table is written by that command. Each part runs in a process of its own on an
otherwise idle machine; times are medians. Where a goal is named, it is the goal that the project set itself.

For comparison: DHIS2 42's own test suite expects 140 to 230 s for several analytics queries on PostgreSQL; users of Akvo RSR
waited two minutes for a PDF.
"""


def page(found: Mapping[str, Mapping[str, Any]], machine: str) -> str:
    """Return the page; `found` holds each engine's answers by part."""
    parts = [HEAD.format(machine=machine)]
    parts += [_section(engine, answers) for engine, answers in found.items()]
    return "\n".join(parts)


def _section(engine: str, answers: Mapping[str, Any]) -> str:
    rows = [*_figures(answers["figures"]), *_importing(answers["importing"])]
    rows += [*_reporting(answers["reporting"]), *_pages(answers["pages"])]
    lines = "\n".join(f"| {what} | {size} | {reached} | {goal} |" for what, size, reached, goal in rows)
    return f"## {engine}\n\n| what | size | reached | goal |\n|---|---|---|---|\n{lines}\n"


Row = tuple[str, str, str, str]


def _figures(answer: Mapping[str, Any]) -> Iterator[Row]:
    sizes = answer["sizes"]
    size = f"{sizes['tallies']:,} tally cells, {sizes['facilities']} facilities, {sizes['months']:,} months' cells"
    goal = "≤ 200 ms" if answer["engine"] == "postgresql" else "≤ 1,000 ms"
    yield "people served by governorate × month × sex, one year", size, f"{answer['figure_ms']:.0f} ms", goal
    yield (
        "the same by governorate × sex over 20 days, from the days themselves",
        size,
        f"{answer['days_ms']:.0f} ms",
        "–",
    )
    yield "recount of every month's cell (`nawl reconcile`)", size, f"{answer['recount_s']:.1f} s", "–"


def _importing(answers: list[Mapping[str, Any]]) -> Iterator[Row]:
    for one in answers:
        memory = f"{one['peak_mb']:.0f} MB for the whole process"
        if "refused" in one:
            yield (
                f"import, {one['file']}",
                f"{one['bytes']:,} bytes",
                f"refused (`{one['refused']}`), {memory}",
                "< 300 MB",
            )
            continue
        if "faults" in one:
            told = f"{one['faults']:,} faults told in {one['check_s']:.1f} s, {memory}"
            yield f"import, {one['file']}", f"{one['lines']:,} lines", told, "< 300 MB"
            continue
        reached = f"{one['lines_per_s_in_all']:,} lines/s in all, {one['lines_per_s_checked']:,} checked; {memory}"
        yield f"import, {one['file']}", f"{one['lines']:,} lines", reached, "≥ 2,000 lines/s, < 300 MB"


def _reporting(answer: Mapping[str, Any]) -> Iterator[Row]:
    size = f"{answer['facilities']} facilities, half a year of days"
    for language in ("ar", "en"):
        own = [step for step in answer["steps"] if step["step"].startswith(language) or step["step"] == "figures"]
        seconds = sum(step["seconds"] for step in own)
        yield f"half-year report in all formats, {language}", size, f"{seconds:.1f} s", "≤ 5 s"


def _pages(answer: Mapping[str, Any]) -> Iterator[Row]:
    for one in answer["pages"]:
        sent = f"{one['first_kb']:.0f} kB first visit" if one.get("first_kb") else "first visit not measured"
        reached = f"{one['ms']:.0f} ms (95 %: {one['p95_ms']:.0f}), {sent}"
        yield f"`{one['page']}` as {one['who']}", f"{one['queries']} queries", reached, "≤ 100 ms, < 200 kB"
