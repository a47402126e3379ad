"""The network on a map: governorates with their counts, facilities as points; no borders, nothing from outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.db.models import Count

from nawl.accounts.models import User
from nawl.places.models import Area, Facility
from nawl.places.queries.areas import governorates
from nawl.places.rules.projection import NARROW, WIDTH, Box, Cluster, Frame, Spot, frame_of, gathered, settled


@dataclass(frozen=True)
class Site:
    """One facility on the map."""

    code: str
    name: str
    kind: str
    state: str
    pcode: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Label:
    """A governorate's name at its centre."""

    x: float
    y: float
    name: str


@dataclass(frozen=True)
class Drawing:
    """The points and the names around them, placed for one width."""

    frame: Frame
    clusters: tuple[Cluster, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class NetworkMap:
    """The map of a reader's facilities, for a desk and for a phone, and how many have no coordinates."""

    wide: Drawing
    narrow: Drawing
    shown: int
    without_point: int


def counts_by_governorate(user: User) -> list[tuple[Area, int]]:
    """Return every governorate with the number of facilities there that the user sees."""
    rows = Facility.objects.visible_to(user).order_by().values_list("governorate").annotate(count=Count("pk"))
    counts = dict(rows)
    return [(area, counts.get(area.pk, 0)) for area in governorates()]


def network_map(user: User) -> NetworkMap:
    """Return the map of the facilities that the user sees, framed to them; two queries."""
    rows = list(Facility.objects.visible_to(user).select_related("governorate").order_by("code"))
    sites = [_site(one) for one in rows if one.latitude is not None and one.longitude is not None]
    areas = _named_areas({site.pcode for site in sites})
    return NetworkMap(
        wide=_drawing(sites, areas, WIDTH),
        narrow=_drawing(sites, areas, NARROW),
        shown=len(sites),
        without_point=len(rows) - len(sites),
    )


def _named_areas(pcodes: AbstractSet[str]) -> list[Area]:
    """Return the areas whose names orient the reader: governorates, or the districts of the one that is shown."""
    areas = Area.objects.filter(parent__pcode__in=pcodes) if len(pcodes) == 1 else governorates()
    return [area for area in areas if area.latitude is not None and area.longitude is not None]


def _drawing(sites: Sequence[Site], areas: Sequence[Area], width: int) -> Drawing:
    points = [(site.latitude, site.longitude) for site in sites]
    frame = frame_of(points or [_point(area) for area in areas], width)
    clusters = tuple(gathered(Spot(*frame.place(site.latitude, site.longitude), site) for site in sites))
    return Drawing(frame, clusters, tuple(_labels(frame, areas, clusters)))


def _site(facility: Facility) -> Site:
    return Site(
        facility.code,
        facility.name,
        facility.kind,
        facility.state,
        facility.governorate.pcode,
        float(facility.latitude or 0),
        float(facility.longitude or 0),
    )


def _point(area: Area) -> tuple[float, float]:
    return float(area.latitude or 0), float(area.longitude or 0)


def _labels(frame: Frame, areas: Iterable[Area], clusters: Sequence[Cluster]) -> Iterable[Label]:
    names = [Spot(*frame.place(*_point(area)), area.name) for area in areas]
    taken = [Box(one.x, one.y, 2 * one.radius + 2, 2 * one.radius + 2) for one in clusters]
    for spot in settled(frame, [name for name in names if frame.holds(name.x, name.y)], taken):
        yield Label(round(spot.x, 1), round(spot.y + 4, 1), spot.what)
