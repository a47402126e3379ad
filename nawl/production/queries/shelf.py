"""The shelf of motifs: those that come with the programme, and those that units within a reader's scope added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from nawl.accounts.models import User
from nawl.kit.arabic import normalise, stem, tokens
from nawl.kit.errors import NotFound
from nawl.places.models import Facility
from nawl.places.queries import ensure_holds
from nawl.production.models import OwnMotif
from nawl.production.rules import SEERS
from nawl.production.rules.motif_shelf import TAGS, scaled
from nawl.production.rules.motifs import unpack_cells
from nawl.weaving.motifs import MOTIFS
from nawl.weaving.motifs.motif import Cells, Motif


@dataclass(frozen=True)
class Shelved:
    """A motif on the shelf; `facility` is the unit whose own it is, None for those of the programme."""

    motif: Motif
    facility: Facility | None = None


@dataclass(frozen=True)
class Shelf:
    """The motifs that were asked for, how many there are in all, and how many bear each tag."""

    rows: tuple[Shelved, ...]
    total: int
    tags: dict[str, int]


def shelf(user: User, search: str = "", tag: str = "", *, own_only: bool = False) -> Shelf:
    """Return the motifs that the user may use, by any words of their names, by a tag; one query."""
    every = shelved(user)
    found = [one for one in every if _matches(one, tokens(search)) and (one.facility is not None or not own_only)]
    tags = {name: sum(name in one.motif.tags for one in found) for name in TAGS}
    rows = tuple(one for one in found if not tag or tag in one.motif.tags)
    return Shelf(rows, len(every), {name: count for name, count in tags.items() if count})


def shelved(user: User) -> list[Shelved]:
    """Return every motif that the user may use, the units' own ones first."""
    ensure_holds(user, SEERS)
    own = _own(user).order_by("-recorded_at")
    return [*(Shelved(as_motif(row), row.facility) for row in own), *map(Shelved, MOTIFS)]


def shelved_one(user: User, code: str) -> Shelved:
    """Return the motif of a code; `not_found` when there is none within the user's scope."""
    ensure_holds(user, SEERS)
    for motif in MOTIFS:
        if motif.code == code:
            return Shelved(motif)
    row = _own(user).filter(code=code).first()
    if row is None:
        raise NotFound("not_found")
    return Shelved(as_motif(row), row.facility)


def _own(user: User) -> QuerySet[OwnMotif]:
    """Return the units' own motifs within the user's scope, without the photographs: they are large, and no list shows them."""
    rows: QuerySet[OwnMotif] = OwnMotif.objects.visible_to(user).select_related("facility")
    return rows.defer("photograph")


def next_code(facility: Facility) -> str:
    """Return the code of a unit's next own motif: its own code, and a number."""
    rows = OwnMotif.objects.unscoped("numbers run on within a unit").filter(facility=facility)
    return f"{facility.code}-N{rows.count() + 1}"


def as_motif(row: OwnMotif) -> Motif:
    """Return a unit's own motif as the weaving engine takes it: drawn at its own size, or whole times that."""

    def draw(wide: int, high: int) -> Cells:
        return scaled(unpack_cells(bytes(row.cells), row.wide, row.high), wide, high)

    return Motif(
        code=row.code,
        name_ar=row.name_ar,
        name_en=row.name_en or row.name_ar,
        origin_ar=row.origin_ar,
        origin_en=row.origin_en or row.origin_ar,
        rights=row.rights,
        tags=tuple(row.tags),
        least=(row.wide, row.high),
        draw=draw,
        is_stretchy=False,
    )


def _matches(one: Shelved, words: Iterable[str]) -> bool:
    said = normalise(f"{one.motif.name_ar} {one.motif.name_en} {one.motif.code} {' '.join(one.motif.tags)}")
    return all(word in said or stem(word) in said for word in words)
