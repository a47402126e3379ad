"""How fast and how well pictures become charts: ratios to a memcpy of the same bytes, and quality on ten pictures."""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from nawl.weaving.classes import find_class
from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.frame import Frame
from nawl.weaving.likeness import ranking, signature_of_picture
from nawl.weaving.pictures import matching
from nawl.weaving.pictures.cells import packed_colours
from nawl.weaving.pictures.matching import match, preview
from nawl.weaving.pictures.palette import choose
from nawl.weaving.pictures.pipeline import Options, chart_from_picture
from nawl.weaving.pictures.reading import Picture, read_picture
from nawl.weaving.pictures.sampling import Sampled
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.yarns import Yarn
from tests.weaving.pictures.ten import TEN, _cloud, picture

WIDE, HIGH = 2000, 3000
YARNS, COLOURS = 24, 16
PARTS = ("assignment", "pipeline", "quality", "likeness")


def main(*only: str) -> None:
    """Measure the parts that are named, or all, and print one line of JSON."""
    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "assignment": _assignment,
        "pipeline": _pipeline,
        "quality": _quality,
        "likeness": _likeness,
    }
    print(json.dumps({name: makers[name]() for name in only or PARTS}))


def photograph(wide: int, high: int, grain: float = 9.0) -> np.ndarray:
    """A picture of millions of different colours, as a camera makes them: clouds of each channel, and grain."""
    across, down = np.meshgrid(np.linspace(0, 0.999, wide), np.linspace(0, 0.999, high))
    dice = np.random.default_rng(1)
    made = np.empty((high, wide, 3), np.uint8)
    for channel in range(3):
        plane = _cloud(across, down, 60 + channel)
        plane = (plane - plane.min()) / (plane.max() - plane.min()) * 255
        made[..., channel] = np.clip(plane + dice.normal(0, grain, plane.shape), 0, 255)
    return made


def _times(work: Callable[[], object], repeats: int) -> float:
    """Median seconds."""
    found = []
    for _number in range(repeats):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return statistics.median(found)


def _memcpy(size: int) -> float:
    source, target = np.ones(size, np.uint8), np.empty(size, np.uint8)
    return _times(lambda: np.copyto(target, source), 25)


def _yarns(number: int) -> tuple[Yarn, ...]:
    """Yarns of muted colours, as plants dye them."""
    dice = np.random.default_rng(3)
    colours = dice.integers(20, 235, (number, 3)) * 0.7 + np.array([60, 50, 40]) * 0.3
    return tuple(Yarn(str(n), str(n), "", (int(r), int(g), int(b))) for n, (r, g, b) in enumerate(colours))


def _assignment() -> dict[str, Any]:
    drawn, yarns = Sampled(photograph(WIDE, HIGH)), _yarns(YARNS)
    colours = int(np.unique(packed_colours(drawn.colours.reshape(-1, 3))).size)
    studio = Sampled(drawn.colours[:900, :600].copy())
    preview(drawn, yarns)
    match(drawn, yarns)
    before = _memcpy(4 * WIDE * HIGH)
    found = {"preview_s": _times(lambda: _anew(drawn, yarns), 9), "chart_s": _times(lambda: match(drawn, yarns), 5)}
    memcpy = statistics.mean([before, _memcpy(4 * WIDE * HIGH)])
    small = {
        "studio_preview_s": _times(lambda: _anew(studio, yarns), 9),
        "studio_chart_s": _times(lambda: match(studio, yarns), 9),
    }
    return {"knots": WIDE * HIGH, "yarns": YARNS, "colours": colours, "memcpy_s": memcpy, **found, **small}


def _anew(drawn: Sampled, yarns: Sequence[Yarn]) -> None:
    """The preview after a change of the palette: its table is not there yet."""
    matching._table.cache_clear()
    preview(drawn, yarns)


def _pipeline() -> dict[str, Any]:
    """From the bytes of a 13-megapixel JPEG to a chart with clean-up and counts; the picture is made in another process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photograph.jpg"
        if os.fork() == 0:
            Image.fromarray(photograph(4160, 3120, grain=4.0)).save(path, "JPEG", quality=90)
            os._exit(0)
        os.wait()
        return _timed(path)


def _timed(path: Path) -> dict[str, Any]:
    """Read, make, clean and count once, with nothing warmed up."""
    quality = replace(find_class("300"), kh=Decimal(100), kv=Decimal(100))
    frame = Frame(quality, Decimal(200), Decimal(300), colours=YARNS)
    idle = _peak()
    begun, steps = time.perf_counter(), []
    read = read_picture(path.read_bytes(), path.name)
    options = Options(confetti=6, islands=8, rare=50)
    drawn = chart_from_picture(
        read, frame, shipped_yarns(), options, progress=lambda step, _share: steps.append((step, time.perf_counter()))
    )
    counts = drawn.chart.counts
    ended = time.perf_counter()
    marks = [("reading", begun), *steps, ("", ended)]
    parts = {name: round(marks[n + 1][1] - at, 3) for n, (name, at) in enumerate(marks[:-1])}
    return {
        "pixels": read.wide * read.high,
        "knots": sum(counts),
        "seconds": ended - begun,
        "peak_mb": _peak(),
        "idle_mb": idle,
        "parts": parts,
    }


def _peak() -> int:
    """The most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


Knots = np.ndarray


def _quality() -> dict[str, Any]:
    """Mean CIEDE2000 between ten pictures and the yarns that each way gives them, 16 colours of the shipped shelf."""
    shelf = shipped_yarns()
    table = {}
    for name in TEN:
        drawn = Sampled(picture(name))
        chosen = choose(drawn, shelf, COLOURS)
        own = _away(drawn.colours, chosen)
        ways = {
            "optimum": float(own.min(axis=1).mean()),
            "chart": _mean(own, match(drawn, chosen)),
            "preview": _mean(own, preview(drawn, chosen)),
            "Pillow, these yarns": _mean(own, _fixed(drawn.colours, chosen)),
        }
        for way, quantize in _FREE.items():
            ways[way] = _mapped(drawn.colours, quantize, shelf)
        table[name] = ways
    return table


def _away(colours: np.ndarray, yarns: Sequence[Yarn]) -> np.ndarray:
    points = lab(colours.reshape(-1, 3))
    return np.stack([ciede2000(points, np.array(yarn.lab)) for yarn in yarns], axis=1)


def _mean(away: np.ndarray, knots: Knots) -> float:
    return float(away[np.arange(len(away)), knots.reshape(-1)].mean())


def _fixed(colours: np.ndarray, yarns: Sequence[Yarn]) -> Knots:
    """Pillow with the yarns as its palette; unused places repeat the first."""
    palette = Image.new("P", (1, 1))
    flat = [level for yarn in yarns for level in yarn.srgb]
    palette.putpalette(flat + list(yarns[0].srgb) * (256 - len(yarns)))
    knots = np.asarray(Image.fromarray(colours).quantize(palette=palette, dither=Image.Dither.NONE))
    return np.where(knots < len(yarns), knots, 0)


def _mapped(colours: np.ndarray, quantize: Callable[[Image.Image], Image.Image], shelf: Sequence[Yarn]) -> float:
    """Let a quantizer choose 16 colours freely, then give each the yarn of the shelf that is nearest to it."""
    free = quantize(Image.fromarray(colours))
    palette = np.array(free.getpalette("RGB"), np.uint8).reshape(-1, 3)
    index = np.asarray(free)
    table = _away(palette, shelf).argmin(axis=1)
    return _mean(_away(colours, shelf), table[index])


def _by_imagequant(image: Image.Image) -> Image.Image:
    import imagequant

    return imagequant.quantize_pil_image(image.convert("RGBA"), dithering_level=0, max_colors=COLOURS)


_FREE: dict[str, Callable[[Image.Image], Image.Image]] = {
    "Pillow median cut": lambda image: image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE),
    "Pillow max coverage": lambda image: image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE),
    "Pillow fast octree": lambda image: image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE),
    "libimagequant": _by_imagequant,
}


def _likeness() -> dict[str, Any]:
    """One photograph against a register of 10,000 signatures."""
    asked = signature_of_picture(Picture(picture("old carpet")))
    register = [signature_of_picture(Picture(picture(name, 60, 80))).packed() for name in TEN] * 1000
    return {"designs": len(register), "seconds": _times(lambda: ranking(asked, register), 5)}


if __name__ == "__main__":
    main(*sys.argv[1:])
