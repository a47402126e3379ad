"""What a carpet will look like: true in proportion and colour, the same every time, and never taken for a photograph."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from nawl.weaving import showing
from nawl.weaving.colour import linear, srgb
from nawl.weaving.printing.cover import small_picture
from nawl.weaving.showing.marking import WORDS
from nawl.weaving.showing.wool import cloth
from tests.factories.charts import chart_of, make_chart

PIECES = {
    "carpet": make_chart(60, 90),
    "kilim": make_chart(60, 90, code="kilim"),
    "panel": make_chart(100, 150, code="wall"),
    "one knot": make_chart(1, 1),
    "wide": make_chart(90, 20),
    "unset": make_chart(30, 20, unset=True),
}
pieces = pytest.mark.parametrize("piece", PIECES)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(opened(data).convert("RGB")).astype(int)


@pieces
@pytest.mark.parametrize("show", [showing.preview, showing.room], ids=["preview", "room"])
def test_every_piece_can_be_shown_and_says_that_it_is_a_simulation(piece, show):
    shown = opened(show(PIECES[piece], 400, form="png"))
    shown.load()
    assert shown.width == 400
    assert shown.text["Description"].startswith(WORDS)
    assert PIECES[piece].fingerprint[:16] in shown.text["Description"]


@pytest.mark.parametrize("show", [showing.preview, showing.room], ids=["preview", "room"])
def test_the_mark_is_written_into_the_picture(show, monkeypatch):
    marked = pixels(show(PIECES["carpet"], 600, form="png"))
    monkeypatch.setattr(showing, "mark", lambda *_args, **_more: None)
    bare = pixels(show(PIECES["carpet"], 600, form="png"))
    differs = np.argwhere(np.abs(marked - bare).sum(axis=2) > 60)
    assert len(differs) > 300
    high, wide = marked.shape[:2]
    assert differs[:, 0].min() > high * 0.88, "at the foot"
    assert differs[:, 1].max() < wide * 0.5, "at the left"


def test_a_webp_says_it_too():
    exif = opened(showing.preview(PIECES["carpet"], 300)).getexif()
    assert exif[0x010E].startswith("Simulation, not a photograph")


@pieces
def test_the_same_chart_gives_the_same_picture_to_the_byte(piece):
    assert showing.preview(PIECES[piece], 300) == showing.preview(PIECES[piece], 300)
    assert showing.room(PIECES[piece], 300) == showing.room(PIECES[piece], 300)


def test_another_chart_is_woven_by_another_hand():
    one, other = chart_of("aaaa\naaaa"), chart_of("aaaa\naaab")
    first = cloth(one, one.knots, (8, 8), abrash=0)
    second = cloth(other, other.knots, (8, 8), abrash=0)
    assert not np.array_equal(first[:8, :8], second[:8, :8])


@pytest.mark.parametrize("code", ["300", "360", "kilim"])
def test_the_plain_picture_has_the_proportion_of_the_carpet(code):
    chart = make_chart(72, 120, code=code)
    size = opened(showing.picture(chart, 360)).size
    assert size[1] / size[0] == pytest.approx(float(chart.frame.length_cm / chart.frame.width_cm), rel=0.01)


def test_the_plain_picture_holds_every_knot_in_its_colour():
    chart = make_chart(30, 20)
    shown = pixels(showing.picture(chart, 300))
    colours = np.array([yarn.srgb for yarn in chart.yarns])
    middles = shown[5::10, 5::10][:20, :30]
    assert np.array_equal(middles, colours[chart.knots])


def test_knots_seen_from_afar_mix_as_light_does():
    """A cloth of two colours by turns is no darker when it is shown small; the plain numbers' mean would be."""
    chart = chart_of("\n".join(["ac" * 20, "ca" * 20] * 20))
    mixed = srgb((linear(chart.yarns[0].srgb) + linear(chart.yarns[2].srgb)) / 2)
    for shown in (
        pixels(showing.picture(chart, 10)),
        np.asarray(Image.open(BytesIO(small_picture(chart, 10))).convert("RGB")),
    ):
        assert shown.shape[:2] == (10, 10)
        assert np.abs(shown.astype(int) - mixed.astype(int)).max() <= 1


def test_a_thumbnail_is_as_long_as_asked_for_on_its_longer_side():
    assert max(opened(showing.thumbnail(make_chart(20, 60), 160)).size) == 160
    assert max(opened(showing.thumbnail(make_chart(60, 20), 160)).size) == 160


@pytest.mark.parametrize("code", ["300", "kilim"])
@pytest.mark.parametrize("knot_px", [(1, 1), (2, 2), (3, 4), (8, 8), (12, 10)])
def test_wool_keeps_the_yarn_s_colour(code, knot_px):
    chart = chart_of("\n".join(["a" * 40] * 40), code)
    shown = cloth(chart, chart.knots, knot_px, abrash=0).reshape(-1, 3)
    assert np.abs(shown.mean(axis=0) - chart.yarns[0].srgb).max() < 4


def test_knots_are_uneven_by_a_few_per_cent():
    chart = chart_of("\n".join(["a" * 60] * 60))
    shown = cloth(chart, chart.knots, (4, 4), abrash=0).astype(float).mean(axis=2)
    knots = shown.reshape(60, 4, 60, 4).mean(axis=(1, 3))
    assert 0.01 < knots.std() / knots.mean() < 0.05


def test_dye_lots_show_as_bands_along_the_rows():
    chart = chart_of("\n".join(["a" * 40] * 200))
    even = cloth(chart, chart.knots, (1, 1), abrash=0).astype(float).mean(axis=(1, 2))
    bands = cloth(chart, chart.knots, (1, 1), abrash=0.08).astype(float).mean(axis=(1, 2))
    assert bands.std() > 1.5 * even.std()


def test_each_knot_of_pile_is_a_dome_with_shadow_below():
    chart = chart_of("\n".join(["a" * 40] * 40))
    shown = cloth(chart, chart.knots, (12, 12), abrash=0).astype(float).mean(axis=2)
    knot = shown.reshape(40, 12, 40, 12).mean(axis=(0, 2))
    assert knot[3:7, 3:7].mean() > 1.08 * knot[11].mean(), "the lower edge lies in shadow"
    assert knot[3:7, 3:7].mean() > 1.03 * knot[:, 11].mean()


def test_without_fringe_the_picture_is_shorter():
    chart = PIECES["carpet"]
    assert opened(showing.preview(chart, 400, fringe=False)).height < opened(showing.preview(chart, 400)).height


@pytest.mark.parametrize(
    ("code", "wide", "high", "is_panel"),
    [("300", 600, 900, False), ("wall", 300, 450, True), ("kilim", 240, 450, False), ("300", 150, 150, True)],
)
def test_low_pile_and_small_pieces_hang_on_the_wall(code, wide, high, is_panel):
    assert showing.is_panel(make_chart(wide, high, code=code)) is is_panel


@pieces
@pytest.mark.parametrize("place", ["floor", "wall"])
def test_every_piece_fits_into_either_room(piece, place):
    shown = opened(showing.room(PIECES[piece], 300, place=place, form="png"))
    assert shown.width == 300
    assert 150 < shown.height < 900


def test_a_close_up_shows_the_knots_asked_for():
    chart = make_chart(40, 30)
    shown = opened(showing.close_up(chart, (5, 3, 20, 10), knot_px=12, form="png"))
    assert shown.size == (240, 120)


@pytest.mark.parametrize(("asked", "given"), [(10, 64), (100_000, 4000)])
def test_sizes_beyond_reason_are_brought_within_it(asked, given, monkeypatch):
    asked_for = []
    monkeypatch.setattr(
        showing, "whole", lambda _chart, wide, **_more: asked_for.append(wide) or Image.new("RGBA", (8, 8))
    )
    showing.preview(PIECES["carpet"], asked, form="png")
    assert asked_for[0] == given - 2 * round(given * 0.04)
