"""Charts out of the tables: as they were kept, and checked to be what was kept."""

from __future__ import annotations

from django.db.models import F

from nawl.kit.errors import NotPossible
from nawl.production.models import ChartFile, ChartVersion
from nawl.production.rules import Packed, unpack
from nawl.weaving.chart import Chart

_FILE = "the chart of a version that the caller was given"


def chart_of(version: ChartVersion) -> Chart:
    """Return the chart that stands in a version; raises `chart_damaged` unless its fingerprint is the version's.

    The fingerprint is read with the bytes: somebody may have drawn since the version was read.
    """
    file = file_of(version)
    chart = unpack(Packed(bytes(file.image), bytes(file.beside)))
    if chart.fingerprint != vars(file)["standing"]:
        raise NotPossible("chart_damaged")
    return chart


def file_of(version: ChartVersion) -> ChartFile:
    """Return the row of a version's bytes, with the fingerprint that stands."""
    rows = ChartFile.objects.unscoped(_FILE).annotate(standing=F("version__fingerprint"))
    file: ChartFile = rows.get(version=version)
    return file
