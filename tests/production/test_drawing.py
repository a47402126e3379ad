"""Drawing on a draft: saving that survives repetition and conflict, charts from pictures and recipes."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import numpy as np
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from PIL import Image

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.kit.database import is_append_only_violation
from nawl.kit.errors import Conflict, NotFound, NotPossible
from nawl.production.actions import compose_into, draw_from_picture, grid_of, keeping, save_draft, send_to_review
from nawl.production.models import ChartVersion, DesignPicture, DraftSave
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS
from nawl.weaving.composing.designs import designs
from nawl.weaving.pictures.pipeline import Options
from tests.factories.places import make_facility
from tests.factories.production import (
    DYES,
    draw,
    knots_for,
    make_class,
    make_colour,
    make_locked,
    make_palette,
    make_version,
    reread,
)
from tests.production.acts import hand, refuses_all_but, told, verbs

pytestmark = pytest.mark.django_db
CODES = list(DYES)


def save(version: ChartVersion, by: User, seed: int = 1, **changes: object) -> object:
    asked = {"revision": version.revision, "key": uuid4(), **changes}
    return save_draft(version, knots_for(version, seed), CODES, by=by, **asked)


def test_a_drawing_is_saved_and_counted() -> None:
    version = make_version()
    by = hand(Role.DESIGNER, version.design.facility)
    answer = save(version, by)
    kept = reread(version)
    assert (answer.revision, kept.revision, kept.unset) == (1, 1, 0)
    assert sum(kept.counts) == kept.wide * kept.high
    assert np.array_equal(chart_of(kept).knots, knots_for(version))
    assert kept.likeness is not None


def test_savings_of_one_sitting_leave_one_entry_and_a_row_each() -> None:
    version = make_version()
    by = hand(Role.DESIGNER, version.design.facility)
    for seed in range(4):
        save(reread(version), by, seed)
    assert verbs().count("production.drawing_saved") == 1
    saves = list(DraftSave.objects.filter(version=version))
    assert [row.revision for row in saves] == [1, 2, 3, 4]
    assert {row.by for row in saves} == {by}
    assert "رسم في النسخة 1" in told(version)


def test_another_hand_or_a_long_rest_begins_another_sitting(monkeypatch: pytest.MonkeyPatch) -> None:
    version = make_version()
    one = hand(Role.DESIGNER, version.design.facility)
    other = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility)
    save(version, one)
    save(reread(version), other, 2)
    assert verbs().count("production.drawing_saved") == 2
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(keeping.timezone, "now", lambda: later)
    save(reread(version), other, 3)
    assert verbs().count("production.drawing_saved") == 3


def test_a_repeated_sending_is_answered_as_before_and_saves_nothing() -> None:
    version = make_version()
    by = hand(Role.DESIGNER, version.design.facility)
    key = uuid4()
    first = save(version, by, key=key)
    again = save(version, by, key=key)
    save(reread(version), by, 2)
    late = save(version, by, key=key)
    assert first == again == late
    assert reread(version).revision == 2


@pytest.mark.parametrize("what", ["drawing", "hand", "version"])
def test_a_key_belongs_to_its_drawing_its_hand_and_its_version(what: str) -> None:
    version = make_version()
    by = hand(Role.DESIGNER, version.design.facility)
    key = uuid4()
    save(version, by, key=key)
    target = make_version(version.design.facility, title_ar="غيره") if what == "version" else version
    who = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility) if what == "hand" else by
    with pytest.raises(Conflict, match="key_reused"):
        save(target, who, 2 if what == "drawing" else 1, key=key)


def test_a_saving_over_an_unseen_revision_is_refused_and_nothing_is_lost() -> None:
    version = make_version()
    one = hand(Role.DESIGNER, version.design.facility)
    other = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility)
    save(version, one)
    with pytest.raises(Conflict, match="chart_changed_meanwhile") as caught:
        save(version, other, 2)
    assert caught.value.facts == {"seen": 0, "standing": 1}
    assert np.array_equal(chart_of(reread(version)).knots, knots_for(version))
    assert DraftSave.objects.count() == 1


def test_only_who_draws_saves() -> None:
    version = make_version()
    refuses_all_but(DRAWERS, version.design.facility, lambda by: save(version, by))
    assert reread(version).revision == 0


@pytest.mark.parametrize("state", ["review", "locked"])
def test_what_is_no_draft_is_not_drawn_upon(state: str) -> None:
    version = draw(make_version())
    by = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility)
    version = send_to_review(version, by=by) if state == "review" else make_locked(version, by=by, seed=4)
    with pytest.raises(NotPossible, match="version_not_open"):
        save(version, by, 2)
    with pytest.raises(NotPossible, match="version_not_open"):
        draw_from_picture(version, photograph(), Options(), revision=version.revision, by=by)
    with pytest.raises(NotPossible, match="version_not_open"):
        compose_into(version, designs()["baraka"], revision=version.revision, by=by)


@pytest.mark.parametrize(
    ("codes", "index", "error", "code"),
    [
        (["MAD", "NONE"], 0, NotFound, "yarn_not_of_unit"),
        (["MAD", "OTHER"], 0, NotFound, "yarn_not_of_unit"),
        (["MAD"], 1, NotPossible, "chart_index_wrong"),
    ],
)
def test_a_drawing_names_yarns_of_its_unit_alone(codes: list[str], index: int, error: type, code: str) -> None:
    version = make_version()
    make_colour("OTHER", facility=make_facility())
    grid = np.full((version.high, version.wide), index, np.uint8)
    by = hand(Role.DESIGNER, version.design.facility)
    with pytest.raises(error, match=code):
        save_draft(version, grid, codes, revision=0, key=uuid4(), by=by)


def test_a_sending_of_another_length_is_refused() -> None:
    version = make_version()
    assert grid_of(version, bytes(1800)).shape == (60, 30)
    with pytest.raises(NotPossible, match="chart_bytes_wrong"):
        grid_of(version, bytes(1799))


def test_a_row_of_a_saving_is_never_changed() -> None:
    draw(make_version())
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE production_draftsave SET revision = 9")
    assert is_append_only_violation(caught.value)


def photograph(wide: int = 120, high: int = 200, form: str = "JPEG") -> bytes:
    """Return a picture of a red field in a navy frame, with a note beside it as cameras write."""
    pixels = np.full((high, wide, 3), (31, 59, 92), np.uint8)
    pixels[30:-30, 20:-20] = (154, 46, 43)
    file = io.BytesIO()
    image = Image.fromarray(pixels)
    exif = image.getexif()
    exif[0x010F] = "Secret Camera of Um Ali"
    image.save(file, form, exif=exif.tobytes())
    return file.getvalue()


def test_a_picture_becomes_the_chart_of_a_draft() -> None:
    version = make_version()
    by = hand(Role.DESIGNER, version.design.facility)
    read = draw_from_picture(version, photograph(), Options(colours=2), name="سجادة.jpg", revision=0, by=by)
    kept = reread(version)
    chart = chart_of(kept)
    assert (kept.beginning, kept.unset, kept.revision) == ("picture", 0, 1)
    assert {yarn.code for yarn in chart.yarns} == {"MAD", "IND"}
    assert chart.yarns[chart.knots[30, 15]].code == "MAD"
    assert chart.yarns[chart.knots[0, 0]].code == "IND"
    assert kept.recipe["crop"] == [round(side, 4) for side in read.drawn.crop]


def test_a_picture_is_kept_without_what_the_camera_wrote_beside_it() -> None:
    version = make_version()
    draw_from_picture(version, photograph(), Options(), revision=0, by=hand(Role.DESIGNER, version.design.facility))
    kept = DesignPicture.objects.unscoped("a test looks at the picture").get()
    assert b"Secret Camera" in photograph()
    assert b"Secret Camera" not in bytes(kept.image)
    assert (kept.wide, kept.high, kept.media_type) == (120, 200, "image/jpeg")


def test_drawing_from_a_picture_leaves_an_entry() -> None:
    version = make_version()
    draw_from_picture(version, photograph(), Options(), revision=0, by=hand(Role.DESIGNER, version.design.facility))
    entry = AuditEntry.objects.get(verb="production.drawn_from_picture")
    assert entry.place_path == version.design.facility.place_path
    assert "من صورة" in told(version)


def test_a_colour_that_was_swept_away_is_not_counted() -> None:
    version = make_version()
    by = hand(Role.DESIGNER, version.design.facility)
    chart = draw_from_picture(version, photograph(), Options(rare=901), revision=0, by=by).drawn.chart
    assert (len(chart.yarns) > 1, chart.colours) == (True, 1)
    assert AuditEntry.objects.get(verb="production.drawn_from_picture").changes["colours"] == 1


def test_only_who_draws_brings_pictures() -> None:
    version = make_version()
    data = photograph()
    refuses_all_but(
        DRAWERS, version.design.facility, lambda by: draw_from_picture(version, data, Options(), revision=0, by=by)
    )


def test_a_picture_over_an_unseen_revision_is_refused() -> None:
    version = make_version()
    draw(version)
    with pytest.raises(Conflict, match="chart_changed_meanwhile"):
        draw_from_picture(version, photograph(), Options(), revision=0, by=hand(Role.DESIGNER, version.design.facility))
    assert DesignPicture.objects.unscoped("a test counts all").count() == 0


def test_what_is_no_picture_is_refused_in_a_sentence() -> None:
    version = make_version()
    with pytest.raises(NotPossible, match="picture_kind_unknown"):
        draw_from_picture(version, b"GIF89a", Options(), revision=0, by=hand(Role.DESIGNER, version.design.facility))


def composing_version() -> ChartVersion:
    unit = make_facility()
    make_palette(unit)
    return make_version(unit, quality=make_class("wall"), size=(Decimal(60), Decimal(40)))


def test_a_recipe_is_composed_into_the_drafts_own_frame() -> None:
    version = composing_version()
    by = hand(Role.DESIGNER, version.design.facility)
    recipe = designs()["baraka"]
    kept = compose_into(version, recipe, revision=0, by=by)
    chart = chart_of(kept)
    assert (kept.beginning, kept.unset, chart.knots.shape) == ("composed", 0, (200, 300))
    assert kept.recipe["recipe"] == recipe.with_size(version.width_cm, version.length_cm).to_data()
    assert kept.symmetry == chart.frame.symmetry.value


def test_composing_leaves_an_entry_and_heeds_the_revision() -> None:
    version = composing_version()
    by = hand(Role.DESIGNER, version.design.facility)
    compose_into(version, designs()["baraka"], revision=0, by=by)
    assert "أُلّفت" in told(version)
    with pytest.raises(Conflict, match="chart_changed_meanwhile"):
        compose_into(version, designs()["baraka"], revision=0, by=by)


def test_only_who_draws_composes() -> None:
    version = composing_version()
    recipe = designs()["baraka"]
    refuses_all_but(DRAWERS, version.design.facility, lambda by: compose_into(version, recipe, revision=0, by=by))
