"""Names that are reserved for rows without an owner: no owned row may bear one, whoever came first. Kept by the database."""

from __future__ import annotations

from nawl.kit.triggers import TriggerStep

PREFIX = "reserved_"


class ReserveNames(TriggerStep):
    """Migration step: of the rows that bear one name either the one without an owner stands, or those of owners.

    Unique constraints look after the rest: once among those without an owner, once for each owner. On PostgreSQL writers
    pass one by one, so that two at the same moment do not miss each other.
    """

    def __init__(self, table: str, name: str, owner: str) -> None:
        self.table, self.name, self.owner = table, name, owner

    def describe(self) -> str:
        """Say it in the list of steps."""
        return f"Reserve names in {self.table}"

    @property
    def migration_name_fragment(self) -> str:
        """Name a migration that holds only this step."""
        return f"{self.table}_reserved"

    def _triggers(self) -> dict[str, str]:
        """Return the name of each trigger and what it looks at."""
        looked_at = {"insert": "INSERT", "update": f'UPDATE OF "{self.name}", "{self.owner}"'}
        return {f"{PREFIX}{verb}_{self.table}"[:63]: event for verb, event in looked_at.items()}

    def _lifting(self, vendor: str) -> list[str]:
        names = list(self._triggers())
        if vendor != "postgresql":
            return [f'DROP TRIGGER IF EXISTS "{name}"' for name in names]
        triggers = [f'DROP TRIGGER IF EXISTS "{name}" ON "{self.table}"' for name in names]
        return [*triggers, f'DROP FUNCTION IF EXISTS "{PREFIX}{self.table}"()']

    def _setting(self, vendor: str) -> list[str]:
        if vendor not in {"sqlite", "postgresql"}:
            raise NotImplementedError(f"reserved names on {vendor}")
        other = f'o."{self.name}" = NEW."{self.name}" AND o.id <> NEW.id'
        of_another_kind = f'(o."{self.owner}" IS NULL) <> (NEW."{self.owner}" IS NULL)'
        taken = f'EXISTS (SELECT 1 FROM "{self.table}" o WHERE {other} AND {of_another_kind})'  # noqa: S608 - our own names
        return self._on_sqlite(taken) if vendor == "sqlite" else self._on_postgresql(taken)

    def _on_sqlite(self, taken: str) -> list[str]:
        return [
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{self.table}" FOR EACH ROW '
            f"WHEN {taken} BEGIN SELECT RAISE(ABORT, 'reserved: {self.table}'); END"
            for name, event in self._triggers().items()
        ]

    def _on_postgresql(self, taken: str) -> list[str]:
        function = f'"{PREFIX}{self.table}"'
        body = (
            f"PERFORM pg_advisory_xact_lock(hashtext('{PREFIX}{self.table}')); "
            f"IF {taken} THEN RAISE EXCEPTION 'reserved: {self.table}' USING ERRCODE = 'unique_violation'; END IF; "
        )
        return [
            f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}RETURN NEW; END $$",
            *(
                f'CREATE TRIGGER "{name}" BEFORE {event} ON "{self.table}" FOR EACH ROW EXECUTE FUNCTION {function}()'
                for name, event in self._triggers().items()
            ),
        ]
