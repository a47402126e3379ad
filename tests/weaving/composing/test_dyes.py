"""Dyes part from their ground and from each other, in every family; borders keep their proportion; kilims have no long slits."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from nawl.weaving.composing import Palette, Role, Wish, compose, families, proposals
from nawl.weaving.composing.designs import design, designs
from nawl.weaving.composing.dyes import APART, distances, dye, lightness, line_on
from nawl.weaving.composing.kinds import KINDS
from nawl.weaving.flat import longest_slit, slits
from nawl.weaving.motifs.motif import Part
from nawl.weaving.stock import read_yarns

YARNS = tuple(read_yarns(Path(__file__).parents[3] / "nawl" / "weaving" / "data" / "yarns.toml"))
PALETTES = [(code, way, family.palette(way)) for code, family in families().items() for way in range(len(family.ways))]
GROUNDS = (Role.GROUND, Role.BORDER, Role.MEDALLION, Role.CORNER, Role.MINOR)


@pytest.mark.parametrize(
    ("code", "way", "palette"), PALETTES, ids=lambda value: str(value) if not isinstance(value, Palette) else ""
)
def test_a_motif_stands_out_from_every_ground_of_its_palette(code: str, way: int, palette: Palette) -> None:
    apart = distances(palette)
    for ground, turn in product(GROUNDS, range(4)):
        chosen = dye(palette, ground, turn)
        assert apart[ground, chosen[Part.MAIN]] >= APART, (ground.name, turn)
        assert apart[chosen[Part.MAIN], chosen[Part.SECOND]] > 8, (ground.name, turn)
        assert apart[chosen[Part.LIGHT], chosen[Part.HEART]] > 8, (ground.name, turn)


@pytest.mark.parametrize(
    ("code", "way", "palette"), PALETTES, ids=lambda value: str(value) if not isinstance(value, Palette) else ""
)
def test_a_fine_line_is_seen_on_every_ground_by_its_lightness(code: str, way: int, palette: Palette) -> None:
    light = lightness(palette)
    for ground in GROUNDS:
        assert abs(light[line_on(palette, ground)] - light[ground]) >= 20, ground.name


def test_turns_change_the_dye_for_the_rhythm_of_a_border() -> None:
    palette = design("tartus-medallion").palette
    assert dye(palette, Role.BORDER, 0)[Part.MAIN] != dye(palette, Role.BORDER, 1)[Part.MAIN]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_borders_take_a_good_share_narrow_broad_narrow(kind: str) -> None:
    for recipe in proposals(Wish(kind=kind), 4, 2):
        if recipe.field.pattern == "bands":
            continue
        share = 2 * sum(plan.cm for plan in recipe.borders) / float(min(recipe.size_cm))
        assert 0.22 < share < 0.52, share
        widths = [plan.cm for plan in recipe.borders]
        broad = widths.index(max(widths))
        assert 0 < broad < len(widths) - 1
        assert max(widths[:broad]) < 0.6 * widths[broad]
        assert max(widths[broad + 1 :]) < 0.6 * widths[broad]


@pytest.mark.parametrize("code", sorted(designs()))
def test_one_colour_leads_a_second_follows_a_third_accents(code: str) -> None:
    chart = compose(design(code), YARNS)
    shares = sorted((count / chart.frame.knots for count in chart.counts), reverse=True)
    assert 0.2 < shares[0] < 0.6
    assert shares[0] + shares[1] > 0.4
    assert shares[2] > 0.04


def test_the_kilim_of_the_demonstration_has_no_slit_that_needs_joining() -> None:
    chart = compose(design("harvest-kilim"), YARNS)
    assert longest_slit(chart) <= 12
    assert slits(chart, 12) == ()


def test_borders_of_a_flat_weave_run_in_teeth() -> None:
    base = design("tartus-medallion")
    for recipe in (base.with_size(120, 180),):
        pile = compose(recipe, YARNS)
        flat = compose(type(recipe)(**{**vars(recipe), "quality": "kilim"}), YARNS)
        assert longest_slit(flat) < pile.frame.high / 4
