"""Registers of facilities and of activities: each row goes through the action that a person at the page would use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nawl.collection.checking.activity_rows import ActivityRows
from nawl.collection.checking.applied import Applied
from nawl.collection.checking.facility_rows import FacilityRows
from nawl.collection.reading import RecordReader
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User

MOST_RECORDS = 2_000
"""More facilities or activities than any country has in one list; each row is carried out by several statements."""


def apply_records(reader: RecordReader, *, by: User, chosen: Facility | None) -> Iterator[Applied]:
    """Carry out every row within the caller's transaction; a row that cannot be is told and leaves nothing."""
    rows = (
        FacilityRows(reader.teller, by)
        if reader.table.kind == "facilities"
        else ActivityRows(reader.teller, by, chosen)
    )
    for number, record in enumerate(reader.records(), 1):
        if number > MOST_RECORDS:
            raise NotPossible("register_many_lines", limit=MOST_RECORDS)
        applied = rows.apply(record)
        if applied:
            yield applied
