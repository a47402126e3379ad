"""What changed is sent alone: the whole that comes out is the device's own to the byte, or nothing is written."""

from __future__ import annotations

import json
import zlib
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.kit.errors import Conflict, NotPossible
from nawl.production.actions import changing, save_changes, save_draft
from nawl.production.actions.changing import check_of
from nawl.production.models import ChartVersion, DraftSave
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS
from nawl.weaving.chart import Chart
from nawl.weaving.yarns import UNSET
from tests.factories.production import DYES, draw, knots_for, make_version, reread
from tests.production.acts import hand, refuses_all_but

pytestmark = pytest.mark.django_db
CODES = list(DYES)
STROKES = st.lists(
    st.tuples(st.integers(0, 29), st.integers(0, 59), st.integers(1, 30), st.sampled_from([0, 1, 2, 3, UNSET])),
    max_size=8,
)


@pytest.fixture
def drawn() -> ChartVersion:
    """A version with stripes, drawn once."""
    return draw(make_version())


@pytest.fixture
def designer(drawn: ChartVersion) -> User:
    """A designer of its unit."""
    return hand(Role.DESIGNER, drawn.design.facility)


def struck(knots: np.ndarray, strokes: list[tuple[int, int, int, int]]) -> np.ndarray:
    """Return knots with strokes over them: runs along a row."""
    after = knots.copy()
    for x, y, length, value in strokes:
        after[y, x : x + length] = value
    return after


def save(version: ChartVersion, by: User, after: np.ndarray, **asked: Any) -> Any:
    """Send what changed between what stands and `after`."""
    changes = chart_of(version).knots ^ after
    known = {"check": check_of(after), "revision": version.revision, "key": uuid4(), **asked}
    return save_changes(version, changes, CODES, by=by, **known)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(STROKES, min_size=1, max_size=4))
def test_changes_make_what_the_whole_would_have_made(drawn: ChartVersion, designer: User, rounds: list[Any]) -> None:
    for strokes in rounds:
        standing = reread(drawn)
        after = struck(chart_of(standing).knots, strokes)
        answer = save(standing, designer, after)
        saved = reread(drawn)
        assert np.array_equal(chart_of(saved).knots, after)
        assert answer.revision == saved.revision == standing.revision + 1
        assert sum(saved.counts) + saved.unset == after.size


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strokes=STROKES, x=st.integers(0, 29), y=st.integers(0, 59), flaw=st.integers(1, 255))
def test_a_single_wrong_knot_writes_nothing(
    drawn: ChartVersion, designer: User, strokes: list[Any], x: int, y: int, flaw: int
) -> None:
    standing = reread(drawn)
    before = chart_of(standing).knots
    after = struck(before, strokes)
    changes = before ^ after
    changes[y, x] ^= flaw
    with pytest.raises(NotPossible, match="chart_changes_unfit"):
        save_changes(
            standing, changes, CODES, check=check_of(after), revision=standing.revision, key=uuid4(), by=designer
        )
    assert reread(drawn).revision == standing.revision
    assert np.array_equal(chart_of(reread(drawn)).knots, before)


def test_changes_are_told_as_any_saving_is(drawn: ChartVersion, designer: User) -> None:
    save(drawn, designer, knots_for(drawn, 2))
    entry = AuditEntry.objects.filter(verb="production.drawing_saved").latest("recorded_at")
    assert entry.by == designer
    assert DraftSave.objects.get(version=drawn, revision=2).by == designer


def test_only_who_draws_sends_changes(drawn: ChartVersion) -> None:
    refuses_all_but(DRAWERS, drawn.design.facility, lambda by: save(drawn, by, knots_for(drawn, 2)))


def test_changes_to_an_older_revision_are_a_conflict(drawn: ChartVersion, designer: User) -> None:
    draw(drawn, seed=2)
    with pytest.raises(Conflict, match="chart_changed_meanwhile") as caught:
        save(reread(drawn), designer, knots_for(drawn, 3), revision=1)
    assert caught.value.facts == {"seen": 1, "standing": 2}


def test_changes_that_are_overtaken_on_their_way_are_a_conflict(drawn: ChartVersion, designer: User) -> None:
    overtaken = reread(drawn)
    draw(drawn, seed=2)
    after, was = knots_for(drawn, 3), knots_for(drawn, 1)
    with pytest.raises(Conflict, match="chart_changed_meanwhile") as caught:
        save_changes(overtaken, was ^ after, CODES, check=check_of(after), revision=1, key=uuid4(), by=designer)
    assert caught.value.facts == {"seen": 1, "standing": 2}


def test_a_repeated_sending_that_meets_its_first_on_the_way_is_answered(
    drawn: ChartVersion, designer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    after, key = knots_for(drawn, 2), uuid4()
    asked: dict[str, Any] = {"check": check_of(after), "revision": 1, "key": key, "by": designer}
    changes, repeated, answers = chart_of(drawn).knots ^ after, reread(drawn), []
    looked = changing.chart_of

    def late(version: ChartVersion) -> Chart:
        monkeypatch.setattr(changing, "chart_of", looked)
        answers.append(save_changes(reread(drawn), changes, CODES, **asked))
        return looked(version)

    monkeypatch.setattr(changing, "chart_of", late)
    assert [save_changes(repeated, changes, CODES, **asked)] == answers
    assert reread(drawn).revision == 2


def test_a_chart_drawn_on_since_its_version_was_read_is_not_damaged(drawn: ChartVersion) -> None:
    older = reread(drawn)
    draw(drawn, seed=2)
    assert np.array_equal(chart_of(older).knots, knots_for(drawn, 2))


def test_changes_sent_twice_are_written_once(drawn: ChartVersion, designer: User) -> None:
    after, key = knots_for(drawn, 2), uuid4()
    changes = chart_of(drawn).knots ^ after
    asked: dict[str, Any] = {"check": check_of(after), "revision": 1, "key": key, "by": designer}
    first = save_changes(drawn, changes, CODES, **asked)
    assert save_changes(reread(drawn), changes, CODES, **asked) == first
    save(reread(drawn), designer, knots_for(drawn, 3))
    assert save_changes(reread(drawn), changes, CODES, **asked) == first
    assert DraftSave.objects.filter(version=drawn).count() == 3
    assert np.array_equal(chart_of(reread(drawn)).knots, knots_for(drawn, 3))


@pytest.mark.parametrize("what", ["drawing", "hand", "version", "revision"])
def test_a_key_of_changes_belongs_to_them(drawn: ChartVersion, designer: User, what: str) -> None:
    after, key = knots_for(drawn, 2), uuid4()
    save(drawn, designer, after, key=key)
    target = draw(make_version(drawn.design.facility, title_ar="غيره")) if what == "version" else reread(drawn)
    who = hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility) if what == "hand" else designer
    other = knots_for(drawn, 3) if what == "drawing" else after
    with pytest.raises(Conflict, match="key_reused"):
        save(target, who, other, key=key, revision=2 if what == "revision" else 1)


def test_a_whole_repeats_what_changes_had_brought(drawn: ChartVersion, designer: User) -> None:
    after, key = knots_for(drawn, 2), uuid4()
    first = save(drawn, designer, after, key=key)
    assert save_draft(reread(drawn), after, CODES, revision=1, key=key, by=designer) == first


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({}, None),
        ({"check": "0" * 64}, "chart_changes_unfit"),
        ({"check": ""}, "chart_changes_unfit"),
        ({"changes": zlib.compress(bytes(1799))}, "chart_bytes_wrong"),
        ({"changes": b"not deflated"}, "chart_sending_unreadable"),
        ({"revision": "7"}, "chart_changed_meanwhile"),
    ],
)
def test_the_page_takes_changes_or_says_why_not(
    drawn: ChartVersion, designer: User, client: Client, wrong: dict[str, Any], code: str | None
) -> None:
    after = knots_for(drawn, 2)
    sent = {
        "revision": "1",
        "key": str(uuid4()),
        "yarns": json.dumps(CODES),
        "check": check_of(after),
        "changes": zlib.compress((chart_of(drawn).knots ^ after).tobytes()),
        **wrong,
    }
    sent["changes"] = SimpleUploadedFile("changes", sent["changes"])
    client.force_login(designer)
    answer = client.post(reverse("production:chart-save", args=[drawn.design.serial, drawn.number]), sent)
    assert answer.json().get("code") == code
    assert np.array_equal(chart_of(reread(drawn)).knots, knots_for(drawn, 1) if code else after)
