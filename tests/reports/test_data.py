"""The frozen data: written down and read back the same, hashed the same, hashed differently when a figure differs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.kit.periods import Period
from nawl.reports.data import Counts, Issue, canonical, fingerprint_of, from_json, to_json
from nawl.reports.rules import changes_between, ensure_issuable, ensure_reportable, matches
from tests.factories.reports import issued_report, sample_report

TODAY = date(2022, 7, 14)


def test_what_is_written_down_is_read_back_the_same() -> None:
    data = issued_report()
    assert from_json(json.loads(json.dumps(to_json(data)))) == data


def test_the_hash_does_not_depend_on_the_order_of_keys() -> None:
    content = to_json(issued_report())
    turned = json.loads(json.dumps(dict(reversed(content.items()))))
    assert canonical(turned) == canonical(content)
    assert fingerprint_of(turned) == issued_report().sha256


@given(st.integers(0, 10**9))
def test_another_figure_has_another_hash(value: int) -> None:
    data = sample_report()
    people = replace(data.figures[0], value=value)
    other = replace(data, figures=(people, *data.figures[1:]))
    assert (other.sha256 == data.sha256) == (value == data.figures[0].value)


def test_two_issues_that_say_the_same_have_one_content() -> None:
    one = issued_report()
    other = replace(one, issue=Issue(True, date(2022, 8, 1), "RPT-2022-0002-Y", 2, one.issue.number))
    assert one.content_sha256 == other.content_sha256
    assert one.sha256 != other.sha256


@pytest.mark.parametrize("text", ["2022-01-15..2022-02-03", "2022-01-01..2022-02-28"])
def test_days_that_are_no_period_of_the_calendar_have_no_report(text: str) -> None:
    first, last = text.split("..")
    with pytest.raises(NotPossible) as refused:
        ensure_reportable(Period(date.fromisoformat(first), date.fromisoformat(last)), TODAY)
    assert refused.value.code == "report_period_unfit"


@pytest.mark.parametrize(
    ("period", "code"),
    [(Period.half(2023, 1), "report_period_not_begun"), (Period.month(2022, 8), "report_period_not_begun")],
)
def test_a_period_that_has_not_begun_has_no_report(period: Period, code: str) -> None:
    with pytest.raises(NotPossible) as refused:
        ensure_reportable(period, TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize("last", [date(2022, 7, 14), date(2022, 7, 15)])
def test_a_report_waits_for_the_last_day_to_be_over(last: date) -> None:
    with pytest.raises(NotPossible) as refused:
        ensure_issuable(Period(date(2022, 7, 1), last), TODAY)
    assert refused.value.code == "report_period_not_over"


def test_the_day_after_the_last_a_report_can_be_issued() -> None:
    ensure_issuable(Period(date(2022, 7, 1), date(2022, 7, 13)), TODAY)


def test_changes_name_the_row_the_figure_and_both_values() -> None:
    earlier = sample_report()
    line = earlier.places[0]
    later = replace(earlier, places=(replace(line, counts=Counts(1, 2, 3, 4)), *earlier.places[1:]))
    changes = changes_between(earlier, later)
    assert [(change.table, change.key, change.measure, change.before, change.after) for change in changes] == [
        ("places", line.key, "people", line.counts.people, 1),
        ("places", line.key, "services", line.counts.services, 2),
        ("places", line.key, "activities", line.counts.activities, 3),
        ("places", line.key, "facilities", line.counts.facilities, 4),
    ]
    assert {change.name for change in changes} == {line.name}


def test_a_row_that_is_gone_is_a_change_to_nothing() -> None:
    earlier = sample_report()
    later = replace(earlier, types=earlier.types[1:])
    gone = [change for change in changes_between(earlier, later) if change.key == earlier.types[0].key]
    assert gone
    assert all(change.after is None for change in gone)


def test_equal_reports_have_no_changes() -> None:
    assert changes_between(sample_report(), issued_report()) == ()


@pytest.mark.parametrize(
    ("typed", "is_match"),
    [
        ("9f3a51c7e20b84d6", True),
        ("9F3A 51C7 e20b 84d6", True),
        ("٩f٣a-٥١c٧-e٢٠b-٨٤d٦", True),
        ("9f3a51c7e20b84d60", True),
        ("9f3a51c7e20b84d61", False),
        ("9f3a51c7", False),
        ("", False),
    ],
)
def test_a_fingerprint_is_compared_however_it_was_typed(typed: str, is_match: bool) -> None:
    assert matches(typed, "9f3a51c7e20b84d60" + "a" * 47) is is_match
