"""A day's sheet as a plain form, for those without script; and the reason for opening a day again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.activities.actions import CellChange, Seen, TallyAnswer, record_tally
from nawl.activities.forms.sending import change_of
from nawl.kit.errors import Conflict, NotPossible, ProgrammeError
from nawl.kit.numbers import parse_integer
from nawl.places.models import Facility
from nawl.ui import words
from nawl.ui.parts import Fault
from nawl.ui.sentences import sentence

MEASURES = ("contacts", "first_visits")
FIELD = "cell:"
NOTHING = Seen()


class DaySheetForm:
    """All cells of a day for one measure, with what the page showed when it was opened.

    After a refusal `faults` names every one, and `typed` keeps what was written.
    """

    def __init__(self, facility: Facility, on: date, data: Mapping[str, str]) -> None:
        self.facility = facility
        self.on = on
        self.measure = data.get("measure") if data.get("measure") in MEASURES else MEASURES[0]
        self.typed = {name.removeprefix(FIELD): text for name, text in data.items() if name.startswith(FIELD)}
        self.seen = _read_seen(data.get("seen", "{}"))
        self.faults: list[Fault] = []

    def save(self, by: User) -> TallyAnswer | None:
        """Record the cells that differ from what was shown; None when something stands against it."""
        try:
            changes = list(self._changes())
            return None if self.faults else record_tally(self.facility, self.on, changes, by=by)
        except Conflict as error:
            self.faults = list(self._both_values(error))
        except ProgrammeError as error:
            self.faults = [Fault(sentence(error))]
        return None

    def _changes(self) -> Iterator[CellChange]:
        for key, text in self.typed.items():
            seen = self.seen.get(key, NOTHING)
            try:
                now = parse_integer(text)
                change = change_of(key, *self._pair(now, seen), seen)
            except (NotPossible, ValueError):
                self.faults.append(Fault(sentence(NotPossible("count_unreadable", text=text)), f"#{key}"))
                continue
            if Seen(change.contacts, change.first_visits) != seen:
                yield change

    def _pair(self, now: int | None, seen: Seen) -> tuple[int | None, int]:
        if self.measure == "contacts":
            return now, seen.first_visits if now is not None else 0
        return seen.contacts, now or 0

    def _both_values(self, error: Conflict) -> Iterator[Fault]:
        yield Fault(sentence(error))
        position = MEASURES.index(self.measure or MEASURES[0])
        for cell in error.facts.get("cells", ()):
            facts = {"yours": _shown(cell["yours"][position]), "theirs": _shown(cell["theirs"][position])}
            yield Fault(_("You wrote %(yours)s; %(theirs)s stands there now.") % facts, f"#{cell['cell']}")


def _shown(value: int | None) -> str:
    return _("nothing") if value is None else words.number(value)


def _read_seen(text: str) -> dict[str, Seen]:
    """Read the values that the page showed; what cannot be read counts as an empty page, and then as a conflict."""
    try:
        return {str(key): Seen(int(contacts), int(first)) for key, (contacts, first) in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


class ReopenForm(forms.Form):
    """Why a closed day is opened again."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stays in the history of the day."),
    )
