"""Names like one that the search did not find: places, centres, units and partners within a reader's scope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from nawl.partners.queries import visible_organisations
from nawl.places.models import AreaName, Facility
from nawl.places.rules import spelling_key
from nawl.places.scope import scope_of

if TYPE_CHECKING:
    from nawl.accounts.models import User

NEAR_ENOUGH = 70
NEAREST_SHOWN = 3
SHORTEST_WORD = 4


def names_like(text: str, user: User) -> tuple[str, ...]:
    """Return the names most like a text, best first; each of them finds something when it is searched for."""
    known: dict[str, str] = {}
    for name in _known(user):
        known.setdefault(_key(name), name)
    near = process.extract(_key(text), list(known), scorer=fuzz.ratio, limit=NEAREST_SHOWN, score_cutoff=NEAR_ENOUGH)
    return tuple(known[key] for key, _score, _place in near)


def _key(name: str) -> str:
    return spelling_key(name).removeprefix("ال")


def _known(user: User) -> Iterator[str]:
    """Yield the names that the user may see: of places whole, of centres, units and partners also word by word."""
    scope = scope_of(user)
    areas = AreaName.objects.order_by("area__level", "area__path", "pk")
    yield from (name for name, path in areas.values_list("text", "area__path") if scope.covers_path(path))
    for rows in (Facility.objects.visible_to(user), visible_organisations(user)):
        for names in rows.order_by("code").values_list("name_ar", "name_en"):
            for name in filter(None, names):
                yield name
                yield from (word for word in name.split() if len(word) >= SHORTEST_WORD)
