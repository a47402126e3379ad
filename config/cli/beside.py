"""The long work beside the server: takes one task after the other, and ends when the server does, however that ends."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable

log = logging.getLogger("nawl.beside")
PAUSE = 3
"""Seconds before the database is asked again after it was gone."""
ROUND = 60
"""Seconds between two looks for printings that were cut off."""


def main() -> None:
    """Work off tasks until the pipe from the server closes: it does so even when the server is killed."""
    import django
    from django.core.management import call_command
    from django.db import DatabaseError, close_old_connections

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    threading.Thread(target=_take_up_what_was_cut_off, daemon=True).start()
    while True:
        try:
            call_command("db_worker", interval=1, reload=False, verbosity=0)
        except DatabaseError:
            log.exception("the database was gone; trying again")
        close_old_connections()
        time.sleep(PAUSE)


def _take_up_what_was_cut_off() -> None:
    """Look at once, and then every minute, for printings whose process was killed; the worker finds them waiting."""
    from django.db import close_old_connections

    from nawl.production.actions import take_up_printings

    while True:
        _outlive(take_up_printings)
        _outlive(close_old_connections)
        time.sleep(ROUND)


def _outlive(step: Callable[[], object]) -> None:
    """Take one step of a look; whatever goes wrong is logged, and the next look follows.

    Only what kind of fault it is and where it stood are logged: its own words may hold what people typed.
    """
    try:
        step()
    except Exception as fault:
        where = " < ".join(f"{one.name}:{one.lineno}" for one in reversed(traceback.extract_tb(fault.__traceback__)))
        log.error("what was cut off could not be looked for (%s at %s); trying again", type(fault).__name__, where)


def _end_with_the_server() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PAUSE)
    os._exit(1)


if __name__ == "__main__":
    main()
