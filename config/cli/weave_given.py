"""What the options of `nawl weave` name, read: yarns, prices, frame, chart; refusals are those of the engine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from warnings import catch_warnings, simplefilter

from config.cli.speech import complain, reason_of
from config.cli.weave_files import Asked, Language

if TYPE_CHECKING:
    from nawl.weaving.chart import Chart
    from nawl.weaving.classes import QualityClass
    from nawl.weaving.frame import Frame
    from nawl.weaving.pictures.pipeline import Drawn, Options
    from nawl.weaving.pictures.reading import Picture
    from nawl.weaving.reckoning.prices import Prices
    from nawl.weaving.reckoning.sheet import Reckoning
    from nawl.weaving.stock import YarnsRefused
    from nawl.weaving.yarns import Yarn

FAULTS_SHOWN: Final = 50


def bytes_of(path: Path, most: int) -> bytes:
    """Return what a file holds, but at most one byte more than may be: what has no end is not waited for."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as fault:
        from nawl.kit.errors import NotPossible

        raise NotPossible("file_unreadable", file=path.name, reason=reason_of(fault)) from fault


def picture_of(path: Path) -> Picture:
    """Return the picture of a file; one that is too heavy is not read first."""
    from nawl.weaving.pictures.reading import MOST_BYTES, check_bytes, read_picture

    with suppress(OSError):  # a file that is no file is told below
        check_bytes(path.stat().st_size, path.name)
    with catch_warnings():  # Pillow's own words on broken tags are none for a designer
        simplefilter("ignore")
        return read_picture(bytes_of(path, MOST_BYTES), path.name)


def taken_of(path: Path, quality: QualityClass, shelf: tuple[Yarn, ...]) -> Chart:
    """Return the chart that another program drew: by its ending OXS or rows as CSV, else a picture of one pixel a knot."""
    from nawl.weaving.plain import MOST_BYTES, chart_from_plain, frame_of_knots
    from nawl.weaving.telling import oxs, tables

    ending = path.suffix.lower()
    if ending == ".oxs":
        return used(oxs.chart_from_oxs(bytes_of(path, oxs.MOST_BYTES), quality, shelf))
    if ending == ".csv":
        text = bytes_of(path, MOST_BYTES).decode("utf-8", "replace")
        return used(tables.chart_from_csv(text, frame_of_knots(quality, *tables.size_of_rows(text)), shelf))
    return used(chart_from_plain(bytes_of(path, MOST_BYTES), quality, shelf, name=path.name))


def shelf_of(path: Path | None) -> tuple[Yarn, ...]:
    """Return the yarns of a file, or those shipped; the faults of a file are printed line by line."""
    from nawl.weaving.stock import YarnsRefused, read_yarns, shipped_yarns
    from nawl.weaving.yarn_tables import MOST_BYTES

    try:
        return shipped_yarns() if path is None else read_yarns(bytes_of(path, MOST_BYTES), path.name)
    except YarnsRefused as refused:
        _complain(refused)
        raise


def _complain(refused: YarnsRefused) -> None:
    """Print the faults of a yarn file line by line; of very many, the first."""
    from nawl.kit.errors import NotPossible
    from nawl.ui.sentences import sentence

    for fault in refused.line_faults[:FAULTS_SHOWN]:
        reason = sentence(NotPossible(fault.code, **fault.facts))
        complain(sentence(NotPossible("yarns_line", line=fault.line, reason=reason)))
    if len(refused.line_faults) > FAULTS_SHOWN:
        complain("…")


def prices_of(path: Path | None) -> Prices:
    """Return the prices of a file, or those shipped."""
    from nawl.weaving.reckoning.prices import MOST_BYTES, read_prices, shipped_prices

    return shipped_prices() if path is None else read_prices(bytes_of(path, MOST_BYTES))


def classes_of(path: Path | None) -> tuple[QualityClass, ...]:
    """Return the classes of a file, or those shipped."""
    from nawl.weaving.class_tables import MOST_BYTES, read_classes
    from nawl.weaving.classes import load_classes

    return load_classes() if path is None else read_classes(bytes_of(path, MOST_BYTES))


def class_of(given: dict[str, Any]) -> QualityClass:
    """Return the class that was asked for, as it is in force today unless a version is named; a later one is told."""
    from config.cli.weave_checks import later_version
    from nawl.kit.clock import today
    from nawl.weaving.classes import find_class

    offered = classes_of(given["class_file"])
    found = find_class(given["code"], offered, today())
    for line in later_version(found, offered, given["code"]):
        complain(line)
    return found


def frame_of(given: dict[str, Any]) -> Frame:
    """Return the frame of class, size, symmetry, border and colours."""
    from nawl.weaving.frame import Frame, Symmetry, read_size

    width, length = read_size(given["size"])
    return Frame(class_of(given), width, length, Symmetry(given["symmetry"]), given["border"], given["colours"])


def options_of(given: dict[str, Any], shelf: tuple[Yarn, ...]) -> Options:
    """Return what was asked of the picture; a yarn to be left out must be one of the shelf, else it was mistyped."""
    from nawl.kit.errors import NotFound
    from nawl.weaving.pictures.dithering import Dither
    from nawl.weaving.pictures.pipeline import Options

    without = _codes(given["without"])
    unknown = [code for code in without if code not in {yarn.code for yarn in shelf}]
    if unknown:
        raise NotFound("yarn_not_offered", yarn=unknown[0])
    return Options(
        crop=given["crop"],
        quarters=given["turn"],
        keep=_codes(given["keep"]),
        without=without,
        isolated=given["clean"],
        islands=given["islands"],
        rare=given["rare"],
        ground=given["ground"],
        dither=Dither(given["dither"] / 100) if given["dither"] else None,
    )


def with_enough(draw: Callable[[Options], Drawn], options: Options) -> Drawn:
    """Draw, and draw again without the yarns that run short, as long as others are there; what stays short is told."""
    from nawl.kit.errors import NotPossible
    from nawl.weaving.pictures.pipeline import without_short

    drawn = draw(options)
    while drawn.short:
        fewer = without_short(options, drawn)
        if fewer.without == options.without:
            break
        try:
            drawn, options = draw(fewer), fewer
        except NotPossible as refused:
            if refused.code != "no_yarn_in_stock":
                raise
            break
    return drawn


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.replace("،", ",").split(",") if part.strip()))


def opened_chart(path: Path) -> Chart:
    """Return the chart of a file."""
    from nawl.weaving.filing import open_chart

    return open_chart(path)


def side_of_file(path: Path) -> Literal["right", "left"]:
    """Return the side from which the rows of a chart file are read, as it says itself."""
    from nawl.weaving.filing import files_of, side_of

    return side_of(files_of(path)[1])


def signed(chart: Chart) -> Chart:
    """Return a chart whose yarns all have a sign of their own."""
    from nawl.weaving.signs import with_signs

    return chart.with_yarns(with_signs(chart.yarns))


def without_slits(chart: Chart, most: int) -> Chart:
    """Return a flat-woven chart whose slits longer than `most` rows are broken by steps; 0 leaves them, as pile does."""
    from nawl.weaving.flat import stepped

    return stepped(chart, most) if most and chart.frame.quality.mode == "flat" else chart


def used(chart: Chart) -> Chart:
    """Return a chart whose yarns are those that it has knots of, in their order."""
    import numpy as np

    kept = np.flatnonzero(chart.counts)
    table = np.arange(256, dtype=np.uint8)
    table[kept] = np.arange(len(kept), dtype=np.uint8)
    return replace(chart, yarns=tuple(chart.yarns[index] for index in kept), knots=table[chart.knots])


def reckoned(chart: Chart, shelf: tuple[Yarn, ...], prices: Prices | None) -> Reckoning:
    """Return the reckoning of a chart."""
    from nawl.weaving.reckoning.sheet import reckon

    return reckon(chart, shelf=shelf, prices=prices)


def asked_for(chart: Chart, shelf: tuple[Yarn, ...], prices: Prices, title: str, side: str, language: str) -> Asked:
    """Return a chart with all that its files are written with."""
    from nawl.weaving.telling.runs import Side

    return Asked(chart, reckoned(chart, shelf, prices), title, Side(side), cast("Language", language))
