"""Test databases are emptied between tests that commit; append-only tables must let go for that moment."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.operations import BaseDatabaseOperations

from nawl.kit.database import append_only_tables, lift_append_only, set_append_only

_flush = BaseDatabaseOperations.execute_sql_flush


def _flush_append_only_too(operations: BaseDatabaseOperations, sql_list: Iterable[str]) -> None:
    connection = operations.connection
    tables = append_only_tables(connection)
    for table in tables:
        lift_append_only(connection, table)
    try:
        _flush(operations, sql_list)
    finally:
        for table in tables:
            set_append_only(connection, table)


def let_append_only_tables_be_emptied() -> None:
    """Make Django's emptying of test databases lift and renew the triggers."""
    BaseDatabaseOperations.execute_sql_flush = _flush_append_only_too  # type: ignore[method-assign]
