"""A photograph of a design finds that design among hundreds, dim, cropped, noisy or mirrored."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.likeness import SIZE, Signature, likeness, ranking, signature_of_chart, signature_of_picture
from nawl.weaving.pictures.matching import match
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.sampling import Sampled
from tests.weaving.pictures.made import chart, shown, yarns
from tests.weaving.pictures.ten import TEN, picture


def kilim(seed: int) -> Chart:
    """A random quarter, mirrored twice."""
    dice = np.random.default_rng(seed)
    quarter = dice.integers(0, 8, (dice.integers(4, 14), dice.integers(3, 10)), dtype=np.uint8)
    half = np.hstack([quarter, quarter[:, ::-1]])
    return chart(np.kron(np.vstack([half, half[::-1]]), np.ones((3, 3), np.uint8)))


REGISTER = {
    **{name: chart(match(Sampled(picture(name, 60, 80)), yarns())) for name in TEN},
    **{f"kilim {seed}": kilim(seed) for seed in range(120)},
}
NAMES = list(REGISTER)
PACKED = [signature_of_chart(one).packed() for one in REGISTER.values()]


def photograph(design: Chart, seed: int, crop=0.05, light=0.8, noise=8.0, warm=1.0, mirrored=False) -> Picture:
    """What a phone makes of a design that hangs on a wall."""
    dice = np.random.default_rng(seed)
    dyes = np.array([yarn.srgb for yarn in design.yarns], np.uint8)
    pixels = dyes[design.knots].repeat(4, axis=0).repeat(4, axis=1)
    high, wide = pixels.shape[:2]
    top, bottom, left, right = (
        int(side * share) for side, share in zip((high, high, wide, wide), dice.random(4) * crop, strict=True)
    )
    pixels = pixels[top : high - bottom, left : wide - right]
    blurred = np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(2))).astype(float)
    seen = blurred * light * (warm, 1, 1 / warm) + dice.normal(0, noise, blurred.shape)
    return shown(np.clip(seen[:, ::-1] if mirrored else seen, 0, 255))


CONDITIONS = {
    "well taken": {},
    "dim": {"light": 0.4},
    "bright": {"light": 1.25},
    "noisy": {"noise": 30.0},
    "by lamplight": {"warm": 1.12},
    "cut": {"crop": 0.12},
    "mirrored": {"mirrored": True},
    "all at once": {"light": 0.6, "noise": 15.0, "warm": 1.08, "crop": 0.1, "mirrored": True},
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_photograph_finds_its_design(name):
    missed = []
    for place in range(0, len(NAMES), 6):
        shot = photograph(REGISTER[NAMES[place]], place, **CONDITIONS[name])
        if int(ranking(signature_of_picture(shot), PACKED).argmax()) != place:
            missed.append(NAMES[place])
    assert missed == []


def test_a_design_is_wholly_like_itself_and_its_mirrors_and_less_like_every_other():
    one = kilim(500)
    mine = signature_of_chart(one)
    assert likeness(mine, mine) == pytest.approx(1, abs=1e-5)
    lopsided = picture("old carpet", 80, 60)
    for turned in (lopsided[:, ::-1], lopsided[::-1], lopsided[::-1, ::-1]):
        assert likeness(signature_of_picture(shown(lopsided)), signature_of_picture(shown(turned))) > 0.97
    assert float(ranking(mine, PACKED).max()) < 0.9


def test_a_likeness_lies_between_0_and_1():
    for name in NAMES[:20]:
        ranks = ranking(signature_of_chart(REGISTER[name]), PACKED)
        assert ranks.shape == (len(PACKED),)
        assert ranks.min() >= 0
        assert ranks.max() <= 1


def test_a_signature_of_one_colour_is_a_signature_too():
    plain = signature_of_picture(shown(np.full((5, 5, 3), 128)))
    assert 0 <= likeness(plain, signature_of_chart(kilim(1))) <= 1


def test_a_signature_is_packed_into_508_bytes_and_comes_back():
    mine = signature_of_chart(kilim(3))
    packed = mine.packed()
    assert len(packed) == SIZE == 508
    back = Signature.unpacked(packed)
    assert np.array_equal(back.layout, mine.layout)
    assert np.array_equal(back.colours, mine.colours)


@pytest.mark.parametrize("data", [b"", b"\1" * 7, b"\2" + bytes(SIZE - 1), bytes(SIZE + 1)])
def test_what_is_no_signature_is_refused(data):
    with pytest.raises(NotPossible) as refusal:
        Signature.unpacked(data)
    assert refusal.value.code == "signature_unreadable"
    with pytest.raises(NotPossible):
        ranking(signature_of_chart(kilim(1)), [PACKED[0], data])


def test_an_empty_register_has_no_ranks():
    assert ranking(signature_of_chart(kilim(1)), []).size == 0


def test_what_is_not_drawn_yet_counts_as_wool():
    half = chart(["2.", "2."])
    whole = chart(["20", "20"])
    assert likeness(signature_of_chart(half), signature_of_chart(whole)) == pytest.approx(1, abs=1e-5)
