"""How a chart is kept in a version's rows; every act that changes a drawing goes through here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from nawl.kit.database import lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility
from nawl.production.choices import VersionState
from nawl.production.models import ChartColour, ChartFile, ChartVersion
from nawl.production.queries.stock import colours_of, yarns_coded, yarns_of
from nawl.production.rules.packing import Packed, pack
from nawl.production.rules.pictures import small_picture
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.likeness import signature_of_chart
from nawl.weaving.yarns import Yarn, far_apart

REASON = "an action writes rows that its caller was shown"


@dataclass(frozen=True)
class Prepared:
    """A chart ready to be kept; made before the transaction, for packing takes its time."""

    chart: Chart
    packed: Packed
    picture: bytes
    likeness: bytes


def prepare(chart: Chart) -> Prepared:
    """Pack a chart, draw its small picture, and note what it looks like."""
    return Prepared(chart, pack(chart), small_picture(chart), signature_of_chart(chart).packed())


def frame_of(version: ChartVersion) -> Frame:
    """Return the frame that a version was begun with."""
    return Frame(
        version.quality.quality,
        version.width_cm,
        version.length_cm,
        Symmetry(version.symmetry),
        version.border_cm,
        version.colours,
    )


def chart_from(version: ChartVersion, knots: Grid, yarns: Sequence[str]) -> Chart:
    """Return a chart in a version's frame with the unit's yarns of these codes, in the order of the indices."""
    return Chart(frame_of(version), yarns_coded(version.design.facility, yarns), knots)


def palette_of(facility: Facility, most: int) -> tuple[Yarn, ...]:
    """Return the yarns that an empty sheet begins with, as many as the frame allows: those on hand, far apart in colour."""
    shelf = yarns_of(facility)
    held = [yarn for yarn in shelf if yarn.grams]
    return far_apart(held, most) if len(held) > most else shelf[:most]


def locked_version(version: ChartVersion) -> ChartVersion:
    """Return the version's row, held until the transaction ends."""
    rows = ChartVersion.objects.unscoped(REASON).filter(pk=version.pk)
    row: ChartVersion = lock_rows(rows).select_related("design__facility", "quality").get()
    return row


def ensure_open(version: ChartVersion) -> None:
    """Raise `version_not_open` unless the version can be drawn upon."""
    if version.state != VersionState.DRAFT:
        raise NotPossible("version_not_open", state=str(version.get_state_display()))


def keep(version: ChartVersion, prepared: Prepared) -> None:
    """Write a chart into a version's rows within the caller's transaction and raise its revision by one."""
    put(version, prepared)
    version.revision += 1
    version.save(update_fields=["fingerprint", "counts", "unset", "drawn_at", "reckoning", "likeness", "revision"])
    file = {"image": prepared.packed.image, "beside": prepared.packed.beside, "picture": prepared.picture}
    ChartFile.objects.unscoped(REASON).filter(version=version).update(**file)
    keep_palette(version, prepared.chart)


def keep_first(version: ChartVersion, prepared: Prepared) -> None:
    """Write a new version and the rows that belong to it."""
    put(version, prepared)
    version.save(force_insert=True)
    packed = prepared.packed
    ChartFile.objects.create(version=version, image=packed.image, beside=packed.beside, picture=prepared.picture)
    keep_palette(version, prepared.chart)


def put(version: ChartVersion, prepared: Prepared) -> None:
    """Set what a version says of its chart; the counts and the bare knots add up to the grid."""
    chart = prepared.chart
    version.fingerprint = chart.fingerprint
    version.counts = list(chart.counts)
    version.unset = chart.unset
    version.drawn_at = timezone.now()
    version.reckoning, version.likeness = None, prepared.likeness if chart.unset < version.knots else None
    if sum(version.counts) + version.unset != version.wide * version.high:
        raise NotPossible(
            "chart_shape_wrong",
            wide=chart.frame.wide,
            high=chart.frame.high,
            frame_wide=version.wide,
            frame_high=version.high,
        )


def keep_palette(version: ChartVersion, chart: Chart) -> None:
    """Write the version's colours anew; a lot that was chosen for a colour stays with it."""
    rows = ChartColour.objects.unscoped(REASON).filter(version=version)
    lots = dict(rows.values_list("colour__code", "lot"))
    rows.delete()
    offered = colours_of(version.design.facility).filter(code__in=[yarn.code for yarn in chart.yarns])
    ids = dict(offered.values_list("code", "pk"))
    ChartColour.objects.bulk_create(
        ChartColour(
            version=version,
            index=index,
            colour_id=ids[yarn.code],
            lot_id=lots.get(yarn.code),
            knots=chart.counts[index],
        )
        for index, yarn in enumerate(chart.yarns)
    )
