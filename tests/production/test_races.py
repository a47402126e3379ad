"""Two hands at once on PostgreSQL: one saves, the other is told; numbers are never given twice; nothing slips past a lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier
from time import sleep
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from django.db import connection

from nawl.kit.errors import Conflict, NotPossible, ProgrammeError
from nawl.production.actions import (
    SaveAnswer,
    begin_version,
    count_lot,
    issue_copy,
    lock_version,
    print_copy,
    save_draft,
    send_to_review,
    states,
)
from nawl.production.models import ChartVersion, DraftSave, LotCount
from nawl.production.queries.charts import chart_of
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility
from tests.factories.production import (
    DYES,
    draw,
    knots_for,
    make_class,
    make_design,
    make_locked,
    make_lot,
    make_palette,
    make_version,
    reread,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


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


def saving(version: ChartVersion, seed: int, key: Any = None) -> Callable[[], SaveAnswer]:
    by = make_system_user()
    wish = key or uuid4()
    return lambda: save_draft(version, knots_for(version, seed), list(DYES), revision=version.revision, key=wish, by=by)


def test_of_several_savings_over_one_revision_one_is_kept_whole() -> None:
    version = make_version()
    answers = at_once([saving(version, seed) for seed in range(4)])
    assert [type(answer) for answer in answers].count(SaveAnswer) == 1
    assert all(answer.code == "chart_changed_meanwhile" for answer in answers if isinstance(answer, Conflict))
    seed = next(seed for seed, answer in enumerate(answers) if isinstance(answer, SaveAnswer))
    kept = reread(version)
    assert kept.revision == 1
    assert np.array_equal(chart_of(kept).knots, knots_for(version, seed))
    assert sum(kept.counts) == kept.knots


def test_one_sending_that_arrives_several_times_at_once_is_saved_once() -> None:
    version = make_version()
    key = uuid4()
    answers = at_once([saving(version, 1, key) for _ in range(4)])
    assert {answer.revision for answer in answers} == {1}
    assert DraftSave.objects.count() == 1


def test_a_saving_and_a_sending_to_review_do_not_both_have_their_way() -> None:
    version = draw(make_version())
    by = make_system_user()
    answers = at_once([saving(version, 5), lambda: send_to_review(version, by=by)])
    kept = reread(version)
    assert kept.state == "review"
    saved = next(answer for answer in answers if not isinstance(answer, ChartVersion))
    assert isinstance(saved, SaveAnswer | NotPossible)
    assert np.array_equal(chart_of(kept).knots, knots_for(version, 5 if isinstance(saved, SaveAnswer) else 1))


def test_of_two_locks_of_one_version_one_is_refused() -> None:
    by = make_system_user()
    sent = send_to_review(draw(make_version()), by=by)
    answers = at_once([lambda: lock_version(sent, by=by)] * 2)
    assert sorted(type(answer).__name__ for answer in answers) == ["ChartVersion", "NotPossible"]


def test_designs_versions_and_copies_begun_at_once_have_numbers_of_their_own() -> None:
    unit, by = make_facility(), make_system_user()
    make_palette(unit)
    make_class()
    locked = make_locked(make_version(unit))
    designs = at_once([lambda: make_design(unit, by=by)] * 3)
    assert len({design.serial for design in designs}) == 3
    versions = at_once([lambda: begin_version(locked, by=by)] * 3)
    assert {version.number for version in versions} == {2, 3, 4}
    copies = at_once([lambda: print_copy(locked, by=by)] * 3)
    assert len({copy.serial for copy in copies}) == 3


def test_a_copy_is_handed_out_to_one_loom() -> None:
    by = make_system_user()
    copy = print_copy(make_locked(), by=by)
    answers = at_once([lambda loom=loom: issue_copy(copy, issued_to=f"النول {loom}", by=by) for loom in range(3)])  # type: ignore[misc]
    assert [answer.code for answer in answers if isinstance(answer, NotPossible)] == ["copy_state_unfit"] * 2


def test_weighings_at_once_are_all_kept() -> None:
    lot, by = make_lot(make_facility()), make_system_user()
    day = date(2022, 7, 1)
    at_once([lambda grams=grams: count_lot(lot, Decimal(grams), counted_on=day, by=by) for grams in (10, 20, 30)])  # type: ignore[misc]
    assert LotCount.objects.unscoped("a test counts all").count() == 4


def test_of_two_versions_of_one_make_locked_at_once_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    by = make_system_user()
    first = draw(make_version())
    second = draw(begin_version(first, by=by))
    sent = [send_to_review(one, by=by) for one in (first, second)]

    supersede = states._supersede

    def slowly(version: ChartVersion) -> list[int]:
        """Look around, and let the other look before anything is final, were it let."""
        given_way = supersede(version)
        sleep(0.4)
        return given_way

    monkeypatch.setattr(states, "_supersede", slowly)
    at_once([lambda one=one: lock_version(one, by=by) for one in sent])  # type: ignore[misc]
    assert sorted(reread(one).state for one in sent) == ["locked", "superseded"]
