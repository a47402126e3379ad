"""The files that `nawl weave` writes of a chart, each by name; the same chart gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from nawl.weaving.chart import Chart
    from nawl.weaving.reckoning.sheet import Reckoning
    from nawl.weaving.telling.runs import Side

Language = Literal["ar", "en"]
MOST_STITCHES: Final = 2_000_000
"""Above so many knots an OXS file has hundreds of megabytes and is written only where it is named."""


@dataclass(frozen=True)
class Asked:
    """A chart with what its files are written with."""

    chart: Chart
    reckoning: Reckoning
    title: str
    side: Side
    language: Language


def _chart(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.filing import pack

    png, beside = pack(asked.chart, "left" if asked.side == "left" else "right")
    return {"chart.png": [png], "chart.json": [beside]}


def _single(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.filing import pack_single

    return {"chart.nawl.png": [pack_single(asked.chart, "left" if asked.side == "left" else "right")]}


def _rows(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.telling.texts import running_text

    return {"rows.txt": [running_text(asked.chart, asked.side, asked.language).encode()]}


def _layered(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.telling.texts import layered_text

    return {"layered.txt": [layered_text(asked.chart, asked.side, asked.language).encode()]}


def _table(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.telling.runs import Side
    from nawl.weaving.telling.tables import rows_csv

    side = Side.RIGHT if asked.side == Side.CENTRE else asked.side
    return {"rows.csv": [rows_csv(asked.chart, side, asked.language).encode()]}


def _oxs(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.telling.oxs import oxs_parts

    return {"chart.oxs": oxs_parts(asked.chart, asked.title)}


def _reckoning(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.reckoning.wording import reckoning_text

    plain = json.dumps(asked.reckoning.as_dict(), ensure_ascii=False, indent=1) + "\n"
    text = reckoning_text(asked.reckoning, asked.language)
    return {"reckoning.json": [plain.encode()], "reckoning.txt": [text.encode()]}


def _pdf(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.printing import ChartPaper, Titles, amounts_of, print_chart

    paper = ChartPaper(language=asked.language, reading="left" if asked.side == "left" else "right")
    return {
        "chart.pdf": [print_chart(asked.chart, Titles(asked.title), paper, amounts=amounts_of(asked.reckoning.yarns))]
    }


def _preview(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.showing import preview

    return {"preview.png": [preview(asked.chart, form="png")]}


def _talking(asked: Asked) -> dict[str, Iterable[bytes]]:
    from nawl.weaving.speaking.clips import clips_for
    from nawl.weaving.speaking.page import TalkingOptions, talking_page

    order: Literal["middle", "left", "right"] = "middle" if asked.side == "centre" else "right"
    options = TalkingOptions(asked.title, asked.language, order="left" if asked.side == "left" else order)
    return {"talking.html": [talking_page(asked.chart, clips_for(asked.chart, asked.language), options)]}


FILES: Final[dict[str, Callable[[Asked], dict[str, Iterable[bytes]]]]] = {
    "chart": _chart,
    "single": _single,
    "rows": _rows,
    "layered": _layered,
    "csv": _table,
    "oxs": _oxs,
    "reckoning": _reckoning,
    "pdf": _pdf,
    "preview": _preview,
    "talking": _talking,
}
"""What can be written, by the name that the command line uses."""


def write_files(asked: Asked, names: Iterable[str], folder: Path) -> list[Path]:
    """Write the named files into a folder, all of them or none, and return the path of each.

    They are made in a folder within it that only lives as long; a folder that was not there and stays empty goes again.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".weave-", dir=folder) as beside:
            made = list(_made(asked, names, Path(beside)))
            return [path.replace(folder / path.name) for path in made]
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise


def _made(asked: Asked, names: Iterable[str], folder: Path) -> Iterator[Path]:
    """Make the named files one after the other, so that only one is in memory."""
    for name in names:
        for file, parts in FILES[name](asked).items():
            path = folder / file
            with path.open("wb") as target:
                target.writelines(parts)
            yield path


def write_whole(data: bytes, target: Path) -> None:
    """Write one file whole or not at all."""
    with TemporaryDirectory(prefix=".weave-", dir=target.parent) as beside:
        path = Path(beside) / target.name
        path.write_bytes(data)
        path.replace(target)
