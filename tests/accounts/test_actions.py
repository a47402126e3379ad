"""Users are made, given passwords, closed and opened again; each leaves an audit entry."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from nawl.accounts import actions
from nawl.accounts.models import AuditEntry, User
from nawl.kit.errors import NotPossible
from tests.factories.accounts import PASSWORD, make_system_user, make_user

pytestmark = pytest.mark.django_db


def test_a_user_is_made_under_a_tidy_name_and_the_act_is_recorded() -> None:
    admin = make_user("admin")
    user = actions.create_user(" Safita.02 ", full_name="سعاد حسن", password=PASSWORD, by=admin)
    assert user.username == "safita.02"
    assert user.check_password(PASSWORD)
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.by) == ("accounts.user_created", admin)
    assert PASSWORD not in str(entry.changes)


@pytest.mark.parametrize("name", ["ab", "a b c", "اسم", "-abc", "x" * 61, ""])
def test_an_unfit_user_name_is_refused(name: str) -> None:
    with pytest.raises(NotPossible, match="user_name_unfit"):
        actions.create_user(name, full_name="أحد", by=make_user())


def test_a_taken_user_name_is_refused() -> None:
    make_user("safita")
    with pytest.raises(NotPossible, match="user_name_taken"):
        actions.create_user("SAFITA", full_name="أحد", by=make_user())


@pytest.mark.parametrize("password", ["short", "password1234"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(NotPossible, match="password_unfit"):
        actions.set_password(make_user(), password, by=make_user())


def test_a_closed_account_loses_its_sessions_for_good(client: Client) -> None:
    user, admin = make_user("clerk", password=PASSWORD), make_user("admin")
    client.force_login(user)
    session = client.session.session_key
    actions.deactivate(user, reason="نقل", by=admin)
    assert client.get(reverse("accounts:password")).status_code == 302
    client.cookies["sessionid"] = session
    actions.reactivate(user, "another-long-password", by=admin)
    assert client.get(reverse("accounts:password")).status_code == 302
    verbs = list(AuditEntry.objects.values_list("verb", flat=True))
    assert verbs == ["accounts.user_reactivated", "accounts.user_deactivated"]


def test_an_account_is_closed_and_opened_once() -> None:
    user, admin = make_user(), make_user()
    with pytest.raises(NotPossible, match="user_active_already"):
        actions.reactivate(user, PASSWORD, by=admin)
    actions.deactivate(user, by=admin)
    with pytest.raises(NotPossible, match="user_inactive_already"):
        actions.deactivate(user, by=admin)


def test_the_system_is_one_and_takes_no_password() -> None:
    assert actions.the_system() == actions.the_system() == make_system_user()
    assert not actions.the_system().has_usable_password()
    with pytest.raises(NotPossible, match="system_user_stays"):
        actions.set_password(actions.the_system(), PASSWORD, by=make_user())
    with pytest.raises(NotPossible, match="system_user_stays"):
        actions.deactivate(actions.the_system(), by=make_user())
    assert User.objects.filter(is_system=True).count() == 1
