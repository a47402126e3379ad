"""The whole way from a picture to a chart: crop, sample, choose yarns, match, clean, and tell what each step did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.pictures import cleaning, palette
from nawl.weaving.pictures.dithering import Dither, dithered
from nawl.weaving.pictures.matching import differences, match, preview
from nawl.weaving.pictures.reading import Box, Picture
from nawl.weaving.pictures.sampling import Sampled, fitting_box, sample
from nawl.weaving.pictures.toning import Tone, toned
from nawl.weaving.reckoning.needs import gross_grams
from nawl.weaving.symmetric import impose
from nawl.weaving.yarns import UNSET, Yarn

Progress = Callable[[str, float], None]
"""Is told the step that begins (`sampling`, `choosing`, `matching`, `cleaning`, `told`) and the share that is done."""
Needs = Callable[[Chart], Sequence[Decimal]]
"""Reckons the grams of each yarn of a chart, in the order of its yarns."""


@dataclass(frozen=True, eq=False)
class Options:
    """What a designer may choose.

    `crop` is the part of the picture after turning, as fractions; None takes the largest part of the carpet's proportion.
    `quarters` turns clockwise. `colours` is the most yarns to take (None: the frame's). `keep` are yarns by code that are
    taken in any case, `without` those that are not; `as_given` takes all yarns as they are and chooses none.
    `confetti`, `islands` and `rare` are numbers of knots below which a crowd of specks, an island or a colour is given up
    (0: the step is left out). `ground` is the yarn of transparent knots, which stay unset without it. `kept` marks knots
    that no cleaning changes; `tone` changes the picture's colours; `dither` mixes two yarns. `is_preview` matches quickly
    instead of exactly. Of a frame with symmetry the leading part of picture and mask counts (`symmetric.impose`).
    """

    crop: Box | None = None
    quarters: int = 0
    colours: int | None = None
    keep: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    as_given: bool = False
    is_preview: bool = False
    isolated: bool = True
    confetti: int = 0
    islands: int = 0
    rare: int = 0
    ground: str = ""
    dither: Dither | None = None
    kept: NDArray[np.bool_] | None = None
    tone: Tone | None = None


@dataclass(frozen=True)
class Step:
    """One step of cleaning and the number of knots that it changed."""

    code: str
    changed: int


@dataclass(frozen=True)
class Use:
    """A yarn in a chart: its knots, the mean CIEDE2000 from the drawing to the yarn (None without knots), its need in g.

    Below 2 the difference is good, 2 to 5 is seen, above 5 a designer is asked.
    """

    yarn: Yarn
    knots: int
    difference: float | None
    need_g: Decimal | None = None


@dataclass(frozen=True, eq=False)
class Drawn:
    """A chart made from a picture, and what is to be told of it."""

    chart: Chart
    steps: tuple[Step, ...]
    uses: tuple[Use, ...]
    short: tuple[palette.Shortage, ...]
    crop: Box
    told: tuple[str, ...]

    @property
    def difference(self) -> float:
        """The mean CIEDE2000 over all knots."""
        seen = [(use.knots, use.difference) for use in self.uses if use.difference is not None]
        return sum(knots * away for knots, away in seen) / max(1, sum(knots for knots, _ in seen))


def chart_from_picture(
    picture: Picture,
    frame: Frame,
    yarns: Sequence[Yarn],
    options: Options | None = None,
    *,
    needs: Needs | None = gross_grams,
    progress: Progress | None = None,
) -> Drawn:
    """Make a chart that fills the frame. The same picture, frame, yarns and options give the same bytes.

    `needs` reckons grams (F4, F6); with None no shortage is told. Raises `no_yarns`, `no_yarn_in_stock`, `yarn_not_offered`,
    `colours_unfit`, `colours_too_few`, `crop_unfit`, `mask_shape_wrong`.
    """
    options = options or Options()
    tell = progress or (lambda _step, _share: None)
    _check_masks(frame, options)
    tell("sampling", 0.0)
    sampled, crop = sampled_for(picture, frame, options)
    tell("choosing", 0.3)
    chosen = chosen_yarns(sampled, frame, yarns, options)
    tell("matching", 0.4)
    knots = preview(sampled, chosen) if options.is_preview else match(sampled, chosen)
    chart = Chart(frame, chosen, _grounded(knots, chosen, options.ground))
    tell("cleaning", 0.6)
    chart, steps = _cleaned(chart, options)
    chart, steps = _dithered(chart, sampled, options, steps)
    tell("told", 0.9)
    uses = _uses(chart, sampled, needs)
    short = palette.shortages(chosen, [use.need_g or Decimal(0) for use in uses])
    return Drawn(chart, steps, uses, short, crop, picture.told)


def sampled_for(picture: Picture, frame: Frame, options: Options) -> tuple[Sampled, Box]:
    """Return the colours of the frame's knots, symmetric where the frame is, and the crop that was taken."""
    turned = picture.turned(options.quarters)
    crop = options.crop or fitting_box(turned, float(frame.width_cm / frame.length_cm))
    sampled = sample(turned.cropped(crop), frame.wide, frame.high)
    if options.tone is not None:
        sampled = replace(sampled, colours=toned(sampled.colours, options.tone))
    if frame.symmetry is Symmetry.NONE:
        return sampled, crop
    empty = None if sampled.empty is None else impose(sampled.empty, frame.symmetry)
    return Sampled(impose(sampled.colours, frame.symmetry), empty), crop


def chosen_yarns(sampled: Sampled, frame: Frame, yarns: Sequence[Yarn], options: Options) -> tuple[Yarn, ...]:
    """Return the yarns of the chart: the best few, or all as given; the ground's yarn is among them."""
    if not yarns:
        raise NotPossible("no_yarns")
    if options.as_given:
        return tuple(yarns)
    keep = {*options.keep, *([options.ground] if options.ground else [])}
    colours = frame.colours if options.colours is None else options.colours
    return palette.choose(sampled, yarns, colours, keep=keep, without=options.without)


def _check_masks(frame: Frame, options: Options) -> None:
    for mask in (options.kept, options.dither.mask if options.dither else None):
        if mask is not None and mask.shape != (frame.high, frame.wide):
            raise NotPossible("mask_shape_wrong", wide=mask.shape[-1], high=mask.shape[0])


def _grounded(knots: Grid, yarns: Sequence[Yarn], ground: str) -> Grid:
    if not ground:
        return knots
    places = [place for place, yarn in enumerate(yarns) if yarn.code == ground]
    if not places:
        raise NotFound("yarn_not_offered", yarn=ground)
    knots[knots == UNSET] = places[0]
    return knots


def _cleaned(chart: Chart, options: Options) -> tuple[Chart, tuple[Step, ...]]:
    """Take the steps that were asked for, the mildest first."""
    kept = None if options.kept is None else impose(options.kept, chart.frame.symmetry)
    asked: list[tuple[str, Callable[[Chart], cleaning.Cleaned]]] = []
    if options.isolated:
        asked.append(("isolated", lambda one: cleaning.drop_isolated(one, kept)))
    if options.confetti:
        asked.append(("confetti", lambda one: cleaning.calm_confetti(one, options.confetti, kept)))
    if options.islands:
        asked.append(("islands", lambda one: cleaning.drop_islands(one, options.islands, kept)))
    if options.rare:
        asked.append(("rare", lambda one: cleaning.drop_rare(one, options.rare, kept)))
    steps = []
    for code, step in asked:
        done = step(chart)
        chart = done.chart
        steps.append(Step(code, done.changed))
    return chart, tuple(steps)


def _dithered(
    chart: Chart, sampled: Sampled, options: Options, steps: tuple[Step, ...]
) -> tuple[Chart, tuple[Step, ...]]:
    """Dither last, for cleaning would take the pattern away again."""
    if options.dither is None:
        return chart, steps
    knots = impose(dithered(sampled, chart.knots, chart.yarns, options.dither), chart.frame.symmetry)
    changed = int(np.count_nonzero(knots != chart.knots))
    return chart.with_knots(knots), (*steps, Step("dithered", changed))


def _uses(chart: Chart, sampled: Sampled, needs: Needs | None) -> tuple[Use, ...]:
    away = differences(sampled, chart.knots, chart.yarns)
    grams: Sequence[Decimal | None] = needs(chart) if needs else [None] * len(chart.yarns)
    counted = zip(chart.yarns, chart.counts, away, grams, strict=True)
    return tuple(Use(y, knots, round(d, 3) if knots else None, g) for y, knots, d, g in counted)


def without_short(options: Options, drawn: Drawn) -> Options:
    """Return the options with which to draw again without the yarns that ran short; those kept by choice stay."""
    codes = [shortage.yarn.code for shortage in drawn.short if shortage.yarn.code not in options.keep]
    return replace(options, without=(*options.without, *codes))
