"""Charts out of the tables: as they were kept, and checked to be what was kept."""

from __future__ import annotations

from nawl.kit.errors import NotPossible
from nawl.production.models import ChartFile, ChartVersion
from nawl.production.rules import Packed, unpack
from nawl.weaving.chart import Chart

_FILE = "the chart of a version that the caller was given"


def chart_of(version: ChartVersion) -> Chart:
    """Return a version's chart; raises `chart_damaged` unless its fingerprint is the version's."""
    file = file_of(version)
    chart = unpack(Packed(bytes(file.image), bytes(file.beside)))
    if chart.fingerprint != version.fingerprint:
        raise NotPossible("chart_damaged")
    return chart


def file_of(version: ChartVersion) -> ChartFile:
    """Return the row of a version's bytes."""
    file: ChartFile = ChartFile.objects.unscoped(_FILE).get(version=version)
    return file
