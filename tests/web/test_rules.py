"""When records are late."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.kit.periods import Period, parse_period
from nawl.web.rules import due_until, silence

H1 = Period.half(2022, 1)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2022, 7, 5), date(2022, 5, 31)),
        (date(2022, 7, 6), date(2022, 6, 30)),
        (date(2022, 1, 3), date(2021, 11, 30)),
        (date(2022, 3, 14), date(2022, 2, 28)),
    ],
)
def test_a_months_records_are_due_on_the_fifth_of_the_next(today: date, due: date) -> None:
    assert due_until(today) == due


@pytest.mark.parametrize(
    ("last", "period", "opened", "days", "late"),
    [
        (date(2022, 6, 30), "2022-H1", None, 0, False),
        (date(2022, 6, 23), "2022-H1", None, 7, False),
        (date(2022, 6, 22), "2022-H1", None, 8, True),
        (None, "2022-H1", None, 181, True),
        (None, "2022-H1", date(2022, 6, 25), 6, False),
        (None, "2022-H2", None, 0, False),
        (date(2022, 7, 2), "2022-H2", None, 0, False),
        (date(2022, 3, 1), "2022-Q1", None, 30, True),
    ],
)
def test_a_silence_is_late_after_a_week_of_due_days(
    last: date | None, period: str, opened: date | None, days: int, late: bool
) -> None:
    found = silence(last, parse_period(period), date(2022, 7, 14), opened)
    assert (found.days, found.is_late) == (days, late)
