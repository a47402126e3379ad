"""`nawl serve`: the server on this machine, with the address and the demonstration's sign-ins."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import click
from django.core.management import call_command

from config.cli.speech import both, complain, say
from config.env import ROOT

PATIENCE = 5
"""Seconds that the work beside the server may take to come to an end; a printing that is cut off says so to its reader."""


@click.command(
    help=both(
        "Serve the pages. The address is printed; Ctrl+C ends it.",
        "تشغيل الصفحات. يُطبع العنوان، ويُنهى التشغيل بـ Ctrl+C.",
    ),
    short_help="Serve the pages · تشغيل الصفحات",
)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, workers: int) -> None:
    """Collect the static files, say where to go, and run granian."""
    if not _is_free(host, port):
        complain(f"Port {port} is taken; choose another with --port. المنفذ {port} مشغول.")
        sys.exit(2)
    call_command("collectstatic", verbosity=0, interactive=False)
    _announce(f"http://{host}:{port}/")
    with printing_beside():
        _run(host, port, workers)


@contextmanager
def printing_beside() -> Iterator[None]:
    """Run the long work (large charts) in a process beside the server, and end it with the server."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen([sys.executable, "-m", "config.cli.beside"], env=environ, stdin=subprocess.PIPE) as beside:
        try:
            yield
        finally:
            _end(beside)


def _end(beside: subprocess.Popen[bytes]) -> None:
    beside.terminate()
    try:
        beside.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        beside.kill()


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _announce(address: str) -> None:
    from demonstration.people import sign_in_lines

    say(f"\n  نول · Nawl   {address}\n")
    for line in sign_in_lines():
        say(f"  {line}")
    say("")


def _run(host: str, port: int, workers: int) -> None:
    from granian.constants import Interfaces
    from granian.server import Server

    server = Server(
        "config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_access=False,
        log_level="warning",  # type: ignore[arg-type]  # granian takes the word
    )
    vars(server)["signal_handler_interrupt"] = heeding(server)
    server.serve()


def heeding(server: Any) -> Callable[..., None]:
    """Return what ends the server on a signal, also when it comes twice: `make` passes on what its group was sent.

    Granian's own handler sets its event in the main thread. Where the signal, or a second one, falls into that thread's
    waiting or setting, it waits for a lock that it holds itself, for ever; a thread of its own waits until it is free.
    """

    def heed(*_signal: object) -> None:
        if not server.interrupt_signal:
            server.interrupt_signal = True
            Thread(target=server.main_loop_interrupt.set, daemon=True).start()

    return heed
