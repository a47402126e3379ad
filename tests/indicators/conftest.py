"""Places, activities and the system's hand that figures are counted with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from nawl.accounts.models import User
from nawl.activities.models import Activity, Service
from tests.factories.accounts import make_system_user
from tests.factories.activities import make_activity, make_service
from tests.factories.indicators import RawTally, load_raw, make_indicators
from tests.factories.partners import make_organisation
from tests.factories.places import make_district, make_facility


@dataclass(frozen=True)
class World:
    """A small programme: two governorates, four facilities of three kinds, six activities, three services."""

    system: User
    activities: tuple[Activity, ...]
    services: tuple[Service, ...]

    def count(
        self, activity: int = 0, on: date = date(2022, 3, 1), contacts: int = 5, first_visits: int = 2, **cell: str
    ) -> RawTally:
        """Return a cell of one of the activities."""
        service = self.services[int(cell.pop("service", "0"))]
        sex, age_band = cell.get("sex", "f"), cell.get("age_band", "18-29")
        return RawTally(self.activities[activity], on, service, sex, age_band, contacts, first_visits)

    def load(self, *cells: RawTally) -> None:
        """Write the cells."""
        load_raw(cells)


@pytest.fixture
def world(db: None) -> World:
    """A small programme without records."""
    make_indicators()
    safita = make_facility(at=make_district("SY1003"))
    banyas = make_facility(at=make_district("SY1002"), kind="unit")
    suwayda = make_facility(at=make_district("SY1300"))
    alternative = make_facility(at=make_district("SY1302"), kind="alternative")
    partner = make_organisation()
    activities = (
        make_activity(safita, "health"),
        make_activity(safita, "vocational-training", partner=partner),
        make_activity(banyas, "health"),
        make_activity(banyas, "vocational-training"),
        make_activity(suwayda, "health"),
        make_activity(alternative, "health", partner=partner),
    )
    services = (make_service("medical-checkup"), make_service("kindergarten-day"), make_service("carpet-training"))
    return World(make_system_user(), activities, services)
