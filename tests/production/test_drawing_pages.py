"""Drawing on the pages: a picture becomes the chart, the studio saves, pictures of charts are kept or not."""

from __future__ import annotations

import html
import io
import json
import zlib
from decimal import Decimal
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from nawl.accounts.choices import Role
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from tests.factories.places import make_facility
from tests.factories.production import DYES, draw, knots_for, make_class, make_version, reread
from tests.production.pages import as_role, at, text
from tests.production.test_drawing import photograph

pytestmark = pytest.mark.django_db


def sending(version: ChartVersion, seed: int = 3, **changes: Any) -> dict[str, Any]:
    knots = zlib.compress(knots_for(version, seed).tobytes())
    kept = {"revision": str(version.revision), "key": str(uuid4()), "yarns": json.dumps(list(DYES)), "knots": knots}
    fields = {**kept, **changes}
    return {**fields, "knots": SimpleUploadedFile("knots", fields["knots"])}


def test_a_picture_is_brought_and_becomes_the_chart(drawn: ChartVersion) -> None:
    designer = as_role(Role.DESIGNER, drawn)
    assert "يحلّ محل الرسم" in text(designer, at(drawn, "picture-new"))
    sent = {
        "picture": SimpleUploadedFile("سجادة.jpg", photograph(), "image/jpeg"),
        "turn": "0",
        "left": "0",
        "right": "50",
        "top": "0",
        "bottom": "50",
        "colours": "2",
        "islands": "0",
        "rare": "0",
        "revision": str(drawn.revision),
    }
    assert designer.post(at(drawn, "picture-new"), sent).status_code == 302
    kept = reread(drawn)
    assert (kept.beginning, kept.recipe["crop"]) == ("picture", [0, 0, 0.5, 0.5])


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"left": "80", "right": "20"}, "left", "الجزء"),
        ({"picture": SimpleUploadedFile("x.jpg", b"nothing", "image/jpeg")}, "__all__", "x.jpg"),
        ({"revision": "9"}, "__all__", "في هذه الأثناء"),
    ],
)
def test_a_picture_that_cannot_be_drawn_says_why(
    drawn: ChartVersion, changes: dict[str, Any], field: str, said: str
) -> None:
    sent = {
        "picture": SimpleUploadedFile("سجادة.jpg", photograph(), "image/jpeg"),
        "turn": "0",
        "left": "0",
        "right": "100",
        "top": "0",
        "bottom": "100",
        "colours": "4",
        "islands": "0",
        "rare": "0",
        "revision": str(drawn.revision),
    }
    answer = as_role(Role.DESIGNER, drawn).post(at(drawn, "picture-new"), {**sent, **changes})
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors[field])


def test_the_studio_is_given_the_grid_and_its_words(drawn: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, drawn)
    words = json.loads(client.get(at(drawn, "chart-json")).content)
    image = Image.open(io.BytesIO(client.get(at(drawn, "chart-png")).content))
    assert (words["frame"]["wide"], words["frame"]["high"], words["revision"]) == (30, 60, 1)
    assert (words["state"], words["may_draw"], words["palette"]) == ("draft", True, list(DYES))
    assert Decimal(words["yarns"][0]["grams"]) == 5000
    assert len({yarn["symbol"] for yarn in words["yarns"]}) == len(words["yarns"])
    assert np.array_equal(np.asarray(image), knots_for(drawn))
    assert not json.loads(as_role(Role.CENTRE_CLERK, drawn).get(at(drawn, "chart-json")).content)["may_draw"]


def test_the_studio_and_the_talking_chart_of_a_flat_weave_speak_of_cells() -> None:
    kilim = draw(make_version(make_facility(), quality=make_class("kilim")))
    designer = as_role(Role.DESIGNER, kilim)
    said = html.unescape(text(designer, at(kilim, "studio")).split('data-words="')[1].split('"')[0])
    told = json.loads(said)
    assert told["knots"]["other"] == "%(count)s خانة"
    assert not any("عقد" in str(one) for one in told.values())
    told = text(designer, at(kilim, "talking")).split('id="talk-words"')[1].split(">", 1)[1].split("</script>")[0]
    assert json.loads(told)["knots"] == "الخانات من %(first)s إلى %(last)s"


def test_the_studio_saves_and_is_told_the_revision(drawn: ChartVersion) -> None:
    answer = as_role(Role.DESIGNER, drawn).post(at(drawn, "chart-save"), sending(drawn))
    assert answer.status_code == 200, answer.content
    assert json.loads(answer.content)["revision"] == 2
    assert np.array_equal(chart_of(reread(drawn)).knots, knots_for(drawn, 3))


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"revision": "0"}, 409, "chart_changed_meanwhile"),
        ({"revision": "x"}, 422, "chart_sending_unreadable"),
        ({"key": "x"}, 422, "chart_sending_unreadable"),
        ({"yarns": "x"}, 422, "chart_sending_unreadable"),
        ({"yarns": "[1]"}, 422, "chart_sending_unreadable"),
        ({"yarns": '["NONE"]'}, 404, "yarn_not_of_unit"),
        ({"knots": b"not deflated"}, 422, "chart_sending_unreadable"),
        ({"knots": zlib.compress(bytes(1799))}, 422, "chart_bytes_wrong"),
        ({"knots": zlib.compress(bytes(10_000_000))}, 422, "chart_bytes_wrong"),
        ({"knots": zlib.compress(b"\xfa" * 1800)}, 422, "chart_index_wrong"),
    ],
)
def test_a_saving_that_cannot_be_says_why_in_json(
    drawn: ChartVersion, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = as_role(Role.DESIGNER, drawn).post(at(drawn, "chart-save"), sending(drawn, **changes))
    said = json.loads(answer.content)
    assert (answer.status_code, said["code"]) == (status, code)
    assert said["message"]
    assert reread(drawn).revision == 1


def test_a_reader_does_not_save(drawn: ChartVersion) -> None:
    answer = as_role(Role.CENTRE_CLERK, drawn).post(at(drawn, "chart-save"), sending(drawn))
    assert (answer.status_code, json.loads(answer.content)["code"]) == (403, "role_may_not")


def test_a_picture_that_names_its_fingerprint_may_be_kept_and_others_not(locked: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, locked)
    kept = client.get(at(locked, "picture"), {"v": locked.fingerprint[:12]})
    assert kept.headers["Cache-Control"] == "private, max-age=86400"
    assert "max-age" not in client.get(at(locked, "picture"), {"v": "x"}).headers.get("Cache-Control", "")
