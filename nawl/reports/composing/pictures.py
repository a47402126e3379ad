"""The pictures of a report, each with a caption and with words for who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import gettext as _

from nawl.activities.choices import AgeBand, Sex
from nawl.places.choices import FacilityKind
from nawl.reports.data import Facility, Line, ReportData
from nawl.reports.document import Picture
from nawl.reports.drawing.ages import Pair, facing_bars
from nawl.reports.drawing.maps import Point, country, region
from nawl.reports.drawing.months import Panel, months
from nawl.reports.voice import MEASURE_NAMES, Voice, measure_basis, month_basis
from nawl.ui.charts import Drawing, Row, bars, for_paper
from nawl.ui.maps import tile_map
from nawl.ui.parts import Tile

_KEPT_FOR = 3600


def place_bars(data: ReportData, voice: Voice) -> Picture:
    """Draw the persons served by place, longest bar first."""
    by_governorate = data.place.is_programme
    caption = _("People served, by governorate") if by_governorate else _("People served, by district")
    return _bars(caption, data.places, voice)


def type_bars(data: ReportData, voice: Voice) -> Picture:
    """Draw the persons served by activity type, longest bar first."""
    return _bars(_("People served, by activity type"), data.types, voice)


def _bars(caption: str, lines: Sequence[Line], voice: Voice) -> Picture:
    known = sorted((line for line in lines if line.counts.people), key=lambda line: -(line.counts.people or 0))
    rows = [Row(voice.name(line.name), line.counts.people or 0) for line in known]
    return Picture(caption, _extremes(caption, rows, voice), _drawn(bars(caption, rows), voice))


def _drawn(drawing: Drawing, voice: Voice) -> str:
    """Return a drawing of the face; the same one is drawn once and kept for a while."""
    key = f"report-drawing:{sha256(repr((drawing, voice.language)).encode()).hexdigest()}"
    kept = cache.get_or_set(key, lambda: for_paper(drawing, voice.language, voice.digits), _KEPT_FOR)
    return str(kept)


def _extremes(caption: str, rows: Sequence[Row], voice: Voice) -> str:
    if not rows:
        return caption
    most, least = rows[0], rows[-1]
    return _(
        "%(caption)s: most in %(most)s (%(most_value)s), fewest in %(least)s (%(least_value)s). All numbers are in the table."
    ) % {
        "caption": caption,
        "most": most.name,
        "most_value": voice.number(most.value),
        "least": least.name,
        "least_value": voice.number(least.value),
    }


def month_columns(data: ReportData, voice: Voice) -> Picture:
    """Draw persons and services by month, each on its own axis."""
    caption = _("New persons served and services delivered, by month")
    panels = [
        _panel(_("New persons served"), "people", data.months),
        _panel(str(MEASURE_NAMES["services"]), "services", data.months),
    ]
    names = [voice.month(line.key) for line in data.months]
    alt = _("%(caption)s, in two panels with an axis each. All numbers are in the table.") % {"caption": caption}
    return Picture(caption, alt, months(panels, names, caption, voice))


def _panel(title: str, measure: str, lines: Sequence[Line]) -> Panel:
    return Panel(title, month_basis(measure, lines[0].key), tuple(line.counts.of(measure) or 0 for line in lines))


def age_bars(data: ReportData, voice: Voice) -> Picture:
    """Draw women and men by age, facing each other; those whose sex is not recorded stand in the table only."""
    counts = {(part.sex, part.age_band): part.counts.people or 0 for part in data.sexes}
    bands = [band for band in AgeBand.values if counts.get(("f", band)) or counts.get(("m", band))]
    rows = [
        Pair(voice.text(str(AgeBand(band).label)), counts.get(("f", band), 0), counts.get(("m", band), 0))
        for band in bands
    ]
    caption = _("People served, by sex and age")
    alt = _("%(caption)s: women to one side, men to the other. All numbers are in the table.") % {"caption": caption}
    heads = (str(Sex.FEMALE.label), str(Sex.MALE.label))
    return Picture(caption, alt, facing_bars(rows, heads, caption, voice))


def place_map(data: ReportData, voice: Voice) -> Picture | None:
    """Draw the governorates as tiles and the facilities as points; within one governorate, the points alone."""
    standing = [*data.facilities, *(centre.facility for centre in data.alternatives)]
    points = [_point(facility, data, voice) for facility in standing if facility.latitude and facility.longitude]
    legend = {str(kind.value): str(kind.label) for kind in FacilityKind}
    if not data.place.is_programme:
        if not points:
            return None
        caption = _("Where the centres and units stand; the size of a mark shows the people served")
        return Picture(caption, caption, region(points, legend, caption, voice))
    tiles = tile_map([Tile(line.key, voice.name(line.name), line.counts.people) for line in data.places])
    caption = _("People served by governorate (%(basis)s), and where the centres and units stand") % {
        "basis": measure_basis("people", data.period)
    }
    alt = _("%(caption)s. The numbers are in the table of governorates, the places in the annex.") % {
        "caption": caption
    }
    return Picture(caption, alt, country(tiles, points, legend, caption, voice))


def _point(facility: Facility, data: ReportData, voice: Voice) -> Point:
    group = facility.governorate if data.place.is_programme else facility.district
    return Point(
        float(facility.latitude),
        float(facility.longitude),
        facility.counts.people or 0,
        facility.kind,
        voice.name(group),
    )
