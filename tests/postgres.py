"""A PostgreSQL of the tests' own: started in a temporary folder, stopped at the end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOW_TO_GET = "apt-get install postgresql"
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
"""Tests kill Nawl's processes, never PostgreSQL's, and its folder goes with them: nothing has to reach a disk."""


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None where it is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max((one.parent for one in Path("/usr/lib/postgresql").glob("*/bin/initdb")), key=_version, default=None)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdigit())


@contextmanager
def running(locale: str = "C.UTF-8") -> Iterator[str]:
    """Start a cluster and yield its address for `DATABASE_URL`; needs `binaries()`."""
    tools = binaries()
    if tools is None:
        raise RuntimeError(f"PostgreSQL is not installed: {HOW_TO_GET}")
    with tempfile.TemporaryDirectory(prefix="nawl-pg-") as folder:
        yield from _serve(tools, Path(folder), locale)


def _serve(tools: Path, folder: Path, locale: str) -> Iterator[str]:
    port = _free_port()
    data = folder / "data"
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    _run(str(tools / "initdb"), "-D", str(data), "-U", "nawl", "-A", "trust", "-E", "UTF8", f"--locale={locale}")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=60 {QUICK}"
    _run(str(tools / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        _run(str(tools / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "nawl", "nawl")
        yield f"postgres://nawl@127.0.0.1:{port}/nawl"
    finally:
        _run(str(tools / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")


def _run(*command: str) -> None:
    """Run one of PostgreSQL's programs, never as root."""
    as_postgres = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    done = subprocess.run([*as_postgres, *command], capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {done.stderr.strip() or done.stdout.strip()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
