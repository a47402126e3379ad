"""The shelf of motifs: the programme's and the units' own, found by words and tags, drawn as pictures."""

from __future__ import annotations

import io

import numpy as np
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from nawl.accounts.choices import Role
from nawl.production.actions.motifs import MotifWords, add_motif
from nawl.production.models import OwnMotif
from nawl.production.queries.shelf import shelf, shelved, shelved_one
from nawl.production.rules.motif_shelf import TAGS, scaled
from nawl.weaving.motifs import MOTIFS
from nawl.weaving.motifs.motif import Part
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility, make_user_as

pytestmark = pytest.mark.django_db
CELLS = np.array([[0, 1, 0], [1, 2, 1]], dtype=np.uint8)


def own_motif(facility, name="نقش القدموس", code="QD-1") -> OwnMotif:
    """Add a motif of a unit's own."""
    words = MotifWords(code=code, name_ar=name, origin_ar="من سجادة قديمة في الوحدة.", rights="ملك الوحدة")
    return add_motif(facility, words, CELLS, by=make_system_user())


def signed_in(facility, role=Role.DESIGNER) -> Client:
    """Return the browser of somebody posted at a facility."""
    client = Client()
    client.force_login(make_user_as(role, facility))
    return client


def test_every_motif_of_the_programme_stands_on_the_shelf_with_its_picture():
    facility = make_facility()
    client = signed_in(facility)
    page = client.get(reverse("production:motif-list")).content.decode()
    for motif in MOTIFS:
        assert motif.name_ar in page
        answered = client.get(reverse("production:motif-picture", args=[motif.code]), {"knots": 27})
        image = Image.open(io.BytesIO(answered.content))
        assert answered.status_code == 200
        assert image.info["transparency"] == Part.CLEAR
        assert len(image.getcolors()) > 1


def test_every_motif_bears_a_tag_that_is_offered():
    assert [motif.code for motif in MOTIFS if not TAGS.keys() & set(motif.tags)] == []


def test_only_tags_that_lead_to_a_motif_are_offered():
    user = make_user_as(Role.DESIGNER, make_facility())
    offered = shelf(user).tags
    assert offered
    assert all(len(shelf(user, tag=tag).rows) == count for tag, count in offered.items())


@pytest.mark.parametrize(
    ("search", "code"),
    [("خاتم", "khatam"), ("الخاتم", "khatam"), ("khatam", "khatam"), ("معين بخطاطيف", "hooked_lozenge")],
)
def test_a_motif_is_found_by_its_words_in_any_spelling(search, code):
    user = make_user_as(Role.DESIGNER, make_facility())
    assert code in {one.motif.code for one in shelf(user, search).rows}


def test_a_units_own_motif_is_seen_by_its_unit_alone():
    here, elsewhere = make_facility(), make_facility()
    motif = own_motif(here)
    for facility, status in ((here, 200), (elsewhere, 404)):
        client = signed_in(facility)
        assert client.get(reverse("production:motif", args=[motif.code])).status_code == status
        assert client.get(reverse("production:motif-picture", args=[motif.code])).status_code == status
        assert (motif.name_ar in client.get(reverse("production:motif-list")).content.decode()) == (status == 200)


def test_an_own_motif_is_drawn_as_it_was_kept_and_enlarged_by_whole_numbers():
    facility = make_facility()
    user = make_user_as(Role.DESIGNER, facility)
    shown = shelved_one(user, own_motif(facility).code)
    assert np.array_equal(shown.motif.draw(3, 2), CELLS)
    assert np.array_equal(shown.motif.draw(7, 5), scaled(CELLS, 6, 4))
    assert shown.motif.draw(7, 5).shape == (4, 6)


@pytest.mark.parametrize("knots", ["0", "601", "-1", "many"])
def test_a_size_that_no_motif_has_is_told(knots):
    client = signed_in(make_facility())
    answered = client.get(reverse("production:motif-picture", args=["khatam"]), {"knots": knots})
    assert answered.status_code == 422
    assert "600" in answered.content.decode()


def test_somebody_without_a_posting_sees_no_shelf():
    client = Client()
    client.force_login(make_user_as(Role.PARTNER, make_facility()))
    assert client.get(reverse("production:motif-list")).status_code == 403


@pytest.mark.parametrize(("name", "queries"), [("production:motif-list", 6)])
def test_the_shelf_takes_the_same_queries_however_full_it_is(name, queries, django_assert_max_num_queries):
    facility = make_facility()
    client = signed_in(facility)
    for number in range(3):
        own_motif(facility, f"نقش {number}", f"QD-{number}")
    with django_assert_max_num_queries(queries):
        client.get(reverse(name))


def photograph(wide: int = 240, high: int = 160) -> io.BytesIO:
    """Return a picture as an old carpet: a madder lozenge with a dark rim on a light ground, as PNG."""
    across, down = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    reach = np.abs(across) + np.abs(down)
    picture = np.full((high, wide, 3), (240, 230, 212), np.uint8)
    picture[reach < 0.9] = (45, 33, 26)
    picture[reach < 0.7] = (154, 46, 43)
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    file.seek(0)
    file.name = "carpet.png"
    return file


def asked(facility, **fields):
    """Return what the form of a new motif sends."""
    corners = {"upper_left": (0, 0), "upper_right": (100, 0), "lower_right": (100, 100), "lower_left": (0, 100)}
    numbers = {f"{name}_{side}": at[n] for name, at in corners.items() for n, side in enumerate("xy")}
    words = {"name_ar": "معيّن الجدة", "origin_ar": "سجادة قديمة في القدموس، لا يُعرف من نسجها.", "rights": "إرث عام"}
    size = {"facility": facility.code, "wide": 21, "high": 21, "colours": 3, "tags": ["lozenge"]}
    return {"picture": photograph(), **numbers, **size, **words, **fields}


def test_a_motif_is_looked_at_before_it_is_added_and_nothing_is_kept():
    facility = make_facility()
    sent = asked(facility, look="1", name_ar="", origin_ar="", rights="")
    page = signed_in(facility).post(reverse("production:motif-new"), sent).content.decode()
    assert page.count("data:image/png;base64,") == 2
    assert not OwnMotif.objects.unscoped("a test looks").exists()


def test_a_photograph_becomes_a_motif_of_the_unit():
    facility = make_facility()
    client = signed_in(facility)
    answered = client.post(reverse("production:motif-new"), asked(facility))
    kept = OwnMotif.objects.unscoped("a test looks").get()
    cells = shelved_one(make_user_as(Role.DESIGNER, facility), kept.code).motif.draw(21, 21)
    assert answered.headers["Location"] == reverse("production:motif", args=[kept.code])
    assert (cells[10, 10], cells[0, 0]) == (Part.MAIN, Part.CLEAR)
    assert set(np.unique(cells)) == {Part.CLEAR, Part.OUTLINE, Part.MAIN}
    assert kept.photograph is None
    assert client.get(reverse("production:motif", args=[kept.code])).status_code == 200


def test_the_photograph_is_kept_only_where_its_owner_agreed():
    facility = make_facility()
    signed_in(facility).post(reverse("production:motif-new"), asked(facility, keeps_photograph="on"))
    kept = OwnMotif.objects.unscoped("a test looks").get()
    assert kept.has_consent
    assert Image.open(io.BytesIO(bytes(kept.photograph))).format == "JPEG"


@pytest.mark.parametrize(
    "wrong",
    [
        {"upper_left_x": 100, "upper_right_x": 0},
        {"upper_left_x": 120},
        {"wide": 2},
        {"colours": 9},
        {"name_ar": ""},
        {"rights": " "},
        {"picture": io.BytesIO(b"no picture at all")},
    ],
)
def test_what_cannot_become_a_motif_is_told_and_nothing_is_kept(wrong):
    facility = make_facility()
    answered = signed_in(facility).post(reverse("production:motif-new"), asked(facility, **wrong))
    assert answered.status_code == 422
    assert 'class="faults"' in answered.content.decode()
    assert not OwnMotif.objects.unscoped("a test looks").exists()


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.GOVERNORATE_DIRECTOR])
def test_who_does_not_draw_adds_no_motif(role):
    facility = make_facility()
    at = facility if role == Role.CENTRE_CLERK else facility.governorate
    client = Client()
    client.force_login(make_user_as(role, at))
    assert client.post(reverse("production:motif-new"), asked(facility)).status_code == 403


def test_lists_and_pages_of_motifs_never_read_the_photographs():
    words = MotifWords("QD-2", "نقش القدموس", "من سجادة في القدموس", "الوحدة")
    add_motif(make_facility(), words, CELLS, by=make_system_user(), photograph=b"a photograph")
    user = make_system_user()
    with CaptureQueriesContext(connection) as asked:
        shelved(user)
        shelved_one(user, "QD-2")
    assert len(asked.captured_queries) >= 2
    assert not [one["sql"] for one in asked.captured_queries if '"photograph"' in one["sql"]]
