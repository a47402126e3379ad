"""`nawl import`: registers from spreadsheets, with the same checks as on the pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from config.cli.speech import both, complain, say

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from nawl.accounts.models import User
    from nawl.collection.findings import Finding
    from nawl.places.models import Facility

FAULTS_SHOWN = 200
RECORDED, REFUSED, UNREADABLE = 0, 1, 2


@click.group(
    name="import",
    help=both("Data from outside.", "بيانات من خارج البرنامج."),
    short_help="Registers from spreadsheets · استيراد السجلات",
)
def importing() -> None:
    """Hold the commands on imports together."""


@importing.command(
    help=both(
        "Check registers (XLSX or CSV) and record them, each whole or not at all. Exit code 0: recorded or nothing new, "
        "1: refused with faults, 2: unreadable.",
        "فحص السجلات (XLSX أو CSV) وتسجيلها، كل سجل كاملاً أو لا شيء منه. رمز الخروج 0: سُجّل أو لا جديد، "
        "1: رُفض وفيه أخطاء، 2: لا يُقرأ.",
    ),
    short_help="Record registers · تسجيل السجلات",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", "username", default="", help="User who records; the system itself if none. / المستخدم المسجِّل.")
@click.option("--facility", "code", default="", help="Code of the centre or unit. / رمز المركز أو الوحدة.")
@click.option("--dry-run", is_flag=True, help="Check and show, record nothing. / فحص وعرض من غير تسجيل.")
def register(files: tuple[Path, ...], username: str, code: str, dry_run: bool) -> None:
    """Take the files one after the other; the worst outcome is the exit code."""
    by = _user(username)
    facility = _facility(code, by)
    outcomes = [_import(path, by, facility, dry_run=dry_run) for path in files]
    sys.exit(max(outcomes))


def _user(username: str) -> User:
    from nawl.accounts.actions import the_system
    from nawl.accounts.models import User as Users

    if not username:
        return the_system()
    user = Users.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise click.BadParameter(f"no such user: {username} · لا مستخدم بهذا الاسم", param_hint="--by")
    return user


def _facility(code: str, by: User) -> Facility | None:
    from nawl.kit.errors import ProgrammeError
    from nawl.places.queries import find_facility
    from nawl.ui.sentences import sentence

    if not code:
        return None
    try:
        return find_facility(by, code)
    except ProgrammeError as error:
        raise click.BadParameter(sentence(error), param_hint="--facility") from error


def _import(path: Path, by: User, facility: Facility | None, *, dry_run: bool) -> int:
    """Check one file and record it; return its outcome as an exit code."""
    from nawl.kit.errors import ProgrammeError
    from nawl.ui.sentences import sentence

    try:
        faults, line = _try(path, by, facility) if dry_run else _record(path, by, facility)
    except ProgrammeError as error:
        complain(f"{path.name}: {sentence(error)}")
        return UNREADABLE
    say(f"{path.name}: {line}")
    _complain(path, faults)
    return REFUSED if faults else RECORDED


def _record(path: Path, by: User, facility: Facility | None) -> tuple[list[Finding], str]:
    """Receive a register and record it when nothing stands against it; return its faults and its headline."""
    from nawl.collection.actions import receive, record
    from nawl.collection.findings import from_json
    from nawl.collection.wording import headline, known_already

    with _Bar(path) as bar:
        found = receive(path.name, path.read_bytes(), by=by, facility=facility, progress=bar.show)
        is_known = found.recorded_at is not None
        if found.is_waiting:
            found = record(found, by=by)
    return from_json(found.faults), known_already(found) if is_known else headline(found)


def _try(path: Path, by: User, facility: Facility | None) -> tuple[list[Finding], str]:
    """Check a register and keep nothing; return its faults and what recording it would do."""
    from nawl.collection.actions import try_out
    from nawl.collection.wording import headline_of

    with _Bar(path) as bar:
        found = try_out(path.name, path.read_bytes(), by=by, facility=facility, progress=bar.show)
    counts = (found.faults.count, found.new, found.changed)
    return found.faults.all(), headline_of(*counts, is_recorded=False)


class _Bar:
    """A bar that begins when the number of rows is known; where nobody watches, nothing is drawn."""

    def __init__(self, path: Path) -> None:
        self.label = path.name
        self.bar: ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def show(self, done: int, of: int) -> None:
        """Move the bar to where the reading is."""
        if self.bar is None:
            self.bar = click.progressbar(length=of, label=self.label, file=sys.stderr)
            self.bar.__enter__()
        self.bar.update(done - self.bar.pos)

    def __exit__(self, *fault: object) -> None:
        if self.bar is not None:
            self.bar.update((self.bar.length or 0) - self.bar.pos)
            self.bar.__exit__(None, None, None)


def _complain(path: Path, faults: list[Finding]) -> None:
    """Print the faults, each with its place; of very many, the first."""
    from nawl.collection.wording import told

    for fault in told(faults[:FAULTS_SHOWN]):
        heading = f" ({fault.heading})" if fault.heading else ""
        complain(f"{path.name}: {fault.place}{heading}: {fault.sentence}")
    if len(faults) > FAULTS_SHOWN:
        complain("…")
