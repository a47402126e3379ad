"""The long work beside the server: it takes what waits, and ends when the server ends, however that ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import OperationalError

from config.cli import beside as beside_server
from config.cli import serving

ROOT = Path(__file__).resolve().parents[2]
LONG_ENOUGH = 60


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Give the environment of an installation of its own, on SQLite, with its tables."""
    own = {**os.environ, "NAWL_DATA_DIR": str(tmp_path), "DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, env=own, check=True)
    return own


@pytest.fixture
def beside(environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start the work beside a server that is this test."""
    started = subprocess.Popen(
        [sys.executable, "-m", "config.cli.beside"], cwd=ROOT, env=environ, stdin=subprocess.PIPE
    )
    yield started
    started.kill()
    started.wait()
    if started.stdin:
        started.stdin.close()


def test_it_ends_when_the_pipe_from_the_server_closes(beside: subprocess.Popen[bytes]) -> None:
    assert beside.poll() is None
    assert beside.stdin
    beside.stdin.close()
    assert beside.wait(LONG_ENOUGH) is not None


def test_the_server_ends_it_with_itself(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def noted(*args: object, **kwargs: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **kwargs))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(serving.subprocess, "Popen", noted)
    monkeypatch.setattr(serving.os, "environ", environ)
    with serving.printing_beside():
        assert started[0].poll() is None
    assert started[0].poll() is not None


WAITING = """
import django, sys
django.setup()
from nawl.production.actions.printing import print_in_background
print(print_in_background.enqueue("00000000-0000-7000-8000-000000000000").id)
"""
STATE = """
import django, sys
django.setup()
from django_tasks_db.models import DBTaskResult
print(DBTaskResult.objects.get(pk=sys.argv[1]).status)
"""


def told(environ: dict[str, str], script: str, *args: str) -> str:
    known = {**environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", script, *args], cwd=ROOT, env=known, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_what_waits_in_the_database_is_taken(environ: dict[str, str]) -> None:
    """A printing that is not there fails, and so shows that it was taken; nothing of it stops the next."""
    key = told(environ, WAITING)
    assert told(environ, STATE, key) == "READY"
    known = {**environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    once = [sys.executable, "manage.py", "db_worker", "--batch", "--no-startup-delay", "-v", "0"]
    subprocess.run(once, cwd=ROOT, env=known, check=True, capture_output=True)
    assert told(environ, STATE, key) == "FAILED"


@pytest.mark.parametrize("fault", [OperationalError, KeyError, ValueError, RuntimeError])
def test_whatever_goes_wrong_the_looking_for_what_was_cut_off_goes_on(
    fault: type[Exception], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It looks again after each fault, also one of tidying up; what is logged says the kind and the place, none of the words."""
    rounds: list[int] = []

    def wrong() -> int:
        rounds.append(len(rounds))
        raise fault("أم سامر")

    class Enough(BaseException):
        """Ends the looking, which has no end of its own."""

    def wait(_seconds: float) -> None:
        if len(rounds) == 6:
            raise Enough

    monkeypatch.setattr("nawl.production.actions.take_up_printings", wrong)
    monkeypatch.setattr("django.db.close_old_connections", wrong)
    monkeypatch.setattr(beside_server, "time", SimpleNamespace(sleep=wait))
    with pytest.raises(Enough):
        beside_server._take_up_what_was_cut_off()
    assert caplog.text.count(f"({fault.__name__} at wrong:") == len(rounds) == 6
    assert "أم سامر" not in caplog.text


def test_a_signal_at_the_worst_moment_and_again_ends_the_server() -> None:
    """Granian's own handler waits for ever for a lock that the main thread holds; ours leaves the waiting to a thread."""
    server = SimpleNamespace(interrupt_signal=False, main_loop_interrupt=threading.Event())
    heed = serving.heeding(server)
    with server.main_loop_interrupt._cond:
        heed(15, None)
        heed(15, None)
    assert server.main_loop_interrupt.wait(LONG_ENOUGH)
