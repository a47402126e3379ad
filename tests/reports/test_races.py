"""Several directors issue at once on PostgreSQL: no number and no edition stands twice."""

from __future__ import annotations

import pytest

from nawl.kit.errors import NotPossible
from nawl.places.models import Area
from nawl.reports import actions
from nawl.reports.actions import issue_report
from nawl.reports.models import Report
from tests.activities.test_races import at_once
from tests.reports.conftest import H1, World
from tests.reports.test_actions import few_files

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_reports_issued_at_once_have_different_numbers(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "make_files", few_files)
    places = [None, Area.objects.get(pcode="SY10"), Area.objects.get(pcode="SY13")]
    answers = at_once([lambda place=place: issue_report(H1, place, by=world.director) for place in places])  # type: ignore[misc]
    assert sorted(report.number[:13] for report in answers) == ["RPT-2022-0001", "RPT-2022-0002", "RPT-2022-0003"]


def test_one_report_issued_twice_at_once_is_issued_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "make_files", few_files)
    answers = at_once([lambda: issue_report(H1, None, by=world.director)] * 3)
    assert sum(isinstance(answer, Report) for answer in answers) == 1
    assert sum(isinstance(answer, NotPossible) for answer in answers) == 2
    assert Report.objects.unscoped("a test looks at everything").count() == 1
