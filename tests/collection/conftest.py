"""A centre with its clinic and its clerk, for every test of registers."""

from __future__ import annotations

import pytest

from nawl.accounts.models import User
from nawl.activities.models import Activity
from nawl.places.models import Facility
from tests.factories.activities import make_activity
from tests.factories.places import make_facility, make_user_as


@pytest.fixture
def centre(db: None) -> Facility:
    return make_facility("SY1003-RDC-02", name_ar="مركز التنمية الريفية في صافيتا", name_en="Safita centre")


@pytest.fixture
def clinic(centre: Facility) -> Activity:
    return make_activity(centre, "health", title="عيادة المركز")


@pytest.fixture
def clerk(centre: Facility, clinic: Activity) -> User:
    return make_user_as("centre_clerk", centre, "clerk")
