"""A version goes to review, comes back, is locked for good, gives way, is retired."""

from __future__ import annotations

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import NotPossible
from nawl.production.actions import begin_version, lock_version, retire_version, return_to_draft, send_to_review
from nawl.production.models import ChartVersion
from nawl.production.rules import DRAWERS, LOCKERS
from tests.conftest import TODAY
from tests.factories.production import draw, make_class, make_locked, make_version, reread
from tests.production.acts import hand, refuses_all_but, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(drawn: ChartVersion) -> ChartVersion:
    return send_to_review(drawn, by=hand(Role.DESIGNER, drawn.design.facility))


def test_a_whole_drawing_is_sent_to_review_and_leaves_an_entry(drawn: ChartVersion) -> None:
    sent = send_to_review(drawn, by=hand(Role.DESIGNER, drawn.design.facility))
    assert (sent.state, sent.sent_on) == ("review", TODAY)
    entry = AuditEntry.objects.get(verb="production.version_sent")
    assert entry.changes["sha256"] == drawn.fingerprint
    assert "إلى المراجعة" in told(drawn)


def test_only_who_draws_sends(drawn: ChartVersion) -> None:
    refuses_all_but(DRAWERS, drawn.design.facility, lambda by: send_to_review(drawn, by=by))


def test_a_drawing_with_bare_knots_is_not_sent() -> None:
    version = make_version()
    with pytest.raises(NotPossible, match="chart_not_whole") as caught:
        send_to_review(version, by=hand(Role.DESIGNER, version.design.facility))
    assert caught.value.facts == {"knots": 1800}


def test_a_drawing_with_more_colours_than_its_frame_allows_is_not_sent() -> None:
    version = draw(make_version(colours=3))
    with pytest.raises(NotPossible, match="chart_too_colourful"):
        send_to_review(version, by=hand(Role.DESIGNER, version.design.facility))


def test_a_version_is_given_back_with_a_reason(sent: ChartVersion) -> None:
    back = return_to_draft(
        sent, reason="الإطار قريب من الأرضية", by=hand(Role.GOVERNORATE_DIRECTOR, sent.design.facility)
    )
    assert (back.state, back.sent_on) == ("draft", None)
    assert "الإطار قريب من الأرضية" in told(sent)


def test_giving_back_needs_a_reason_and_a_version_in_review(sent: ChartVersion) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, sent.design.facility)
    with pytest.raises(NotPossible, match="version_reason_missing"):
        return_to_draft(sent, reason="  ", by=by)
    lock_version(sent, by=by)
    with pytest.raises(NotPossible, match="version_state_unfit"):
        return_to_draft(sent, reason="تأخر", by=by)


def test_only_who_draws_or_locks_gives_back(sent: ChartVersion) -> None:
    allowed = tuple({*DRAWERS, *LOCKERS})
    refuses_all_but(allowed, sent.design.facility, lambda by: return_to_draft(sent, reason="سبب", by=by))


def test_locking_keeps_the_day_the_hand_the_reckoning_and_leaves_an_entry(sent: ChartVersion) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, sent.design.facility)
    locked = lock_version(sent, by=by)
    assert (locked.state, locked.locked_on, locked.locked_by) == ("locked", TODAY, by)
    assert locked.reckoning["knots"] == locked.knots
    assert sum(need["knots"] for need in locked.reckoning["yarns"]) == locked.knots
    assert "ثُبّتت" in told(locked)


def test_only_who_locks_locks(sent: ChartVersion) -> None:
    refuses_all_but(LOCKERS, sent.design.facility, lambda by: lock_version(sent, by=by))
    assert reread(sent).state == "review"


def test_a_draft_is_not_locked_past_review(drawn: ChartVersion) -> None:
    with pytest.raises(NotPossible, match="version_state_unfit"):
        lock_version(drawn, by=hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility))


def test_a_locked_version_of_the_same_class_and_size_gives_way() -> None:
    first = make_locked()
    by = hand(Role.WORKSHOP_SUPERVISOR, first.design.facility)
    second = lock_version(send_to_review(begin_version(first, by=by), by=by), by=by)
    assert (reread(first).state, second.state) == ("superseded", "locked")
    assert AuditEntry.objects.filter(verb="production.version_locked").latest("id").changes["superseded"] == [1]


def test_a_locked_version_of_another_class_stays_beside_it() -> None:
    first = make_locked()
    by = hand(Role.WORKSHOP_SUPERVISOR, first.design.facility)
    finer = begin_version(first, quality=make_class("400"), by=by)
    lock_version(send_to_review(finer, by=by), by=by)
    assert reread(first).state == "locked"


@pytest.mark.parametrize("state", ["locked", "superseded"])
def test_a_version_out_of_use_is_retired_with_a_reason(state: str) -> None:
    version = make_locked()
    by = hand(Role.PROGRAMME_DIRECTOR, version.design.facility)
    if state == "superseded":
        lock_version(
            send_to_review(
                begin_version(version, by=hand(Role.DESIGNER, version.design.facility)),
                by=hand(Role.DESIGNER, version.design.facility),
            ),
            by=by,
        )
    retired = retire_version(version, reason="لا يُطلب", by=by)
    assert retired.state == "retired"
    assert "لا يُطلب" in told(retired)


def test_only_who_locks_retires_and_not_without_a_reason() -> None:
    version = make_locked()
    refuses_all_but(LOCKERS, version.design.facility, lambda by: retire_version(version, reason="سبب", by=by))
    with pytest.raises(NotPossible, match="version_reason_missing"):
        retire_version(version, reason="", by=hand(Role.WORKSHOP_SUPERVISOR, version.design.facility))


def test_a_draft_is_not_retired(drawn: ChartVersion) -> None:
    with pytest.raises(NotPossible, match="version_state_unfit"):
        retire_version(drawn, reason="سبب", by=hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility))
