"""How fast charts are printed and shown: a composed carpet of 600 × 900 and of 2,000 × 3,000 knots, each in a process."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from nawl.weaving.chart import Chart
from nawl.weaving.classes import find_class
from nawl.weaving.composing import compose, design
from nawl.weaving.printing import ChartPaper, Titles, print_chart
from nawl.weaving.showing import picture, preview, room
from nawl.weaving.stock import shipped_yarns

SIZES = {"600 × 900": ("300", 200, 300, 3), "2,000 × 3,000": ("400", 500, 750, 30)}
"""Class, width and length in cm, and the seconds to reach."""
INTRODUCTION = """
### Charts on paper and in pictures

One composed carpet at two sizes; A3 sheets of 100 × 150 knots with colours, signs and numbers. Memory is the most that the
printing process ever held. Pictures are 1,200 pixels wide (a room 1,400), of the smaller size, as WebP or PNG bytes.
"""


def main(*asked: str) -> None:
    """Measure one part in this process, or all, each in a process of its own, and print one line of JSON."""
    if asked:
        print(json.dumps(_part(asked[0])))
        return
    parts = [*SIZES, "pictures"]
    print(json.dumps({part: _apart(part) for part in parts}))


def _apart(part: str) -> Any:
    command = [sys.executable, "-m", "bench.charts", part]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def _part(part: str) -> dict[str, Any]:
    return _pictures() if part == "pictures" else _printing(part)


def _carpet(size: str) -> Chart:
    quality, width, length, _goal = SIZES[size]
    recipe = design("tartus-medallion").with_size(Decimal(width), Decimal(length))
    return compose(recipe, shipped_yarns(), find_class(quality))


def _printing(size: str) -> dict[str, Any]:
    chart = _carpet(size)
    idle, told = _peak(), []
    begun = time.perf_counter()
    pdf = print_chart(chart, Titles("Bench"), ChartPaper(), progress=lambda done, _pages: told.append(done))
    seconds = time.perf_counter() - begun
    pages = len(PdfReader(BytesIO(pdf)).pages)
    return {
        "seconds": seconds,
        "pages": pages,
        "bytes": len(pdf),
        "peak_mb": _peak(),
        "idle_mb": idle,
        "told": len(told),
    }


def _pictures() -> dict[str, float]:
    chart = _carpet("600 × 900")
    ways: dict[str, Callable[[], bytes]] = {
        "the carpet simulated": lambda: preview(chart),
        "in a room": lambda: room(chart),
        "the plain chart": lambda: picture(chart),
    }
    return {name: _seconds(way) for name, way in ways.items()}


def _seconds(work: Callable[[], bytes]) -> float:
    """The best of three, the first of which also warms up."""
    found = []
    for _number in range(3):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


def _peak() -> int:
    """The most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def section(answers: Mapping[str, Any]) -> str:
    """Return the measurements in words."""
    lines = "\n".join(f"| {' | '.join(row)} |" for row in _rows(answers))
    return f"{INTRODUCTION}\n| what | size | reached | goal |\n|---|---|---|---|\n{lines}\n"


def _rows(answers: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for size, (*_frame, goal) in SIZES.items():
        found = answers[size]
        reached = f"{found['seconds']:.1f} s, {found['bytes'] / 1e6:.1f} MB, {found['peak_mb']} MB of memory"
        yield "weaving chart as PDF", f"{size} knots, {found['pages']} pages", reached, f"≤ {goal} s"
    for name, seconds in answers["pictures"].items():
        yield f"picture: {name}", "600 × 900 knots", f"{seconds * 1000:,.0f} ms", "–"


if __name__ == "__main__":
    main(*sys.argv[1:])
