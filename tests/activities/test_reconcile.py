"""The command that proves the months' sums."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from config.cli.reconcile import reconcile
from nawl.activities.models import TallyMonth
from tests.factories.activities import make_activity, make_tallies

pytestmark = pytest.mark.django_db


def test_equal_sums_end_with_0() -> None:
    make_tallies(make_activity(), on=date(2022, 6, 7))
    answer = CliRunner().invoke(reconcile)
    assert answer.exit_code == 0
    assert "كل شهر" in answer.output


def test_differences_are_listed_and_end_with_1_until_they_are_mended() -> None:
    activity = make_activity()
    make_tallies(activity, on=date(2022, 6, 7))
    TallyMonth.objects.unscoped("a test spoils a sum").update(contacts=8)
    answer = CliRunner().invoke(reconcile)
    assert answer.exit_code == 1
    assert f"2022-06  {activity.facility.code} {activity.code} medical-checkup f 18-29  8/1 -> 3/1" in answer.output
    assert CliRunner().invoke(reconcile, ["--mend"]).exit_code == 0
    assert CliRunner().invoke(reconcile).exit_code == 0
