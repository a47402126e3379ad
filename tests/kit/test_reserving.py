"""A name without an owner is reserved by the database itself, and the migration step can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.state import ProjectState

from nawl.kit.reserving import ReserveNames
from tests.kit.steps import PlainEditor, run

pytestmark = pytest.mark.django_db
STEP = ReserveNames("shelf", "code", "owner")


@pytest.fixture
def shelf() -> Iterator[None]:
    """Give a table with a name of everybody's and one of owner 7."""
    run("CREATE TABLE shelf (id integer PRIMARY KEY, code text, owner integer)")
    run("INSERT INTO shelf VALUES (1, 'W1', NULL), (2, 'R1', 7)")
    STEP.database_forwards("kit", PlainEditor(), ProjectState(), ProjectState())
    yield
    STEP.database_backwards("kit", PlainEditor(), ProjectState(), ProjectState())
    run("DROP TABLE shelf")


@pytest.mark.parametrize(
    ("statement", "stands"),
    [
        ("INSERT INTO shelf VALUES (3, 'W1', 7)", False),
        ("INSERT INTO shelf VALUES (3, 'R1', NULL)", False),
        ("INSERT INTO shelf VALUES (3, 'R1', 8)", True),
        ("INSERT INTO shelf VALUES (3, 'B1', NULL)", True),
        ("UPDATE shelf SET code = 'W1' WHERE id = 2", False),
        ("UPDATE shelf SET code = 'R1' WHERE id = 1", False),
        ("UPDATE shelf SET owner = NULL WHERE id = 2", True),
        ("UPDATE shelf SET code = 'R1' WHERE id = 2", True),
    ],
)
def test_a_name_is_either_everybodys_or_an_owners(shelf: None, statement: str, stands: bool) -> None:
    if stands:
        run(statement)
        return
    with pytest.raises(IntegrityError, match="reserved: shelf"), transaction.atomic():
        run(statement)


def test_taken_back_the_step_reserves_nothing(shelf: None) -> None:
    STEP.database_backwards("kit", PlainEditor(), ProjectState(), ProjectState())
    run("INSERT INTO shelf VALUES (3, 'W1', 7)")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shelf WHERE id = 3")
        assert cursor.fetchone() == (1,)


def test_an_unknown_database_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        STEP._setting("oracle")
