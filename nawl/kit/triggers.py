"""Migration steps that set triggers: what the database itself keeps, whoever writes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState


class TriggerStep(Operation):
    """Migration step that sets triggers, and takes them away when it is taken back.

    On SQLite a later step that alters the table rebuilds it and loses its triggers: repeat this step after it.
    """

    reversible = True
    reduces_to_sql = True

    def _setting(self, vendor: str) -> list[str]:
        """Return the statements that set the triggers on a database."""
        raise NotImplementedError

    def _lifting(self, vendor: str) -> list[str]:
        """Return the statements that take them away, where they are."""
        raise NotImplementedError

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave the models as they are; only the database learns something."""

    def database_forwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Set the triggers; where they stand already they are renewed."""
        vendor = schema_editor.connection.vendor
        for statement in [*self._lifting(vendor), *self._setting(vendor)]:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Take the triggers away."""
        for statement in self._lifting(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)
