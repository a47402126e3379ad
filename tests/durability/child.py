"""The processes that are killed: `python -m tests.durability.child LEDGER` makes the database and waits for orders.

For each order on its input (`tallies`, `registers`, `check`) it forks a worker, prints the worker's number, and later how
it ended. A worker first proves that all of the ledger stands in the database, whole; then it writes to the ledger what it
is about to do (`begun`) and, after the commit, that it is done (`done`), until it is killed.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

FIRST = date(2022, 1, 3)
DAYS = 150
CELLS = (("medical-checkup", "f", "18-29"), ("medical-checkup", "m", "30-59"), ("health-awareness", "f", "60+"))
REGISTERS = 40
REGISTER_DAYS = 60


def main(path: Path) -> None:
    """Make the database, then fork a worker for every order."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.db import connections

    prepare()
    print("ready", flush=True)
    for order in sys.stdin:
        connections.close_all()
        worker = os.fork()
        if worker == 0:
            _work(order.strip(), Ledger(path))
        print(worker, flush=True)
        _worker, status = os.waitpid(worker, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _work(order: str, ledger: Ledger) -> NoReturn:
    """Prove what stands, carry out the order, and leave without any cleaning up."""
    try:
        check_tallies(ledger)
        check_registers(ledger)
        check_whole()
        ledger.write("proved")
        if order != "check":
            {"tallies": record_tallies, "registers": record_registers}[order](ledger)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


class Ledger:
    """What was begun and what was acknowledged, kept outside the database."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, what: str, **facts: Any) -> None:
        """Add one line in one stroke."""
        with self.path.open("ab", buffering=0) as file:
            file.write(json.dumps({"what": what, **facts}).encode() + b"\n")

    def lines(self, what: str, kind: str) -> Iterator[dict[str, Any]]:
        """Give the lines of one sort; a line that the kill cut short is left out."""
        for line in self.path.read_bytes().splitlines() if self.path.exists() else ():
            try:
                read = json.loads(line)
            except ValueError:
                continue
            if read["what"] == what and read.get("kind") == kind:
                yield read


def prepare() -> None:
    """Migrate, and make a facility with its clerk, two activities for tallies and one for each register."""
    from django.core.management import call_command

    from nawl.accounts.choices import Role
    from tests.factories.activities import make_activity
    from tests.factories.places import make_facility, make_user_as

    call_command("migrate", verbosity=0)
    facility = make_facility("SY1003-RDC-01")
    make_user_as(Role.CENTRE_CLERK, facility, "clerk")
    for number in range(2):
        make_activity(facility, title=f"tallies {number}")
    for number in range(REGISTERS):
        make_activity(facility, title=f"register {number}")


def _facility() -> Any:
    from nawl.places.models import Facility

    return Facility.objects.unscoped("a test").get()


def _clerk() -> Any:
    from nawl.accounts.models import User

    return User.objects.get(username="clerk")


# ── a clerk's entries ────────────────────────────────────────────────────


def record_tallies(ledger: Ledger) -> None:
    """Write the same number into all cells of a day, another day and number each time, until killed."""
    from nawl.activities.actions import CellChange, record_tally
    from nawl.activities.models import Activity, ReceivedChange
    from nawl.kit.identifiers import uuid7

    facility, clerk = _facility(), _clerk()
    codes = list(Activity.objects.unscoped("a test").filter(title__startswith="tallies").values_list("code", flat=True))
    for number in count(ReceivedChange.objects.count() + 1):
        key, on = uuid7(), FIRST + timedelta(days=number * 7 % DAYS)
        cells = [CellChange(code, *cell, number, number % 2) for code in codes for cell in CELLS]
        ledger.write("begun", kind="tally", key=str(key))
        record_tally(facility, on, cells, by=clerk, key=key)
        ledger.write("done", kind="tally", key=str(key), on=on.isoformat(), number=number)


def check_tallies(ledger: Ledger) -> None:
    """Prove that every acknowledged entry is there with its audit entry, and that no day holds half an entry."""
    from nawl.accounts.models import AuditEntry
    from nawl.activities.models import ReceivedChange, Tally

    kept = set(ReceivedChange.objects.values_list("key", flat=True))
    done = list(ledger.lines("done", "tally"))
    lost = [line for line in done if UUID(line["key"]) not in kept]
    assert not lost, f"acknowledged and lost: {lost[:5]}"
    unknown = kept - {UUID(line["key"]) for line in ledger.lines("begun", "tally")}
    assert not unknown, f"never begun: {unknown}"
    entries = list(AuditEntry.objects.filter(verb="activities.tally_recorded").order_by("recorded_at", "pk"))
    assert len(entries) == len(kept), f"{len(entries)} audit entries for {len(kept)} entries"
    last: dict[str, int] = {}
    for entry in entries:
        after = {tuple(cell["after"]) for cell in entry.changes["cells"].values()}
        assert len(after) == 1, entry.changes
        last[entry.changes["occurred_on"]] = after.pop()[0]
    assert {line["on"]: line["number"] for line in done}.keys() <= last.keys()
    stands: dict[str, list[int]] = {}
    rows = Tally.objects.unscoped("a test").filter(activity__title__startswith="tallies")
    for on, contacts in rows.values_list("day__occurred_on", "contacts"):
        stands.setdefault(on.isoformat(), []).append(contacts)
    assert stands == {on: [number] * 2 * len(CELLS) for on, number in last.items()}


# ── registers ────────────────────────────────────────────────────────────


def _register(number: int) -> bytes:
    from tests.factories.registers import line, tallies

    title = f"register {number}"
    return tallies(
        line(FIRST + timedelta(days=day), activity=title, sex=sex, contacts=number + 1, first_visits=0)
        for day in range(REGISTER_DAYS)
        for sex in ("أنثى", "ذكر")
    )


def record_registers(ledger: Ledger) -> None:
    """Receive and record one register after the other, until killed; what was interrupted is sent again."""
    from nawl.collection.actions import receive, record

    clerk = _clerk()
    done = {line["number"] for line in ledger.lines("done", "register")}
    for number in range(REGISTERS):
        if number not in done:
            ledger.write("begun", kind="register", number=number)
            register = record(receive(f"register-{number}.xlsx", _register(number), by=clerk), by=clerk)
            assert register.state == "recorded", register.faults
            ledger.write("done", kind="register", number=number)


def check_registers(ledger: Ledger) -> None:
    """Prove that a register is recorded whole or not at all, and every acknowledged one whole."""
    from django.db.models import Count, Sum

    from nawl.accounts.models import AuditEntry
    from nawl.activities.models import Tally
    from nawl.collection.models import RegisterFile

    done = {line["number"] for line in ledger.lines("done", "register")}
    begun = {line["number"] for line in ledger.lines("begun", "register")}
    rows = Tally.objects.unscoped("a test").filter(activity__title__startswith="register ")
    counted = rows.values_list("activity__title").annotate(Count("pk"), Sum("contacts")).order_by()
    stands = {int(title.split()[1]): (cells, contacts) for title, cells, contacts in counted}
    whole = {number: (2 * REGISTER_DAYS, 2 * REGISTER_DAYS * (number + 1)) for number in stands}
    assert stands == whole, "half a register"
    assert done <= stands.keys() <= begun
    recorded = RegisterFile.objects.unscoped("a test").filter(state="recorded").values_list("file_name", flat=True)
    assert sorted(recorded) == sorted(f"register-{number}.xlsx" for number in stands)
    assert AuditEntry.objects.filter(verb="activities.register_recorded").count() == len(stands)


def check_whole() -> None:
    """Prove that every month is the sum of its days, and the database file is sound."""
    from django.db import connection

    from nawl.activities.queries import month_differences

    assert not list(month_differences())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []


if __name__ == "__main__":
    main(Path(sys.argv[1]))
