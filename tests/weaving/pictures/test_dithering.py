"""Two yarns are mixed only where asked, in a small pattern, and never by more than was asked."""

from __future__ import annotations

import numpy as np
import pytest

from nawl.kit.errors import NotPossible
from nawl.ui.sentences import sentence
from nawl.weaving.colour import linear, oklab_of_light
from nawl.weaving.lone import isolated
from nawl.weaving.pictures.dithering import Dither, dithered
from nawl.weaving.pictures.matching import match
from nawl.weaving.pictures.sampling import Sampled
from tests.weaving.pictures.made import yarns
from tests.weaving.pictures.ten import picture

PAIR = yarns("ffffff", "808080")


def flat(level: int) -> Sampled:
    return Sampled(np.full((40, 40, 3), level, np.uint8))


@pytest.mark.parametrize("pattern", ["clustered", "ordered"])
@pytest.mark.parametrize("strength", [0.1, 0.25, 0.4])
def test_the_second_yarn_never_gets_more_knots_than_the_strength(pattern, strength):
    for level in range(128, 256, 8):
        drawn = flat(level)
        knots = match(drawn, PAIR)
        mixed = dithered(drawn, knots, PAIR, Dither(strength, pattern))
        assert (mixed != knots).mean() <= strength + 1e-9


def test_a_tone_between_two_yarns_is_mixed_and_comes_nearer_to_the_drawing():
    drawn = flat(205)
    knots = match(drawn, PAIR)
    mixed = dithered(drawn, knots, PAIR, Dither(0.4, "ordered"))
    assert 0.2 < (mixed != knots).mean() <= 0.4
    dyes = np.array([yarn.srgb for yarn in PAIR], np.uint8)

    def off(grid: np.ndarray) -> float:
        return abs(oklab_of_light(linear(dyes[grid]).mean(axis=(0, 1)))[0] - oklab_of_light(linear((205, 205, 205)))[0])

    assert off(mixed) < off(knots) / 2


def test_a_yarns_own_colour_is_not_mixed():
    drawn = flat(255)
    assert not dithered(drawn, match(drawn, PAIR), PAIR, Dither(0.4)).any()


def test_only_the_marked_part_is_mixed():
    drawn = flat(205)
    mask = np.zeros((40, 40), np.bool_)
    mask[10:20, 5:30] = True
    knots = match(drawn, PAIR)
    mixed = dithered(drawn, knots, PAIR, Dither(0.4, mask=mask))
    assert (mixed != knots)[mask].any()
    assert np.array_equal(mixed[~mask], knots[~mask])


def test_a_clustered_pattern_leaves_no_knot_alone_but_at_the_edge():
    for level in range(130, 256, 3):
        drawn = flat(level)
        mixed = dithered(drawn, match(drawn, PAIR), PAIR, Dither(0.4, "clustered"))
        assert not isolated(mixed)[1:-1, 1:-1].any()


def test_a_picture_is_mixed_the_same_way_each_time_and_empty_knots_stay_empty():
    empty = np.zeros((60, 50), np.bool_)
    empty[5:9, 7] = True
    drawn = Sampled(picture("portrait", 50, 60), empty)
    knots = match(drawn, yarns())
    mixed = dithered(drawn, knots, yarns(), Dither())
    assert np.array_equal(mixed, dithered(drawn, knots, yarns(), Dither()))
    assert np.array_equal(mixed == 255, empty)
    assert 0 < (mixed != knots).mean() < 0.25


def test_one_yarn_cannot_be_mixed():
    drawn = flat(205)
    knots = match(drawn, PAIR[:1])
    assert dithered(drawn, knots, PAIR[:1], Dither()) is knots


@pytest.mark.parametrize("strength", [0, -0.1, 0.41, 1.0, float("nan")])
def test_a_strength_beyond_40_per_cent_is_refused(strength):
    with pytest.raises(NotPossible) as refusal:
        Dither(strength)
    assert refusal.value.code == "strength_unfit"
    assert sentence(refusal.value)
