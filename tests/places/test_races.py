"""Two administrators at once on PostgreSQL: codes stay different, roles are not given twice."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.accounts.choices import Role
from nawl.kit.errors import NotPossible
from nawl.places import actions
from nawl.places.models import Facility, FacilityStatus, Posting
from tests.activities.test_races import at_once
from tests.factories.accounts import make_system_user, make_user
from tests.factories.places import make_district, make_facility

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_facilities_registered_at_once_get_different_codes() -> None:
    area, by = make_district(), make_system_user()
    acts = [
        lambda number=number: actions.open_facility(
            kind="centre", name_ar=f"مركز {number}", area=area, opened_on=date(2000, 1, 1), by=by
        )
        for number in range(8)
    ]
    codes = sorted(facility.code for facility in at_once(acts))
    assert codes == [f"SY1003-RDC-{number:02d}" for number in range(1, 9)]


def test_one_of_two_same_names_at_once_is_refused() -> None:
    area, by = make_district(), make_system_user()
    act = lambda: actions.open_facility(kind="unit", name_ar="وحدة", area=area, opened_on=date(2000, 1, 1), by=by)  # noqa: E731
    answers = at_once([act, act])
    assert sorted(type(answer).__name__ for answer in answers) == ["Facility", "NotPossible"]
    assert Facility.objects.unscoped("a test looks at everything").count() == 1


def test_a_role_given_twice_at_once_is_given_once() -> None:
    user, facility, by = make_user(), make_facility(), make_system_user()
    act = lambda: actions.post_user(user, Role.CENTRE_CLERK, facility=facility, by=by)  # noqa: E731
    answers = at_once([act] * 4)
    assert sum(isinstance(answer, NotPossible) for answer in answers) == 3
    assert Posting.objects.count() == 1


def test_a_facility_turned_twice_at_once_turns_once() -> None:
    facility, by = make_facility(), make_system_user()
    act = lambda: actions.change_state(facility, "suspended", reason="صيانة", by=by)  # noqa: E731
    answers = at_once([act, act])
    assert sum(isinstance(answer, NotPossible) for answer in answers) == 1
    assert FacilityStatus.objects.unscoped("a test looks at everything").count() == 2
