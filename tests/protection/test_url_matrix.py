"""Every address, asked and written to by every role: what it answers is declared here, and nothing else is an address.

A cell is one role's answer, in the order of `WHO`: `.` answered, `-` the role may not, `0` not found, `x` no such way
of asking, `>` led to sign-in. A clerk and a supervisor are posted at the facility of the record, a partner at another.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from tests.factories.accounts import make_user
from tests.factories.places import make_user_as
from tests.protection.addresses import BOUND, HISTORIES, OF_NO_PLACE, PUBLIC
from tests.protection.conftest import Twins
from tests.protection.crawling import patterns
from tests.protection.worlds import World

pytestmark = pytest.mark.django_db
WHO = (
    Role.CENTRE_CLERK,
    Role.WORKSHOP_SUPERVISOR,
    Role.PARTNER,
    Role.GRANTS_OFFICER,
    Role.FINANCE_OFFICER,
    Role.GOVERNORATE_DIRECTOR,
    Role.UNION_OFFICE,
    Role.PROGRAMME_DIRECTOR,
    Role.ADMINISTRATOR,
    "a user without a posting",
    "nobody signed in",
)
MATRIX: dict[str, tuple[str, str]] = {
    "accounts:sign-in": ("...........", "..........."),
    "accounts:sign-out": ("xxxxxxxxxx>", ">>>>>>>>>>>"),
    "accounts:password": ("..........>", "..........>"),
    "places:facility-list": ("..........>", "xxxxxxxxxx>"),
    "places:facility-map": ("..........>", "xxxxxxxxxx>"),
    "places:facility-new": ("-----.--.->", "-----.--.->"),
    "places:facility-revise": ("--0--.--.0>", "--0--.--.0>"),
    "places:facility-state": ("--0--.--.0>", "--0--.--.0>"),
    "places:facility-workshop": ("--0--.--.0>", "--0--.--.0>"),
    "places:area-list": ("..........>", "xxxxxxxxxx>"),
    "places:area": ("..........>", "xxxxxxxxxx>"),
    "places:user-list": ("--------.->", "xxxxxxxxxx>"),
    "places:user-new": ("--------.->", "--------.->"),
    "places:user": ("--------.->", "xxxxxxxxxx>"),
    "places:user-password": ("--------.->", "--------.->"),
    "places:user-close": ("--------.->", "--------.->"),
    "places:posting-new": ("--------.->", "--------.->"),
    "places:posting-end": ("--------.->", "--------.->"),
    "partners:organisation-list": ("..........>", "xxxxxxxxxx>"),
    "partners:organisation-new": ("-------..->", "-------..->"),
    "partners:organisation": (".........0>", "xxxxxxxxxx>"),
    "partners:organisation-revise": ("-------..0>", "-------..0>"),
    "partners:agreement-new": ("-----.-..->", "-----.-..->"),
    "partners:agreement-end": ("00---.-..0>", "00---.-..0>"),
    "activities:activity-list": ("..........>", "xxxxxxxxxx>"),
    "activities:activity-new": (".-.--.--.->", ".-.--.--.->"),
    "activities:activity": ("..0......0>", "xxxxxxxxxx>"),
    "activities:activity-revise": (".-0--.--.0>", ".-0--.--.0>"),
    "activities:activity-end": (".-0--.--.0>", ".-0--.--.0>"),
    "activities:day-list": ("..0......0>", "xxxxxxxxxx>"),
    "activities:day": ("..0......0>", ".-0-----.0>"),
    "activities:day-cells": ("..0......0>", ".-0-----.0>"),
    "activities:day-close": (".-0-----.0>", ".-0-----.0>"),
    "activities:day-reopen": (".-0--.--.0>", ".-0--.--.0>"),
    "activities:day-print": ("..0......0>", "xxxxxxxxxx>"),
    "indicators:catalogue": ("..........>", "xxxxxxxxxx>"),
    "indicators:indicator": ("..........>", "xxxxxxxxxx>"),
    "indicators:parts": ("..........>", "xxxxxxxxxx>"),
    "reports:report-list": ("..........>", "xxxxxxxxxx>"),
    "reports:report-draft": ("000......0>", "xxxxxxxxxx>"),
    "reports:report-draft-file": ("000......0>", "xxxxxxxxxx>"),
    "reports:report-issue": ("xxxxxxxxxx>", "-----.-.-->"),
    "reports:report": ("000......0>", "xxxxxxxxxx>"),
    "reports:report-file": ("000......0>", "xxxxxxxxxx>"),
    "reports:report-verify": ("...........", "xxxxxxxxxxx"),
    "collection:register-list": ("..........>", "xxxxxxxxxx>"),
    "collection:register-new": (".-.--.--.->", ".-.--.--.->"),
    "collection:register-template": (".-0--.--.0>", "xxxxxxxxxx>"),
    "collection:register": ("..0......0>", "xxxxxxxxxx>"),
    "collection:register-record": ("xxxxxxxxxx>", ".-0--.--.0>"),
    "collection:register-replace": (".-0--.--.0>", ".-0--.--.0>"),
    "collection:register-faults": ("..0......0>", "xxxxxxxxxx>"),
    "collection:register-original": ("..0......0>", "xxxxxxxxxx>"),
    "web:today": ("..........>", "xxxxxxxxxx>"),
    "web:programme": ("..........>", "xxxxxxxxxx>"),
    "web:facility": ("..0......0>", "xxxxxxxxxx>"),
    "web:search": ("..........>", "xxxxxxxxxx>"),
    "web:more": ("..........>", "xxxxxxxxxx>"),
    "web:history": ("..0......0>", "xxxxxxxxxx>"),
    "ui:language": ("xxxxxxxxxxx", "..........."),
    "ui:theme": ("xxxxxxxxxxx", "..........."),
    "ui:digits": ("xxxxxxxxxxx", "..........."),
    "ui:keys": ("...........", "xxxxxxxxxxx"),
    "ui:styleguide": ("...........", "xxxxxxxxxxx"),
    "ui:both": ("...........", "xxxxxxxxxxx"),
    "ui:refusal": ("00000000000", "xxxxxxxxxxx"),
    "ui:document": ("...........", "xxxxxxxxxxx"),
    "ui:specimen": ("...........", "xxxxxxxxxxx"),
    "ui:favicon": ("...........", "xxxxxxxxxxx"),
}


QUERIES = {"collection:register-template": "?facility=SY1000-RDC-01"}
SENT = {"reports:report-issue": {"period": "2022-H1", "place": "SY10"}}
"""What an address needs beside its path to be answered."""


def _address(name: str, world: World) -> str:
    of = {**BOUND, **PUBLIC, "web:history": HISTORIES["facility"]}.get(name)
    return reverse(name, kwargs=of(world) if of else OF_NO_PLACE.get(name)) + QUERIES.get(name, "")


def _answer(client: Client, method: str, name: str, world: World) -> str:
    """Ask, undo what it wrote, and return the sign of the answer."""
    kept = client.cookies.copy()
    with transaction.atomic():
        ask = client.get if method == "get" else client.post
        response = ask(_address(name, world), SENT.get(name) if method == "post" else None)
        transaction.set_rollback(True)
    client.cookies = kept
    if response.headers.get("Location", "").startswith("/sign-in/"):
        return ">"
    return {403: "-", 404: "0", 405: "x"}.get(response.status_code, "." if response.status_code < 500 else "!")


def _client_of(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


@pytest.fixture
def clients(twins: Twins) -> list[Client]:
    national = [make_user_as(role) for role in (Role.PROGRAMME_DIRECTOR, Role.ADMINISTRATOR)]
    posted = [twins.own.users[role] for role in WHO[:7]]
    return [_client_of(user) for user in (*posted, *national, make_user("nobody"), None)]


def test_every_address_is_declared() -> None:
    assert sorted(patterns()) == sorted(MATRIX)


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_answers_every_role_as_declared(method: str, twins: Twins, clients: list[Client]) -> None:
    wrong = []
    for name, declared in MATRIX.items():
        answered = "".join(_answer(client, method, name, twins.own) for client in clients)
        if answered != declared[method == "post"]:
            wrong.append(f"{name} {method}: {answered}, declared {declared[method == 'post']}")
    assert not wrong, "\n".join(wrong)


def test_who_has_not_signed_in_reaches_only_what_is_public() -> None:
    reached = {name for name, ways in MATRIX.items() if any(way[-1] in ".0" for way in ways)}
    assert reached == {
        "accounts:sign-in",
        "reports:report-verify",
        "ui:both",
        "ui:digits",
        "ui:document",
        "ui:favicon",
        "ui:keys",
        "ui:language",
        "ui:refusal",
        "ui:specimen",
        "ui:styleguide",
        "ui:theme",
    }
