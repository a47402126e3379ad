"""A version that was drawn and one that was locked."""

from __future__ import annotations

import pytest

from nawl.production.models import ChartVersion
from tests.factories.production import draw, make_locked, make_version


@pytest.fixture
def locked() -> ChartVersion:
    return make_locked()


@pytest.fixture
def drawn() -> ChartVersion:
    return draw(make_version())
