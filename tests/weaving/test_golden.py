"""Golden files: what a chart is written as does not change unseen, and a file of the first version stays readable.

Where a change is meant, look at the difference, and write anew with `python -m tests.weaving.test_golden`.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from nawl.weaving.chart import Chart
from nawl.weaving.filing import open_chart, pack, pack_single, unpack_single
from nawl.weaving.frame import Symmetry
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.reckoning.sheet import reckon
from nawl.weaving.reckoning.wording import reckoning_text
from nawl.weaving.telling.oxs import oxs_bytes
from nawl.weaving.telling.runs import Side
from nawl.weaving.telling.tables import rows_csv
from nawl.weaving.telling.texts import layered_text, running_text
from tests.factories.charts import make_frame, make_yarns

GOLDEN = Path(__file__).with_name("golden")


def star() -> Chart:
    """A star in a lozenge with a border, 21 knots by 17 rows, quarter symmetric, one corner of it unset."""
    y, x = np.abs(np.mgrid[-8:9, -10:11])
    knots = np.full((17, 21), 4, np.uint8)
    knots[x + y <= 9] = 2
    knots[(x + y <= 6) & ((x < 2) | (y < 2) | (x == y))] = 0
    knots[(x == 0) & (y == 0)] = 3
    knots[np.maximum(x - 2, y) == 8] = 1
    knots[(x == 10) & (y == 8)] = 255
    return Chart(make_frame(21, 17, "360", symmetry=Symmetry.QUARTER), make_yarns(5), knots)


def written() -> dict[str, bytes]:
    """Every form of the star that is text."""
    chart = star()
    reckoning = reckon(chart, prices=shipped_prices())
    return {
        "chart.json": pack(chart)[1],
        "rows-ar.txt": running_text(chart).encode(),
        "rows-centre-en.txt": running_text(chart, Side.CENTRE, "en").encode(),
        "layered-ar.txt": layered_text(chart).encode(),
        "layered-en.txt": layered_text(chart, Side.LEFT, "en").encode(),
        "rows.csv": rows_csv(chart).encode(),
        "chart.oxs": oxs_bytes(chart, "نجمة"),
        "reckoning-ar.txt": reckoning_text(reckoning).encode(),
        "reckoning-en.txt": reckoning_text(reckoning, "en").encode(),
        "reckoning.json": (json.dumps(reckoning.as_dict(), ensure_ascii=False, indent=1) + "\n").encode(),
    }


@pytest.mark.parametrize("name", sorted(written()))
def test_the_star_is_written_as_ever(name):
    assert written()[name] == (GOLDEN / name).read_bytes()


def test_a_chart_file_of_the_first_version_stays_readable():
    chart = star()
    for kept in (open_chart(GOLDEN / "chart.png"), unpack_single((GOLDEN / "chart.nawl.png").read_bytes())):
        assert kept.fingerprint == chart.fingerprint
        assert (kept.frame, kept.yarns) == (chart.frame, chart.yarns)


def _write() -> None:
    GOLDEN.mkdir(exist_ok=True)
    pictures = {"chart.png": pack(star())[0], "chart.nawl.png": pack_single(star())}
    for name, content in (written() | pictures).items():
        (GOLDEN / name).write_bytes(content)


if __name__ == "__main__":
    _write()
