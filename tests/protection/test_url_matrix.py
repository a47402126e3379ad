"""Every address, asked and written to by every role: what it answers is declared here, and nothing else is an address.

A cell is one role's answer, in the order of `WHO`: `.` answered, `-` the role may not, `0` not found, `x` no such way
of asking, `>` led to sign-in. A clerk, a supervisor and a designer are posted at the facility of the record, a partner at another.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.production.rules.recipes import packed_recipe, wish_of
from nawl.weaving.composing import proposals
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
    Role.DESIGNER,
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
    "accounts:sign-in": ("............", "............"),
    "accounts:sign-out": ("xxxxxxxxxxx>", ">>>>>>>>>>>>"),
    "accounts:password": ("...........>", "...........>"),
    "places:facility-list": ("...........>", "xxxxxxxxxxx>"),
    "places:facility-map": ("...........>", "xxxxxxxxxxx>"),
    "places:facility-new": ("------.--.->", "------.--.->"),
    "places:facility-revise": ("---0--.--.0>", "---0--.--.0>"),
    "places:facility-state": ("---0--.--.0>", "---0--.--.0>"),
    "places:facility-workshop": ("---0--.--.0>", "---0--.--.0>"),
    "places:area-list": ("...........>", "xxxxxxxxxxx>"),
    "places:area": ("...........>", "xxxxxxxxxxx>"),
    "places:user-list": ("---------.->", "xxxxxxxxxxx>"),
    "places:user-new": ("---------.->", "---------.->"),
    "places:user": ("---------.->", "xxxxxxxxxxx>"),
    "places:user-password": ("---------.->", "---------.->"),
    "places:user-close": ("---------.->", "---------.->"),
    "places:posting-new": ("---------.->", "---------.->"),
    "places:posting-end": ("---------.->", "---------.->"),
    "partners:organisation-list": ("...........>", "xxxxxxxxxxx>"),
    "partners:organisation-new": ("--------..->", "--------..->"),
    "partners:organisation": ("..........0>", "xxxxxxxxxxx>"),
    "partners:organisation-revise": ("--------..0>", "--------..0>"),
    "partners:agreement-new": ("------.-..->", "------.-..->"),
    "partners:agreement-end": ("000---.-..0>", "000---.-..0>"),
    "activities:activity-list": ("...........>", "xxxxxxxxxxx>"),
    "activities:activity-new": (".--.--.--.->", ".--.--.--.->"),
    "activities:activity": ("...0......0>", "xxxxxxxxxxx>"),
    "activities:activity-revise": (".--0--.--.0>", ".--0--.--.0>"),
    "activities:activity-end": (".--0--.--.0>", ".--0--.--.0>"),
    "activities:day-list": ("...0......0>", "xxxxxxxxxxx>"),
    "activities:day": ("...0......0>", ".--0-----.0>"),
    "activities:day-cells": ("...0......0>", ".--0-----.0>"),
    "activities:day-close": (".--0-----.0>", ".--0-----.0>"),
    "activities:day-reopen": (".--0--.--.0>", ".--0--.--.0>"),
    "activities:day-print": ("...0......0>", "xxxxxxxxxxx>"),
    "production:design-list": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:design-new": ("-..-------->", "-..-------->"),
    "production:alike": ("...--..-..->", "...--..-..->"),
    "production:design": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:design-revise": ("-..-------->", "-..-------->"),
    "production:compare": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:difference": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:version": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:version-new": ("-..-------->", "-..-------->"),
    "production:version-send": ("xxxxxxxxxxx>", "-..-------->"),
    "production:version-return": ("-..---.-.-->", "-..---.-.-->"),
    "production:version-lock": ("-.----.-.-->", "-.----.-.-->"),
    "production:version-retire": ("-.----.-.-->", "-.----.-.-->"),
    "production:version-lots": ("-.--------->", "-.--------->"),
    "production:version-slits": ("...--..-..->", "-..-------->"),
    "production:version-file": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:picture-new": ("-..-------->", "-..-------->"),
    "production:chart-file-new": ("-..-------->", "-..-------->"),
    "production:picture": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:chart-png": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:chart-json": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:chart-save": ("xxxxxxxxxxx>", "-..-------->"),
    "production:studio": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:studio-knots": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:studio-keeper": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:studio-behind": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:studio-branch": ("xxxxxxxxxxx>", "-..-------->"),
    "production:studio-picture": ("xxxxxxxxxxx>", "-..-------->"),
    "production:motif-cells": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:border-cells": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:kufic-cells": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:composer": ("-..-------->", "xxxxxxxxxxx>"),
    "production:recipe-picture": ("-..-------->", "xxxxxxxxxxx>"),
    "production:composed-parts": ("-..-------->", "xxxxxxxxxxx>"),
    "production:composed-new": ("-..-------->", "-..-------->"),
    "production:compose": ("-..-------->", "xxxxxxxxxxx>"),
    "production:compose-take": ("xxxxxxxxxxx>", "-..-------->"),
    "production:talking": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:talking-chart": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:talking-voice": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:talking-keeper": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:talking-file": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:voice": ("...--..-..->", "-..-------->"),
    "production:voice-drop": ("xxxxxxxxxxx>", "-..-------->"),
    "production:print-new": ("...--..-..->", "...--..-..->"),
    "production:print-job": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:print-again": ("xxxxxxxxxxx>", "-..-------->"),
    "production:print-pages": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:copy-list": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:copy": ("...--..-..->", "-..-------->"),
    "production:yarn-list": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:lot": ("...--..-..->", "-.--------->"),
    "production:lot-release": ("xxxxxxxxxxx>", "-.--------->"),
    "production:lot-reject": ("-.--------->", "-.--------->"),
    "production:lot-new": ("-.-0------0>", "-.-0------0>"),
    "production:colour-new": ("-.-0------0>", "-.-0------0>"),
    "production:class-list": ("...........>", "xxxxxxxxxxx>"),
    "production:class": ("...........>", "xxxxxxxxxxx>"),
    "production:class-publish": ("--------..->", "--------..->"),
    "production:motif-list": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:motif-new": ("-..-------->", "-..-------->"),
    "production:motif": ("...--..-..->", "xxxxxxxxxxx>"),
    "production:motif-picture": ("...--..-..->", "xxxxxxxxxxx>"),
    "indicators:catalogue": ("...........>", "xxxxxxxxxxx>"),
    "indicators:indicator": ("...........>", "xxxxxxxxxxx>"),
    "indicators:parts": ("...........>", "xxxxxxxxxxx>"),
    "reports:report-list": ("...........>", "xxxxxxxxxxx>"),
    "reports:report-draft": ("0000......0>", "xxxxxxxxxxx>"),
    "reports:report-draft-file": ("0000......0>", "xxxxxxxxxxx>"),
    "reports:report-issue": ("xxxxxxxxxxx>", "------.-.-->"),
    "reports:report": ("0000......0>", "xxxxxxxxxxx>"),
    "reports:report-file": ("0000......0>", "xxxxxxxxxxx>"),
    "reports:report-verify": ("............", "xxxxxxxxxxxx"),
    "collection:register-list": ("...........>", "xxxxxxxxxxx>"),
    "collection:register-new": (".--.--.--.->", ".--.--.--.->"),
    "collection:register-template": (".--0--.--.0>", "xxxxxxxxxxx>"),
    "collection:register": ("...0......0>", "xxxxxxxxxxx>"),
    "collection:register-record": ("xxxxxxxxxxx>", ".--0--.--.0>"),
    "collection:register-replace": (".--0--.--.0>", ".--0--.--.0>"),
    "collection:register-faults": ("...0......0>", "xxxxxxxxxxx>"),
    "collection:register-original": ("...0......0>", "xxxxxxxxxxx>"),
    "web:today": ("...........>", "xxxxxxxxxxx>"),
    "web:programme": ("...........>", "xxxxxxxxxxx>"),
    "web:facility": ("...0......0>", "xxxxxxxxxxx>"),
    "web:search": ("...........>", "xxxxxxxxxxx>"),
    "web:more": ("...........>", "xxxxxxxxxxx>"),
    "web:history": ("...0......0>", "xxxxxxxxxxx>"),
    "ui:language": ("xxxxxxxxxxxx", "............"),
    "ui:theme": ("xxxxxxxxxxxx", "............"),
    "ui:digits": ("xxxxxxxxxxxx", "............"),
    "ui:keys": ("............", "xxxxxxxxxxxx"),
    "ui:styleguide": ("............", "xxxxxxxxxxxx"),
    "ui:both": ("............", "xxxxxxxxxxxx"),
    "ui:refusal": ("000000000000", "xxxxxxxxxxxx"),
    "ui:document": ("............", "xxxxxxxxxxxx"),
    "ui:specimen": ("............", "xxxxxxxxxxxx"),
    "ui:favicon": ("............", "xxxxxxxxxxxx"),
}


RECIPE = packed_recipe(proposals(wish_of("سجادة حمراء"), 1, 7)[0])
QUERIES = {
    "collection:register-template": "?facility=SY1000-RDC-01",
    "production:difference": "?a=1&b=2",
    "production:border-cells": "?code=stars&wide=60&high=90&across=6&down=6",
    "production:kufic-cells": "?text=بركة&high=40",
    "production:recipe-picture": f"?recipe={RECIPE}",
    "production:composed-parts": f"?recipe={RECIPE}",
    "production:composed-new": f"?recipe={RECIPE}",
}
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
    posted = [twins.own.users[role] for role in WHO[:8]]
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
