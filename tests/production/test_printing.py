"""Printing: small charts at once, large ones beside the server, both by one way; progress and failure are told."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.kit.errors import Conflict, NotAllowed, NotPossible
from nawl.production.actions import (
    PrintWish,
    ask_print,
    issue_copy,
    lose_copy,
    print_again,
    print_copy,
    printing,
    retire_version,
    take_up_printings,
)
from nawl.production.forms.printing import PrintForm
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from nawl.production.queries.charts import chart_of
from nawl.production.queries.printing import PATIENCE, is_cut_off, job_seen_by, pages_of, titles_of
from nawl.production.queries.reckoning import amounts_of
from nawl.ui.sentences import sentence
from nawl.weaving.printing import ChartPaper
from tests.factories.accounts import make_system_user
from tests.factories.production import draw, make_version
from tests.production.acts import hand, told

pytestmark = pytest.mark.django_db
A4 = ChartPaper(paper="a4")


def job_of(key: object) -> PrintJob:
    return PrintJob.objects.unscoped("a test looks at a printing").get(pk=key)


def test_a_small_chart_is_ready_at_once(locked: ChartVersion) -> None:
    by = hand(Role.CENTRE_CLERK, locked.design.facility)
    job = ask_print(locked, PrintWish(A4), by=by)
    kept = job_of(job.pk)
    pages = PdfReader(io.BytesIO(pages_of(kept) or b"")).pages
    assert kept.state == "done"
    assert kept.pages_done == kept.pages_total == len(pages)
    assert "طُلبت طباعة النسخة 1" in told(job)


def test_a_large_chart_goes_to_the_background_and_tells_how_far_it_is(
    locked: ChartVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "AT_ONCE", 0)
    enqueued: list[str] = []
    monkeypatch.setattr(type(printing.print_in_background), "enqueue", lambda _task, key: enqueued.append(key))
    job = ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility))
    assert (job_of(job.pk).state, enqueued) == ("queued", [str(job.pk)])
    told_of: list[tuple[int, int]] = []
    tell = printing._tell

    def listening(one: PrintJob, **news: Any) -> None:
        if "pages_done" in news and "pages_total" in news:
            told_of.append((news["pages_done"], news["pages_total"]))
        tell(one, **news)

    monkeypatch.setattr(printing, "_tell", listening)
    printing.print_in_background.call(str(job.pk))
    assert job_of(job.pk).state == "done"
    assert told_of[-1][0] == told_of[-1][1] > 0
    assert told_of == sorted(told_of)


def test_a_printing_that_is_done_is_not_made_again(locked: ChartVersion) -> None:
    job = ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility))
    before = job_of(job.pk)
    printing.print_in_background.call(str(job.pk))
    assert job_of(job.pk).ended_at == before.ended_at


def test_the_same_chart_and_day_print_to_the_same_bytes(locked: ChartVersion) -> None:
    by = hand(Role.DESIGNER, locked.design.facility)
    first, second = (ask_print(locked, PrintWish(A4), by=by) for _ in range(2))
    assert pages_of(first) == pages_of(second)


def test_what_stands_against_a_printing_is_kept_for_the_reader(
    locked: ChartVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise NotPossible("chart_damaged")

    monkeypatch.setattr(printing, "print_chart", refuse)
    job = ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility))
    assert (job_of(job.pk).state, job_of(job.pk).fault) == ("failed", "chart_damaged")


def test_the_sentence_of_a_printing_that_failed_says_its_facts(
    locked: ChartVersion, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = {"wide": Decimal("3.5"), "high": 900, "most": (40, 50), "most_high": 300}
    monkeypatch.setattr(printing, "_made", Mock(side_effect=NotPossible("sheet_unfit", **facts)))
    by = hand(Role.DESIGNER, locked.design.facility)
    job = ask_print(locked, PrintWish(A4), by=by)
    client.force_login(by)
    client.cookies["nawl_language"] = "en"
    page = client.get(reverse("production:print-job", args=[job.pk])).content.decode()
    assert "…" not in sentence(NotPossible(job_of(job.pk).fault, **job_of(job.pk).fault_facts))
    assert "3.5" in page
    assert "900" in page


def test_no_number_is_given_to_a_copy_whose_paper_is_refused(locked: ChartVersion) -> None:
    wish = {"paper": "a4", "layout": "tiles", "marks": "both", "reading": "right", "view": "front", "overlap": "3"}
    form = PrintForm({**wish, "extent": "repeat", "language": "ar", "is_copy": "on"})
    assert form.ask(locked, by=hand(Role.WORKSHOP_SUPERVISOR, locked.design.facility)) is None
    assert "extent" in form.errors
    assert not ChartCopy.objects.unscoped("a test looks for copies").exists()


def test_a_failure_of_the_programme_is_logged_and_told(
    locked: ChartVersion, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise RuntimeError("the ink is dry")

    monkeypatch.setattr(printing, "print_chart", fail)
    job = ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility))
    assert (job_of(job.pk).state, job_of(job.pk).fault) == ("failed", "print_failed")
    assert "the ink is dry" in caplog.text


def test_only_the_part_of_a_symmetric_chart_can_be_asked_alone(locked: ChartVersion) -> None:
    with pytest.raises(NotPossible, match="chart_not_symmetric"):
        ask_print(locked, PrintWish(ChartPaper(extent="repeat")), by=hand(Role.DESIGNER, locked.design.facility))
    assert not AuditEntry.objects.filter(verb="production.print_asked").exists()


def test_who_may_not_see_designs_prints_none(locked: ChartVersion) -> None:
    with pytest.raises(NotAllowed):
        ask_print(locked, PrintWish(A4), by=hand(Role.PARTNER, locked.design.facility))


@pytest.mark.parametrize(
    ("news", "is_lost"),
    [
        ({}, True),
        ({"told_at": None, "asked_at": timezone.now() - PATIENCE * 2}, True),
        ({"state": "queued"}, True),
        ({"told_at": None}, False),
        ({"state": "done", "pdf": b"%PDF"}, False),
        ({"state": "failed", "fault": "print_failed"}, False),
    ],
)
def test_a_printing_that_fell_silent_is_cut_off(locked: ChartVersion, news: dict[str, Any], is_lost: bool) -> None:
    job = cut(ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility)), **news)
    assert is_cut_off(job) is is_lost


def test_what_waits_behind_a_long_printing_is_not_cut_off(locked: ChartVersion) -> None:
    by = hand(Role.DESIGNER, locked.design.facility)
    waiting = cut(ask_print(locked, PrintWish(A4), by=by), state="queued")
    before = cut(ask_print(locked, PrintWish(A4), by=by), told_at=timezone.now())
    assert not is_cut_off(waiting)
    with pytest.raises(Conflict, match="print_under_way"):
        print_again(waiting, by=by)
    cut(before)
    assert is_cut_off(waiting)


def cut(job: PrintJob, **news: Any) -> PrintJob:
    """Leave a printing as a process leaves it that is killed, and let time pass."""
    rows = PrintJob.objects.unscoped("a test cuts a printing off").filter(pk=job.pk)
    rows.update(**{"state": "running", "pdf": None, "told_at": timezone.now() - PATIENCE * 2, **news})
    return rows.get()


@pytest.fixture
def enqueued(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    keys: list[str] = []
    monkeypatch.setattr(type(printing.print_in_background), "enqueue", lambda _task, key: keys.append(key))
    return keys


def test_what_was_cut_off_is_taken_up_once_and_then_told_as_failed(locked: ChartVersion, enqueued: list[str]) -> None:
    job = cut(ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility)))
    assert (take_up_printings(), enqueued) == (1, [str(job.pk)])
    assert (job_of(job.pk).state, take_up_printings()) == ("queued", 0)
    cut(job)
    assert (take_up_printings(), len(enqueued)) == (0, 1)
    kept = job_of(job.pk)
    assert (kept.state, kept.fault, kept.fault_facts) == ("failed", "print_cut_off", {"cuts": 2})
    assert "2" in sentence(NotPossible(kept.fault, **kept.fault_facts))
    assert "…" not in sentence(NotPossible(kept.fault, **kept.fault_facts))


def test_what_is_taken_up_is_printed(locked: ChartVersion) -> None:
    job = ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility))
    before = pages_of(job)
    cut(job)
    take_up_printings()
    printing.print_in_background.call(str(job.pk))
    assert pages_of(job_of(job.pk)) == before


@pytest.mark.parametrize("news", [{"told_at": None}, {"state": "queued"}, {"state": "failed", "fault": "print_failed"}])
def test_what_waits_failed_or_was_heard_of_is_not_taken_up(
    locked: ChartVersion, enqueued: list[str], news: dict[str, Any]
) -> None:
    job = cut(ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility)), **news)
    assert (take_up_printings(), enqueued) == (0, [])
    assert job_of(job.pk).state == news.get("state", "running")


def test_of_two_workers_one_takes_a_printing_up(locked: ChartVersion, enqueued: list[str]) -> None:
    job = cut(ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility)))
    rows = PrintJob.objects.unscoped("a test claims twice")
    assert [printing._claim(job, rows, {}), printing._claim(job, rows, {})] == [True, False]


class CutOff(BaseException):
    """What ends a process in the middle of its work."""


def test_nothing_waits_without_its_task(locked: ChartVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is cut off between the row and its task leaves neither: the printing stands as it stood before."""
    by = hand(Role.DESIGNER, locked.design.facility)
    job = cut(ask_print(locked, PrintWish(A4), by=by))
    before = PrintJob.objects.unscoped("a test compares").filter(version=locked).values()
    stood, acts = list(before), AuditEntry.objects.count()
    monkeypatch.setattr(printing, "AT_ONCE", 0)
    monkeypatch.setattr(type(printing.print_in_background), "enqueue", Mock(side_effect=CutOff))
    for begin in (
        take_up_printings,
        lambda: print_again(job_of(job.pk), by=by),
        lambda: ask_print(locked, PrintWish(A4), by=by),
    ):
        with pytest.raises(CutOff):
            begin()
        assert (list(before.all()), AuditEntry.objects.count()) == (stood, acts)


@pytest.mark.parametrize("state", ["running", "failed"])
def test_a_reader_prints_again_under_the_same_number(locked: ChartVersion, client: Client, state: str) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, locked.design.facility)
    copy = print_copy(locked, by=by)
    job = cut(ask_print(locked, PrintWish(A4, copy), by=by), state=state, fault="print_failed")
    clerk, shown = hand(Role.CENTRE_CLERK, locked.design.facility), reverse("production:print-job", args=[job.pk])
    with pytest.raises(NotAllowed):
        print_again(job, by=clerk)
    again = reverse("production:print-again", args=[job.pk])
    client.force_login(clerk)
    assert again not in client.get(shown).content.decode()
    client.force_login(by)
    page = client.get(shown).content.decode()
    assert f'action="{again}"' in page
    assert client.post(again).url == reverse("production:print-job", args=[job.pk])
    kept = job_of(job.pk)
    assert (kept.state, kept.copy_id, kept.fault, bool(pages_of(kept))) == ("done", copy.pk, "", True)
    assert ChartCopy.objects.unscoped("a test counts").count() == 1
    assert "من جديد" in told(job)
    assert AuditEntry.objects.filter(verb="production.print_asked_again").count() == 1


@pytest.mark.parametrize(
    ("turn", "code"),
    [
        (lambda copy, by: issue_copy(copy, issued_to="النول ٣", by=by), "copy_state_unfit"),
        (lambda copy, by: lose_copy(copy, note="ضاعت", by=by), "copy_state_unfit"),
        (lambda copy, by: retire_version(copy.version, reason="قديمة", by=by), "version_not_locked"),
    ],
)
def test_a_copy_that_went_out_or_whose_version_ended_is_not_printed_again(
    locked: ChartVersion, client: Client, turn: Callable[[ChartCopy, User], object], code: str
) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, locked.design.facility)
    copy = print_copy(locked, by=by)
    job = cut(ask_print(locked, PrintWish(A4, copy), by=by), state="failed", fault="print_failed")
    turn(copy, make_system_user())
    with pytest.raises(NotPossible, match=code):
        print_again(job_seen_by(by, job.pk), by=by)
    client.force_login(by)
    page = client.get(reverse("production:print-job", args=[job.pk])).content.decode()
    assert reverse("production:print-again", args=[job.pk]) not in page


def test_what_is_ready_or_on_its_way_is_not_printed_again(locked: ChartVersion) -> None:
    by = hand(Role.DESIGNER, locked.design.facility)
    job = ask_print(locked, PrintWish(A4), by=by)
    for standing in (job_of(job.pk), cut(job, told_at=timezone.now())):
        with pytest.raises(Conflict, match="print_under_way"):
            print_again(standing, by=by)
    with pytest.raises(NotAllowed):
        print_again(cut(job), by=hand(Role.PARTNER, locked.design.facility))


def test_titles_say_whether_a_chart_is_final_and_which_copy_it_is(locked: ChartVersion) -> None:
    copy = print_copy(locked, by=hand(Role.WORKSHOP_SUPERVISOR, locked.design.facility))
    titles = titles_of(locked, "ar", copy)
    assert (titles.title, titles.is_locked, titles.copy, titles.code) == (
        "نجمة صافيتا",
        True,
        copy.serial,
        locked.design.serial,
    )
    draft = draw(make_version(locked.design.facility))
    assert (titles_of(draft, "en", None).title, titles_of(draft, "en", None).is_locked) == ("Safita star", False)


def test_the_legend_knows_grams_hanks_and_lots(locked: ChartVersion) -> None:
    amounts = amounts_of(chart_of(locked), locked.design.facility)
    knots = locked.counts[0]
    expected = (Decimal(knots) * 45 / 1000 * 500 / 1000 * Decimal("1.08")).quantize(Decimal("0.1"))
    assert (amounts[0].grams, amounts[0].hanks, amounts[0].lots) == (expected, 1, ("22-107",))


def test_a_printing_is_seen_within_its_scope(locked: ChartVersion) -> None:
    by = hand(Role.DESIGNER, locked.design.facility)
    job = ask_print(locked, PrintWish(A4), by=by)
    assert job_seen_by(by, job.pk) == job


@pytest.mark.parametrize("said", [{"state": "done", "pdf": None}, {"state": "failed"}, {"state": "eaten"}], ids=str)
def test_the_database_keeps_no_printing_that_ended_without_pages_or_reason(
    locked: ChartVersion, said: dict[str, Any]
) -> None:
    job = ask_print(locked, PrintWish(A4), by=hand(Role.DESIGNER, locked.design.facility))
    with pytest.raises(IntegrityError), transaction.atomic():
        PrintJob.objects.unscoped("a test writes past the rules").filter(pk=job.pk).update(**said)
