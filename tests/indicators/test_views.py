"""Pages of the indicators."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from nawl.accounts.models import User
from tests.factories.activities import cell, make_activity, make_tallies
from tests.factories.indicators import make_target
from tests.factories.places import make_facility, make_governorate, make_user_as
from tests.indicators.conftest import World


def browser(user: User, language: str = "en") -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["nawl_language"] = language
    return client


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def director(world: World) -> User:
    world.load(
        *(world.count(n, on=date(2022, 3, 1), contacts=10 * (n + 1), first_visits=n + 1) for n in range(6)),
        world.count(0, on=date(2022, 5, 2), contacts=8, first_visits=4, sex="m"),
        world.count(0, on=date(2022, 7, 2), contacts=8, first_visits=4),
    )
    return make_user_as("programme_director")


def test_the_catalogue_lists_every_indicator_with_its_number(director: User) -> None:
    page = browser(director).get("/indicators/?period=2022-H1").context["page"]
    lines = {line.name: line.number for shelf in page.shelves for line in shelf.lines}
    assert lines["People served"] == str(1 + 2 + 3 + 4 + 5 + 4)
    assert lines["People served by alternative centres"] == "6"
    assert len(page.fields) == 6


def test_the_catalogue_is_arabic_first(director: User) -> None:
    answer = browser(director, "ar").get("/indicators/")
    assert "المستفيدون من الخدمات" in answer.content.decode()
    assert "People served" not in text(answer)


def test_an_indicator_says_how_it_is_counted_and_how_it_stands(director: User) -> None:
    make_target("people_served", value=40)
    answer = browser(director).get("/indicators/people_served/?period=2022-H1")
    page = answer.context["page"]
    assert page.number == "19"
    assert [(bar.label, bar.value) for bar in page.places] == [("Tartous", 14), ("As-Sweida", 5)]
    assert [month.number for month in page.months] == ["–", "–", "15", "–", "4", "–"]
    assert [goal.number for goal in page.goals] == ["40"]
    assert "activities.first_visits" in text(answer)


@pytest.mark.parametrize("path", ["/indicators/nothing/", "/figures/nothing/", "/figures/people_served/?place=SY99"])
def test_what_does_not_exist_is_a_clear_404(director: User, path: str) -> None:
    answer = browser(director).get(path)
    assert answer.status_code == 404
    assert "SY99" in text(answer) or "nothing" in text(answer)


def test_a_figure_leads_to_its_parts_and_records_in_one_step(director: User) -> None:
    answer = browser(director).get("/figures/people_served/?period=2022-H1")
    page = answer.context["page"]
    assert page.heading == "19 persons"
    assert [(row.label, row.number) for row in page.rows] == [("Tartous", "14"), ("As-Sweida", "5")]
    assert page.adds_up
    assert len(page.records) == 4
    assert sum(record.number for record in page.records) == 19
    assert page.records[0].url == "/facilities/SY1003-RDC-01/days/2022-05-02/"
    assert page.records[0].url in answer.content.decode()


def test_the_way_down_goes_from_governorate_to_facility_to_days(director: User) -> None:
    client = browser(director)
    page = client.get("/figures/people_served/?period=2022-H1").context["page"]
    for place, by in (("SY10", "District"), ("SY1003", "Centre or unit"), ("SY1003-RDC-01", "Month")):
        row = next(row for row in page.rows if row.code == place)
        page = client.get(row.url).context["page"]
        assert (page.value.place.code, page.column) == (place, by)
    assert page.value.number == 3 + 4
    assert [crumb.label for crumb in page.crumbs][:3] == ["All governorates", "Tartous", "Safita"]
    assert [record.on for record in page.records] == [date(2022, 5, 2), date(2022, 3, 1)]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("sex", [("Female", "15"), ("Male", "4")]),
        ("month", [("March 2022", "15"), ("May 2022", "4")]),
        ("facility_kind", [("rural development centre", "12"), ("rural industries unit", "7")]),
        ("age_band", [("18 to 29", "19")]),
        ("partner", [("Without a partner", "17"), ("Society ORG-1", "2")]),
    ],
)
def test_a_figure_is_parted_by_what_a_chip_says(director: User, by: str, rows: list[tuple[str, str]]) -> None:
    page = browser(director).get(f"/figures/people_served/?period=2022-H1&by={by}").context["page"]
    assert [(row.label, row.number) for row in page.rows] == rows
    assert next(choice.href for choice in page.columns if choice.on)


def test_a_part_narrows_the_figure_and_a_chip_takes_it_away(director: User) -> None:
    client = browser(director)
    page = client.get("/figures/people_served/?period=2022-H1&by=sex").context["page"]
    narrowed = client.get(page.rows[1].url).context["page"]
    assert narrowed.heading == "4 persons"
    assert [choice.label for choice in narrowed.conditions] == ["Sex: Male"]
    assert "Sex" not in [choice.label for choice in narrowed.columns]
    assert client.get(narrowed.conditions[0].href).context["page"].heading == "19 persons"


def test_overlapping_parts_are_not_added(director: User) -> None:
    answer = browser(director).get("/figures/activities_carried_out/?period=2022-H1&by=month")
    page = answer.context["page"]
    assert (page.total, page.adds_up) == ("5", False)
    assert [row.number for row in page.rows] == ["5", "1"]
    assert "One activity may stand in several parts" in text(answer)


def test_a_share_shows_both_its_numbers(director: User) -> None:
    answer = browser(director).get("/figures/women_served_share/?period=2022-H1")
    page = answer.context["page"]
    assert (page.heading, page.part, page.whole) == ("78.9%", "15", "19")
    assert [row.of for row in page.rows] == ["5 of 5", "10 of 14"]


def test_a_running_period_says_that_its_number_will_change(director: User) -> None:
    assert "The period is not over" in text(browser(director).get("/figures/people_served/?period=2022-H2"))
    assert "The period is not over" not in text(browser(director).get("/figures/people_served/?period=2022-H1"))


def test_a_later_period_says_what_its_persons_are(director: User) -> None:
    answer = browser(director).get("/figures/people_served/?period=2022-Q2")
    assert "Persons served for the first time this year" in text(answer)


def test_nothing_recorded_is_said_so(director: User) -> None:
    page = browser(director).get("/figures/people_served/?period=2020").context["page"]
    assert page.heading == "No records"
    assert not page.rows


@pytest.mark.parametrize(
    "path",
    ["/figures/people_served/?period=2022-H1&by=facility", "/indicators/people_served/", "/indicators/"],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(
    world: World, director: User, django_assert_max_num_queries, path: str
) -> None:
    counts, client = [], browser(director)
    for day in (3, 4, 5):
        with django_assert_max_num_queries(12) as captured:
            assert client.get(path).status_code == 200
        counts.append(len(captured))
        world.load(*(world.count(n, on=date(2022, 4, day), service=str(day % 3)) for n in range(6)))
    assert len(set(counts)) == 1


def test_records_are_paged(world: World, director: User) -> None:
    world.load(*(world.count(0, on=date(2022, 4, day), first_visits=1) for day in range(1, 25)))
    client = browser(director)
    first = client.get("/figures/people_served/?period=2022-H1").context["page"]
    second = client.get("/figures/people_served/?period=2022-H1&page=2").context["page"]
    assert (len(first.records), len(second.records)) == (20, 8)


@pytest.mark.parametrize(
    "query",
    [
        "sex=q",
        "activity=a b",
        "period=1990..2030",
        "period=1990-01-01..2022-06-30",
        "sex=f,q",
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(director: User, query: str) -> None:
    answer = browser(director, "ar").get(f"/figures/people_served/?{query}")
    assert answer.status_code == 422
    assert answer.content.decode().count("<h1") == 1


@pytest.mark.parametrize("place", ["SY10~", "-- drop", "x" * 80])
def test_a_place_that_cannot_be_is_not_found(director: User, place: str) -> None:
    for path in ("/figures/people_served/", "/indicators/", "/programme/"):
        assert browser(director).get(f"{path}?place={place}").status_code == 404


def test_a_long_period_has_a_table_without_a_chart(world: World, director: User) -> None:
    world.load(world.count(0, on=date(2019, 3, 1)))
    client = browser(director)
    page = client.get("/indicators/services_delivered/?period=2019-01-01..2022-06-30").context["page"]
    assert page.drawing is None
    assert len(page.months) == 42
    assert client.get("/programme/?period=2019-01-01..2022-06-30").status_code == 200


def test_what_lies_in_no_district_has_its_part_and_its_records(world: World, director: User) -> None:
    activity = make_activity(make_facility(at=make_governorate("SY14")))
    make_tallies(activity, [cell(activity, 6, 2)], on=date(2022, 6, 1))
    client = browser(director)
    page = client.get("/figures/people_served/?period=2022-H1&place=SY14").context["page"]
    (row,) = page.rows
    assert (row.code, row.number, page.column) == ("-", "2", "District")
    page = client.get(row.url).context["page"]
    assert (page.value.place.code, page.value.number, page.column) == ("SY14", 2, "Centre or unit")
    assert [choice.label for choice in page.conditions] == ["District: Not recorded"]
    assert [record.facility_code for record in page.records] == [activity.facility.code]
