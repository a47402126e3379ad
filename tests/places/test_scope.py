"""Scope fails closed: a scoped table answers nobody until it is told who asks; then exactly what postings cover."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.places.choices import Level
from nawl.places.models import Area, Facility, FacilityStatus, Posting
from nawl.places.scope import ScopeMissing, scope_of
from tests.conftest import TODAY
from tests.factories.accounts import make_system_user, make_user
from tests.factories.places import make_district, make_facility, make_governorate, make_subdistrict, make_user_as, post

PLACES = ("SY10", "SY1002", "SY1003", "SY100300", "SY13", "SY1300")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "read",
    [
        list,
        len,
        bool,
        lambda rows: rows.count(),
        lambda rows: rows.exists(),
        lambda rows: rows.first(),
        lambda rows: rows.get(pk=1),
        lambda rows: rows.filter(code="x").last(),
        lambda rows: list(rows.values_list("code")),
        lambda rows: list(rows.iterator()),
        lambda rows: rows.aggregate(),
        lambda rows: rows.update(code="x"),
        lambda rows: rows.delete(),
        lambda rows: rows.in_bulk(),
        lambda rows: rows.contains(Facility()),
        lambda rows: rows[0],
        lambda rows: list(rows.union(rows)),
        lambda rows: list(rows.none() | rows),
        lambda rows: list(FacilityStatus.objects.unscoped("test").filter(facility__in=rows)),
    ],
)
def test_a_scoped_table_refuses_to_be_read_blindly(read) -> None:
    make_facility()
    with pytest.raises((ScopeMissing, ValueError)):
        read(Facility.objects.all())


@pytest.mark.django_db
def test_what_hangs_on_a_facility_is_scoped_too() -> None:
    facility = make_facility()
    with pytest.raises(ScopeMissing):
        list(facility.statuses.all())
    assert facility.statuses.visible_to(make_system_user()).count() == 1
    assert facility.statuses.visible_to(make_user()).count() == 0


@pytest.mark.django_db
def test_who_is_not_active_sees_nothing() -> None:
    facility = make_facility()
    user = make_user_as(Role.ADMINISTRATOR, is_active=False)
    assert not Facility.objects.visible_to(user).exists()
    assert not scope_of(user).covers_path(facility.place_path)


@pytest.mark.django_db
def test_joined_answers_both_know_their_reader() -> None:
    here, there = make_facility(), make_facility(at=make_governorate("SY13"))
    clerk = make_user_as(Role.CENTRE_CLERK, here)
    seen = Facility.objects.visible_to(clerk)
    assert set(seen | seen.filter(code="x")) == {here}
    with pytest.raises(ScopeMissing):
        list(seen | Facility.objects.filter(pk=there.pk))


def oracle(user: User, facility: Facility) -> bool:
    """Say by plain reading whether a user sees a facility: the independent answer."""
    for posting in Posting.objects.filter(user=user):
        if posting.starts_on > TODAY or (posting.ends_on and posting.ends_on < TODAY):
            continue
        if posting.facility_id is None and posting.area_id is None:
            return True
        if posting.facility_id == facility.pk:
            return True
        area = facility.area
        while area is not None:
            if area.pk == posting.area_id:
                return True
            area = area.parent
    return False


def _area(pcode: str) -> Area:
    make = {2: make_governorate, 4: make_district, 6: make_subdistrict}[len(pcode) - 2]
    return make(pcode)


POSTINGS = st.lists(
    st.tuples(
        st.sampled_from(["nation", "area", "facility"]),
        st.sampled_from(PLACES),
        st.integers(-40, 5),
        st.one_of(st.none(), st.integers(0, 60)),
    ),
    max_size=4,
)


class TheScopeIsTheOracle(TestCase):
    """Whatever the postings are, `visible_to` answers as the plain reading does."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=6), POSTINGS)
    def test_visible_is_what_postings_cover(
        self, places: list[str], postings: list[tuple[str, str, int, int | None]]
    ) -> None:
        facilities = [make_facility(at=_area(pcode)) for pcode in places]
        user = make_user()
        for number, (kind, pcode, start, length) in enumerate(postings):
            starts_on = TODAY + timedelta(days=start)
            ends_on = None if length is None else starts_on + timedelta(days=length)
            at = {"nation": None, "area": _area(pcode), "facility": facilities[number % len(facilities)]}[kind]
            post(user, Role.CENTRE_CLERK, at, starts_on=starts_on, ends_on=ends_on)
        expected = {facility.pk for facility in facilities if oracle(user, facility)}
        assert set(Facility.objects.visible_to(user).values_list("pk", flat=True)) == expected
        assert Facility.objects.visible_to(user).count() == len(expected)


@pytest.mark.django_db
def test_a_posting_covers_its_first_and_its_last_day() -> None:
    facility = make_facility()
    for starts_on, ends_on, sees in [
        (TODAY, TODAY, True),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=1), False),
        (TODAY + timedelta(days=1), None, False),
        (date(2020, 1, 1), None, True),
    ]:
        user = make_user()
        post(user, Role.PARTNER, facility, starts_on=starts_on, ends_on=ends_on)
        assert Facility.objects.visible_to(user).exists() is sees


@pytest.mark.django_db
def test_a_code_that_another_begins_with_is_not_covered() -> None:
    make_governorate("SY10")
    longer = Area.objects.create(
        pcode="SY1", level=Level.GOVERNORATE, parent=Area.objects.get(pcode="SY"), path="SY/SY1/", name_ar="قصير"
    )
    facility = make_facility()
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, longer)
    assert not Facility.objects.visible_to(director).filter(Q(pk=facility.pk)).exists()
