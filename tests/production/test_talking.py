"""The talking chart's pages: seen by those who see the design, in their language; what keeps it on the device speaks for its page alone."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

import numpy as np
import pytest
from django.test import Client

from nawl.accounts.choices import Role
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.views import talking
from nawl.weaving.speaking.clips import Clips
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_locked

pytestmark = pytest.mark.django_db
PARTS = ("", "chart.json", "voice.json", "keeper.js", "file/")


@pytest.fixture(autouse=True)
def short_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A voice that needs no making."""
    monkeypatch.setattr(talking, "clips_for", lambda chart, language, cache, own: Clips(language, {"8": b"RIFF"}))


@pytest.fixture
def version() -> ChartVersion:
    return make_locked()


@pytest.fixture
def inside(version: ChartVersion, client: Client) -> Client:
    """Whoever weaves at the unit, signed in."""
    client.force_login(make_user_as(Role.WORKSHOP_SUPERVISOR, version.design.facility))
    return client


def address(version: ChartVersion, part: str = "") -> str:
    return f"/designs/{version.design.serial}/versions/{version.number}/talking/{part}"


def start_of(content: str) -> dict[str, Any]:
    found = re.search(r'<script id="talk-start" type="application/json">(.*?)</script>', content)
    assert found
    start: dict[str, Any] = json.loads(found[1])
    return start


def test_the_page_is_arabic_and_names_where_it_loads_from(inside: Client, version: ChartVersion) -> None:
    content = inside.get(address(version)).content.decode()
    assert '<html lang="ar" dir="rtl"' in content
    assert "<h1>نجمة صافيتا</h1>" in content
    assert "بدء القراءة" in content
    start = start_of(content)
    assert start["chartUrl"] == address(version, f"chart.json?v={version.fingerprint[:12]}-ar")
    assert start["voiceUrl"] == address(version, f"voice.json?v={version.fingerprint[:12]}-ar")
    assert start["keeperUrl"] == address(version, "keeper.js")


def test_the_page_speaks_the_readers_language_and_digits(inside: Client, version: ChartVersion) -> None:
    inside.cookies["nawl_language"] = "en"
    content = inside.get(address(version)).content.decode()
    assert "Begin reading" in content
    assert start_of(content)["choices"]["digits"] == "western"
    names = {yarn["name"] for yarn in inside.get(address(version, "chart.json")).json()["yarns"]}
    assert names == {"madder", "indigo", "undyed wool", "saffron"}


def test_the_chart_is_sent_knot_for_knot(inside: Client, version: ChartVersion) -> None:
    sent = inside.get(address(version, "chart.json")).json()
    grid = np.frombuffer(zlib.decompress(base64.b64decode(sent["grid"])), np.uint8).reshape(sent["high"], sent["wide"])
    assert np.array_equal(np.bitwise_xor.accumulate(grid, axis=0), chart_of(version).knots)
    assert inside.get(address(version, "voice.json")).json() == {"8": base64.b64encode(b"RIFF").decode()}


def test_the_keeper_lies_beside_the_page_so_that_it_governs_no_other(inside: Client, version: ChartVersion) -> None:
    answer = inside.get(address(version, "keeper.js"))
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in answer.headers
    assert b"respondWith" in answer.content


def test_the_file_is_sent_to_be_saved(inside: Client, version: ChartVersion) -> None:
    answer = inside.get(address(version, "file/"))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{version.design.serial}-1-talking.html"'
    assert b'id="talk-chart"' in answer.content


@pytest.mark.parametrize("part", PARTS)
def test_a_strangers_chart_is_not_there(version: ChartVersion, client: Client, part: str) -> None:
    client.force_login(make_user_as(Role.WORKSHOP_SUPERVISOR, make_facility()))
    assert client.get(address(version, part)).status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_who_is_not_signed_in_is_led_to_the_door(version: ChartVersion, client: Client, part: str) -> None:
    assert client.get(address(version, part)).headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_changed_by_any_of_its_addresses(inside: Client, version: ChartVersion, part: str) -> None:
    assert inside.post(address(version, part)).status_code == 405
