"""A draft from live records: the figures of the indicators, the right places, within the reader's scope."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.kit.errors import NotFound
from nawl.kit.periods import Period
from nawl.reports.queries import draft
from tests.factories.accounts import make_system_user
from tests.factories.indicators import make_target
from tests.reports.conftest import H1, World


def test_figures_are_those_of_the_records(world: World) -> None:
    data = draft(H1, "", user=world.director)
    assert data.totals.people == 34
    assert data.totals.services == 90
    assert data.totals.activities == 3
    assert data.totals.facilities == 3


def test_the_alternative_centre_is_apart_with_its_partner(world: World) -> None:
    data = draft(H1, "", user=world.director)
    (centre,) = data.alternatives
    assert centre.facility.counts.people == 50
    assert centre.facility.counts.services == 90
    assert centre.partner.ar == "جمعية ORG-1"
    assert sum(line.counts.people or 0 for line in centre.months) == 50
    assert centre.facility.code not in {facility.code for facility in data.facilities}


def test_parts_add_up_where_they_may(world: World) -> None:
    data = draft(H1, "", user=world.director)
    for lines in (data.places, data.types, data.months):
        assert sum(line.counts.people or 0 for line in lines) == data.totals.people
    assert sum(part.counts.services or 0 for part in data.sexes) == data.totals.services
    assert sum(facility.counts.people or 0 for facility in data.facilities) == data.totals.people


def test_every_governorate_stands_in_the_table(world: World) -> None:
    data = draft(H1, "", user=world.director)
    assert [line.key for line in data.places] == ["SY10", "SY13"]
    assert [line.name.ar for line in data.places] == ["طرطوس", "السويداء"]


def test_a_governorate_has_its_own_districts_and_facilities(world: World) -> None:
    data = draft(H1, "SY10", user=world.director)
    assert data.place.code == "SY10"
    assert [line.key for line in data.places] == ["SY1003", "SY1002"]
    assert data.totals.people == 31
    assert {facility.governorate_code for facility in data.facilities} == {"SY10"}
    assert data.alternatives == ()


def test_without_a_code_it_is_the_readers_own_place(world: World) -> None:
    assert draft(H1, "", user=world.tartous).place.code == "SY10"


def test_another_governorate_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        draft(H1, "SY13", user=world.tartous)


@pytest.mark.parametrize("place", ["SY1003", "SY1003-RDC-01"])
def test_districts_and_facilities_have_no_report(world: World, place: str) -> None:
    with pytest.raises(NotFound) as refused:
        draft(H1, place, user=world.director)
    assert refused.value.code == "report_place_unfit"


def test_the_target_of_the_place_and_period_is_taken(world: World) -> None:
    make_target("people_served", H1, 50)
    assert draft(H1, "", user=world.director).figure("people").target == 50
    assert draft(Period.quarter(2022, 1), "", user=world.director).figure("people").target is None


def test_an_earlier_period_without_records_is_no_nought(world: World) -> None:
    figure = draft(H1, "", user=world.director).figure("services")
    assert figure.before is None
    assert figure.before_period == ""


def test_the_second_quarter_is_compared_with_the_first(world: World) -> None:
    figure = draft(Period.quarter(2022, 2), "", user=world.director).figure("services")
    assert (figure.before, figure.before_period) == (82, "2022-Q1")


def test_facilities_that_were_closed_before_are_not_listed(world: World) -> None:
    facility = world.activities[2].facility
    facility.closed_on = date(2021, 12, 31)
    facility.save()
    data = draft(H1, "", user=world.director)
    assert facility.code not in {found.code for found in data.facilities}


def test_a_running_period_has_only_the_months_that_began(world: World) -> None:
    data = draft(Period.half(2022, 2), "", user=world.director)
    assert [line.key for line in data.months] == ["2022-07"]


def test_demonstration_data_are_marked(world: World, settings: object) -> None:
    settings.NAWL_SYNTHETIC = True  # type: ignore[attr-defined]  # the fixture
    data = draft(H1, "", user=make_system_user())
    assert data.is_synthetic
    assert data.alternatives[0].is_approximate


def test_a_draft_takes_a_fixed_number_of_queries(world: World, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(32):  # type: ignore[operator]  # the fixture
        draft(H1, "", user=world.director)
