"""Adding to the months' sums: one statement, new rows and old, more and less."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.activities.actions.months import add_to_months, note
from nawl.activities.models import TallyMonth
from nawl.activities.queries.recount import Key, Pair
from tests.factories.activities import make_activity, make_service

pytestmark = pytest.mark.django_db


def test_amounts_are_added_to_rows_old_and_new() -> None:
    activity, service = make_activity(), make_service()

    def key(sex: str) -> Key:
        return (activity.facility.pk, date(2022, 7, 1), activity.pk, service.pk, sex, "18-29")

    def sums() -> dict[str, Pair]:
        rows = TallyMonth.objects.unscoped("a test looks at everything").values_list("sex", "contacts", "first_visits")
        return {sex: (contacts, first) for sex, contacts, first in rows}

    add_to_months({key("f"): (5, 2)})
    add_to_months({key("f"): (-2, 1), key("m"): (1, 0), key("u"): (0, 0)})
    assert sums() == {"f": (3, 3), "m": (1, 0)}


def test_notes_of_one_cell_add_up() -> None:
    deltas: dict[Key, Pair] = {}
    key: Key = (None, date(2022, 7, 1), None, 1, "f", "18-29")  # type: ignore[assignment]
    note(deltas, key, 3, 1)
    note(deltas, key, -1, 1)
    assert deltas == {key: (2, 2)}
