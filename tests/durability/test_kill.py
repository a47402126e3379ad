"""A process that writes is killed at random moments: what it acknowledged stands whole, of the rest nothing or all."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS_OF_ENTRIES, KILLS_OF_REGISTERS = 25, 15
PATIENCE = 60.0
"""Seconds after which a worker that has not begun counts as stuck."""


class House:
    """A database of the test's own with its process of workers, and the ledger beside it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.ledger = folder / "ledger"
        self.told = folder / "told"
        environ = {**os.environ, "NAWL_DATA_DIR": str(folder), "NAWL_TODAY": "2022-07-14", "DATABASE_URL": url}
        with self.told.open("w") as told:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.durability.child", str(self.ledger)],
                cwd=ROOT,
                env=environ,
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=told,
            )
        assert self._heard() == "ready", self.told.read_text()

    def _heard(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def _order(self, act: str) -> int:
        assert self.process.stdin
        self.process.stdin.write(f"{act}\n")
        self.process.stdin.flush()
        return int(self._heard())

    def prove(self) -> None:
        """Let a worker prove the ledger and end."""
        self._order("check")
        assert self._heard() == "0", self.told.read_text()

    def kill_at_random(self, act: str, within: tuple[float, float]) -> None:
        """Let a worker prove the ledger and write, and kill it some time later, in the midst of whatever it does."""
        proved, begun = self.lines("proved"), self.lines("begun")
        worker = self._order(act)
        limit = time.monotonic() + PATIENCE
        while self.lines("proved") == proved or self.lines("begun") == begun:
            assert time.monotonic() < limit, self.told.read_text()
            assert "Error" not in self.told.read_text(), self.told.read_text()
            time.sleep(0.005)
        time.sleep(random.uniform(*within))
        os.kill(worker, signal.SIGKILL)
        assert self._heard() == str(-signal.SIGKILL), self.told.read_text()

    def lines(self, what: str) -> int:
        """Count the ledger's lines of one sort."""
        written = self.ledger.read_bytes().splitlines() if self.ledger.exists() else []
        return sum(line.startswith(json.dumps({"what": what})[:-1].encode()) for line in written)

    def leave(self) -> None:
        """End the process."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(PATIENCE)
        self.process.stdout.close()


@contextmanager
def _database() -> Iterator[str]:
    """Give the address of a new database beside the one that is configured; none for SQLite, which makes a file."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield ""
        return
    name = f"kill_{os.getpid()}_{time.monotonic_ns()}"
    _execute(url, f'CREATE DATABASE "{name}"')
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        _execute(url, f'DROP DATABASE "{name}" WITH (FORCE)')


def _execute(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url.replace("postgres://", "postgresql://", 1), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]  # our own words


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with _database() as url:
        made = House(tmp_path, url)
        try:
            yield made
        finally:
            made.leave()


def test_entries_survive_kills_whole(house: House) -> None:
    for _kill in range(KILLS_OF_ENTRIES):
        house.kill_at_random("tallies", (0.01, 0.3))
    house.prove()
    assert house.lines("done") >= KILLS_OF_ENTRIES


def test_registers_survive_kills_whole_or_not_at_all(house: House) -> None:
    for _kill in range(KILLS_OF_REGISTERS):
        house.kill_at_random("registers", (0.01, 0.25))
    house.prove()
    assert house.lines("begun") >= KILLS_OF_REGISTERS
