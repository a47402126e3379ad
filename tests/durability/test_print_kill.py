"""The worker that prints is killed in the middle of a chart: the next one takes the printing up and brings it to its end."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds after which a worker that does nothing counts as stuck."""
ASK = """
import django
django.setup()
from decimal import Decimal
from django.core.management import call_command
call_command("migrate", verbosity=0)
from nawl.production.actions import PrintWish, ask_print
from nawl.weaving.printing import ChartPaper
from tests.factories.accounts import make_system_user
from tests.factories.production import make_locked, make_version
version = make_locked(make_version(size=(Decimal(200), Decimal(300))))
ask_print(version, PrintWish(ChartPaper(paper="a4")), by=make_system_user())
"""


class House:
    """An installation of its own, and whoever prints in it."""

    def __init__(self, folder: Path) -> None:
        known = {"NAWL_DATA_DIR": str(folder), "DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
        self.environ = {**os.environ, **known, "DJANGO_SETTINGS_MODULE": "config.settings"}
        subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, env=self.environ, check=True)
        self.file = next(folder.glob("*.sqlite3"))
        self.beside: subprocess.Popen[bytes] | None = None

    def job(self) -> dict[str, Any]:
        """Return how far the printing is."""
        with sqlite3.connect(self.file, timeout=PATIENCE) as base:
            base.row_factory = sqlite3.Row
            named = "state, pages_done, fault, fault_facts, pdf IS NOT NULL AS has_pages"
            job = dict(base.execute(f"SELECT {named} FROM production_printjob").fetchone())
            return {**job, "cuts": json.loads(job["fault_facts"]).get("cuts", 0)}

    def print_until(self, is_reached: Callable[[dict[str, Any]], bool]) -> None:
        """Start the work beside a server, and return when the printing has come so far."""
        self.beside = subprocess.Popen(
            [sys.executable, "-m", "config.cli.beside"], cwd=ROOT, env=self.environ, stdin=subprocess.PIPE
        )
        limit = time.monotonic() + PATIENCE
        while not is_reached(self.job()):
            assert time.monotonic() < limit, self.job()
            assert self.beside.poll() is None
            time.sleep(0.01)

    def kill(self) -> None:
        """Kill who prints, so that nothing of its own can clean up."""
        assert self.beside
        assert self.beside.stdin
        self.beside.send_signal(signal.SIGKILL)
        assert self.beside.wait(PATIENCE) == -signal.SIGKILL
        self.beside.stdin.close()
        self.beside = None

    def let_time_pass(self) -> None:
        """Set back when the printing was last heard of by ten minutes."""
        with sqlite3.connect(self.file, timeout=PATIENCE) as base:
            base.execute("UPDATE production_printjob SET told_at = datetime(told_at, '-10 minutes')")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    if made.beside:
        made.kill()


def in_the_middle(cuts: int = 0) -> Callable[[dict[str, Any]], bool]:
    """Say of a printing that was cut off so often whether some of its pages are made again."""
    return lambda job: job["state"] == "running" and job["pages_done"] > 1 and job["cuts"] == cuts


def test_a_printing_whose_worker_was_killed_is_taken_up_by_the_next(house: House) -> None:
    house.print_until(in_the_middle())
    house.kill()
    assert house.job()["state"] == "running"
    assert not house.job()["has_pages"]
    house.let_time_pass()
    house.print_until(lambda job: job["state"] == "done")
    assert house.job()["has_pages"]


def test_a_printing_that_kills_every_worker_is_told_as_failed(house: House) -> None:
    for cuts in range(2):
        house.print_until(in_the_middle(cuts))
        house.kill()
        house.let_time_pass()
    house.print_until(lambda job: job["state"] == "failed")
    assert house.job()["fault"] == "print_cut_off"
