"""Every factory of the registers builds its record."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.accounts.choices import Role
from nawl.places.models import Facility
from tests.factories.accounts import make_system_user, make_user
from tests.factories.partners import make_agreement
from tests.factories.places import make_facility, make_governorate, make_subdistrict, make_user_as, make_workshop, post

pytestmark = pytest.mark.django_db


def test_a_facility_comes_with_its_place_and_code() -> None:
    first, second = make_facility(), make_facility()
    assert (first.code, second.code) == ("SY1003-RDC-01", "SY1003-RDC-02")
    assert first.place_path == "SY/SY10/SY1003/"
    assert first.governorate.name_ar == "طرطوس"
    assert make_facility(at=make_governorate("SY13"), kind="unit").code == "SY13-RIU-01"
    assert make_facility(at=make_subdistrict()).place_path == "SY/SY10/SY1003/SY100300/"


def test_a_posting_gives_a_scope_at_once() -> None:
    facility, elsewhere = make_facility(), make_facility(at=make_governorate("SY13"))
    user = make_user()
    assert not Facility.objects.visible_to(user).exists()
    post(user, Role.CENTRE_CLERK, facility)
    assert set(Facility.objects.visible_to(user)) == {facility}
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY13"))
    assert set(Facility.objects.visible_to(director)) == {elsewhere}
    assert Facility.objects.visible_to(make_system_user()).count() == 2


def test_an_agreement_names_its_facilities() -> None:
    facility = make_facility(kind="alternative")
    make_workshop(facility)
    agreement = make_agreement(facilities=[facility], starts_on=date(2021, 5, 1))
    named = agreement.facilities.unscoped("a test reads it")
    assert list(named) == [facility]
