"""What the pages of areas show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.accounts.models import User
from nawl.kit.errors import NotFound
from nawl.places.choices import Level
from nawl.places.models import Area, Facility
from nawl.places.queries.areas import governorates, lineage
from nawl.ui.parts import Crumb


@dataclass(frozen=True)
class AreaLine:
    """One area of a list: what lies directly in it, and the facilities there that the reader sees."""

    area: Area
    parts: int
    facilities: int


@dataclass(frozen=True)
class AreasPage:
    """The governorates."""

    lines: Sequence[AreaLine]


@dataclass(frozen=True)
class AreaPage:
    """One area, the way to it, its spellings and its parts."""

    area: Area
    trail: Sequence[Crumb]
    spellings: Sequence[str]
    lines: Sequence[AreaLine]
    facilities: Sequence[Facility]


def areas_page(user: User) -> AreasPage:
    """Return the governorates with what lies in each."""
    return AreasPage(_lines(list(governorates()), user))


def area_page(user: User, pcode: str) -> AreaPage:
    """Return one area by its P-code; `not_found` when there is none."""
    area = Area.objects.filter(pcode=pcode.upper(), level__gt=Level.COUNTRY).first()
    if area is None:
        raise NotFound("not_found")
    return AreaPage(
        area=area,
        trail=_trail(area),
        spellings=tuple(area.names.order_by("text").values_list("text", flat=True)),
        lines=_lines(list(Area.objects.filter(parent=area)), user),
        facilities=list(
            Facility.objects.visible_to(user)
            .filter(place_path__startswith=area.path)
            .select_related("area")
            .order_by("code")
        ),
    )


def _trail(area: Area) -> list[Crumb]:
    above = [one for one in lineage(area) if one.level > Level.COUNTRY and one.pk != area.pk]
    crumbs = [Crumb(one.name, reverse("places:area", args=[one.pcode])) for one in above]
    return [Crumb(_("Places"), reverse("places:area-list")), *crumbs, Crumb(area.name)]


def _lines(areas: Sequence[Area], user: User) -> list[AreaLine]:
    """Count parts and facilities of several areas in two queries."""
    parts = dict(Area.objects.filter(parent__in=areas).order_by().values_list("parent").annotate(count=Count("pk")))
    paths: list[str] = list(Facility.objects.visible_to(user).values_list("place_path", flat=True))
    return [AreaLine(area, parts.get(area.pk, 0), sum(path.startswith(area.path) for path in paths)) for area in areas]
