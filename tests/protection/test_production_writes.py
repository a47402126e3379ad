"""Every act on designs, charts, yarns and paper leaves its entry; who may not leaves nothing, and learns nothing."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.production.models import DraftSave
from tests.factories.places import make_user_as
from tests.protection.addresses import BOUND, OF_NO_PLACE
from tests.protection.conftest import Twins
from tests.protection.production_writes import RECIPE, WRITES, drawing, picture, picture_wish
from tests.protection.test_twin_worlds import client_of
from tests.protection.test_url_matrix import MATRIX
from tests.protection.worlds import World

pytestmark = pytest.mark.django_db
BEGINNINGS = ("production:design-new", "production:composed-new", "production:motif-new")
"""Forms that name a unit instead of standing at a record's address."""
PRINTS = "production:print-new"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    """Recordings lie in a folder of the test's own."""
    settings.DATA_DIR = tmp_path


def _address(name: str, world: World) -> str:
    of = BOUND.get(name)
    return reverse(name, kwargs=of(world) if of else OF_NO_PLACE.get(name))


def _hand(role: str, world: World) -> User:
    return world.users.get(role) or make_user_as(role)


def _trace() -> tuple[int, int]:
    """Return what any act would add to: the entries, and the savings of drafts."""
    return AuditEntry.objects.count(), DraftSave.objects.count()


def test_every_address_that_writes_is_tried_here() -> None:
    writing = {name for name, ways in MATRIX.items() if name.startswith("production:") and "." in ways[1]}
    assert writing - {"production:alike"} == set(WRITES)


@pytest.mark.parametrize("name", WRITES)
def test_what_is_written_is_told_with_its_hand_and_place_and_no_name_is_logged(
    name: str, twins: Twins, caplog: Any
) -> None:
    write, world = WRITES[name], twins.own
    write.first(world)
    hand, before = _hand(write.by, world), set(AuditEntry.objects.values_list("pk", flat=True))
    with caplog.at_level(logging.DEBUG):
        answer = client_of(hand).post(_address(name, world), write.sent(world))
    assert answer.status_code in {200, 302}, answer.content.decode()
    told = AuditEntry.objects.exclude(pk__in=before)
    entry = next(entry for entry in told if entry.verb == f"production.{write.verb}")
    assert {one.by for one in told} == {hand}
    assert entry.place_path.startswith(world.governorate.path if write.by != Role.ADMINISTRATOR else "")
    where = answer.headers.get("Location", "")
    logged = "\n".join(one.getMessage() for one in caplog.records if one.name != "django.db.backends")
    for user in world.users.values():
        assert user.full_name not in where + logged
        assert user.username not in where + logged


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.FINANCE_OFFICER, Role.GRANTS_OFFICER, Role.PARTNER])
def test_who_only_reads_or_sees_nothing_writes_nothing(role: str, twins: Twins) -> None:
    client = client_of(twins.own.users[role])
    for name, write in WRITES.items():
        if name == PRINTS and role in {Role.CENTRE_CLERK, Role.FINANCE_OFFICER}:
            continue
        sent, before = write.sent(twins.own), _trace()
        answer = client.post(_address(name, twins.own), sent)
        assert answer.status_code in ({403, 404} if role == Role.PARTNER else {403}), name
        assert _trace() == before, name


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.FINANCE_OFFICER, Role.GOVERNORATE_DIRECTOR])
def test_who_only_reads_prints_for_reading_and_numbers_no_copy(role: str, twins: Twins) -> None:
    client, before = client_of(twins.own.users[role]), _verbs()
    assert client.get(_address(PRINTS, twins.own)).status_code == 200
    answer = client.post(_address(PRINTS, twins.own), WRITES[PRINTS].sent(twins.own))
    assert answer.status_code == 403
    assert _verbs() == before
    plain = {name: value for name, value in WRITES[PRINTS].sent(twins.own).items() if name != "is_copy"}
    assert client.post(_address(PRINTS, twins.own), plain).status_code == 302
    assert _verbs() == sorted([*before, "production.print_asked"])


def _verbs() -> list[str]:
    return sorted(AuditEntry.objects.values_list("verb", flat=True))


@pytest.mark.parametrize("role", [Role.WORKSHOP_SUPERVISOR, Role.DESIGNER, Role.GOVERNORATE_DIRECTOR])
def test_who_writes_in_one_governorate_writes_nothing_in_the_other(role: str, twins: Twins) -> None:
    client, other = client_of(twins.own.users[role]), twins.other
    for name, write in WRITES.items():
        sent, before = write.sent(other), _trace()
        answer = client.post(_address(name, other), sent)
        expected = {422, 403} if name in BEGINNINGS else {403} if name == "production:class-publish" else {404}
        assert answer.status_code in expected, f"{name}: {answer.status_code}"
        assert _trace() == before, name
        if name not in BEGINNINGS:
            assert other.mark not in answer.content.decode().replace(_address(name, other), ""), name


def test_yarns_of_the_other_are_drawn_with_by_nobody(twins: Twins) -> None:
    assert twins.other.weaving
    client, colour = client_of(twins.own.users[Role.DESIGNER]), twins.other.weaving.lot.colour
    for name in ("production:chart-save", "production:studio-branch"):
        asked = {**drawing(twins.own), "yarns": json.dumps([colour.code, colour.code])}
        answer = client.post(_address(name, twins.own), asked)
        assert (answer.status_code, answer.json()["code"]) == (404, "yarn_not_of_unit")
        assert colour.name_ar not in answer.content.decode()
    lot = {**WRITES["production:lot-new"].sent(twins.own), "colour": colour.code}
    answer = client_of(twins.own.users[Role.WORKSHOP_SUPERVISOR]).post(_address("production:lot-new", twins.own), lot)
    assert answer.status_code == 422
    assert colour.name_ar not in answer.content.decode()


def test_a_picture_of_the_others_design_finds_it_for_nobody_else(twins: Twins) -> None:
    address = reverse("production:version-file", kwargs={**BOUND["production:version"](twins.other), "kind": "picture"})
    image = client_of(twins.other.users[Role.DESIGNER]).get(address).content
    for world, is_found in ((twins.own, False), (twins.other, True)):
        file = SimpleUploadedFile("seen.png", image, "image/png")
        found = client_of(world.users[Role.DESIGNER]).post(reverse("production:alike"), {"picture": file})
        assert found.status_code == 200
        assert (twins.other.mark in found.content.decode()) == is_found


def test_a_conflict_and_every_other_refusal_names_nobody(twins: Twins, caplog: Any) -> None:
    world = twins.own
    designer, names = client_of(world.users[Role.DESIGNER]), [user.full_name for user in world.users.values()]
    stale = drawing(world)
    assert (
        client_of(world.users[Role.WORKSHOP_SUPERVISOR])
        .post(_address("production:chart-save", world), drawing(world))
        .status_code
        == 200
    )
    refused = [
        designer.post(_address("production:chart-save", world), stale),
        designer.post(_address("production:compose-take", world), {"recipe": RECIPE, "revision": "0"}),
        designer.post(_address("production:studio-picture", world), {"picture": picture(), "revision": "0"}),
        designer.post(_address("production:version-send", world).replace("/2/", "/1/")),
        designer.post(_address("production:version-lock", world)),
    ]
    assert [answer.status_code for answer in refused] == [409, 409, 422, 422, 403]
    for answer in refused:
        main = answer.content.decode().partition("<main")[2] or answer.content.decode()
        assert not [name for name in names if name in main]
    logged = "\n".join(f"{one.getMessage()} {one.exc_text}" for one in caplog.records)
    assert not [name for name in names if name in logged]


PLAIN = {
    f"production:{name}" for name in ("talking", "talking-chart", "talking-voice", "talking-keeper", "talking-file")
}
"""Addresses that read nothing but the record that they bear."""
UNREADABLE = ("9" * 5000, "-1", "١٢" * 9, "[" * 900)


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: text[:6] or "empty")
def test_what_cannot_be_read_is_refused_and_is_no_incident(text: str, twins: Twins) -> None:
    world = twins.own
    role = Role.WORKSHOP_SUPERVISOR
    client = client_of(world.users[role])
    asked = {"q": text, "unit": text, "seed": text, "like": text, "recipe": text, "code": text, "knots": text}
    asked |= {"page": text, "a": text, "b": text, "rows": text, "wide": text, "high": text, "v": text, "kind": text}
    sent = {**asked, "revision": text, "key": text, "yarns": text, "act": text, "reason": "", "wish": text}
    for name in sorted(name for name in MATRIX if name.startswith("production:") and name not in PLAIN):
        address = _address(name, world)
        assert client.get(address, asked).status_code < 500, f"{name}?…{text[:20]}"
        assert client.post(address, {**sent, "picture": picture(), "knots": picture()}).status_code < 500, name
    assert not DraftSave.objects.filter(version__design__facility__in=world.facilities, by=world.users[role]).exists()
    verbs = {entry.verb for entry in AuditEntry.objects.filter(by=world.users[role], verb__startswith="production.")}
    assert verbs <= {"production.version_sent"}


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -5.0, 1e300])
@pytest.mark.parametrize("part", ["x", "least"])
def test_a_wish_for_a_picture_with_numbers_that_are_none_is_refused(part: str, number: float, twins: Twins) -> None:
    sent = picture_wish(twins.own, **{part: number})
    before = _trace()
    answer = client_of(twins.own.users[Role.DESIGNER]).post(_address("production:studio-picture", twins.own), sent)
    assert answer.status_code == 422, answer.content.decode()
    assert _trace() == before


def test_the_one_who_is_not_signed_in_is_led_to_the_door_before_anything_is_read(twins: Twins) -> None:
    before = _trace()
    for name, write in WRITES.items():
        answer = Client().post(_address(name, twins.own), write.sent(twins.own))
        assert answer.headers["Location"].startswith("/sign-in/"), name
    assert _trace() == before
