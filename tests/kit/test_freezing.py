"""Rows at rest are refused by the database itself, and the migration step can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.state import ProjectState

from nawl.kit.freezing import FreezeRows, is_frozen_violation
from tests.kit.steps import PlainEditor, run

pytestmark = pytest.mark.django_db
STEP = FreezeRows("slate", "{row}.state = 'stone'", ("words",))
CLOSED = FreezeRows("slate", "{row}.state = 'stone'", ("words",), takes_more=False)


@pytest.fixture
def slate() -> Iterator[None]:
    """Give a table with a row that rests and one that does not."""
    run("CREATE TABLE slate (id integer PRIMARY KEY, words text, note text, state text)")
    run("INSERT INTO slate VALUES (1, 'law', '', 'stone'), (2, 'sketch', '', 'chalk')")
    take(STEP)
    yield
    give_back(STEP)
    run("DROP TABLE slate")


def take(step: FreezeRows) -> None:
    step.database_forwards("kit", PlainEditor(), ProjectState(), ProjectState())


def give_back(step: FreezeRows) -> None:
    step.database_backwards("kit", PlainEditor(), ProjectState(), ProjectState())


def is_refused(statement: str) -> bool:
    try:
        with transaction.atomic():
            run(statement)
    except DatabaseError as error:
        assert is_frozen_violation(error)
        return True
    return False


@pytest.mark.usefixtures("slate")
@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE slate SET words = 'other' WHERE id = 1", True),
        ("UPDATE slate SET words = NULL WHERE id = 1", True),
        ("UPDATE slate SET words = 'law' WHERE id = 1", False),
        ("UPDATE slate SET note = 'read' WHERE id = 1", False),
        ("UPDATE slate SET state = 'chalk' WHERE id = 1", True),
        ("DELETE FROM slate WHERE id = 1", True),
        ("UPDATE slate SET words = 'other' WHERE id = 2", False),
        ("UPDATE slate SET state = 'stone' WHERE id = 2", False),
        ("DELETE FROM slate WHERE id = 2", False),
        ("INSERT INTO slate VALUES (3, 'new', '', 'stone')", False),
    ],
)
def test_only_what_rests_is_refused_and_only_in_its_columns(statement: str, refused: bool) -> None:
    assert is_refused(statement) is refused


@pytest.mark.usefixtures("slate")
def test_a_table_can_be_closed_to_new_rows_too() -> None:
    take(CLOSED)
    assert is_refused("INSERT INTO slate VALUES (3, 'new', '', 'stone')")
    assert not is_refused("INSERT INTO slate VALUES (4, 'new', '', 'chalk')")


@pytest.mark.usefixtures("slate")
def test_the_step_can_be_taken_back_and_again() -> None:
    give_back(STEP)
    assert not is_refused("UPDATE slate SET words = 'other' WHERE id = 1")
    take(STEP)
    take(STEP)
    assert is_refused("DELETE FROM slate WHERE id = 1")


@pytest.mark.postgres
@pytest.mark.usefixtures("slate")
def test_the_step_taken_back_leaves_no_function_behind() -> None:
    kept = "SELECT count(*) FROM pg_proc WHERE proname LIKE 'frozen_%_slate'"
    with connection.cursor() as cursor:
        cursor.execute(kept)
        assert cursor.fetchone() == (2,)
    give_back(STEP)
    with connection.cursor() as cursor:
        cursor.execute(kept)
        assert cursor.fetchone() == (0,)
    take(STEP)


def test_the_step_says_what_it_does() -> None:
    assert STEP.describe() == "Refuse changes of frozen rows in slate"
    assert STEP.migration_name_fragment == "slate_frozen"


def test_another_error_is_not_taken_for_the_refusal() -> None:
    assert not is_frozen_violation(DatabaseError("frozen in time"))
    assert not is_frozen_violation(ValueError("frozen: slate"))
