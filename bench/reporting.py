"""How long the half-year report takes: reading the figures, wording them, and every format in both languages."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
T = TypeVar("T")
PERIOD = "2022-H1"


def main() -> None:
    """Make the whole report once in a fresh process, as the command line does, and print one line of JSON."""
    django.setup()
    from django.db import connection

    from nawl.accounts.actions import the_system
    from nawl.kit.periods import parse_period
    from nawl.reports.choices import Format, Language
    from nawl.reports.composing.compose import compose
    from nawl.reports.formats import make_file
    from nawl.reports.queries import draft

    steps: list[dict[str, Any]] = []
    data = _timed(steps, "figures", lambda: draft(parse_period(PERIOD), "", user=the_system()))
    for language in Language.values:
        document = _timed(steps, f"{language} words and drawings", lambda: compose(data, language))  # noqa: B023
        for form in Format.values:
            made = _timed(steps, f"{language} {form}", lambda: make_file(document, form))  # noqa: B023
            steps[-1]["kilobytes"] = round(len(made) / 1000)
    whole = sum(step["seconds"] for step in steps)
    for step in steps:
        print(f"{step['step']:<24} {step['seconds']:6.2f} s  {step.get('kilobytes', ''):>6}", file=sys.stderr)
    print(f"{'all, both languages':<24} {whole:6.2f} s", file=sys.stderr)
    found = {"engine": connection.vendor, "facilities": len(data.facilities) + len(data.alternatives)}
    print(json.dumps({**found, "seconds": whole, "steps": steps}))


def _timed(steps: list[dict[str, Any]], name: str, make: Callable[[], T]) -> T:
    begun = time.perf_counter()
    made = make()
    steps.append({"step": name, "seconds": round(time.perf_counter() - begun, 3)})
    return made


if __name__ == "__main__":
    main()
