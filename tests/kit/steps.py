"""What tests of migration steps share: statements, and an editor without the switches of a whole migration."""

from __future__ import annotations

from django.db import connection


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


class PlainEditor:
    """Runs the statements of a migration step without the switches of a whole migration."""

    connection = connection

    def execute(self, statement: str, params: object = ()) -> None:
        assert params is None
        run(statement)
