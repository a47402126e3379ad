"""The audit trail: written with the act, readable as history, never changed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from nawl.accounts.actions import record
from nawl.accounts.models import AuditEntry, AuditSubject
from nawl.accounts.queries import history_of, latest_acts
from nawl.kit.database import append_only_tables, is_append_only_violation
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
CHANGES = {AuditEntry: {"verb": "other"}, AuditSubject: {"key": "other"}}


def test_the_audit_tables_refuse_change() -> None:
    assert {"accounts_auditentry", "accounts_auditsubject"} <= append_only_tables(connection)


@pytest.mark.parametrize("model", [AuditEntry, AuditSubject])
@pytest.mark.parametrize("act", ["update", "delete"])
def test_an_entry_is_neither_changed_nor_removed(model: type, act: str) -> None:
    user = make_user()
    with transaction.atomic():
        record("accounts.signed_in", by=user, subjects=[user])
    rows = model.objects.all()
    with pytest.raises(DatabaseError) as fault, transaction.atomic():
        rows.update(**CHANGES[model]) if act == "update" else rows._raw_delete(rows.db)
    assert is_append_only_violation(fault.value)
    assert model.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_entry_belongs_inside_the_transaction_of_its_act() -> None:
    user = make_user()
    with pytest.raises(RuntimeError):
        record("accounts.signed_in", by=user, subjects=[user])


def test_dates_and_identities_are_kept_as_text() -> None:
    user = make_user()
    entry = record("x.y", by=user, subjects=[user], changes={"day": date(2022, 7, 14), "who": user.pk})
    entry.refresh_from_db()
    assert entry.changes == {"day": "2022-07-14", "who": str(user.pk)}


def test_a_record_s_history_is_read_newest_first_in_two_queries(django_assert_num_queries) -> None:
    user, other = make_user("one"), make_user("two")
    for subject in (user, other, user):
        record("accounts.password_set", by=other, subjects=[subject])
    record(
        "accounts.user_deactivated",
        by=other,
        subjects=[user],
        changes={"is_active": [True, False], "reason": "انتقال", "valid_to": [None, "2022-07-14"]},
    )
    with django_assert_num_queries(2):
        history = history_of(user)
    assert [act.verb for act in history.acts] == [
        "accounts.user_deactivated",
        "accounts.password_set",
        "accounts.password_set",
    ]
    newest = history.acts[0]
    assert newest.by == other.full_name
    assert "انتقال" in newest.sentence
    assert [(change.before, change.after) for change in newest.changes][1] == ("—", "14 تموز 2022")


def test_a_long_history_comes_in_pages() -> None:
    user = make_user()
    for _number in range(5):
        record("accounts.password_set", by=user, subjects=[user])
    history = history_of(user, page=2, size=2)
    assert len(history.acts) == 2
    assert history.page.paginator.num_pages == 3


def test_latest_acts_keep_to_their_places_and_records() -> None:
    user, other = make_user("one"), make_user("two")
    record("places.a", by=user, subjects=[user], place_path="SY/SY10/SY1003/")
    record("places.b", by=user, subjects=[other], place_path="SY/SY13/")
    record("accounts.c", by=user, subjects=[other])
    assert len(latest_acts(place_paths=None)) == 3
    assert [act.verb for act in latest_acts(place_paths=["SY/SY10/"])] == ["places.a"]
    assert [act.verb for act in latest_acts(place_paths=[], subjects=[other])] == ["accounts.c", "places.b"]
    assert [act.verb for act in latest_acts(place_paths=None, verbs=["places."])] == ["places.b", "places.a"]
    assert latest_acts(place_paths=[]) == []
