"""From a picture to a chart: what was asked for is done, what was done is told, and it comes out alike to the byte."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__
from PIL import Image

from nawl.kit.errors import NotFound, NotPossible, ProgrammeError
from nawl.ui.sentences import sentence
from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.frame import Symmetry
from nawl.weaving.lone import isolated
from nawl.weaving.pictures.dithering import Dither
from nawl.weaving.pictures.islands import find_islands
from nawl.weaving.pictures.pipeline import Options, chart_from_picture, without_short
from nawl.weaving.pictures.reading import read_picture
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.symmetric import symmetry_errors
from tests.weaving.pictures.made import file_of, frame, shown, yarn, yarns
from tests.weaving.pictures.ten import DYES, TEN, picture

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text(encoding="utf-8"))
SHELF = yarns(
    *DYES,
    *[
        "5a3d2b",
        "d8b9a8",
        "2e5e4e",
        "e3c9a0",
        "7b2d4f",
        "3f6f8f",
        "a8453a",
        "8c8c84",
        "e8d16f",
        "4b3f5c",
        "b7c4a1",
        "d97b3a",
    ],
)
CLEAN = Options(islands=6, confetti=6, rare=5)


@pytest.mark.parametrize("name", TEN)
def test_a_picture_gives_the_same_bytes_today_as_when_it_was_written_down(name):
    pixels = picture(name, 120, 160)
    drawn = chart_from_picture(shown(pixels), frame(54, 72, colours=8), SHELF, CLEAN)
    found = {
        "pixels": hashlib.sha256(pixels.tobytes()).hexdigest()[:16],
        "chart": drawn.chart.fingerprint[:16],
        "yarns": {use.yarn.code: use.knots for use in drawn.uses},
    }
    assert found == GOLDEN[name]


@pytest.mark.parametrize("symmetry", list(Symmetry))
@pytest.mark.parametrize("name", ["flowers", "noise"])
def test_a_chart_has_the_symmetry_of_its_frame_through_all_steps(name, symmetry):
    kept = np.zeros((45, 31), np.bool_)
    kept[3:20, 2:9] = True
    asked = Options(islands=5, confetti=4, rare=4, dither=Dither(0.3), kept=kept)
    drawn = chart_from_picture(shown(picture(name, 61, 90)), frame(31, 45, symmetry), yarns(), asked)
    assert symmetry_errors(drawn.chart) == 0


def test_a_file_becomes_a_chart_whose_knots_add_up():
    data = file_of(Image.fromarray(picture("old carpet", 200, 300)), "JPEG", quality=92)
    drawn = chart_from_picture(read_picture(data), frame(80, 120), shipped_yarns(), CLEAN)
    assert sum(drawn.chart.counts) == 80 * 120
    assert sum(use.knots for use in drawn.uses) == 80 * 120
    assert len(drawn.chart.yarns) <= 16
    assert not isolated(drawn.chart.knots).any()
    assert (find_islands(drawn.chart.knots).sizes >= 6).all()
    assert [step.code for step in drawn.steps] == ["isolated", "confetti", "islands", "rare"]


def test_steps_that_were_not_asked_for_are_not_taken():
    asked = Options(isolated=False)
    drawn = chart_from_picture(shown(picture("noise", 30, 30)), frame(30, 30), yarns(), asked)
    assert drawn.steps == ()
    assert isolated(drawn.chart.knots).any()


def test_what_is_told_of_each_yarn_is_what_the_chart_has():
    shot = shown(picture("portrait", 60, 80))
    drawn = chart_from_picture(shot, frame(60, 80), yarns(), Options(as_given=True))
    for index, use in enumerate(drawn.uses):
        mine = drawn.chart.knots == index
        assert use.knots == int(mine.sum())
        expected = ciede2000(lab(shot.pixels[mine]), np.array(use.yarn.lab)).mean() if use.knots else None
        assert use.difference == (None if expected is None else pytest.approx(expected, abs=0.02))
    assert drawn.difference == pytest.approx(
        sum(use.knots * (use.difference or 0) for use in drawn.uses) / (60 * 80), abs=0.01
    )


def test_the_crop_has_the_carpets_proportion_unless_the_designer_cuts():
    shot = shown(picture("landscape", 200, 100))
    drawn = chart_from_picture(shot, frame(30, 60), yarns())
    assert drawn.crop == pytest.approx((0.375, 0, 0.625, 1))
    own = chart_from_picture(shot, frame(30, 60), yarns(), Options(crop=(0, 0, 1, 1)))
    assert own.crop == (0, 0, 1, 1)
    turned = chart_from_picture(shot, frame(30, 60), yarns(), Options(quarters=1))
    assert turned.crop == pytest.approx((0, 0, 1, 1))


def test_kept_knots_are_not_cleaned():
    pixels = np.full((9, 9, 3), (242, 232, 213), np.uint8)
    pixels[4, 4] = pixels[1, 1] = (154, 46, 43)
    kept = np.zeros((9, 9), np.bool_)
    kept[4, 4] = True
    drawn = chart_from_picture(shown(pixels), frame(9, 9), yarns(), Options(kept=kept))
    red = [one.code for one in drawn.chart.yarns].index("Y2")
    assert np.argwhere(drawn.chart.knots == red).tolist() == [[4, 4]]
    assert drawn.steps[0].changed == 1


def test_transparent_knots_stay_unset_or_take_the_ground():
    pixels = np.full((8, 8, 3), (154, 46, 43), np.uint8)
    cover = np.full((8, 8), 255, np.uint8)
    cover[:4] = 0
    bare = chart_from_picture(shown(pixels, cover), frame(8, 8), yarns())
    assert bare.chart.unset == 32
    ground = chart_from_picture(shown(pixels, cover), frame(8, 8), yarns(), Options(ground="Y0"))
    assert ground.chart.unset == 0
    assert {use.yarn.code: use.knots for use in ground.uses} == {"Y0": 32, "Y2": 32}


def test_a_yarn_that_runs_short_is_told_and_can_be_done_without():
    shelf = (yarn("red", "9a2e2b", grams=1), yarn("rust", "8f3b2b", grams=90_000), yarn("blue", "1f3b5c"))
    shot = shown(np.full((5, 5, 3), (154, 46, 43)))
    first = chart_from_picture(shot, frame(40, 40), shelf)
    assert [one.yarn.code for one in first.short] == ["red"]
    assert first.short[0].need_g > first.short[0].stock_g == Decimal(1)
    again = chart_from_picture(shot, frame(40, 40), shelf, without_short(Options(), first))
    assert [one.code for one in again.chart.yarns] == ["rust"]
    assert again.short == ()
    assert without_short(Options(keep=("red",)), first).without == ()


def test_without_a_reckoning_of_grams_no_shortage_is_told():
    shelf = (yarn("red", "9a2e2b", grams=1),)
    drawn = chart_from_picture(shown(np.zeros((5, 5, 3))), frame(40, 40), shelf, needs=None)
    assert drawn.short == ()
    assert drawn.uses[0].need_g is None


def test_the_preview_is_near_the_chart():
    shot = shown(picture("old carpet", 90, 120))
    chart = chart_from_picture(shot, frame(90, 120), yarns(), Options(as_given=True))
    quick = chart_from_picture(shot, frame(90, 120), yarns(), Options(as_given=True, is_preview=True))
    assert (quick.chart.knots != chart.chart.knots).mean() < 0.25
    assert quick.difference < chart.difference * 1.12


def test_progress_is_told_step_by_step_up_to_the_end():
    heard: list[tuple[str, float]] = []
    chart_from_picture(
        shown(picture("noise", 9, 9)), frame(9, 9), yarns(), progress=lambda step, share: heard.append((step, share))
    )
    assert [step for step, _share in heard] == ["sampling", "choosing", "matching", "cleaning", "told"]
    assert [share for _step, share in heard] == sorted(share for _step, share in heard)


SHOT = shown(picture("noise", 9, 9))
REFUSED = {
    "no yarns": (lambda: chart_from_picture(SHOT, frame(9, 9), ()), NotPossible, "no_yarns"),
    "no stock": (
        lambda: chart_from_picture(SHOT, frame(9, 9), [yarn("r", "9a2e2b", 0)]),
        NotPossible,
        "no_yarn_in_stock",
    ),
    "a strange ground": (
        lambda: chart_from_picture(SHOT, frame(9, 9), yarns(), Options(ground="Z")),
        NotFound,
        "yarn_not_offered",
    ),
    "a strange ground for yarns as given": (
        lambda: chart_from_picture(SHOT, frame(9, 9), yarns(), Options(ground="Z", as_given=True)),
        NotFound,
        "yarn_not_offered",
    ),
    "a crop outside": (
        lambda: chart_from_picture(SHOT, frame(9, 9), yarns(), Options(crop=(0, 0, 2, 1))),
        NotPossible,
        "crop_unfit",
    ),
    "a mask of another size": (
        lambda: chart_from_picture(SHOT, frame(9, 9), yarns(), Options(kept=np.zeros((3, 4), np.bool_))),
        NotPossible,
        "mask_shape_wrong",
    ),
    "a mask of another size for dithering": (
        lambda: chart_from_picture(SHOT, frame(9, 9), yarns(), Options(dither=Dither(mask=np.zeros((3, 4), np.bool_)))),
        NotPossible,
        "mask_shape_wrong",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(name):
    ask, kind, code = REFUSED[name]
    with pytest.raises(kind) as refusal:
        ask()
    assert isinstance(refusal.value, ProgrammeError)
    assert refusal.value.code == code
    assert sentence(refusal.value)


def test_one_yarn_and_one_knot_are_enough():
    drawn = chart_from_picture(SHOT, frame(1, 1), yarns("9a2e2b"), CLEAN)
    assert drawn.chart.counts == (1,)


def prints() -> list[str]:
    """The fingerprints of two pictures' charts and previews."""
    found = []
    for name in ("sea", "noise"):
        for is_preview in (False, True):
            asked = Options(islands=6, confetti=6, rare=5, is_preview=is_preview, dither=Dither(0.2))
            shot = shown(picture(name, 120, 160))
            found.append(chart_from_picture(shot, frame(54, 72, colours=8), SHELF, asked).chart.fingerprint)
    return found


def test_a_plainer_processor_gives_the_same_bytes():
    work = "from tests.weaving.pictures.test_pipeline import prints; print(*prints())"
    plain = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(__cpu_dispatch__), "PYTHONWARNINGS": "ignore"}
    plain["DJANGO_SETTINGS_MODULE"] = "config.settings"
    done = subprocess.run([sys.executable, "-c", work], env=plain, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == prints()
