"""What no page of ours sends: every address answers it with a refusal, never with a failure of the programme."""

from __future__ import annotations

import base64
import io
import json
import zlib
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from nawl.accounts.choices import Role
from nawl.kit.errors import NotFound, NotPossible, ProgrammeError
from nawl.production.forms.pictures import picture_bytes
from nawl.production.models import ChartVersion
from nawl.production.queries.classes import class_found
from nawl.production.rules.recipes import unpacked_recipe
from nawl.production.views.sending import deflated_of
from nawl.weaving.composing.designs import designs
from nawl.weaving.pictures.reading import MOST_BYTES
from tests.factories.production import DYES, draw, knots_for, make_class, make_version, reread
from tests.production.acts import hand

pytestmark = pytest.mark.django_db
LONG = "9" * 5000
DEEP = "[" * 100_000
WORDS = ("-1", "0", "1e400", "nan", "9" * 12, LONG, "²", "٣", "'\"<b>", "\u202e", "[" * 3000, "{}", "../..")
ADDRESSES = {
    "design-list": ("q", "state", "origin", "quality", "governorate", "facility", "page"),
    "composer": ("unit", "seed", "like"),
    "composed-parts": ("unit", "recipe", "pattern"),
    "composed-new": ("unit", "recipe", "q"),
    "recipe-picture": ("unit", "recipe", "large"),
    "motif-list": ("q", "tag"),
    "yarn-list": ("unit",),
    "copy-list": ("q", "state", "page"),
    "motif-cells": ("code", "wide", "high"),
    "border-cells": ("code", "wide", "high", "across", "down"),
    "kufic-cells": ("text", "high"),
}
OF_A_VERSION = {"picture": ("v",), "version": ("as", "page"), "version-slits": ("rows",), "compose": ("seed", "like")}
OF_A_DESIGN = {"compare": ("a", "b"), "difference": ("a", "b"), "design": ("page",)}


@pytest.fixture
def version() -> ChartVersion:
    make_class()
    return draw(make_version())


@pytest.fixture
def client(version: ChartVersion) -> Client:
    client = Client()
    client.force_login(hand(Role.WORKSHOP_SUPERVISOR, version.design.facility))
    return client


def at(version: ChartVersion, name: str) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number])


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_word_in_an_address_makes_a_page_fail(client: Client, name: str) -> None:
    for field in ADDRESSES[name]:
        for text in WORDS:
            assert client.get(reverse(f"production:{name}"), {field: text}).status_code < 500, (field, text[:20])


@pytest.mark.parametrize("name", [*OF_A_VERSION, *OF_A_DESIGN])
def test_no_word_in_the_address_of_a_design_makes_its_page_fail(
    client: Client, version: ChartVersion, name: str
) -> None:
    serial = version.design.serial
    address = at(version, name) if name in OF_A_VERSION else reverse(f"production:{name}", args=[serial])
    for field in {**OF_A_VERSION, **OF_A_DESIGN}[name]:
        for text in WORDS:
            assert client.get(address, {field: text}).status_code < 500, (field, text[:20])


@pytest.mark.parametrize("number", ["0", "99999", "9" * 30, LONG])
def test_a_version_of_any_number_that_is_not_there_is_not_found(
    client: Client, version: ChartVersion, number: str
) -> None:
    assert client.get(f"/designs/{version.design.serial}/versions/{number}/").status_code == 404


def sending(version: ChartVersion, **other: Any) -> dict[str, Any]:
    knots = SimpleUploadedFile("knots", zlib.compress(knots_for(version, 2).tobytes()))
    whole = {"revision": str(version.revision), "key": str(uuid4()), "yarns": json.dumps(list(DYES)), "knots": knots}
    return {**whole, **other}


FIRST = next(iter(DYES))
YARNS = {
    "nothing": "",
    "null": "null",
    "an object": "{}",
    "a number": "[1]",
    "half a sign": '["\\ud800"]',
    "another's": '["A"]',
    "too deep": DEEP,
    "long": json.dumps(["X" * 5000]),
    "too many": json.dumps([FIRST] * 300),
    "one three times": json.dumps([FIRST] * 3),
    "a long number": LONG,
    "none": "[]",
}


@pytest.mark.parametrize("yarns", YARNS.values(), ids=YARNS)
@pytest.mark.parametrize("name", ["chart-save", "studio-branch"])
def test_yarns_that_cannot_be_meant_are_refused_and_nothing_is_written(
    client: Client, version: ChartVersion, name: str, yarns: str
) -> None:
    answer = client.post(at(version, name), sending(version, yarns=yarns))
    assert 400 <= answer.status_code < 500
    assert answer.json()["code"] not in {"key_reused", "design_number_contended"}
    assert reread(version).revision == version.revision


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30, LONG, "1.5", "²"])
@pytest.mark.parametrize("key", ["", "x", LONG, "good"])
def test_a_revision_or_a_key_that_is_none_is_refused(
    client: Client, version: ChartVersion, revision: str, key: str
) -> None:
    said = {"revision": revision, "key": str(uuid4()) if key == "good" else key}
    assert 400 <= client.post(at(version, "chart-save"), sending(version, **said)).status_code < 500


BODIES = {
    "nothing": b"",
    "no zlib": b"x",
    "a bomb": zlib.compress(bytes(50_000_000), 9),
    "no knots": zlib.compress(b""),
    "far too much": bytes(3_000_000),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_knots_that_are_not_the_charts_are_refused(client: Client, version: ChartVersion, body: bytes) -> None:
    for name in ("chart-save", "studio-branch"):
        sent = SimpleUploadedFile("knots", body)
        assert 400 <= client.post(at(version, name), sending(version, knots=sent)).status_code < 500
    bare = f"{at(version, 'chart-save')}?revision={version.revision}&key={uuid4()}&yarns={json.dumps(list(DYES))}"
    for kind in ("application/octet-stream", "multipart/form-data"):
        assert 400 <= client.post(bare, data=body, content_type=kind).status_code < 500


WISH = {
    "crop": {"x": 0, "y": 0, "wide": 1, "high": 1},
    "tone": {"brightness": 0, "contrast": 0, "saturation": 0},
    "yarns": list(DYES),
    "passes": 1,
    "least": 4,
}
VALUES = (None, -1, 10**30, 1e308, float("nan"), float("inf"), "", "\ud800", "9" * 3000, [], {}, [None], [[]])


def spoilt(data: Any, values: tuple[Any, ...] = VALUES) -> Iterator[Any]:
    """Give the data once for every part of it and every value that does not belong there."""
    for path in places(data):
        for value in values:
            whole = deepcopy(data)
            part = whole
            for step in path[:-1]:
                part = part[step]
            part[path[-1]] = value
            yield whole


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list | tuple) else ()
    for step, part in inside:
        yield (*path, step)
        yield from places(part, (*path, step))


def test_no_wish_for_a_picture_makes_the_studio_fail(client: Client, version: ChartVersion) -> None:
    file = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((40, 40)).save(file, "PNG")
    for text in ["", DEEP, LONG, "[]", *map(json.dumps, spoilt(WISH))]:
        picture = SimpleUploadedFile("a.png", file.getvalue())
        said = {"revision": str(reread(version).revision), "wish": text, "picture": picture}
        assert client.post(at(version, "studio-picture"), said).status_code < 500, text[:200]


def packed(data: Any) -> str:
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(data).encode())).decode().rstrip("=")


def test_a_spoilt_recipe_is_refused_or_shown(client: Client) -> None:
    whole = json.loads(min((one.to_json() for one in designs().values()), key=len))
    shown = 0
    for data in spoilt(whole):
        try:
            unpacked_recipe(packed(data))
        except ProgrammeError:
            continue
        answer = client.get(reverse("production:composed-parts"), {"recipe": packed(data)})
        assert answer.status_code in {200, 404, 422}, data
        shown += 1
    assert shown


@pytest.mark.parametrize("text", ["", "[]", "1", "null", DEEP[:3000], '{"a":' * 400])
def test_what_is_no_recipe_is_told_so(text: str) -> None:
    with pytest.raises(ProgrammeError, match="recipe_unreadable"):
        unpacked_recipe(base64.urlsafe_b64encode(zlib.compress(text.encode())).decode())


@pytest.mark.parametrize("key", ["", "/", "300/0", "300/x", "300/99999", "300/" + LONG, "٣"])
def test_a_class_that_is_not_there_is_not_found(key: str) -> None:
    make_class()
    with pytest.raises(NotFound, match="class_unknown"):
        class_found(key)


def test_a_picture_that_is_too_heavy_is_refused_before_it_is_read() -> None:
    sent = SimpleUploadedFile("a.png", b"")
    sent.size, sent.file = MOST_BYTES + 1, None
    with pytest.raises(NotPossible, match="picture_heavy"):
        picture_bytes(sent)


def test_of_knots_that_are_too_many_only_a_part_is_read() -> None:
    sent = SimpleUploadedFile("knots", bytes(10_000))
    assert len(deflated_of(sent, 1_000)) == 3_024
