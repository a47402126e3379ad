"""Two writers at once on PostgreSQL: nothing is lost, nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from nawl.activities.actions import RegisterRow, Seen, TallyAnswer, end_activity, record_register, record_tally
from nawl.activities.models import Tally
from nawl.activities.queries import month_differences
from nawl.kit.errors import Conflict, ProgrammeError
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_service, make_tallies

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TODAY = date(2022, 7, 14)
BANDS = ("00-04", "05-17", "18-29", "30-59", "60+")


def at_once(acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run the acts in threads that begin together; an error of the programme is an answer too."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=20)
            return act()
        except ProgrammeError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_one_of_two_writers_on_one_cell_is_told_of_the_other() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 3, 1)])
    wishes = [cell(activity, count, 1, seen=Seen(3, 1)) for count in (5, 7)]
    answers = at_once([lambda wish=wish: record_tally(activity.facility, TODAY, [wish], by=by) for wish in wishes])  # type: ignore[misc]
    assert sorted(type(answer) for answer in answers if isinstance(answer, Conflict)) == [Conflict]
    saved = next(answer for answer in answers if isinstance(answer, TallyAnswer))
    assert Tally.objects.unscoped("a test looks at everything").get().contacts == saved.contacts
    assert list(month_differences()) == []


def test_many_writers_on_the_cells_of_new_days_lose_nothing() -> None:
    activity, by = make_activity(), make_system_user()
    acts = [
        lambda day=day, band=band: record_tally(  # type: ignore[misc]
            activity.facility, date(2022, 7, day), [cell(activity, 2, 1, age_band=band)], by=by
        )
        for day in (11, 12)
        for band in BANDS
    ]
    answers = at_once(acts)
    assert all(isinstance(answer, TallyAnswer) for answer in answers)
    assert Tally.objects.unscoped("a test looks at everything").count() == 10
    assert list(month_differences()) == []


def test_one_sending_that_arrives_twice_at_once_is_written_once() -> None:
    activity, by, key = make_activity(), make_system_user(), uuid4()
    send = lambda: record_tally(activity.facility, TODAY, [cell(activity, 4, 1)], by=by, key=key)  # noqa: E731
    first, second = at_once([send, send])
    assert first == second
    assert Tally.objects.unscoped("a test looks at everything").get().contacts == 4


def test_a_register_and_a_clerk_in_the_same_month_add_up() -> None:
    activity, by, service = make_activity(), make_system_user(), make_service()
    rows = [
        RegisterRow(activity.facility, activity, date(2022, 7, day), service, "f", band, day, 1)
        for day in range(1, 11)
        for band in BANDS
    ]
    clerks = [
        lambda day=day: record_tally(  # type: ignore[misc]
            activity.facility, date(2022, 7, day), [cell(activity, 9, 2, sex="m")], by=by
        )
        for day in (9, 10, 11)
    ]
    at_once([lambda: record_register(rows, by=by), *clerks])
    assert Tally.objects.unscoped("a test looks at everything").count() == 53
    assert list(month_differences()) == []


@pytest.mark.parametrize("turn", range(6))
def test_an_activity_that_ends_while_it_is_counted_keeps_no_day_outside(turn: int) -> None:
    activity, by, service = make_activity(title=f"دورة {turn}"), make_system_user(), make_service()
    row = RegisterRow(activity.facility, activity, date(2022, 7, 13), service, "f", "18-29", 3, 1)
    at_once(
        [
            lambda: record_tally(activity.facility, TODAY, [cell(activity, 4, 1)], by=by),
            lambda: record_register([row], by=by),
            lambda: end_activity(activity, date(2022, 7, 12), by=by),
        ]
    )
    activity.refresh_from_db()
    outside = Tally.objects.unscoped("a test looks at everything").filter(
        day__occurred_on__gt=activity.ends_on or TODAY
    )
    assert not outside.exists()
    assert list(month_differences()) == []
