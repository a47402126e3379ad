"""A unit with yarns, an empty sheet, and the studio open before the designer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from nawl.accounts.choices import Role
from nawl.places.models import Facility
from nawl.production.models import ChartVersion
from tests.browser.studio.hands import Studio
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import draw, make_palette, make_version

expect.set_options(timeout=15_000)  # machines of the tests are shared and slow


@pytest.fixture
def keepers() -> Literal["allow", "block"]:
    """Most walks here stop requests; those that load a page without a network ask for a keeper."""
    return "block"


@pytest.fixture
def unit() -> Facility:
    """A unit with four yarns and a designer."""
    found = make_facility()
    make_palette(found)
    make_user_as(Role.DESIGNER, found, "designer", password=PASSWORD)
    return found


@pytest.fixture
def version(unit: Facility) -> ChartVersion:
    """An empty sheet of 30 × 60 knots."""
    return make_version(unit)


@pytest.fixture
def studio(page: Page, version: ChartVersion, live_server: Any, sign_in: Callable[..., None]) -> Iterator[Studio]:
    """The studio, open before the designer."""
    sign_in(page, "designer", PASSWORD)
    found = Studio(page, live_server.url)
    found.open(version)
    yield found
    found.lift_barrier()  # the page may be closed


@pytest.fixture
def striped(studio: Studio, version: ChartVersion) -> Studio:
    """The studio with whole stripes of four colours."""
    studio.open(draw(version))
    return studio
