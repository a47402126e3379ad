"""The shelf holds its forms with names in both languages, each drawn at the size that was asked for."""

from __future__ import annotations

import numpy as np
import pytest

from nawl.kit.errors import NotFound
from nawl.weaving.motifs import MOTIFS, Part, motif, motifs_with
from nawl.weaving.motifs.shelf import DRAWINGS

CODES = [one.code for one in MOTIFS]
SIZES = [(0, 0), (1, 0), (0, 3), (8, 8), (25, 12), (60, 60)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("more_wide", "more_high"), SIZES)
def test_a_motif_is_drawn_at_the_size_that_was_asked_for(code, more_wide, more_high):
    one = motif(code)
    wide, high = one.least[0] + more_wide, one.least[1] + more_high
    cells = one.draw(wide, high)
    if one.is_stretchy:
        assert cells.shape == (high, wide)
    assert cells.dtype == np.uint8
    assert set(np.unique(cells)) <= set(Part)
    assert len(set(np.unique(cells)) - {Part.CLEAR}) >= 1


@pytest.mark.parametrize("code", CODES)
def test_a_motif_is_drawn_alike_every_time(code):
    one = motif(code)
    assert np.array_equal(one.draw(*one.least), one.draw(*one.least))


@pytest.mark.parametrize("code", CODES)
def test_a_motif_says_its_name_and_what_is_known_of_it_in_both_languages(code):
    one = motif(code)
    for arabic in (one.name_ar, one.origin_ar):
        assert any("\u0621" <= sign <= "\u064a" for sign in arabic)
    assert one.name_en.isascii()
    assert one.origin_en.endswith(".")
    assert "Apache-2.0" in one.rights


def test_every_drawing_has_its_words_and_every_code_is_one():
    assert sorted(CODES) == sorted(DRAWINGS)
    assert len(set(CODES)) == len(CODES)


def test_an_unknown_motif_is_named_with_those_there_are():
    with pytest.raises(NotFound, match="motif_unknown") as refusal:
        motif("unicorn")
    assert "khatam" in refusal.value.facts["known"]


def test_motifs_are_found_by_their_tags():
    assert all("star" in one.tags for one in motifs_with("star"))
    assert motifs_with("star", "medallion")
