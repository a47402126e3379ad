"""What SQLite and PostgreSQL do differently, each behind one function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db import DatabaseError, connections, router

from nawl.kit.arabic import normalise
from nawl.kit.errors import NotPossible
from nawl.kit.triggers import TriggerStep

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import Field, Model, QuerySet

    Rows = TypeVar("Rows", bound=QuerySet[Any])

_REFUSAL = "append_only"
_FUNCTION = "nawl_refuse_change"
_PREFIX = "append_only_"


class AppendOnly(TriggerStep):
    """Migration step: from now on rows of this table can be added and read, never changed or deleted."""

    def __init__(self, table: str) -> None:
        self.table = table

    def _setting(self, vendor: str) -> list[str]:
        return _setting(vendor, self.table)

    def _lifting(self, vendor: str) -> list[str]:
        return _lifting(vendor, self.table)

    def describe(self) -> str:
        """Say it in the list of steps."""
        return f"Refuse every change of rows in {self.table}"

    @property
    def migration_name_fragment(self) -> str:
        """Name a migration that holds only this step."""
        return f"{self.table}_append_only"


def set_append_only(connection: BaseDatabaseWrapper, table: str) -> None:
    """Install the refusing triggers on a table; where they stand already they are renewed."""
    _run(connection, _setting(connection.vendor, table))


def lift_append_only(connection: BaseDatabaseWrapper, table: str) -> None:
    """Remove the refusing triggers of a table; for emptying test databases, never in a domain."""
    _run(connection, _lifting(connection.vendor, table))


def append_only_tables(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the tables that refuse change today."""
    if connection.vendor == "postgresql":
        asked = (
            "SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND starts_with(t.tgname, %s)"
        )
    else:
        asked = "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger' AND instr(name, %s) = 1"
    with connection.cursor() as cursor:
        cursor.execute(asked, [_PREFIX])
        return {table for (table,) in cursor.fetchall()}


def is_append_only_violation(error: BaseException) -> bool:
    """Tell whether a database error is the refusal to change an append-only table."""
    return isinstance(error, DatabaseError) and f"{_REFUSAL}:" in str(error)


def lock_rows(queryset: Rows) -> Rows:
    """Hold the rows until the transaction ends, where the database can; SQLite holds the whole file anyway."""
    features = connections[queryset.db].features
    if not features.has_select_for_update:
        return queryset
    return queryset.select_for_update(of=("self",) if features.has_select_for_update_of else ())


def ensure_fits(model: type[Model], values: Mapping[str, Any]) -> None:
    """Refuse texts that their columns cannot hold: SQLite would keep them, PostgreSQL would fail.

    A text counts in its comparable spelling too, which is kept beside it and may be longer. Raises `text_too_long`.
    """
    for name, value in values.items():
        longest = getattr(model._meta.get_field(name), "max_length", None)
        if longest and isinstance(value, str) and max(len(value), len(normalise(value))) > longest:
            raise NotPossible("text_too_long", text=value[:40], longest=longest)


def add_to_rows(
    model: type[Model], rows: Iterable[Sequence[Any]], *, key: Sequence[str], amounts: Sequence[str]
) -> None:
    """Add amounts to the rows that have these keys and make those that are not there yet, safe beside other writers.

    Each of `rows` holds the values of the `key` fields, which must be unique together, then those of the `amounts`,
    which may be negative. Rows in the same order everywhere keep two writers from waiting for each other.
    """
    connection = connections[router.db_for_write(model)]
    fields = [cast("Field[Any, Any]", model._meta.get_field(name)) for name in (*key, *amounts)]

    def prepared(row: Sequence[Any]) -> list[Any]:
        added = row[len(key) :]
        stored = [*row[: len(key)], *(max(0, part) for part in added)]
        return [field.get_db_prep_save(value, connection) for field, value in zip(fields, stored, strict=True)] + [
            *added
        ]

    statement = _adding(connection, model._meta.db_table, [str(field.column) for field in fields], len(key))
    with connection.cursor() as cursor:
        cursor.executemany(statement, [prepared(row) for row in rows])


def _adding(connection: BaseDatabaseWrapper, table: str, columns: Sequence[str], keys: int) -> str:
    """Write the statement of `add_to_rows`; the names come from the models."""
    quote = connection.ops.quote_name
    names = [quote(column) for column in columns]
    added = ", ".join(f"{name} = {quote(table)}.{name} + %s" for name in names[keys:])
    return (
        f"INSERT INTO {quote(table)} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))}) "  # noqa: S608
        f"ON CONFLICT ({', '.join(names[:keys])}) DO UPDATE SET {added}"
    )


def arabic_locale_fault(connection: BaseDatabaseWrapper) -> str | None:
    """Return the setting that breaks Arabic search ("lc_ctype=C", "encoding=LATIN1"), or None when all is well."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datctype, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"
        )
        ctype, encoding = cursor.fetchone()
    if encoding != "UTF8":
        return f"encoding={encoding}"
    return f"lc_ctype={ctype}" if ctype in ("C", "POSIX") else None


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _setting(vendor: str, table: str) -> list[str]:
    lifted = _lifting(vendor, table)
    if vendor == "postgresql":
        return [_POSTGRESQL_FUNCTION, *lifted, *_postgresql_triggers(table)]
    if vendor == "sqlite":
        return [*lifted, *(_sqlite_trigger(table, verb) for verb in ("update", "delete"))]
    raise NotImplementedError(f"append-only tables on {vendor}")


def _lifting(vendor: str, table: str) -> list[str]:
    verbs = ("update", "delete", "truncate") if vendor == "postgresql" else ("update", "delete")
    where = f' ON "{table}"' if vendor == "postgresql" else ""
    return [f'DROP TRIGGER IF EXISTS "{_trigger(table, verb)}"{where}' for verb in verbs]


def _trigger(table: str, verb: str) -> str:
    return f"{_PREFIX}{verb}_{table}"[:63]


def _sqlite_trigger(table: str, verb: str) -> str:
    return (
        f'CREATE TRIGGER "{_trigger(table, verb)}" BEFORE {verb.upper()} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}: {table}'); END"
    )


def _postgresql_triggers(table: str) -> list[str]:
    each = {"update": "ROW", "delete": "ROW", "truncate": "STATEMENT"}
    return [
        f'CREATE TRIGGER "{_trigger(table, verb)}" BEFORE {verb.upper()} ON "{table}" '
        f"FOR EACH {extent} EXECUTE FUNCTION {_FUNCTION}()"
        for verb, extent in each.items()
    ]


_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{_REFUSAL}: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""
