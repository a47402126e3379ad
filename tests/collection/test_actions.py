"""Receiving and recording registers."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.accounts.models import AuditEntry, User
from nawl.activities.models import Tally, TallyMonth
from nawl.collection import actions
from nawl.places.models import Facility
from tests.factories.registers import line, tallies

pytestmark = pytest.mark.django_db


def test_a_register_is_checked_first_and_recorded_afterwards(centre: Facility, clerk: User) -> None:
    content = tallies([line(contacts=5, first_visits=2), line(date(2022, 6, 2), sex="ذكر", contacts=4, first_visits=0)])
    register = actions.receive("سجل.xlsx", content, by=clerk)
    assert (register.state, register.new_count, register.fault_count) == ("checked", 2, 0), register.faults
    assert not Tally.objects.unscoped("test").exists()
    register = actions.record(register, by=clerk)
    assert register.state == "recorded"
    assert [tally.contacts for tally in Tally.objects.unscoped("test").order_by("pk")] == [5, 4]
    assert sum(month.contacts for month in TallyMonth.objects.unscoped("test")) == 9
    print(AuditEntry.objects.values_list("verb", "changes"))
