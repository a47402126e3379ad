"""A locked chart never changes: the database itself refuses, whatever hand writes; and its fingerprint is looked at."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from nawl.kit.errors import NotPossible
from nawl.kit.freezing import is_frozen_violation
from nawl.production.actions import print_copy
from nawl.production.models import ChartFile, ChartVersion
from nawl.production.queries.charts import chart_of
from tests.factories.accounts import make_system_user
from tests.factories.production import draw, make_class, make_locked, make_version, reread

pytestmark = pytest.mark.django_db

FORBIDDEN = {
    "its fingerprint": "UPDATE production_chartversion SET fingerprint = 'x'",
    "its size": "UPDATE production_chartversion SET width_cm = 11",
    "its counts": "UPDATE production_chartversion SET counts = '[]'",
    "its class": "UPDATE production_chartversion SET quality_id = design_id",
    "its state back to draft": "UPDATE production_chartversion SET state = 'draft', locked_on = NULL, locked_by_id = NULL",
    "the version itself": "DELETE FROM production_chartversion",
    "its bytes": "UPDATE production_chartfile SET image = beside",
    "its bytes away": "DELETE FROM production_chartfile",
    "its colours": "UPDATE production_chartcolour SET knots = 0",
    "its colours away": "DELETE FROM production_chartcolour",
    "a colour more": (
        'INSERT INTO production_chartcolour (version_id, "index", colour_id, knots) '
        "SELECT version_id, 200, lot_id, 1 FROM production_chartcolour LIMIT 1"
    ),
}


def written(sql: str) -> DatabaseError | None:
    """Write past every rule of ours and return what the database says to it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return error
    return None


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_database_refuses_to_change_a_locked_version(what: str) -> None:
    locked = make_locked()
    error = written(FORBIDDEN[what])
    assert error is not None
    assert is_frozen_violation(error)
    assert chart_of(reread(locked)).fingerprint == locked.fingerprint


@pytest.mark.parametrize("table", ["production_chartcolour", "production_chartfile"])
def test_nothing_of_a_draft_is_moved_into_a_locked_version(table: str) -> None:
    make_locked()
    draw(make_version(title_ar="غيره"), seed=2)
    locked = "(SELECT id FROM production_chartversion WHERE state = 'locked')"
    index = ', "index" = 200' if table.endswith("colour") else ""
    error = written(f"UPDATE {table} SET version_id = {locked}{index} WHERE version_id <> {locked}")
    assert is_frozen_violation(error or Exception())


def test_the_lot_meant_for_a_locked_colour_can_change_and_nothing_else_of_it() -> None:
    locked = make_locked()
    lot = "(SELECT id FROM production_yarnlot LIMIT 1)"
    assert written(f"UPDATE production_chartcolour SET lot_id = {lot}") is None
    assert is_frozen_violation(written(f"UPDATE production_chartcolour SET lot_id = {lot}, knots = 0") or Exception())
    assert chart_of(reread(locked)).fingerprint == locked.fingerprint


def test_what_is_not_locked_can_be_changed() -> None:
    draw(make_version())
    assert written("UPDATE production_chartversion SET note = 'x'") is None
    assert written("UPDATE production_chartcolour SET knots = 0") is None
    assert written("UPDATE production_chartfile SET picture = image") is None


def test_a_locked_version_can_still_give_way() -> None:
    make_locked()
    assert written("UPDATE production_chartversion SET state = 'superseded'") is None
    assert written("UPDATE production_chartversion SET state = 'retired'") is None


def test_a_published_class_keeps_what_it_fixes() -> None:
    make_class()
    assert is_frozen_violation(written("UPDATE production_qualityclass SET code = '301'") or Exception())
    assert is_frozen_violation(written("DELETE FROM production_qualityclass") or Exception())
    assert written("UPDATE production_qualityclass SET valid_to = '2030-01-01'") is None


def test_a_chart_that_was_tampered_with_is_not_printed() -> None:
    """Whoever takes the triggers away and writes is found out by the fingerprint when the chart is printed."""
    locked = make_locked()
    other = draw(make_version(title_ar="غيره"), seed=2)
    image = ChartFile.objects.unscoped("a test forges a chart").get(version=other).image
    name = "frozen_update_production_chartfile"
    where = ' ON "production_chartfile"' if connection.vendor == "postgresql" else ""
    assert written(f'DROP TRIGGER "{name}"{where}') is None
    ChartFile.objects.unscoped("a test forges a chart").filter(version=locked).update(image=bytes(image))
    with pytest.raises(NotPossible, match="chart_damaged"):
        print_copy(reread(locked), by=make_system_user())


def test_a_version_without_a_colour_somewhere_cannot_be_locked_even_by_hand() -> None:
    make_version()
    sql = "UPDATE production_chartversion SET state = 'locked', locked_on = '2022-07-14', locked_by_id = by_id"
    assert isinstance(written(sql), DatabaseError)
    assert ChartVersion.objects.unscoped("a test looks again").get().state == "draft"
