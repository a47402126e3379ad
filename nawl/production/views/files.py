"""A version's files: the chart to travel, texts for the loom, tables, pictures, made anew from the checked chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from nawl.kit.errors import NotFound
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.views.reader import A_DAY, language, reader_of
from nawl.weaving import filing, showing
from nawl.weaving.chart import Chart
from nawl.weaving.telling.oxs import oxs_bytes
from nawl.weaving.telling.tables import rows_csv
from nawl.weaving.telling.texts import layered_text, running_text


@dataclass(frozen=True)
class FileKind:
    """One file that a version gives: its name, what it is for, how it is made."""

    ending: str
    media_type: str
    label: Promise
    use: Promise
    made: Callable[[Chart, ChartVersion], bytes]


KINDS: dict[str, FileKind] = {
    "chart": FileKind(
        "png",
        "image/png",
        _("Chart file"),
        _("one pixel one knot, with its words inside; other units can take it in"),
        lambda chart, _version: filing.pack_single(chart),
    ),
    "rows": FileKind(
        "txt",
        "text/plain; charset=utf-8",
        _("Rows in running order"),
        _("each row as it is called out: so many of this colour, so many of that"),
        lambda chart, _version: running_text(chart, language=language()).encode(),
    ),
    "layers": FileKind(
        "txt",
        "text/plain; charset=utf-8",
        _("Rows in layers"),
        _("each colour once a row, with the places of its knots"),
        lambda chart, _version: layered_text(chart, language=language()).encode(),
    ),
    "table": FileKind(
        "csv",
        "text/csv; charset=utf-8",
        _("Table of rows"),
        _("for a spreadsheet"),
        lambda chart, _version: rows_csv(chart, language=language()).encode(),
    ),
    "stitches": FileKind(
        "oxs",
        "application/xml",
        _("Open X-Stitch file"),
        _("for programs of cross-stitch and carpets"),
        lambda chart, version: oxs_bytes(chart, version.design.title),
    ),
    "woven": FileKind(
        "webp",
        "image/webp",
        _("How it will look"),
        _("a simulation of the woven piece, marked as one"),
        lambda chart, _version: showing.preview(chart, 900),
    ),
    "view": FileKind(
        "webp",
        "image/webp",
        _("Small picture"),
        _("the drawing for a page or a message"),
        lambda chart, _version: showing.thumbnail(chart, 760),
    ),
    "picture": FileKind(
        "png",
        "image/png",
        _("Plain picture"),
        _("the drawing in its true proportion"),
        lambda chart, _version: showing.picture(chart, 1200),
    ),
}


@dataclass(frozen=True)
class FileLink:
    """A file as a page offers it."""

    label: str
    use: str
    href: str


def files_of(version: ChartVersion) -> list[FileLink]:
    """Return the files that a version gives."""
    args = [version.design.serial, version.number]
    return [
        FileLink(str(kind.label), str(kind.use), reverse("production:version-file", args=[*args, name]))
        for name, kind in KINDS.items()
    ]


@require_safe
def version_file(request: HttpRequest, serial: str, number: int, kind: str) -> HttpResponse:
    """Send one of a version's files; pictures are shown, the others saved under the design's number."""
    version = version_seen_by(reader_of(request), serial, number)
    asked = KINDS.get(kind)
    if asked is None:
        raise NotFound("not_found")
    sent = HttpResponse(asked.made(chart_of(version), version), content_type=asked.media_type)
    name = f"{version.design.serial}-v{version.number}-{kind}.{asked.ending}"
    way = "inline" if asked.media_type.startswith("image/web") or kind == "picture" else "attachment"
    sent.headers["Content-Disposition"] = f'{way}; filename="{name}"'
    if request.GET.get("v") == version.fingerprint[:12]:
        sent.headers["Cache-Control"] = A_DAY
    return sent
