"""Rows that the database itself refuses to change once they have come to rest: a locked chart, a published class."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import DatabaseError

from nawl.kit.triggers import TriggerStep

_REFUSAL = "frozen"
PREFIX = "frozen_"


class FreezeRows(TriggerStep):
    """Migration step: rows for which `condition` holds keep these columns, stay so, and are never deleted.

    `condition` is SQL of both databases in which `{row}` stands for the row; `columns` are those that must not change,
    `takes_more` says whether rows may still be added to what is frozen, or moved there.
    """

    def __init__(self, table: str, condition: str, columns: Sequence[str], takes_more: bool = True) -> None:
        self.table, self.condition, self.columns, self.takes_more = table, condition, tuple(columns), takes_more

    def describe(self) -> str:
        """Say it in the list of steps."""
        return f"Refuse changes of frozen rows in {self.table}"

    @property
    def migration_name_fragment(self) -> str:
        """Name a migration that holds only this step."""
        return f"{self.table}_frozen"

    def _verbs(self) -> dict[str, str]:
        """Return the verbs that are refused, each with the condition of its refusal."""
        old, new = self.condition.format(row="OLD"), self.condition.format(row="NEW")
        update, joins = f"({old}) AND ({{changed}} OR NOT ({new}))", f"NOT ({old}) AND ({new})"
        if self.takes_more:
            return {"update": update, "delete": f"({old})"}
        return {"update": f"({update}) OR ({joins})", "delete": f"({old})", "insert": f"({new})"}

    def _lifting(self, vendor: str) -> list[str]:
        names = [self._name(verb) for verb in ("update", "delete", "insert")]
        if vendor != "postgresql":
            return [f'DROP TRIGGER IF EXISTS "{name}"' for name in names]
        triggers = [f'DROP TRIGGER IF EXISTS "{name}" ON "{self.table}"' for name in names]
        return [*triggers, *(f'DROP FUNCTION IF EXISTS "{name}"()' for name in names)]

    def _setting(self, vendor: str) -> list[str]:
        if vendor not in {"sqlite", "postgresql"}:
            raise NotImplementedError(f"frozen rows on {vendor}")
        differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
        changed = " OR ".join(f'OLD."{name}" {differs} NEW."{name}"' for name in self.columns) or "1 = 1"
        write = self._on_sqlite if vendor == "sqlite" else self._on_postgresql
        return [
            statement
            for verb, condition in self._verbs().items()
            for statement in write(verb, condition.replace("{changed}", f"({changed})"))
        ]

    def _on_sqlite(self, verb: str, condition: str) -> list[str]:
        return [
            (
                f'CREATE TRIGGER "{self._name(verb)}" BEFORE {verb.upper()} ON "{self.table}" FOR EACH ROW '
                f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}: {self.table}'); END"
            )
        ]

    def _on_postgresql(self, verb: str, condition: str) -> list[str]:
        """A WHEN clause may not look into other tables there, so each trigger asks within its own function."""
        passed = "OLD" if verb == "delete" else "NEW"
        return [
            (
                f'CREATE OR REPLACE FUNCTION "{self._name(verb)}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN '
                f"IF {condition} THEN RAISE EXCEPTION '{_REFUSAL}: {self.table}' "
                f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {passed}; END $$"
            ),
            (
                f'CREATE TRIGGER "{self._name(verb)}" BEFORE {verb.upper()} ON "{self.table}" '
                f'FOR EACH ROW EXECUTE FUNCTION "{self._name(verb)}"()'
            ),
        ]

    def _name(self, verb: str) -> str:
        return f"{PREFIX}{verb}_{self.table}"[:63]


def is_frozen_violation(error: BaseException) -> bool:
    """Tell whether a database error is the refusal to change a frozen row."""
    return isinstance(error, DatabaseError) and f"{_REFUSAL}:" in str(error)
