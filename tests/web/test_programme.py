"""The director's page."""

from __future__ import annotations

import re
from datetime import date

import pytest

from nawl.places.models import Facility
from tests.factories.indicators import make_target
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as
from tests.web.conftest import DAYS, SignIn, serve


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_page_answers_with_a_sentence_and_key_figures(director, as_user: SignIn) -> None:
    answer = as_user(director, "en").get("/programme/?period=2022-H1")
    page = answer.context["page"]
    assert [figure.value for figure in page.figures][:1] == [5 * 2 * 2 * (3 + 2) + 35 * 2 * 2 * 3]
    assert "Centres and units served 520 persons." in text(answer)
    assert "They reached 2 governorates." in text(answer)


def test_the_page_is_arabic_first(director, as_user: SignIn) -> None:
    answer = as_user(director).get("/programme/?period=2022-H1")
    assert '<html lang="ar" dir="rtl"' in answer.content.decode()
    assert "استفاد 520 شخصاً من خدمات المراكز والوحدات." in text(answer).replace(" .", ".")


def test_the_alternative_centre_stands_apart_and_is_never_added(director, as_user: SignIn) -> None:
    answer = as_user(director, "en").get("/programme/?period=2022-H1")
    alternative = 450 * 2 * 2 * 3
    assert f"Alternative centres are shown apart: {alternative:,} persons, never added" in text(answer)
    assert f"{alternative + 520:,}" not in text(answer)


def test_without_records_of_the_period_before_the_page_says_so(director, as_user: SignIn) -> None:
    answer = as_user(director, "en").get("/programme/?period=2022-H1")
    assert "No records are kept for First half of 2021 and Second half of 2021" in text(answer)
    assert all(figure.change is None for figure in answer.context["page"].figures)


def test_targets_and_changes_stand_beside_the_figures(director, twins: dict[str, Facility], as_user: SignIn) -> None:
    make_target("people_served", value=1040)
    serve(twins["banyas"], "last year", days=(date(2021, 3, 1),))
    answer = as_user(director, "en").get("/programme/?period=2022-H1")
    people = answer.context["page"].figures[0]
    assert (people.target, people.change) == (1040, 520 - 20)
    assert "Target 1,040 , reached 50%" in text(answer)
    assert "against First half of 2021" in text(answer)


def test_the_default_period_is_the_newest_half_over_with_records(director, as_user: SignIn) -> None:
    assert as_user(director).get("/programme/").context["page"].question.period.code == "2022-H1"


def test_a_governorate_director_gets_the_governorate(tartous, as_user: SignIn) -> None:
    answer = as_user(tartous, "en").get("/programme/?period=2022-H1")
    page = answer.context["page"]
    assert page.question.place.code == "SY10"
    assert not page.tiles
    assert {bar.value for bar in page.bars} == {60, 40}
    assert "k-SY10" in answer.content.decode()


def test_late_facilities_are_named(director, twins: dict[str, Facility], as_user: SignIn) -> None:
    page = as_user(director, "en").get("/programme/?period=2022-H1").context["page"]
    assert [row.name for row in page.late.rows] == [str(twins["banyas"].name_en)]
    assert page.late.rows[0].days == "121 days"


def test_all_late_facilities_are_one_step_away(director, twins: dict[str, Facility], as_user: SignIn) -> None:
    for number in range(10, 19):
        make_facility(at=make_district("SY1003"), code=f"SY1003-RDC-{number}")
    client = as_user(director)
    for address in ("/", "/programme/?period=2022-H1"):
        page = client.get(address).context["page"]
        late = page.director.late if address == "/" else page.late
        assert (len(late.rows), late.more) == (8, 2)
        answer = client.get(late.url.replace("#late", ""))
        assert (len(answer.context["page"].late.rows), answer.context["page"].late.more) == (10, 0)
    assert "حتى 30 حزيران 2022" in text(answer)
    assert late.url in client.get("/programme/?period=2022-H1").content.decode().replace("&amp;", "&")


def test_a_period_that_is_not_over_is_compared_with_no_whole_one(
    director, twins: dict[str, Facility], as_user: SignIn
) -> None:
    answer = as_user(director, "en").get("/programme/?period=2022-07")
    assert all(figure.change is None for figure in answer.context["page"].figures)
    assert text(answer).count("The period is not over") == 1
    assert "nothing is compared" not in text(answer)


def test_a_month_that_is_not_due_is_neither_late_nor_complete(
    director, twins: dict[str, Facility], as_user: SignIn
) -> None:
    answer = as_user(director, "en").get("/programme/?period=2022-07")
    assert "No records are due yet" in text(answer)
    assert "complete" not in text(answer)


def test_persons_within_a_year_are_said_to_be_new(director, twins: dict[str, Facility], as_user: SignIn) -> None:
    assert "for the first time this year." in text(as_user(director, "en").get("/programme/?period=2022-Q2"))
    assert "for the first time this year." not in text(as_user(director, "en").get("/programme/?period=2022-Q1"))


def test_a_clerk_is_led_to_the_page_of_the_centre(clerk, twins: dict[str, Facility], as_user: SignIn) -> None:
    answer = as_user(clerk).get("/programme/")
    assert (answer.status_code, answer.url) == (302, f"/facilities/{twins['safita'].code}/")


@pytest.mark.parametrize("period", ["nonsense", "2022-H9", "2022-13"])
def test_a_period_that_cannot_be_read_is_refused(director, as_user: SignIn, period: str) -> None:
    assert as_user(director).get(f"/programme/?period={period}").status_code == 422


def test_a_period_without_any_record_says_so(director, as_user: SignIn) -> None:
    answer = as_user(director, "en").get("/programme/?period=2020-H1")
    assert "Nothing was recorded at centres and units in this period." in text(answer)


def test_whoever_has_no_posting_gets_an_empty_page(db: None, as_user: SignIn) -> None:
    from tests.factories.accounts import make_user
    from tests.factories.indicators import make_indicators

    make_indicators()
    answer = as_user(make_user()).get("/programme/")
    assert answer.status_code == 200


@pytest.mark.parametrize("who", ["programme", "governorate"])
def test_the_number_of_queries_does_not_grow_with_the_network(
    db: None, as_user: SignIn, django_assert_max_num_queries, who: str
) -> None:
    from tests.factories.indicators import make_indicators

    make_indicators()
    user = (
        make_user_as("programme_director")
        if who == "programme"
        else make_user_as("governorate_director", make_governorate("SY10"))
    )
    counts, client = [], as_user(user)
    for size in (2, 28):
        for _number in range(size):
            serve(make_facility(at=make_district("SY1003")), days=DAYS[:3])
        with django_assert_max_num_queries(20) as captured:
            assert client.get("/programme/?period=2022-H1").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
