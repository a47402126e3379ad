"""Acts on designs lead to them from the feed and from histories; the design tells its own."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.indicators.queries import home_of
from nawl.places.actions import set_workshop
from nawl.production.actions import begin_version, issue_copy, print_copy, receive_lot, return_to_draft, send_to_review
from nawl.production.actions.yarns import LotWords
from nawl.production.rules import SEERS
from nawl.ui.reader import Reader, reading_as
from nawl.web.changes import events_at, events_of
from tests.conftest import TODAY
from tests.factories.accounts import make_system_user
from tests.factories.indicators import make_indicators
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import draw, make_colour, make_locked, make_palette, make_version, make_yarn_type
from tests.protection.crawling import steady
from tests.web.conftest import SignIn

WHY = "الإطار رفيع"
BLIND = [role for role in Role if role not in SEERS]
pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    facility = make_facility()
    make_palette(facility)
    return facility


@pytest.fixture
def design(unit):
    """A design that was drawn, locked, printed, handed out, and begun anew."""
    by = make_system_user()
    locked = make_locked(make_version(unit, title_ar="نجمة صافيتا"))
    issue_copy(print_copy(locked, by=by), issued_to="النول ٣", by=by)
    begin_version(locked, by=by)
    return locked.design


def seen(user, unit, limit: int = 20):
    with reading_as(Reader()):
        return events_of(unit, user, limit)


def test_an_act_on_a_design_leads_to_it_and_names_it(unit, design) -> None:
    events = seen(make_user_as(Role.WORKSHOP_SUPERVISOR, unit), unit)
    page, of = reverse("production:design", args=[design.serial]), [design.serial]
    versions = {number: reverse("production:version", args=[*of, number]) for number in (1, 2)}
    told = {event.text: event.href for event in events}
    assert told[f"بدأ التصميم «نجمة صافيتا»، \u2068{design.serial}\u2069"] == page
    assert told["«نجمة صافيتا»: ثُبّتت النسخة 1"] == versions[1]
    assert told["«نجمة صافيتا»: بدأت النسخة 2 عن النسخة 1"] == versions[2]
    assert [href for text, href in told.items() if "CHC-2022-0001" in text] == [versions[1]] * 2


def test_each_sitting_at_a_drawing_is_left_to_the_design_s_own_page(unit, design) -> None:
    assert not [event for event in seen(make_user_as(Role.DESIGNER, unit), unit) if "رُسم" in event.text]


def test_what_has_no_page_of_a_design_leads_nowhere(unit) -> None:
    words = LotWords(batch="22-900", grams=1000, received_on=TODAY)
    receive_lot(unit, make_colour(), make_yarn_type(), words, by=make_system_user())
    assert [event.href for event in seen(make_user_as(Role.DESIGNER, unit), unit)] == [""]


@pytest.mark.parametrize("role", BLIND)
def test_who_sees_no_designs_is_told_of_none(unit, design, role) -> None:
    by = make_system_user()
    return_to_draft(send_to_review(draw(make_version(unit)), by=by), reason=WHY, by=by)
    for user, sees in ((make_user_as(role, unit), False), (make_user_as(Role.CENTRE_CLERK, unit), True)):
        told = [event.text for event in seen(user, unit)]
        assert any(design.title in text for text in told) is sees
        assert any(WHY in text for text in told) is sees


@pytest.mark.parametrize(("role", "sees"), [(Role.GRANTS_OFFICER, False), (Role.GOVERNORATE_DIRECTOR, True)])
def test_the_feed_of_a_governorate_names_designs_to_who_sees_them(unit, design, role, sees) -> None:
    user = make_user_as(role, unit.governorate)
    with reading_as(Reader()):
        told = [event.text for event in events_at(home_of(user), user, 20)]
    assert any(design.title in text for text in told) is sees


def test_the_director_reads_what_was_locked_and_goes_there(unit, design, as_user: SignIn) -> None:
    make_indicators()
    page = as_user(make_user_as(Role.GOVERNORATE_DIRECTOR, unit.governorate)).get("/").content.decode()
    assert "«نجمة صافيتا»: ثُبّتت النسخة 1" in page
    assert reverse("production:version", args=[design.serial, 1]) in page


@pytest.mark.parametrize("role", [Role.DESIGNER, Role.WORKSHOP_SUPERVISOR, Role.CENTRE_CLERK])
def test_a_design_has_a_history_in_words(unit, design, as_user: SignIn, role) -> None:
    client = as_user(make_user_as(role, unit))
    for address in (f"/history/design/{design.serial}/", reverse("production:design", args=[design.serial])):
        page = client.get(address).content.decode()
        assert "ثُبّتت النسخة 1" in page
        assert f'class="cover" href="{reverse("production:version", args=[design.serial, 1])}"' in page
        assert page.index("بدأت النسخة 2 عن النسخة 1") < page.index("ثُبّتت النسخة 1") < page.index("بدأ التصميم")


@pytest.mark.parametrize("role", [Role.PARTNER, Role.GRANTS_OFFICER])
def test_who_sees_no_designs_has_no_history_of_one(unit, design, as_user: SignIn, role) -> None:
    assert as_user(make_user_as(role, unit)).get(f"/history/design/{design.serial}/").status_code == 404


def _told(client, unit) -> dict[str, str]:
    """Return what a reader is told of a unit: its feed at home, its page, its history page by page."""
    history = f"/history/facility/{unit.code}/"
    asked = ["/", "/programme/", reverse("web:facility", args=[unit.code]), history, f"{history}?page=2"]
    return {address: steady(client.get(address)) for address in asked}


@pytest.mark.parametrize("at", ["the unit", "the governorate", "everywhere"])
@pytest.mark.parametrize("role", [*BLIND, Role.DESIGNER])
def test_for_who_sees_no_designs_nothing_changes_where_they_are_drawn(unit, as_user: SignIn, role, at) -> None:
    """Two worlds, one with designs and one without, are the same to them; to who sees designs they are not."""
    make_indicators()
    place = {"the unit": unit, "the governorate": unit.governorate, "everywhere": None}[at]
    client = as_user(make_user_as(role, place))
    before = _told(client, unit)
    version = draw(make_version(unit, title_ar="نجمة صافيتا"))
    return_to_draft(send_to_review(version, by=make_system_user()), reason=WHY, by=make_system_user())
    after = _told(client, unit)
    assert all(text for text in before.values())
    assert (before == after) is (role in BLIND)
    assert any(version.design.title in text for text in after.values()) is (role not in BLIND)


def test_a_history_without_designs_still_tells_the_rest(unit, design, as_user: SignIn) -> None:
    set_workshop(unit, name_ar="ورشة السجاد", by=make_system_user())
    answer = as_user(make_user_as(Role.GRANTS_OFFICER, unit.governorate)).get(f"/history/facility/{unit.code}/")
    assert "ورشة السجاد" in answer.content.decode()
    assert design.serial not in answer.content.decode()


def test_another_unit_s_design_has_no_history(design, as_user: SignIn) -> None:
    client = as_user(make_user_as(Role.DESIGNER, make_facility()))
    assert client.get(f"/history/design/{design.serial}/").status_code == 404


def test_a_long_history_is_read_page_by_page(unit, as_user: SignIn) -> None:
    by, version = make_system_user(), draw(make_version(unit))
    for _ in range(12):
        version = return_to_draft(send_to_review(version, by=by), reason="تعديل الإطار", by=by)
    client = as_user(make_user_as(Role.DESIGNER, unit))
    page = reverse("production:design", args=[version.design.serial])
    first, second = (client.get(page, {"page": number}).content.decode() for number in (1, 2))
    assert "بدأ التصميم" not in first
    assert "بدأ التصميم" in second


def test_the_feed_asks_as_often_for_many_designs_as_for_one(unit, django_assert_max_num_queries) -> None:
    user = make_user_as(Role.DESIGNER, unit)
    make_locked(make_version(unit))
    seen(user, unit)
    with django_assert_max_num_queries(14) as for_one:
        seen(user, unit)
    for _ in range(3):
        make_locked(make_version(unit))
    with django_assert_max_num_queries(len(for_one)):
        assert len(seen(user, unit)) > 8
