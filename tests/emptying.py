"""Test databases are emptied between tests that commit; append-only tables and frozen rows must let go for that moment."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations

from nawl.kit.database import append_only_tables, lift_append_only, set_append_only
from nawl.kit.freezing import PREFIX

_flush = BaseDatabaseOperations.execute_sql_flush


def _flush_append_only_too(operations: BaseDatabaseOperations, sql_list: Iterable[str]) -> None:
    connection = operations.connection
    tables = append_only_tables(connection)
    frozen = _freezing(connection)
    for table in tables:
        lift_append_only(connection, table)
    _run(connection, [f'DROP TRIGGER "{name}"' for name in frozen])
    try:
        _flush(operations, sql_list)
    finally:
        for table in tables:
            set_append_only(connection, table)
        _run(connection, frozen.values())


def _freezing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return the triggers that freeze rows, each with the statement that sets it; emptying fires none on PostgreSQL."""
    if connection.vendor != "sqlite":
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND instr(name, %s) = 1", [PREFIX])
        return dict(cursor.fetchall())


def _run(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def let_append_only_tables_be_emptied() -> None:
    """Make Django's emptying of test databases lift and renew the triggers."""
    BaseDatabaseOperations.execute_sql_flush = _flush_append_only_too  # type: ignore[method-assign]
