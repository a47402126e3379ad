"""A tone brightens, stretches and deepens colours as the studio's sliders promise, and never leaves what a byte holds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.pictures.toning import Tone, toned

SHARE = st.floats(-100, 100)


@pytest.mark.parametrize(
    ("tone", "before", "after"),
    [
        (Tone(), (10, 20, 30), (10, 20, 30)),
        (Tone(brightness=50), (100, 200, 40), (150, 255, 60)),
        (Tone(brightness=-100), (100, 200, 40), (0, 0, 0)),
        (Tone(contrast=50), (128, 228, 28), (128, 255, 0)),
        (Tone(contrast=-100), (3, 250, 90), (128, 128, 128)),
        (Tone(saturation=-100), (200, 100, 50), (124, 124, 124)),  # 0.299·200 + 0.587·100 + 0.114·50 = 124.2
        (Tone(saturation=100), (124, 124, 124), (124, 124, 124)),
    ],
)
def test_a_colour_after_a_tone(tone, before, after):
    assert toned(np.array([before], np.uint8), tone).tolist() == [list(after)]


@given(SHARE, SHARE, SHARE, st.integers(0, 255))
def test_grey_stays_grey_and_a_byte_a_byte(brightness, contrast, saturation, level):
    found = toned(np.full((2, 3, 3), level, np.uint8), Tone(brightness, contrast, saturation))
    assert found.dtype == np.uint8
    assert int(np.ptp(found)) <= 1


@pytest.mark.parametrize("values", [(101, 0, 0), (0, -100.5, 0), (0, 0, float("nan"))])
def test_a_tone_beyond_its_range_is_refused(values):
    with pytest.raises(NotPossible, match="tone_unfit"):
        Tone(*values)
