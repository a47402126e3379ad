"""Issuing: numbered, dated, hashed, frozen, audited; refused to others; a later issue lists what changed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, AuditSubject
from nawl.kit.database import is_append_only_violation
from nawl.kit.errors import Conflict, NotAllowed, NotPossible
from nawl.kit.identifiers import is_valid_serial
from nawl.kit.periods import Period
from nawl.places.models import Area
from nawl.reports import actions
from nawl.reports.actions import issue_report
from nawl.reports.data import ReportData
from nawl.reports.models import Report, ReportFile
from tests.factories.places import make_user_as
from tests.reports.conftest import H1, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _light_files(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Keep the files small where they are not what is tested."""
    if "whole_files" not in request.fixturenames:
        monkeypatch.setattr(actions, "make_files", few_files)


@pytest.fixture
def whole_files() -> None:
    """Make the files as in use."""


def few_files(data: ReportData) -> dict[tuple[str, str], bytes]:
    return {("ar", "pdf"): data.sha256.encode(), ("en", "html"): b"x"}


def area(code: str) -> Area:
    return Area.objects.get(pcode=code)


def test_an_issue_has_number_date_and_fingerprint(world: World) -> None:
    report = issue_report(H1, None, by=world.director)
    assert report.number.startswith("RPT-2022-0001-")
    assert is_valid_serial(report.number)
    assert str(report.issued_on) == "2022-07-14"
    assert report.content.sha256 == report.sha256
    assert report.is_intact
    assert report.content.issue.number == report.number


def test_an_issue_keeps_all_its_files(world: World, whole_files: None) -> None:
    report = issue_report(H1, None, by=world.director)
    files = list(ReportFile.objects.visible_to(world.director).filter(report=report))
    assert {(file.language, file.format) for file in files} == {
        (language, form) for language in ("ar", "en") for form in ("pdf", "docx", "xlsx", "html")
    }
    assert all(sha256(bytes(file.content)).hexdigest() == file.sha256 for file in files)
    assert all(file.size == len(bytes(file.content)) > 5_000 for file in files)


def test_an_issue_leaves_one_audit_entry(world: World) -> None:
    report = issue_report(H1, area("SY10"), by=world.tartous)
    entry = AuditEntry.objects.get(verb="reports.issued")
    assert entry.by == world.tartous
    assert entry.place_path == area("SY10").path
    assert entry.changes["number"] == report.number
    assert AuditSubject.objects.get(entry=entry).key == str(report.pk)


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.PARTNER, Role.ADMINISTRATOR, Role.FINANCE_OFFICER])
def test_other_roles_may_not_issue(world: World, role: Role) -> None:
    with pytest.raises(NotAllowed):
        issue_report(H1, None, by=make_user_as(role))
    assert not Report.objects.unscoped("a test looks at everything").exists()


def test_a_governorates_director_issues_their_own_and_no_other(world: World) -> None:
    issue_report(H1, area("SY10"), by=world.tartous)
    for place in (area("SY13"), None):
        with pytest.raises(NotAllowed):
            issue_report(H1, place, by=world.tartous)


def test_the_programmes_director_issues_for_a_governorate(world: World) -> None:
    assert issue_report(H1, area("SY13"), by=world.director).place_path == area("SY13").path


def test_a_period_that_is_not_over_is_not_issued(world: World) -> None:
    with pytest.raises(NotPossible) as refused:
        issue_report(Period.half(2022, 2), None, by=world.director)
    assert refused.value.code == "report_period_not_over"


def test_a_second_issue_without_changes_is_refused(world: World) -> None:
    first = issue_report(H1, None, by=world.director)
    with pytest.raises(NotPossible) as refused:
        issue_report(H1, None, by=world.director)
    assert refused.value.facts["number"] == first.number


def test_a_later_issue_takes_the_place_and_lists_what_changed(world: World) -> None:
    first = issue_report(H1, None, by=world.director)
    world.load(0, 5, 10, 4)
    second = issue_report(H1, None, by=world.director)
    assert second.supersedes == first
    assert (second.edition, second.number[:13]) == (2, "RPT-2022-0002")
    changes = {(change.table, change.key, change.measure): change for change in second.content.changes}
    whole = changes["figures", "", "people"]
    assert (whole.before, whole.after) == (34, 38)
    assert ("places", "SY10", "services") in changes
    assert ("months", "2022-05", "people") in changes
    assert not [key for key in changes if key[1] == "SY13"]


def test_the_earlier_issue_stays_as_it_was(world: World) -> None:
    first = issue_report(H1, None, by=world.director)
    world.load(0, 5, 10, 4)
    issue_report(H1, None, by=world.director)
    again = Report.objects.visible_to(world.director).get(pk=first.pk)
    assert again.content.totals.people == 34
    assert again.is_intact


@pytest.mark.parametrize(
    "change",
    [lambda rows: rows.update(sha256="0" * 64), lambda rows: rows._raw_delete(rows.db)],
    ids=["update", "delete"],
)
def test_what_was_issued_can_be_neither_changed_nor_deleted(world: World, change: Callable[[Any], Any]) -> None:
    report = issue_report(H1, None, by=world.director)
    for model in (Report, ReportFile):
        rows = model.objects.unscoped("a test tries to change everything")
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            change(rows)
        assert is_append_only_violation(refused.value)
    assert Report.objects.visible_to(world.director).get().sha256 == report.sha256


def test_one_number_cannot_stand_twice(world: World) -> None:
    report = issue_report(H1, None, by=world.director)
    twin = Report.objects.visible_to(world.director).get()
    twin.pk, twin.edition, twin._state.adding = None, 9, True
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)
    assert twin.number == report.number


def test_who_loses_the_race_for_a_number_takes_the_next(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one report is being made, another is issued: the first is made again with the next number."""
    made: list[str] = []

    def slowly(data: ReportData) -> dict[tuple[str, str], bytes]:
        made.append(data.issue.number)
        if len(made) == 1:
            issue_report(H1, area("SY13"), by=world.suwayda)
        return few_files(data)

    monkeypatch.setattr(actions, "make_files", slowly)
    report = issue_report(H1, None, by=world.director)
    numbers = list(Report.objects.visible_to(world.director).order_by("sequence").values_list("number", flat=True))
    assert len(set(numbers)) == len(numbers) == 2
    assert report.number == numbers[1]
    assert made[0] == made[1] == numbers[0]


def test_who_always_loses_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "next_sequence", lambda _year: 1)
    issue_report(H1, area("SY13"), by=world.suwayda)
    with pytest.raises(Conflict):
        issue_report(H1, None, by=world.director)


def test_nothing_is_kept_when_a_file_cannot_be_made(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_data: ReportData) -> dict[tuple[str, str], bytes]:
        raise RuntimeError("no typefaces")

    monkeypatch.setattr(actions, "make_files", broken)
    with pytest.raises(RuntimeError):
        issue_report(H1, None, by=world.director)
    assert not Report.objects.unscoped("a test looks at everything").exists()
    assert not AuditEntry.objects.filter(verb="reports.issued").exists()
