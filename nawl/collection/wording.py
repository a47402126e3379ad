"""Findings as a reader reads them: whole sentences, rows as runs, choices in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from nawl.activities.choices import AgeBand, Sex
from nawl.collection.choices import RegisterState
from nawl.collection.findings import Choice, Fact, Finding, ranges
from nawl.collection.models import RegisterFile
from nawl.kit.errors import NotPossible
from nawl.ui import reader, words
from nawl.ui.sentences import sentence

RUNS_SHOWN = 5
_LISTS: dict[str, Any] = {"sex": Sex, "age_band": AgeBand}


@dataclass(frozen=True)
class Told:
    """One finding in words: where it is, and its sentence."""

    sheet: str
    rows: str
    row_count: int
    column: str
    heading: str
    sentence: str

    @property
    def place(self) -> str:
        """Return where it is as one phrase: sheet, row, column."""
        parts = []
        if self.sheet:
            parts.append(_("sheet “%(name)s”") % {"name": self.sheet})
        if self.rows:
            parts.append(ngettext("row %(rows)s", "rows %(rows)s", self.row_count) % {"rows": self.rows})
        if self.column:
            parts.append(_("column %(letter)s") % {"letter": self.column})
        return _comma().join(parts)


def told(findings: Iterable[Finding], *, with_sheets: bool = True) -> list[Told]:
    """Return findings in the reader's language; a file of one sheet need not name it."""
    return [
        Told(
            finding.sheet if with_sheets else "",
            rows_in_words(finding.rows),
            len(finding.rows),
            finding.column,
            finding.heading,
            sentence_of(finding),
        )
        for finding in findings
    ]


def sentence_of(finding: Finding) -> str:
    """Return the whole sentence of one finding."""
    facts = {name: _shown(value) for name, value in finding.facts}
    return sentence(NotPossible(finding.code, **{"heading": finding.heading, "sheet": finding.sheet, **facts}))


def _shown(value: Fact) -> Any:
    return str(_LISTS[value.list_name](value.value).label) if isinstance(value, Choice) else value


def rows_in_words(rows: Iterable[int]) -> str:
    """Return rows as runs: «5 to 7, 9»; of very many runs the first ones."""
    runs = ranges(rows)
    shown = [_run(first, last) for first, last in runs[:RUNS_SHOWN]]
    if len(runs) > RUNS_SHOWN:
        shown.append("…")
    return _comma().join(shown)


def _comma() -> str:
    return "، " if reader.current().language == "ar" else ", "


def _run(first: int, last: int) -> str:
    if first == last:
        return words.in_digits(str(first))
    return words.in_digits(_("%(first)s to %(last)s") % {"first": first, "last": last})


def headline(register: RegisterFile) -> str:
    """Return what the page of a register says first, as a sentence."""
    counts = (register.fault_count, register.new_count, register.changed_count)
    return headline_of(*counts, is_recorded=register.state == RegisterState.RECORDED)


def known_already(register: RegisterFile) -> str:
    """Return what is said to somebody who sends the very file that was recorded before."""
    assert register.recorded_at is not None
    day = words.day(register.recorded_at)
    return _("This very file was recorded on %(day)s already; it brings nothing new.") % {"day": day}


def headline_of(faults: int, new: int, changed: int, *, is_recorded: bool) -> str:
    """Return what is said first of a register with so many faults, new and changed lines."""
    if faults:
        text = ngettext(
            "The file has %(count)s fault, and nothing has been saved yet",
            "The file has %(count)s faults, and nothing has been saved yet",
            faults,
        )
        return text % {"count": words.number(faults)}
    text = _((_RECORDED if is_recorded else _WAITING)[bool(new), bool(changed)])
    return text % {"new": words.counted(new, "line"), "changed": words.counted(changed, "line")}


_WAITING = {
    (True, True): gettext_noop("New in the register: %(new)s; changed: %(changed)s"),
    (True, False): gettext_noop("New in the register: %(new)s; nothing recorded before changes"),
    (False, True): gettext_noop("Nothing new in the register; changed: %(changed)s"),
    (False, False): gettext_noop("Everything in the register was recorded before"),
}
_RECORDED = {
    (True, True): gettext_noop("Recorded: %(new)s new, %(changed)s changed"),
    (True, False): gettext_noop("Recorded: %(new)s new"),
    (False, True): gettext_noop("Recorded: %(changed)s changed"),
    (False, False): gettext_noop("The register brought nothing new"),
}
