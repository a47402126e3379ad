"""Numbered chart copies: printed of locked versions alone, handed out, taken back, lost and found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.kit.identifiers import is_valid_serial
from nawl.production.actions import issue_copy, lose_copy, print_copy, retire_version, return_copy
from nawl.production.models import ChartCopy, ChartVersion
from nawl.production.queries.copies import copies_by_state, copies_seen_by
from nawl.production.rules import COPY_KEEPERS
from tests.conftest import TODAY
from tests.factories.production import draw, make_locked, make_version
from tests.production.acts import hand, refuses_all_but, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(locked: ChartVersion) -> User:
    return hand(Role.WORKSHOP_SUPERVISOR, locked.design.facility)


@pytest.fixture
def copy(locked: ChartVersion, keeper: User) -> ChartCopy:
    return print_copy(locked, by=keeper)


def test_no_copy_is_printed_of_a_version_that_was_retired_since_it_was_looked_at(
    locked: ChartVersion, keeper: User
) -> None:
    retire_version(locked, reason="لون غير ثابت", by=keeper)
    assert locked.state == "locked", "what the page was shown"
    with pytest.raises(NotPossible, match="version_not_locked"):
        print_copy(locked, by=keeper)


def test_a_copy_gets_a_number_of_its_own(locked: ChartVersion, keeper: User) -> None:
    copies = [print_copy(locked, by=keeper) for _ in range(2)]
    assert [copy.serial[:13] for copy in copies] == ["CHC-2022-0001", "CHC-2022-0002"]
    assert all(is_valid_serial(copy.serial) for copy in copies)
    assert (copies[0].state, copies[0].printed_on) == ("printed", TODAY)
    assert copies[0].serial in told(copies[0])


def test_only_who_keeps_copies_numbers_hands_out_and_takes_back(locked: ChartVersion, copy: ChartCopy) -> None:
    unit = locked.design.facility
    refuses_all_but(COPY_KEEPERS, unit, lambda by: print_copy(locked, by=by))
    for act in (
        lambda by: issue_copy(copy, issued_to="النول ٣", by=by),
        lambda by: lose_copy(copy, note="ضاعت", by=by),
        lambda by: return_copy(copy, by=by),
    ):
        with pytest.raises(NotAllowed):
            act(hand(Role.CENTRE_CLERK, unit))


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_only_locked_versions_get_numbered_copies(state: str) -> None:
    version = draw(make_version()) if state == "draft" else make_locked()
    by = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility)
    if state == "retired":
        version = retire_version(version, reason="لا يُطلب", by=by)
    with pytest.raises(NotPossible, match="version_not_locked"):
        print_copy(version, by=by)


def test_a_copy_is_handed_out_to_a_loom_and_taken_back(copy: ChartCopy, keeper: User) -> None:
    out = issue_copy(copy, issued_to=" النول ٣ ", by=keeper)
    assert (out.state, out.issued_to, out.issued_on) == ("issued", "النول ٣", TODAY)
    assert "«النول ٣»" in told(copy)
    back = return_copy(out, by=keeper)
    assert (back.state, back.returned_on) == ("returned", TODAY)
    again = issue_copy(back, issued_to="النول ٥", by=keeper)
    assert (again.issued_to, again.returned_on) == ("النول ٥", None)


def test_a_lost_copy_keeps_its_note_and_can_be_found(copy: ChartCopy, keeper: User) -> None:
    lost = lose_copy(issue_copy(copy, issued_to="النول ٣", by=keeper), note="ضاعت في النقل", by=keeper)
    assert (lost.state, lost.note) == ("lost", "ضاعت في النقل")
    assert "ضاعت في النقل" in told(copy)
    assert return_copy(lost, by=keeper).state == "returned"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"issued_to": " "}, "copy_place_missing"),
        ({"issued_on": date(2022, 7, 13)}, "copy_days_reversed"),
        ({"issued_on": date(2022, 7, 15)}, "lot_day_in_future"),
        ({"issued_to": "ن" * 161}, "text_too_long"),
    ],
)
def test_handing_out_says_where_to_on_a_day_that_can_be(
    copy: ChartCopy, keeper: User, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(NotPossible, match=code):
        issue_copy(copy, by=keeper, **{"issued_to": "النول ٣", **changes})


def test_a_copy_is_not_handed_out_twice_nor_lost_without_a_word(copy: ChartCopy, keeper: User) -> None:
    out = issue_copy(copy, issued_to="النول ٣", by=keeper)
    with pytest.raises(NotPossible, match="copy_state_unfit"):
        issue_copy(out, issued_to="النول ٥", by=keeper)
    with pytest.raises(NotPossible, match="version_reason_missing"):
        lose_copy(out, note=" ", by=keeper)


def test_copies_are_counted_and_found_by_state_and_number(copy: ChartCopy, locked: ChartVersion, keeper: User) -> None:
    other = issue_copy(print_copy(locked, by=keeper), issued_to="النول ٣", by=keeper)
    assert copies_by_state(keeper) == {"printed": 1, "issued": 1, "returned": 0, "lost": 0}
    assert list(copies_seen_by(keeper, "issued")) == [other]
    assert list(copies_seen_by(keeper, search="0001")) == [copy]


@pytest.mark.parametrize(
    "said",
    [
        {"state": "issued"},
        {"state": "issued", "issued_on": TODAY},
        {"state": "returned"},
        {"state": "eaten"},
    ],
    ids=str,
)
def test_the_database_keeps_no_copy_that_is_not_where_its_state_says(copy: ChartCopy, said: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ChartCopy.objects.unscoped("a test writes past the rules").filter(pk=copy.pk).update(**said)
