"""How long a figure by governorate × month × sex takes over millions of tally cells, and the pages above it."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


def main(cells: int) -> None:
    """Make the world, ask, and print one line of JSON."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.world import YEAR, fill, system_user
    from config.reference import load_reference

    call_command("migrate", verbosity=0, interactive=False)
    list(load_reference())
    begun = time.perf_counter()
    sizes = fill(cells)
    user = system_user()
    result: dict[str, Any] = {"engine": connection.vendor, "sizes": sizes, "fill_s": time.perf_counter() - begun}
    result |= _ask(user, YEAR)
    print(json.dumps(result))


def _ask(user: Any, year: int) -> dict[str, float]:
    from nawl.activities.queries import month_differences
    from nawl.indicators import queries
    from nawl.kit.periods import Period

    home = queries.home_of(user)
    period, days = (
        Period.year(year),
        Period.between(Period.month(year, 2).first, Period.month(year, 2).last.replace(day=20)),
    )
    by = ("governorate", "month", "sex")

    def months() -> object:
        return queries.breakdown("people_served", home, period, by, user=user)

    def raw() -> object:
        return queries.breakdown("people_served", home, days, ("governorate", "sex"), user=user)

    begun = time.perf_counter()
    found = list(month_differences())
    recount = time.perf_counter() - begun
    assert not found, found[:3]
    return {"figure_ms": _median(months), "days_ms": _median(raw, 3), "recount_s": recount}


def _median(ask: Callable[[], object], times: int = 7) -> float:
    ask()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000)
