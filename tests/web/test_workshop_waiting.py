"""What awaits those who draw and those who keep a workshop, each row a way to where it is done."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from nawl.accounts.choices import Role
from nawl.production.actions import (
    begin_version,
    count_lot,
    issue_copy,
    print_copy,
    retire_version,
    return_copy,
    return_to_draft,
    send_to_review,
)
from nawl.production.models import ChartVersion, PrintJob, YarnLot
from nawl.production.queries.printing import PATIENCE
from nawl.ui.reader import Reader, reading_as
from nawl.web.pages.workshop import workshop_day
from nawl.web.pages.workshop_waiting import workshop_waiting
from nawl.web.rows import Waiting
from tests.conftest import TODAY
from tests.factories.accounts import make_system_user
from tests.factories.indicators import make_indicators
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import draw, make_locked, make_palette, make_version, reread
from tests.web.conftest import SignIn

pytestmark = pytest.mark.django_db
REASON = "الإطار قريب من لون الأرضية"


@pytest.fixture
def unit():
    facility = make_facility()
    make_palette(facility)
    return facility


@pytest.fixture
def supervisor(unit):
    return make_user_as(Role.WORKSHOP_SUPERVISOR, unit)


def rows_of(user) -> list[Waiting]:
    with reading_as(Reader()):
        return workshop_waiting(user)


def given_back(facility, title: str = "ورد الشام") -> ChartVersion:
    sent = send_to_review(draw(make_version(facility, title_ar=title)), by=make_system_user())
    return return_to_draft(sent, reason=REASON, by=make_system_user())


def failed(version: ChartVersion, **fields) -> PrintJob:
    said = {"state": "failed", "fault": "chart_damaged", "by": make_system_user(), **fields}
    return PrintJob.objects.create(version=version, **said)


def weigh(unit, grams: int) -> None:
    for lot in YarnLot.objects.unscoped("a test").filter(facility=unit):
        count_lot(lot, grams=Decimal(grams), counted_on=TODAY, by=make_system_user())


def test_what_came_back_from_review_stands_with_its_reason_until_it_is_sent_again(unit) -> None:
    designer = make_user_as(Role.DESIGNER, unit)
    back = given_back(unit)
    [row] = rows_of(designer)
    assert row.title == "عاد «ورد الشام» من المراجعة"
    assert REASON in row.reason
    assert row.url == reverse("production:version", args=[back.design.serial, 1])
    assert row.is_late
    again = send_to_review(reread(back), by=make_system_user())
    assert rows_of(designer) == []
    return_to_draft(again, reason="لون الأرضية فاتح", by=make_system_user())
    assert "لون الأرضية فاتح" in rows_of(designer)[0].reason


def test_who_gave_a_drawing_back_is_not_told_of_it(unit, supervisor) -> None:
    sent = send_to_review(draw(make_version(unit)), by=make_system_user())
    return_to_draft(sent, reason=REASON, by=supervisor)
    assert rows_of(supervisor) == []
    assert len(rows_of(make_user_as(Role.DESIGNER, unit))) == 1


def test_copies_are_out_until_they_come_back(unit, supervisor) -> None:
    by = make_system_user()
    locked = make_locked(make_version(unit))
    early, late = (print_copy(locked, by=by) for _ in range(2))
    print_copy(locked, by=by)
    issue_copy(late, issued_to="النول ٥", by=by)
    issue_copy(early, issued_to="النول ٣", by=by)
    assert [row.url for row in rows_of(supervisor)] == [
        reverse("production:copy", args=[copy.serial]) for copy in (early, late)
    ]
    assert "«النول ٣»" in rows_of(supervisor)[0].title
    return_copy(early, by=by)
    assert [row.url for row in rows_of(supervisor)] == [reverse("production:copy", args=[late.serial])]


def test_of_many_copies_that_are_out_the_others_stand_in_one_row(unit, supervisor) -> None:
    by = make_system_user()
    locked = make_locked(make_version(unit))
    for number in range(7):
        issue_copy(print_copy(locked, by=by), issued_to=f"النول {number}", by=by)
    rows = rows_of(supervisor)
    assert len(rows) == 6
    assert rows[-1].title == "نسختان ورقيتان أخريان مسلَّمتان"
    assert rows[-1].url == f"{reverse('production:copy-list')}?state=issued"


def test_yarn_is_short_for_a_locked_chart_by_what_lies_there_today(unit, supervisor) -> None:
    locked = make_locked(make_version(unit, title_ar="نجمة صافيتا"))
    assert rows_of(supervisor) == []
    weigh(unit, 1)
    [row] = rows_of(supervisor)
    assert row.title == "4 ألوان لا تكفي لـ«نجمة صافيتا»، النسخة 1"
    assert row.reason.count("غ") >= 3
    assert row.url == reverse("production:version", args=[locked.design.serial, 1])
    weigh(unit, 5000)
    assert rows_of(supervisor) == []


def test_what_is_missing_is_the_need_without_what_lies_there(unit, supervisor) -> None:
    locked = make_locked(make_version(unit))
    need = max(Decimal(one["gross_g"]) for one in locked.reckoning["yarns"])
    weigh(unit, 0)
    assert f"{need.quantize(Decimal(1))}\u00a0غ" in rows_of(supervisor)[0].reason


@pytest.mark.parametrize("state", ["draft", "review", "retired", "superseded"])
def test_yarn_is_looked_after_for_locked_charts_alone(unit, supervisor, state) -> None:
    by = make_system_user()
    version = make_version(unit)
    if state == "review":
        send_to_review(draw(version), by=by)
    if state == "retired":
        retire_version(make_locked(version), reason="قديمة", by=by)
    if state == "superseded":
        make_locked(begin_version(make_locked(version), by=by), seed=2)
    weigh(unit, 0)
    urls = [row.url for row in rows_of(supervisor)]
    assert reverse("production:version", args=[version.design.serial, 1]) not in urls


def test_a_printing_that_failed_stands_until_it_is_printed(unit, supervisor) -> None:
    version = draw(make_version(unit))
    job = failed(version)
    [row] = rows_of(supervisor)
    assert row.url == reverse("production:print-job", args=[job.pk])
    assert row.reason
    assert "chart_damaged" not in row.reason
    failed(version, state="done", fault="", pdf=b"%PDF")
    assert rows_of(supervisor) == []


def test_a_printing_that_failed_is_past_when_the_same_was_printed(unit, supervisor) -> None:
    """Of a numbered copy only a printing of that copy helps, and of a chart without a number only another such."""
    locked = make_locked(make_version(unit))
    one, other = (print_copy(locked, by=make_system_user()) for _ in range(2))
    of_copy, plain = failed(locked, copy=one), failed(locked)

    def wait() -> set[str]:
        return {row.url for row in rows_of(supervisor)}

    ways = {job: reverse("production:print-job", args=[job.pk]) for job in (of_copy, plain)}
    done = {"state": "done", "fault": "", "pdf": b"%PDF"}
    failed(locked, copy=other, **done)
    assert wait() == set(ways.values())
    later = failed(locked, copy=one, state="running", fault="", told_at=timezone.now())
    assert wait() == set(ways.values())
    PrintJob.objects.unscoped("a test ends a printing").filter(pk=later.pk).update(**done)
    assert wait() == {ways[plain]}
    failed(locked, **done)
    assert wait() == set()


def test_a_chart_printed_without_a_number_does_not_stand_for_a_copy(unit, supervisor) -> None:
    locked = make_locked(make_version(unit))
    failed(locked, copy=print_copy(locked, by=make_system_user()))
    failed(locked, state="done", fault="", pdf=b"%PDF")
    assert len(rows_of(supervisor)) == 1


@pytest.mark.parametrize("turn", ["issued", "retired"])
def test_a_copy_that_nobody_may_print_again_awaits_no_printing(unit, supervisor, turn) -> None:
    by, locked = make_system_user(), make_locked(make_version(unit))
    copy = print_copy(locked, by=by)
    job = failed(locked, copy=copy)
    way = reverse("production:print-job", args=[job.pk])
    assert way in [row.url for row in rows_of(supervisor)]
    if turn == "issued":
        issue_copy(copy, issued_to="النول ٣", by=by)
    else:
        retire_version(locked, reason="قديمة", by=by)
    assert way not in [row.url for row in rows_of(supervisor)]


@pytest.mark.parametrize(("heard", "waits"), [(PATIENCE * 2, True), (timedelta(seconds=1), False)])
def test_a_printing_that_fell_silent_counts_as_failed(unit, supervisor, heard, waits) -> None:
    failed(draw(make_version(unit)), state="running", fault="", told_at=timezone.now() - heard)
    assert bool(rows_of(supervisor)) is waits


def test_a_printing_that_waits_behind_a_long_one_is_not_told_as_failed(unit, supervisor) -> None:
    failed(draw(make_version(unit)), state="queued", fault="", told_at=timezone.now() - PATIENCE * 2)
    assert len(rows_of(supervisor)) == 1
    failed(draw(make_version(unit)), state="running", fault="", told_at=timezone.now())
    assert rows_of(supervisor) == []


def test_a_designer_is_told_of_her_own_printings_and_of_no_stock(unit) -> None:
    designer = make_user_as(Role.DESIGNER, unit)
    locked = make_locked(make_version(unit))
    issue_copy(print_copy(locked, by=make_system_user()), issued_to="النول ٣", by=make_system_user())
    weigh(unit, 0)
    failed(locked)
    assert rows_of(designer) == []
    own = failed(locked, by=designer)
    assert [row.url for row in rows_of(designer)] == [reverse("production:print-job", args=[own.pk])]


def test_nothing_of_another_unit_waits(unit) -> None:
    locked = make_locked(make_version(unit))
    issue_copy(print_copy(locked, by=make_system_user()), issued_to="النول ٣", by=make_system_user())
    weigh(unit, 0)
    failed(locked)
    given_back(unit)
    for role in (Role.WORKSHOP_SUPERVISOR, Role.DESIGNER):
        assert rows_of(make_user_as(role, make_facility())) == []


def test_what_waits_takes_the_same_queries_however_much_it_is(unit, supervisor, django_assert_max_num_queries) -> None:
    def grow() -> None:
        by = make_system_user()
        locked = make_locked(make_version(unit))
        issue_copy(print_copy(locked, by=by), issued_to="النول ٣", by=by)
        failed(locked)
        given_back(unit)

    grow()
    weigh(unit, 0)
    rows_of(supervisor)
    with django_assert_max_num_queries(12) as for_one:
        rows_of(supervisor)
    for _ in range(3):
        grow()
    with django_assert_max_num_queries(len(for_one)):
        assert len(rows_of(supervisor)) == 16


def test_drafts_say_when_they_were_last_drawn_and_one_s_own_come_first(unit) -> None:
    designer = make_user_as(Role.DESIGNER, unit)
    draw(make_version(unit, title_ar="لها", by=designer), by=designer)
    draw(make_version(unit, title_ar="لغيرها"))
    with reading_as(Reader()):
        day = workshop_day(designer)
    assert [cloth.title for cloth in day.drafts] == ["لها", "لغيرها"]
    assert day.drafts[0].state.startswith("آخر رسم: اليوم، ")


@pytest.mark.parametrize(
    ("beginning", "page"), [("empty", "/studio/"), ("composed", "/compose/"), ("picture", "/from-picture/")]
)
def test_what_is_begun_and_bare_goes_on_where_it_was_to_begin(unit, beginning, page) -> None:
    make_version(unit, beginning=beginning)
    with reading_as(Reader()):
        day = workshop_day(make_user_as(Role.DESIGNER, unit))
    assert day.drafts == []
    assert day.begun[0].url.endswith(page)
    assert day.begun[0].state == "مبدوءة، بلا عقدة واحدة بعد"


def test_what_is_composed_is_begun_until_a_hand_draws_on_it(unit) -> None:
    designer = make_user_as(Role.DESIGNER, unit)
    version = make_version(unit, beginning="composed")
    ChartVersion.objects.unscoped("a test sets every knot without a hand").filter(pk=version.pk).update(unset=0)
    with reading_as(Reader()):
        [begun] = workshop_day(designer).begun
    assert begun.state == "مؤلَّفة، ولم يُرسم عليها بعد"
    assert begun.url.endswith("/studio/")
    draw(reread(version))
    day = workshop_day(designer)
    assert (day.begun, [cloth.title for cloth in day.drafts]) == ([], [version.design.title])


@pytest.mark.parametrize("role", [Role.DESIGNER, Role.WORKSHOP_SUPERVISOR])
def test_an_empty_table_says_how_one_begins(role, as_user: SignIn) -> None:
    make_indicators()
    page = as_user(make_user_as(role, make_facility())).get("/").content.decode()
    assert "لا شيء على الطاولة" in page
    assert page.count(reverse("production:design-new")) >= 2


def test_a_table_with_drafts_alone_says_that_nothing_waits(unit, as_user: SignIn) -> None:
    draw(make_version(unit))
    page = as_user(make_user_as(Role.DESIGNER, unit)).get("/").content.decode()
    assert "لم يعد شيء من المراجعة" in page
    assert "لا شيء على الطاولة" not in page
