"""Bands made of motifs join themselves, keep to their frieze group, and have a square for the corner."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving.motifs import FRIEZE_UNITS, Part, corner_block, frieze_unit
from nawl.weaving.motifs.bands import evened

UNITS = pytest.mark.parametrize("unit", FRIEZE_UNITS, ids=lambda unit: unit.code)


def shifts(cells, changed):
    """Every shift along the band by which the changed drawing falls upon the first."""
    return [s for s in range(cells.shape[1]) if np.array_equal(np.roll(changed, s, axis=1), cells)]


@UNITS
@pytest.mark.parametrize("more", [0, 1, 6, 20])
def test_a_repeat_has_exactly_the_size_that_was_asked_for(unit, more):
    high = unit.least_high + more
    for wide in (unit.natural(high), unit.natural(high) + 1):
        cells = unit.draw(wide, high)
        assert cells.shape == (high, wide)
        assert cells.any()
        assert not unit.fills or Part.CLEAR not in cells


@UNITS
@pytest.mark.parametrize("high", [24, 33])
def test_a_band_keeps_to_the_frieze_group_that_it_says(unit, high):
    cells = unit.draw(unit.natural(high), high)
    upright, along, turned = cells[:, ::-1], cells[::-1], cells[::-1, ::-1]
    assert bool(shifts(cells, upright)) == (unit.group in {"pm11", "pmm2", "pma2"})
    assert bool(shifts(cells, turned)) == (unit.group in {"p112", "pmm2", "pma2"})
    assert (0 in shifts(cells, along)) == (unit.group in {"p1m1", "pmm2"})


@UNITS
@pytest.mark.parametrize("size", [5, 9, 14, 15, 22, 31, 40])
def test_a_corner_is_a_square_that_reads_alike_from_both_bands(unit, size):
    cells = unit.corner(size)
    assert cells.shape == (size, size)
    assert np.array_equal(np.rot90(cells), cells)


@given(st.integers(18, 90), st.integers(7, 60))
def test_strokes_of_a_meander_are_all_alike_and_its_gaps_differ_by_a_knot_at_most(wide, high):
    rows = ("#.#.#.#.#.", "..........") * 3 + ("##########",)
    drawn = evened(rows, wide, high)
    runs = [len(run) for run in re.findall("#+", "".join(".#"[on] for on in drawn[0].astype(int)))]
    gaps = [len(run) for run in re.findall("[.]+", "".join(".#"[on] for on in drawn[0].astype(int)))]
    down = [len(run) for run in re.findall("#+", "".join(".#"[on] for on in drawn[:, 0].astype(int)))]
    assert drawn.shape == (high, wide)
    assert len(set(runs + down)) == 1
    assert max(gaps) - min(gaps) <= 1
    assert gaps[:-1] == gaps[-2::-1]


def test_a_motif_that_runs_along_no_band_has_no_unit():
    assert frieze_unit("camel") is None
    assert frieze_unit("meander").group == "p111"


def test_a_corner_too_small_for_its_motif_is_a_plain_block():
    assert set(np.unique(corner_block("rosette", 5))) == {Part.OUTLINE, Part.LIGHT, Part.MAIN}
