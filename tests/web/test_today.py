"""Everyone's first page."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from nawl.activities.models import ServiceDay
from nawl.collection import actions
from nawl.indicators.actions import set_target
from nawl.indicators.queries import home_of, value
from nawl.kit.periods import Period
from nawl.places.models import Facility
from nawl.ui.reader import Reader, reading_as
from nawl.web.pages.today import _of_period
from tests.factories.accounts import make_user
from tests.factories.indicators import make_indicators
from tests.factories.places import make_district, make_facility, make_user_as, post
from tests.factories.registers import HEADINGS, as_csv, line
from tests.web.conftest import DAYS, SignIn, serve
from tests.web.test_programme import text


def test_a_clerk_goes_on_recording_today(clerk, twins: dict[str, Facility], as_user: SignIn) -> None:
    answer = as_user(clerk, "en").get("/")
    here = answer.context["page"].facilities[0]
    assert "Thursday 14 July 2022" in text(answer)
    assert here.act == "Recording today's services"
    assert here.url == f"/facilities/{twins['safita'].code}/days/2022-07-14/"
    assert here.url in answer.content.decode()


def test_what_was_recorded_today_is_said(clerk, twins: dict[str, Facility], as_user: SignIn) -> None:
    serve(twins["safita"], "today", days=(date(2022, 7, 14),))
    here = as_user(clerk, "en").get("/").context["page"].facilities[0]
    assert "40" in here.sentence
    assert here.act == "Going on with today's services"


def test_days_without_a_record_wait_first_then_open_days(clerk, as_user: SignIn) -> None:
    waiting = as_user(clerk, "en").get("/").context["page"].facilities[0].waiting
    assert [one.title for one in waiting] == ["8 days of this month have no record", "1 day is not closed yet"]
    assert waiting[0].is_late
    assert waiting[1].url.endswith("/days/2022-07-12/")


def test_a_few_days_without_a_record_are_named(clerk, twins: dict[str, Facility], as_user: SignIn) -> None:
    days = [date(2022, 7, day) for day in (3, 4, 5, 6, 7, 10, 11)]
    for day in days:
        ServiceDay.objects.create(facility=twins["safita"], occurred_on=day, closed_at=timezone.now())
    waiting = as_user(clerk, "en").get("/").context["page"].facilities[0].waiting
    assert waiting[0].title == "Nothing is recorded for 13 July"


def test_a_director_reads_what_is_late_and_what_changed(director, twins: dict[str, Facility], as_user: SignIn) -> None:
    answer = as_user(director, "en").get("/")
    page = answer.context["page"]
    assert page.director is not None
    assert "520" in page.director.sentence
    assert [row.name for row in page.director.late.rows] == [twins["banyas"].name_en]
    assert "No report has been issued yet." in text(answer)
    assert not page.facilities


def test_a_governorate_directors_figure_names_its_governorate(
    tartous, director, twins: dict[str, Facility], as_user: SignIn
) -> None:
    answer = as_user(tartous).get("/")
    assert "حال محافظة طرطوس" in text(answer)
    assert "حال البرنامج" not in text(answer)
    assert "لم يصدر بعد تقرير عن محافظتك." in text(answer)
    assert "حال البرنامج" in text(as_user(director).get("/"))


def test_persons_of_a_later_half_are_said_to_be_new(db: None) -> None:
    make_indicators()
    user = make_user_as("programme_director")
    serve(make_facility(at=make_district("SY1003")))
    for period, is_new in ((Period.half(2022, 2), True), (Period.half(2022, 1), False)):
        with reading_as(Reader("en", "western")):
            said = _of_period(value("people_served", home_of(user), period, user=user))
        assert ("for the first time this year" in said) is is_new


def test_a_target_in_the_feed_names_its_period_in_words(director, as_user: SignIn) -> None:
    set_target("people_served", Period.half(2022, 1), 1000, by=director)
    answer = text(as_user(director).get("/"))
    assert "النصف الأول من عام 2022" in answer.split("حُدّد هدف", 1)[1]
    assert "2022-H1" not in answer


def test_an_administrator_reads_what_is_kept(twins: dict[str, Facility], as_user: SignIn) -> None:
    page = as_user(make_user_as("administrator"), "en").get("/").context["page"]
    assert {line.label: line.count for line in page.kept}["Centres and units"] == 4


def test_whoever_has_no_posting_is_told_so(db: None, as_user: SignIn) -> None:
    assert "You have no posting today" in text(as_user(make_user(), "en").get("/"))


def test_two_postings_show_two_parts(clerk, twins: dict[str, Facility], as_user: SignIn) -> None:
    post(clerk, "governorate_director", twins["safita"].governorate)
    page = as_user(clerk).get("/").context["page"]
    assert page.facilities
    assert page.director is not None


@pytest.mark.parametrize("role", ["centre_clerk", "programme_director", "administrator"])
def test_the_number_of_queries_is_fixed(
    twins: dict[str, Facility], as_user: SignIn, django_assert_max_num_queries, role: str
) -> None:
    user = make_user_as(role, twins["safita"] if role == "centre_clerk" else None)
    counts, client = [], as_user(user)
    for size in (0, 12):
        for _number in range(size):
            serve(make_facility(at=make_district("SY1302")), days=DAYS)
        with django_assert_max_num_queries(20) as captured:
            client.get("/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_first_page_asks_for_a_sign_in(client, db: None) -> None:
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


def test_a_register_with_faults_waits_and_one_without_too(clerk, twins: dict[str, Facility], as_user: SignIn) -> None:
    activity = twins["safita"].activities.unscoped("a test").get(title="health").title
    faulty = as_csv([HEADINGS, line(date(2022, 7, 30), activity=activity)])
    sound = as_csv([HEADINGS, line(date(2022, 7, 3), activity=activity)])
    first = actions.receive("faulty.csv", faulty, by=clerk)
    second = actions.receive("sound.csv", sound, by=clerk)
    assert (first.fault_count, second.fault_count) == (1, 0)
    client = as_user(clerk, "en")

    def waiting() -> list[str]:
        return [one.title for one in client.get("/").context["page"].facilities[0].waiting if "register" in one.title]

    assert waiting() == ["1 fault in the register “faulty.csv”", "The register “sound.csv” waits to be recorded"]
    actions.receive("mended.csv", sound + b"\n", by=clerk, replaces=first)
    actions.record(second, by=clerk)
    assert waiting() == ["The register “mended.csv” waits to be recorded"]
