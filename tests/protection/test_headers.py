"""Every answer bears its safety headers, no address bears a name, and nobody's name goes into the logs."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.ui.policy import NO_DEVICES
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.places import make_user_as
from tests.protection.addresses import BOUND, HISTORIES, OF_NO_PLACE, PUBLIC
from tests.protection.conftest import Twins
from tests.protection.crawling import Crawler, begun_at, patterns
from tests.protection.production_writes import RECIPE
from tests.protection.worlds import World

pytestmark = pytest.mark.django_db
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": NO_DEVICES,
}
KEPT = {"production:motif-picture", "production:picture", "production:recipe-picture", "production:version-file"}
"""Pictures without a word in them; a browser keeps them for its one reader, and signing out drops them."""
UNSAFE = re.compile(r"unsafe|\*|https?:|blob:")


def addresses(world: World) -> dict[str, str]:
    """Return one address of every view."""
    of = {**BOUND, **PUBLIC, "web:history": HISTORIES["facility"]}
    return {name: reverse(name, kwargs=of[name](world) if name in of else OF_NO_PLACE.get(name)) for name in patterns()}


def faults_of(response: HttpResponseBase) -> list[str]:
    """Return what is missing or too wide in the headers of an answer."""
    found = [
        f"{name}: {response.headers.get(name)}" for name, value in ALWAYS.items() if response.headers.get(name) != value
    ]
    policy = response.headers.get("Content-Security-Policy", "")
    is_file = policy == "sandbox"
    if not is_file and not policy.startswith("default-src 'none'"):
        found.append(f"policy: {policy}")
    if UNSAFE.search(policy):
        found.append(f"policy lets too much in: {policy}")
    if response.headers.get("X-Frame-Options") not in {"DENY", "SAMEORIGIN"}:
        found.append(f"frames: {response.headers.get('X-Frame-Options')}")
    return found


@pytest.mark.parametrize("role", [None, Role.GOVERNORATE_DIRECTOR, Role.ADMINISTRATOR])
def test_every_answer_bears_its_safety_headers(role: Role | None, twins: Twins) -> None:
    client = Client(raise_request_exception=False)
    if role == Role.ADMINISTRATOR:
        client.force_login(make_user_as(role))
    elif role:
        client.force_login(twins.own.users[role])
    faults = []
    for name, address in addresses(twins.own).items():
        for method in (client.get, client.post):
            if name == "accounts:sign-out" and method == client.post:
                continue
            answer = method(address)
            faults += [f"{name} {answer.status_code} {fault}" for fault in faults_of(answer)]
            if role and "no-store" not in answer.headers.get("Cache-Control", "") and "/static/" not in address:
                faults.append(
                    f"{name} {answer.status_code} may be kept by a browser: {answer.headers.get('Cache-Control')}"
                )
    assert not faults, "\n".join(faults)


def test_a_browser_keeps_only_pictures_and_only_for_its_reader(twins: Twins) -> None:
    """The address of a chart's picture names what it shows; at any other nothing is kept."""
    assert twins.own.weaving
    client = Client()
    client.force_login(twins.own.users[Role.DESIGNER])
    shown = f"v={twins.own.weaving.locked.fingerprint[:12]}"
    of_drawing = {"production:recipe-picture": f"recipe={RECIPE}", "production:motif-picture": "knots=27"}
    kept = {}
    for name, address in addresses(twins.own).items():
        answer = client.get(f"{address}?{of_drawing.get(name, shown)}")
        if "no-store" not in answer.headers["Cache-Control"]:
            kept[name] = answer.headers["Cache-Control"]
    assert kept.keys() <= KEPT
    assert len(kept) >= 3
    assert set(kept.values()) == {"private, max-age=86400"}
    assert client.post("/sign-out/").headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}, {"Accept": "application/json"}])
def test_refusals_and_incidents_bear_them_too(headers: dict[str, str], twins: Twins, monkeypatch: Any) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(twins.own.users[Role.CENTRE_CLERK])
    nowhere = client.get("/no/such/address/", headers=headers)
    forbidden = client.get("/users/", headers=headers)
    monkeypatch.setattr("nawl.web.views.today_page", _fall)
    fallen = client.get("/", headers=headers)
    assert [answer.status_code for answer in (nowhere, forbidden, fallen)] == [404, 403, 500]
    for answer in (nowhere, forbidden, fallen):
        assert not faults_of(answer)
        assert "no-store" in answer.headers["Cache-Control"]
        assert "Traceback" not in answer.content.decode()
        assert "RuntimeError" not in answer.content.decode()


def _fall(user: User) -> None:
    raise RuntimeError(user.full_name)


def test_only_the_style_guide_is_shown_in_frames_and_only_in_our_own(twins: Twins) -> None:
    client = Client()
    framed = {
        name
        for name, address in addresses(twins.own).items()
        if client.get(address).headers.get("X-Frame-Options") == "SAMEORIGIN"
    }
    assert framed == {"ui:specimen"}


def test_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    make_user("somebody", password=PASSWORD)
    client = Client()
    form = client.get("/sign-in/").cookies["csrftoken"]
    assert form["httponly"]
    assert form["samesite"] == "Lax"
    answer = client.post("/sign-in/", {"username": "somebody", "password": PASSWORD})
    session = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    chosen = client.post("/reader/language/", {"language": "en", "next": "/"}).cookies["nawl_language"]
    assert chosen["httponly"]
    assert chosen["samesite"] == "Lax"


def test_signing_in_gives_a_new_session_and_signing_out_ends_it() -> None:
    make_user("somebody", password=PASSWORD)
    client = Client()
    client.get("/sign-in/")
    client.post("/sign-in/", {"username": "somebody", "password": PASSWORD})
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-out/")
    client.cookies[settings.SESSION_COOKIE_NAME] = first
    assert client.get("/").status_code == 302
    client.post("/sign-in/", {"username": "somebody", "password": PASSWORD})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != first


@pytest.mark.parametrize("where", ["//elsewhere.example/", "https://elsewhere.example/", "javascript:alert(1)"])
def test_no_way_leads_to_another_site(where: str) -> None:
    make_user("somebody", password=PASSWORD)
    client = Client()
    kept = client.post("/reader/theme/", {"theme": "dark", "next": where})
    assert kept.headers["Location"] == "/"
    entered = client.post("/sign-in/", {"username": "somebody", "password": PASSWORD, "next": where})
    assert entered.headers["Location"] == "/"


def test_a_form_without_its_protection_key_is_refused(twins: Twins) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(twins.own.users[Role.CENTRE_CLERK])
    for name in ("activities:activity-new", "activities:day-cells", "collection:register-new", "accounts:sign-out"):
        assert client.post(addresses(twins.own)[name]).status_code == 403, name


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.GOVERNORATE_DIRECTOR])
def test_no_name_of_a_person_stands_in_an_address_or_in_the_logs(role: Role, twins: Twins, caplog: Any) -> None:
    user = twins.own.users[role]
    names = [name for one in twins.own.users.values() for name in (one.username, one.full_name)]
    with caplog.at_level(logging.DEBUG):
        crawler = Crawler(user, of_a_view=2)
        answers = crawler.walk(begun_at())
        crawler.client.get("/no/such/address/")
    addressed = "\n".join(unquote(answer.address) for answer in answers)
    logged = "\n".join(
        f"{entry.name} {entry.getMessage()} {entry.exc_text}"
        for entry in caplog.records
        if entry.name != "django.db.backends"
    )
    assert logged
    for name in names:
        assert name not in addressed
        assert name not in logged


def test_behind_https_nothing_is_left_open(tmp_path: Path) -> None:
    """Django's own examination of a deployment finds nothing, and cookies are bound to the host."""
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    environ = {**inherited, "NAWL_HTTPS": "yes", "NAWL_DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    examined = _run(environ, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert examined.returncode == 0, examined.stderr
    read = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE)"
    assert _run(environ, "manage.py", "shell", "--no-imports", "-c", read).stdout.split() == [
        "__Host-nawl",
        "__Host-csrf",
        "True",
    ]


def _run(environ: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, check=False
    )
