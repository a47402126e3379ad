"""Finding areas by any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from rapidfuzz import fuzz, process

from nawl.kit.errors import NotFound, NotPossible
from nawl.places.choices import Level
from nawl.places.models import Area, AreaName
from nawl.places.rules import labelled, parts_of, spelling_key
from nawl.ui import reader

LEVEL_WORDS = {
    "محافظه": Level.GOVERNORATE,
    "منطقه": Level.DISTRICT,
    "ناحيه": Level.SUBDISTRICT,
    "قريه": Level.COMMUNITY,
    "بلده": Level.COMMUNITY,
    "governorate": Level.GOVERNORATE,
    "district": Level.DISTRICT,
    "subdistrict": Level.SUBDISTRICT,
}
NEAR_ENOUGH = 70
NEAREST_SHOWN = 3


def find_area(text: str, within: Area | None = None, level: int | None = None) -> Area:
    """Return the area that a text names: a P-code, or a name in any known spelling, with its parents behind it or not.

    Of areas that lie in each other and share their name, the largest is meant. Raises `area_unknown` with the
    nearest names, `area_unheard` when none is near, or `area_ambiguous` with the candidates.
    """
    named = parts_of(text)
    found = _by_code(named.name, within, level) or _by_name(named.name, within, level)
    if named.parents and len(found) > 1:
        found = [area for area in found if _lies_in(area, named.parents)]
    if not found:
        raise _unknown(text, named.name, within, level)
    largest = _largest(found)
    if largest is None:
        raise NotPossible("area_ambiguous", text=text, candidates=joined(area_label(area) for area in found))
    if named.parents and not _lies_in(largest, named.parents):
        raise _unknown(text, named.name, within, level)
    return largest


def find_site(text: str) -> Area:
    """Return the area in which a facility can stand: of a governorate and a district of one name, the district.

    Raises what `find_area` raises, and `facility_place_coarse` for a governorate that has districts of other names.
    """
    area = find_area(text)
    if area.level != Level.GOVERNORATE or not (districts := list(children_of(area))):
        return area
    namesakes = _by_name(parts_of(text).name, area, Level.DISTRICT)
    if len(namesakes) == 1:
        return namesakes[0]
    raise NotPossible("facility_place_coarse", governorate=area.name, districts=joined(one.name for one in districts))


def area_label(area: Area) -> str:
    """Return an area's name with what it lies in: «صوران (أعزاز، حلب)»; governorates stand alone."""
    parents = [above.name for above in reversed(lineage(area)) if Level.COUNTRY < above.level < area.level]
    return labelled(area.name, parents, _comma())


def lineage(area: Area) -> list[Area]:
    """Return the area and all that it lies in, the country first; one query."""
    codes = area.path.strip("/").split("/")
    return sorted(Area.objects.filter(pcode__in=codes), key=lambda above: above.level)


def children_of(area: Area | None) -> QuerySet[Area]:
    """Return the areas directly below one, or the governorates."""
    if area is None:
        return Area.objects.filter(level=Level.GOVERNORATE)
    return Area.objects.filter(parent=area)


def governorates() -> QuerySet[Area]:
    """Return all governorates."""
    return Area.objects.filter(level=Level.GOVERNORATE)


def _candidates(within: Area | None, level: int | None) -> QuerySet[Area]:
    areas = Area.objects.filter(level__gt=Level.COUNTRY)
    if within is not None:
        areas = areas.filter(path__startswith=within.path)
    return areas if level is None else areas.filter(level=level)


def _by_code(text: str, within: Area | None, level: int | None) -> list[Area]:
    return list(_candidates(within, level).filter(pcode=text.strip().upper()))


def _by_name(text: str, within: Area | None, level: int | None) -> list[Area]:
    key = spelling_key(text)
    for keys, told in _ways_to_say(key):
        if level is not None and told is not None and level != told:
            continue
        found = list(_candidates(within, level or told).filter(names__key__in=keys).distinct())
        if found:
            return found
    return []


def _ways_to_say(key: str) -> Iterable[tuple[list[str], int | None]]:
    """Return the key as it stands, then without the word for its level, then with or without the article."""
    yield [key], None
    first, _blank, rest = key.partition(" ")
    told = LEVEL_WORDS.get(first) if rest else None
    if told is not None:
        yield [rest], told
    yield [key.removeprefix("ال"), f"ال{key}"], None


def _largest(found: Sequence[Area]) -> Area | None:
    """Return the area in which all the others lie; None when they lie apart."""
    largest = min(found, key=lambda area: area.level)
    return largest if all(area.path.startswith(largest.path) for area in found) else None


def _lies_in(area: Area, parents: Iterable[str]) -> bool:
    above = AreaName.objects.filter(area__pcode__in=area.path.strip("/").split("/")[:-1])
    keys = set(above.values_list("key", flat=True))
    return all(spelling_key(parent) in keys for parent in parents)


def _unknown(text: str, name: str, within: Area | None, level: int | None) -> NotFound:
    nearest = _nearest(name, within, level)
    return (
        NotFound("area_unknown", text=text, nearest=joined(nearest)) if nearest else NotFound("area_unheard", text=text)
    )


def _nearest(text: str, within: Area | None, level: int | None) -> list[str]:
    spellings = list(
        AreaName.objects.filter(area__in=_candidates(within, level)).values_list("key", "area_id").order_by("key")
    )
    matches = process.extract(
        spelling_key(text), [key for key, _area in spellings], scorer=fuzz.ratio, limit=12, score_cutoff=NEAR_ENOUGH
    )
    places = list(dict.fromkeys(spellings[place][1] for _key, _score, place in matches))[:NEAREST_SHOWN]
    areas = Area.objects.in_bulk(places)
    return [area_label(areas[place]) for place in places]


def _comma() -> str:
    return "، " if reader.current().language == "ar" else ", "


def joined(labels: Iterable[str]) -> str:
    """Return names one after the other, each once, with the reader's comma."""
    return _comma().join(dict.fromkeys(labels))
