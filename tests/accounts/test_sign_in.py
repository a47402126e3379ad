"""Signing in: a session of one's own, five tries, a way on that stays in the house."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config import settings as own
from nawl.accounts.models import AuditEntry, User
from nawl.accounts.queries import reader_address
from tests.factories.accounts import PASSWORD, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "/sign-in/"


def try_in(client: Client, username: str = "safita.02", password: str = PASSWORD, **more: str):
    return client.post(ADDRESS, {"username": username, "password": password, **more})


@pytest.fixture
def clerk() -> User:
    return make_user("safita.02", password=PASSWORD)


def test_the_page_is_arabic_and_needs_nobody_signed_in(client: Client) -> None:
    page = client.get(ADDRESS)
    assert page.status_code == 200
    body = page.content.decode()
    assert 'lang="ar"' in body
    assert "الدخول" in body
    assert "كلمة المرور" in body


def test_the_right_pair_opens_a_new_session_and_is_recorded(client: Client, clerk: User) -> None:
    client.get(ADDRESS)
    client.session.save()
    before = client.session.session_key
    answer = try_in(client, " Safita.02 ")
    assert answer.status_code == 302
    assert answer["Location"] == reverse(settings.LOGIN_REDIRECT_URL)
    assert client.session.session_key != before
    assert client.session.get_expire_at_browser_close()
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.by) == ("accounts.signed_in", clerk)


def test_a_centre_s_own_device_stays_signed_in(client: Client, clerk: User) -> None:
    try_in(client, keep="on")
    assert not client.session.get_expire_at_browser_close()
    assert client.session.get_expiry_age() == 12 * 3600


@pytest.mark.parametrize(
    ("wanted", "way"),
    [("/password/", "/password/"), ("https://example.org/", "/"), ("//example.org", "/"), ("javascript:x", "/")],
)
def test_the_way_on_stays_in_the_house(client: Client, clerk: User, wanted: str, way: str) -> None:
    expected = way if way != "/" else reverse(settings.LOGIN_REDIRECT_URL)
    assert try_in(client, next=wanted)["Location"] == expected
    assert client.get(ADDRESS, {"next": wanted})["Location"] == expected


def test_a_page_asks_who_is_there_and_remembers_the_way(client: Client) -> None:
    answer = client.get("/password/")
    assert answer["Location"] == "/sign-in/?next=/password/"


def test_a_wrong_pair_says_how_many_tries_are_left(client: Client, clerk: User) -> None:
    answer = try_in(client, password="mistyped")
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "اسم المستخدم وكلمة المرور غير متطابقين" in body
    assert "4 محاولات" in body
    assert "mistyped" not in body
    assert "محاولتان" in [try_in(client, password="wrong") for _ in range(2)][-1].content.decode()


def test_the_fifth_wrong_try_locks_the_name_on_this_device(client: Client, clerk: User) -> None:
    answers = [try_in(client, password="wrong").status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    locked = try_in(client)
    assert locked.status_code == 429
    assert 0 < int(locked["Retry-After"]) <= 900
    until = timezone.localtime(AccessAttempt.objects.get().attempt_time + timedelta(minutes=15))
    assert f"{until:%H:%M}" in locked.content.decode()
    assert try_in(client, password="wrong").status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert try_in(client).status_code == 302


def test_other_names_and_devices_are_not_locked(client: Client, clerk: User) -> None:
    make_user("banyas.01", password=PASSWORD)
    for _ in range(5):
        try_in(client, password="wrong")
    assert try_in(client, "banyas.01").status_code == 302
    elsewhere = Client(REMOTE_ADDR="10.0.0.7")
    assert try_in(elsewhere).status_code == 302


def test_failed_tries_are_kept_without_what_was_typed(client: Client, clerk: User) -> None:
    try_in(client, password="secret-of-mine")
    try_in(client, username="typed-my-secret-here", password="x")
    kept = [str(vars(row)) for model in (AccessAttempt, AccessFailureLog, AuditEntry) for row in model.objects.all()]
    assert len(kept) == 5
    assert not any("secret" in row for row in kept)
    entry = AuditEntry.objects.get()
    assert entry.verb == "accounts.sign_in_failed"
    assert entry.subjects.get().key == str(clerk.pk)


def test_a_closed_account_does_not_enter(client: Client) -> None:
    make_user("gone", password=PASSWORD, is_active=False)
    assert try_in(client, "gone").status_code == 422


def test_signing_out_is_a_deed_not_a_link(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert client.get("/sign-out/").status_code == 405
    answer = client.post("/sign-out/")
    assert answer["Location"] == "/sign-in/"
    assert "storage" not in answer["Clear-Site-Data"]
    assert AuditEntry.objects.get().verb == "accounts.signed_out"
    assert client.get("/password/").status_code == 302


def test_one_s_own_password_needs_the_present_one(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    new = "a-new-long-password"
    wrong = client.post("/password/", {"present": "no", "password": new, "again": new})
    assert wrong.status_code == 422
    differing = client.post("/password/", {"present": PASSWORD, "password": new, "again": "other"})
    assert differing.status_code == 422
    elsewhere = Client()
    elsewhere.force_login(clerk)
    done = client.post("/password/", {"present": PASSWORD, "password": new, "again": new})
    assert done.status_code == 302
    assert client.get("/password/").status_code == 200
    assert elsewhere.get("/password/").status_code == 302


def test_passwords_are_hashed_with_argon2_in_use() -> None:
    assert own.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert get_hasher("default").algorithm == "md5"  # quick in tests only


@pytest.mark.parametrize(
    ("proxies", "passed", "expected"),
    [
        (0, "9.9.9.9", "10.0.0.1"),
        (1, "9.9.9.9", "9.9.9.9"),
        (1, "6.6.6.6, 9.9.9.9", "9.9.9.9"),
        (2, "9.9.9.9, 10.0.0.2", "9.9.9.9"),
        (2, "9.9.9.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_our_own_servers_are_believed_about_an_address(
    proxies: int, passed: str, expected: str, rf: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "NAWL_PROXIES", proxies)
    request = rf.get("/", HTTP_X_FORWARDED_FOR=passed, REMOTE_ADDR="10.0.0.1")
    assert reader_address(request) == expected
