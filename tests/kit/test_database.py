"""What the two databases do differently: append-only tables, row locks, the locale of Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Self

import pytest
from django.conf import settings
from django.db import IntegrityError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.state import ProjectState
from django.db.utils import ConnectionHandler

from nawl.kit.database import (
    AppendOnly,
    append_only_tables,
    arabic_locale_fault,
    is_append_only_violation,
    lift_append_only,
    lock_rows,
    set_append_only,
)


@pytest.fixture
def connection(django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper]:
    """Give a table `diary` with two rows, on the engine of the settings; nothing of it stays."""
    described = deepcopy(settings.DATABASES["default"])
    if described["ENGINE"].endswith("sqlite3"):
        described = {"ENGINE": described["ENGINE"], "NAME": ":memory:"}
    with django_db_blocker.unblock():
        opened = ConnectionHandler({"default": described})["default"]
        opened.set_autocommit(False)
        run(opened, "CREATE TABLE diary (id integer PRIMARY KEY, words text)")
        run(opened, "INSERT INTO diary VALUES (1, 'one'), (2, 'two')")
        yield opened
        opened.rollback()
        opened.close()


def run(connection: BaseDatabaseWrapper, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refusal_of(connection: BaseDatabaseWrapper, statement: str) -> IntegrityError:
    """Return the refusal of a statement, leaving the transaction usable."""
    run(connection, "SAVEPOINT before")
    with pytest.raises(IntegrityError) as caught:
        run(connection, statement)
    run(connection, "ROLLBACK TO SAVEPOINT before")
    return caught.value


def rows(connection: BaseDatabaseWrapper) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, words FROM diary ORDER BY id")
        return list(cursor.fetchall())


def test_rows_of_an_append_only_table_are_added_never_changed_or_deleted(connection: BaseDatabaseWrapper) -> None:
    set_append_only(connection, "diary")
    run(connection, "INSERT INTO diary VALUES (3, 'three')")
    for statement in (
        "UPDATE diary SET words = 'x' WHERE id = 1",
        "DELETE FROM diary WHERE id = 1",
        "DELETE FROM diary",
    ):
        assert is_append_only_violation(refusal_of(connection, statement))
    assert rows(connection) == [(1, "one"), (2, "two"), (3, "three")]


@pytest.mark.postgres
def test_an_append_only_table_is_not_emptied_by_truncate(connection: BaseDatabaseWrapper) -> None:
    set_append_only(connection, "diary")
    assert is_append_only_violation(refusal_of(connection, "TRUNCATE diary"))


def test_append_only_can_be_set_again_and_lifted(connection: BaseDatabaseWrapper) -> None:
    set_append_only(connection, "diary")
    set_append_only(connection, "diary")
    assert "diary" in append_only_tables(connection)
    lift_append_only(connection, "diary")
    assert "diary" not in append_only_tables(connection)
    run(connection, "DELETE FROM diary")
    assert rows(connection) == []


class PlainEditor:
    """Runs the statements of a migration step without the switches of a whole migration."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def execute(self, statement: str, params: Any = ()) -> None:
        assert params is None
        run(self.connection, statement)


def test_the_migration_step_goes_forwards_and_backwards(connection: BaseDatabaseWrapper) -> None:
    step, state, editor = AppendOnly("diary"), ProjectState(), PlainEditor(connection)
    step.state_forwards("accounts", state)
    step.database_forwards("accounts", editor, state, state)  # type: ignore[arg-type]
    assert "diary" in append_only_tables(connection)
    step.database_backwards("accounts", editor, state, state)  # type: ignore[arg-type]
    assert "diary" not in append_only_tables(connection)


def test_the_migration_step_can_be_written_down() -> None:
    assert AppendOnly("diary").deconstruct() == ("AppendOnly", ("diary",), {})
    assert AppendOnly("diary").reversible
    assert AppendOnly("diary").describe() == "Refuse every change of rows in diary"
    assert AppendOnly("diary").migration_name_fragment == "diary_append_only"


def test_another_broken_constraint_is_no_append_only_violation(connection: BaseDatabaseWrapper) -> None:
    assert not is_append_only_violation(refusal_of(connection, "INSERT INTO diary VALUES (1, 'again')"))
    assert not is_append_only_violation(ValueError("append_only: diary"))


class Rows:
    """Stands for a queryset: remembers how it was locked."""

    db = "default"
    locked: tuple[str, ...] | None = None

    def select_for_update(self, of: tuple[str, ...] = ()) -> Rows:
        self.locked = of
        return self


def test_rows_are_locked_where_the_database_can() -> None:
    can = connections["default"].features.has_select_for_update
    assert lock_rows(Rows()).locked == (("self",) if can else None)  # type: ignore[type-var]


def test_the_database_of_the_tests_can_search_arabic(connection: BaseDatabaseWrapper) -> None:
    assert arabic_locale_fault(connection) is None


class Answering:
    """Stands for PostgreSQL with a locale of one's choice."""

    vendor = "postgresql"

    def __init__(self, ctype: str, encoding: str) -> None:
        self.answer = (ctype, encoding)

    def cursor(self) -> Answering:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def execute(self, statement: str) -> None:
        assert "pg_database" in statement

    def fetchone(self) -> tuple[str, str]:
        return self.answer


@pytest.mark.parametrize(
    ("ctype", "encoding", "fault"),
    [
        ("C.UTF-8", "UTF8", None),
        ("en_GB.utf8", "UTF8", None),
        ("C", "UTF8", "lc_ctype=C"),
        ("POSIX", "UTF8", "lc_ctype=POSIX"),
        ("C", "SQL_ASCII", "encoding=SQL_ASCII"),
    ],
)
def test_a_locale_that_breaks_arabic_search_is_named(ctype: str, encoding: str, fault: str | None) -> None:
    assert arabic_locale_fault(Answering(ctype, encoding)) == fault  # type: ignore[arg-type]
