"""One facility, the search, histories, the frame."""

from __future__ import annotations

import pytest

from nawl.activities.actions import record_tally
from nawl.places.models import Facility
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell
from tests.factories.places import make_facility, make_user_as
from tests.web.conftest import DAYS, SignIn, serve
from tests.web.test_programme import text

CODE = "SY1003-RDC-02"


def test_a_facility_shows_its_state_figures_and_activities(clerk, as_user: SignIn) -> None:
    answer = as_user(clerk, "en").get(f"/facilities/{CODE}/")
    page = answer.context["page"]
    assert [figure.value for figure in page.figures[:3]] == [60, 120, 2]
    assert [(row.services, row.people) for row in page.activities] == [("60", "30"), ("60", "30")]
    assert page.may_record
    assert "k-SY10" in answer.content.decode()


def test_an_alternative_centre_has_its_own_figures_and_its_partner(
    director, twins: dict[str, Facility], as_user: SignIn
) -> None:
    page = as_user(director).get(f"/facilities/{twins['alternative'].code}/").context["page"]
    assert [figure.value for figure in page.figures] == [450 * 12, 900 * 12]
    assert "جمعية البناء" in [fact.value for fact in page.facts]
    assert not page.may_record


def test_a_facility_shows_what_changed_there_and_nothing_of_its_neighbours(
    clerk, twins: dict[str, Facility], as_user: SignIn
) -> None:
    system = make_system_user()
    for facility in (twins["safita"], twins["banyas"]):
        activity = facility.activities.unscoped("a test").first()
        record_tally(facility, DAYS[3], [cell(activity, 3, 1, age_band="30-59")], by=system)
    page = as_user(clerk).get(f"/facilities/{CODE}/").context["page"]
    assert len(page.changes) == 1


def test_the_queries_of_a_facility_do_not_grow_with_its_records(
    clerk, twins: dict[str, Facility], as_user: SignIn, django_assert_max_num_queries
) -> None:
    counts, client = [], as_user(clerk)
    for number in range(3):
        with django_assert_max_num_queries(26) as captured:
            client.get(f"/facilities/{CODE}/")
        counts.append(len(captured))
        serve(twins["safita"], f"more {number}")
    assert len(set(counts)) == 1


def test_words_in_an_address_are_no_facility(director, as_user: SignIn) -> None:
    assert as_user(director).get("/facilities/nothing/").status_code == 404
    assert as_user(director).get("/facilities/SY9999-RDC-01/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "found", "why"),
    [
        ("مركز التنميه الريفيه صافيتا", CODE, "by its Arabic name"),
        ("Rural Safita", CODE, "by its English name: Rural development centre in Safita"),
        (CODE.lower(), CODE, "by its code"),
        ("الحيدريه", "SY0301-ALT-01", "by its Arabic name"),
    ],
)
def test_a_facility_is_found_in_any_spelling_and_says_why(
    director, as_user: SignIn, asked: str, found: str, why: str
) -> None:
    page = as_user(director, "en").get("/search/", {"q": asked}).context["page"]
    hits = [hit for group in page.groups for hit in group.hits if hit.code == found]
    assert [hit.why for hit in hits] == [why]


def test_a_place_finds_itself_and_what_lies_in_it(director, as_user: SignIn) -> None:
    page = as_user(director, "en").get("/search/", {"q": "طرطوس"}).context["page"]
    found = {group.title: [(hit.code, hit.why) for hit in group.hits] for group in page.groups}
    assert ("SY10", "by its spelling “طرطوس”") in found["Places"]
    assert (CODE, "it lies in طرطوس") in found["Centres and units"]


def test_partners_and_activities_are_found(director, as_user: SignIn) -> None:
    client = as_user(director, "en")
    assert [group.title for group in client.get("/search/", {"q": "جمعيه البناء"}).context["page"].groups] == [
        "Partner organisations"
    ]
    assert "Activities" in [
        group.title for group in client.get("/search/", {"q": "kindergarten"}).context["page"].groups
    ]


@pytest.mark.parametrize(
    ("asked", "said"), [("س", "Two letters or more"), ("سمكة زرقاء", "No results for “سمكة زرقاء”")]
)
def test_a_search_that_finds_nothing_says_what_helps(director, as_user: SignIn, asked: str, said: str) -> None:
    assert said in text(as_user(director, "en").get("/search/", {"q": asked}))


@pytest.mark.parametrize(("asked", "found"), [("الصافيتا", CODE), ("حيدرية", "SY0301-ALT-01")])
def test_the_article_does_not_matter_on_either_side(director, as_user: SignIn, asked: str, found: str) -> None:
    page = as_user(director, "en").get("/search/", {"q": asked}).context["page"]
    assert found in [hit.code for group in page.groups for hit in group.hits]


@pytest.mark.parametrize(("asked", "meant"), [("صافتيا", "صافيتا"), ("safitha", "Safita")])
def test_a_misspelt_name_leads_to_the_nearest(director, as_user: SignIn, asked: str, meant: str) -> None:
    client = as_user(director)
    answer = client.get("/search/", {"q": asked})
    assert answer.context["page"].nearest[0] == meant
    assert f"لعلّه «{meant}»؟" in text(answer)
    assert client.get("/search/", {"q": meant}).context["page"].count


def test_only_names_within_the_scope_are_suggested(clerk, as_user: SignIn) -> None:
    client = as_user(clerk)
    assert client.get("/search/", {"q": "صافتيا"}).context["page"].nearest == ("صافيتا",)
    assert client.get("/search/", {"q": "الحيدريا"}).context["page"].nearest == ()


def test_a_name_that_is_just_so_comes_first(director, as_user: SignIn) -> None:
    for number in range(1, 16):
        make_facility(f"SY1003-RDC-{number + 20}", name_ar=f"وحدة الغزل {number}")
    last = make_facility("SY1003-RDC-99", name_ar="الغزل")
    groups = as_user(director).get("/search/", {"q": "غزل"}).context["page"].groups
    assert groups[0].hits[0].code == last.code


def test_a_search_takes_the_same_queries_for_any_number_of_hits(
    director, twins: dict[str, Facility], as_user: SignIn, django_assert_max_num_queries
) -> None:
    counts, client = [], as_user(director)
    for asked in ("SY0301-ALT-01", "مركز", "SY"):
        with django_assert_max_num_queries(10) as captured:
            client.get("/search/", {"q": asked})
        counts.append(len(captured))
    assert len(set(counts)) == 1


def test_a_record_has_its_history(director, as_user: SignIn) -> None:
    client = as_user(director, "en")
    assert client.get(f"/history/facility/{CODE}/").status_code == 200
    assert "The declarations of the indicators were loaded" in text(client.get("/history/indicator/people_served/"))
    assert client.get("/history/indicator/nothing/").status_code == 404
    assert client.get("/history/user/anybody/").status_code == 404


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        ("centre_clerk", {"web:today", "collection:register-list"}, {"web:programme", "places:user-list"}),
        ("programme_director", {"web:today", "web:programme"}, {"collection:register-list", "places:user-list"}),
        ("governorate_director", {"web:programme", "collection:register-list"}, {"places:user-list"}),
        ("administrator", {"web:programme", "collection:register-list", "places:user-list"}, set()),
    ],
)
def test_the_frame_leads_where_the_role_may_go(
    twins: dict[str, Facility], as_user: SignIn, role: str, shown: set[str], hidden: set[str]
) -> None:
    at = {"centre_clerk": twins["safita"], "governorate_director": twins["safita"].governorate}.get(role)
    frame = as_user(make_user_as(role, at)).get("/more/").context["navigation"]
    ways = {way.view for group in frame.groups for way in group.ways}
    assert shown <= ways
    assert not hidden & ways
    assert len(frame.thumb) == 5
    assert [way.view for way in frame.thumb if way.current] == ["web:more"]


def test_every_way_of_the_frame_leads_to_a_page(twins: dict[str, Facility], as_user: SignIn) -> None:
    client = as_user(make_user_as("administrator"))
    for group in client.get("/more/").context["navigation"].groups:
        for way in group.ways:
            assert client.get(way.url).status_code == 200, way.url
