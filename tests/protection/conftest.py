"""Two governorates made once for a file of tests; every test leaves them as it found them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction

from tests.protection.worlds import World, make_world


class Twins(NamedTuple):
    """The reader's own governorate and the other one."""

    own: World
    other: World


@pytest.fixture(scope="module")
def twins(django_db_setup: None, django_db_blocker: Any) -> Iterator[Twins]:
    """Make both governorates within one transaction, which is undone after the file's last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Twins(make_world("SY10"), make_world("SY13"))
        transaction.set_rollback(True)
