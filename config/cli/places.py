"""`nawl places`: tables of areas."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.cli.speech import both, complain, say

if TYPE_CHECKING:
    from nawl.places.rules import RowFault

FAULTS_SHOWN = 50


@click.group(
    help=both(
        "Tables of governorates, districts, subdistricts and villages.", "جداول المحافظات والمناطق والنواحي والقرى."
    ),
    short_help="Tables of places · جداول الأماكن",
)
def places() -> None:
    """Hold the commands on places together."""


@places.command(
    help=both(
        "Load tables of places from CSV files; each whole or not at all. The headings tell the level. "
        "Exit code 0: loaded, 1: refused, 2: wrong usage.",
        "تحميل جداول الأماكن من ملفات CSV، كل ملف كاملاً أو لا شيء منه. تدل العناوين على المستوى. "
        "رمز الخروج 0: حُمّل، 1: رُفض، 2: استعمال خاطئ.",
    ),
    short_help="Load tables of places · تحميل جداول الأماكن",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--level", type=click.IntRange(1, 4), default=None, help="1 governorates … 4 villages; else from the headings."
)
def load(files: tuple[Path, ...], level: int | None) -> None:
    """Load the files one after the other; stop at the first that is refused."""
    with click.progressbar(files, label="places · الأماكن", file=sys.stderr, item_show_func=_name) as steps:
        lines = [_load(path, level) for path in steps]
    for line in lines:
        say(line)


def _name(path: Path | None) -> str:
    return path.name if path else ""


def _load(path: Path, level: int | None) -> str:
    from nawl.accounts.actions import the_system
    from nawl.places.actions import AreasRefused, load_table

    try:
        return f"{path.name}: {load_table(path.read_bytes(), by=the_system(), level=level)}"
    except AreasRefused as refused:
        complain("")
        _complain(path, refused.row_faults)
        raise


def _complain(path: Path, faults: tuple[RowFault, ...]) -> None:
    """Print the faults row by row, in Arabic; of very many, the first."""
    from nawl.kit.errors import NotPossible
    from nawl.ui.sentences import sentence

    for fault in faults[:FAULTS_SHOWN]:
        reason = sentence(NotPossible(fault.code, **fault.facts))
        complain(f"{path.name}: {sentence(NotPossible('row_fault', row=fault.row, reason=reason))}")
    if len(faults) > FAULTS_SHOWN:
        complain("…")
