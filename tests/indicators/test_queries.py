"""Values of indicators: their basis, their queries, their comparison, their scope."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from nawl.indicators import queries
from nawl.indicators.rules import BasisNote, Change
from nawl.kit.errors import NotFound, NotPossible
from nawl.kit.periods import Period, parse_period
from tests.factories.accounts import make_user
from tests.factories.indicators import make_target
from tests.factories.places import make_area, make_country, make_district, make_governorate, make_user_as
from tests.indicators.conftest import World

H1 = Period.half(2022, 1)


def test_a_value_carries_its_basis_period_and_place(world: World) -> None:
    world.load(world.count(first_visits=2))
    value = queries.value("people_served", queries.home_of(world.system), H1, user=world.system)
    assert (value.number, value.note, value.period, value.place.level) == (
        2,
        BasisNote.EACH_PERSON_ONCE,
        H1,
        "programme",
    )
    assert not value.is_partial
    assert queries.value("people_served", value.place, parse_period("2022-H2"), user=world.system).is_partial


def test_nothing_recorded_is_not_nought(world: World) -> None:
    world.load(world.count(contacts=3, first_visits=0))
    home = queries.home_of(world.system)
    assert queries.value("people_served", home, H1, user=world.system).number == 0
    assert not queries.value("people_served", home, parse_period("2021"), user=world.system).has_records


def test_alternative_centres_are_never_part_of_centres_and_units(world: World) -> None:
    world.load(world.count(0, first_visits=2), world.count(5, contacts=9, first_visits=7))
    found = queries.values(
        ["people_served", "people_served_alternative"], queries.home_of(world.system), H1, user=world.system
    )
    assert [value.number for value in found.values()] == [2, 7]


def test_a_share_shows_its_part_and_whole(world: World) -> None:
    world.load(world.count(sex="f", first_visits=3), world.count(sex="m", first_visits=5))
    value = queries.value("women_served_share", queries.home_of(world.system), H1, user=world.system)
    assert (value.number, value.part, value.whole) == (Decimal("0.375"), 3, 8)


def test_all_figures_of_the_same_facts_take_one_query(world: World, django_assert_num_queries) -> None:
    world.load(world.count())
    home = queries.home_of(world.system)
    codes = list(queries.cards())
    with django_assert_num_queries(2):  # the definitions; the numbers
        queries.values(codes, home, H1, user=world.system)
    with django_assert_num_queries(3):  # the definitions; the numbers; the governorates' names
        queries.breakdown("people_served", home, H1, ("governorate", "sex"), user=world.system)
    with django_assert_num_queries(3):  # the definitions; the months; the whole, for months overlap
        queries.breakdown("activities_carried_out", home, H1, ("month",), user=world.system)


def test_a_series_shows_each_month_that_has_begun_also_those_without_records(world: World) -> None:
    world.load(world.count(on=date(2022, 2, 3), contacts=4), world.count(on=date(2022, 7, 5), contacts=6))
    found = queries.series("services_delivered", queries.home_of(world.system), parse_period("2022"), user=world.system)
    months = [(part.key, part.number) for part in found.parts]
    assert months == [(f"2022-0{n}", {2: 4, 7: 6}.get(n)) for n in range(1, 8)]
    assert found.parts[1].address == "period=2022-02"


def test_a_figure_stands_beside_the_period_before_that_counts_alike(world: World) -> None:
    world.load(
        world.count(on=date(2021, 3, 1), contacts=5, first_visits=4),
        world.count(on=date(2021, 9, 1), contacts=2, first_visits=1),
        world.count(on=date(2022, 3, 1), contacts=9, first_visits=6),
    )
    home = queries.home_of(world.system)
    found = queries.with_comparison(["people_served", "services_delivered"], home, H1, user=world.system)
    people, services = found["people_served"], found["services_delivered"]
    assert (people.before.period, people.change) == (parse_period("2021-H1"), Change(2, Decimal("0.5")))
    assert (services.before.period, services.change) == (parse_period("2021-H2"), Change(7, Decimal("3.5")))


def test_without_earlier_records_there_is_no_change(world: World) -> None:
    world.load(world.count())
    found = queries.with_comparison(["people_served"], queries.home_of(world.system), H1, user=world.system)
    assert found["people_served"].change is None
    assert not found["people_served"].before.has_records


def test_a_target_belongs_to_its_place_and_period(world: World) -> None:
    world.load(world.count(first_visits=4, contacts=8))
    make_target("people_served", value=8)
    make_target("people_served", value=5, area=make_governorate("SY10"))
    found = {
        code: queries.with_comparison(
            ["people_served"], queries.place_called(code, world.system), H1, user=world.system
        )["people_served"]
        for code in ("", "SY10", "SY13", "SY1003")
    }
    assert {code: one.goal.value if one.goal else None for code, one in found.items()} == {
        "": 8,
        "SY10": 5,
        "SY13": None,
        "SY1003": None,
    }
    assert found[""].reached == Decimal("0.5")


def test_figures_keep_to_the_readers_scope(world: World) -> None:
    world.load(world.count(0, contacts=3), world.count(4, contacts=50))
    director = make_user_as("governorate_director", make_governorate("SY10"))
    clerk = make_user_as("centre_clerk", world.activities[2].facility)
    homes = {user: queries.home_of(user) for user in (director, clerk)}
    numbers = {user: queries.value("services_delivered", home, H1, user=user).number for user, home in homes.items()}
    assert [home.code for home in homes.values()] == ["SY10", "SY1002-RIU-01"]
    assert numbers == {director: 3, clerk: None}


@pytest.mark.parametrize("code", ["SY", "SY13", "SY1300", "SY1300-RDC-01", "SY99", "nonsense"])
def test_another_governorates_place_does_not_exist(world: World, code: str) -> None:
    director = make_user_as("governorate_director", make_governorate("SY10"))
    with pytest.raises(NotFound, match="place_not_found"):
        queries.place_called(code, director)


def test_whoever_has_no_posting_sees_no_figure(world: World) -> None:
    world.load(world.count())
    nobody = make_user()
    assert queries.value("people_served", queries.home_of(nobody), H1, user=nobody).number is None


def test_an_unknown_indicator_is_not_found(world: World) -> None:
    with pytest.raises(NotFound, match="indicator_unknown"):
        queries.card("nothing")
    with pytest.raises(NotFound, match="indicator_unknown"):
        queries.value("nothing", queries.home_of(world.system), H1, user=world.system)


def test_a_figure_is_not_parted_by_what_it_does_not_declare(world: World) -> None:
    home = queries.home_of(world.system)
    with pytest.raises(NotPossible, match="cannot_be_parted_by"):
        queries.breakdown("facilities_active", home, H1, ("sex",), user=world.system)
    with pytest.raises(NotPossible, match="cannot_be_parted_by"):
        queries.value("women_served_share", home, H1, user=world.system, where={"sex": "f"})


def test_the_period_to_show_first_is_the_newest_half_over_with_records(world: World) -> None:
    assert queries.default_period(world.system) == parse_period("2022-H2")
    world.load(world.count(on=date(2022, 7, 3)))
    assert queries.default_period(world.system) == parse_period("2022-H2")
    world.load(world.count(on=date(2021, 8, 3)))
    assert queries.default_period(world.system) == parse_period("2021-H2")
    world.load(world.count(on=date(2022, 5, 3)))
    assert queries.default_period(world.system) == H1


def test_the_whole_of_things_counted_once_is_asked_for_itself(world: World) -> None:
    world.load(
        world.count(0, on=date(2022, 1, 3)), world.count(0, on=date(2022, 2, 3)), world.count(2, on=date(2022, 2, 3))
    )
    found = queries.breakdown(
        "activities_carried_out", queries.home_of(world.system), H1, ("month",), user=world.system
    )
    assert [part.number for part in found.parts] == [1, 2]
    assert (found.total.number, found.adds_up) == (2, False)


def test_the_parts_of_nothing_have_an_address_too(world: World) -> None:
    world.load(world.count(0, contacts=3), world.count(1, contacts=4))
    home = queries.home_of(world.system)
    found = queries.breakdown("services_delivered", home, H1, ("partner",), user=world.system)
    without = next(part for part in found.parts if part.key == "-")
    assert (without.number, without.address) == (3, "period=2022-H1&partner=-")
    narrowed = queries.value("services_delivered", home, H1, user=world.system, where={"partner": "-"})
    assert narrowed.number == 3
    assert queries.records("services_delivered", home, H1, {"partner": "-"}, user=world.system).count() == 1


def test_a_posting_below_the_districts_or_at_the_country_is_all_that_its_reader_sees(world: World) -> None:
    world.load(world.count(0, contacts=3), world.count(4, contacts=50))
    below = make_area("SY100300", 3, parent=make_district("SY1003"), name_ar="مركز صافيتا")
    numbers = {}
    for area in (below, make_country()):
        reader = make_user_as("governorate_director", area)
        home = queries.home_of(reader)
        numbers[home.level, home.name] = queries.value("services_delivered", home, H1, user=reader).number
    assert numbers == {("places", "مركز صافيتا"): None, ("programme", "سورية"): 53}
