"""The place that a figure is asked for: found by its code within the reader's scope, with the places above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from nawl.indicators.values import Place
from nawl.kit.errors import NotFound
from nawl.places.choices import Level
from nawl.places.models import Area, Facility
from nawl.places.scope import scope_of

if TYPE_CHECKING:
    from nawl.accounts.models import User

CODE = re.compile(r"[A-Za-z0-9-]{1,20}")
_LEVELS = {Level.GOVERNORATE: "governorate", Level.DISTRICT: "district"}


def place_called(code: str, user: User) -> Place:
    """Return the place of a P-code or facility code; an empty code is the reader's own place.

    Raises NotFound("place_not_found") for what does not exist or lies outside the reader's scope.
    """
    if not code:
        return home_of(user)
    if not CODE.fullmatch(code):
        raise NotFound("place_not_found", place=code)
    area = Area.objects.filter(pcode=code).select_related("parent").first()
    if area is not None:
        return place_of_area(area, user)
    facility = Facility.objects.visible_to(user).filter(code=code).select_related("governorate", "district").first()
    if facility is None:
        raise NotFound("place_not_found", place=code)
    return place_of_facility(facility, user)


def home_of(user: User) -> Place:
    """Return the place that a reader answers for: the programme, their governorate, their facility.

    With several postings it is all of them together: figures are scoped in any case.
    """
    scope = scope_of(user)
    if scope.is_national:
        return Place("programme", "", _("All governorates"))
    if len(scope.area_paths) == 1 and not scope.facility_ids:
        return _home_at(Area.objects.select_related("parent").get(path=scope.area_paths[0]))
    if len(scope.facility_ids) == 1 and not scope.area_paths:
        only = Facility.objects.visible_to(user).select_related("governorate", "district").get()
        return place_of_facility(only, user)
    return Place("places", "", _("Your places"))


def _home_at(area: Area) -> Place:
    """Return the place of a reader posted at one area: figures stand for governorates and districts of it alone."""
    if area.level in _LEVELS:
        return _area(area)
    level = "programme" if area.level == Level.COUNTRY else "places"
    return Place(level, "", area.name, area.path)


def place_of_area(area: Area, user: User) -> Place:
    """Return a governorate or district as a place of figures; a country is the whole programme.

    Raises NotFound("place_not_found") outside the reader's scope and for places that figures do not stand for.
    """
    if not scope_of(user).covers_path(area.path):
        raise NotFound("place_not_found", place=area.pcode)
    if area.level == Level.COUNTRY:
        return home_of(user)
    if area.level not in _LEVELS:
        raise NotFound("place_not_found", place=area.pcode)
    above = (_area(area.parent),) if area.level == Level.DISTRICT and area.parent else ()
    return _area(area, _above(above, user))


def place_of_facility(facility: Facility, user: User) -> Place:
    """Return a facility as a place of figures; its governorate and district are read with it."""
    areas = [_area(facility.governorate)]
    if facility.district:
        areas.append(_area(facility.district))
    return Place("facility", facility.code, facility.name, facility.place_path, _above(tuple(areas), user))


def _area(area: Area, above: tuple[Place, ...] = ()) -> Place:
    return Place(_LEVELS[Level(area.level)], area.pcode, area.name, area.path, above, area.pk)


def _above(areas: tuple[Place, ...], user: User) -> tuple[Place, ...]:
    """Return the places above, the programme first: those that the reader may ask for."""
    scope = scope_of(user)
    own = tuple(place for place in areas if scope.covers_path(place.path))
    return (home_of(user), *own) if scope.is_national else own
