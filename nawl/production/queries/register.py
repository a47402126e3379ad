"""The register of designs: filters, one page with the version that stands for each design, what one may filter by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from nawl.accounts.models import User
from nawl.kit.arabic import tokens
from nawl.places.models import Area, Facility
from nawl.places.queries import ensure_holds, holds, may
from nawl.production.choices import DesignOrigin, VersionState
from nawl.production.models import ChartVersion, Design, QualityClass
from nawl.production.rules import SEERS

PAGE_SIZE = 24
STANDING = (VersionState.LOCKED, VersionState.REVIEW, VersionState.DRAFT, VersionState.SUPERSEDED, VersionState.RETIRED)
"""Which state of a version stands for its design in lists: the first of these, and of it the newest."""


@dataclass(frozen=True)
class DesignFilters:
    """What the register is narrowed to; empty means everything."""

    text: str = ""
    state: str = ""
    origin: str = ""
    quality: str = ""
    governorate: str = ""
    facility: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the register is whole."""
        return self == DesignFilters()


@dataclass(frozen=True)
class DesignRow:
    """A design in a list, and the version that stands for it."""

    design: Design
    version: ChartVersion
    share: float | None = None


@dataclass(frozen=True)
class Register:
    """One page of the register."""

    rows: tuple[DesignRow, ...]
    page: Page[Design]
    total: int


def designs_seen_by(user: User, filters: DesignFilters = DesignFilters(), page: int | str = 1) -> Register:
    """Return one page of the designs within the user's scope, newest first; queries are fixed."""
    ensure_holds(user, SEERS)
    found = narrowed(Design.objects.visible_to(user), user, filters).select_related("facility").order_by("-serial")
    paginator = Paginator(found, PAGE_SIZE)
    shown = paginator.get_page(page)
    return Register(rows_of(shown.object_list, user, filters), shown, paginator.count)


def rows_of(designs: Iterable[Design], user: User, filters: DesignFilters = DesignFilters()) -> tuple[DesignRow, ...]:
    """Return designs with the versions that stand for them; one query."""
    listed = list(designs)
    versions = ChartVersion.objects.visible_to(user).filter(design__in=[one.pk for one in listed])
    if filters.state:
        versions = versions.filter(state=filters.state)
    if filters.quality:
        versions = versions.filter(quality__code=filters.quality)
    best = _standing(versions.select_related("quality").defer("recipe", "reckoning", "likeness"))
    return tuple(DesignRow(one, best[one.pk]) for one in listed if one.pk in best)


def _standing(versions: Iterable[ChartVersion]) -> dict[UUID, ChartVersion]:
    order = {state.value: place for place, state in enumerate(STANDING)}
    best: dict[UUID, ChartVersion] = {}
    for version in sorted(versions, key=lambda one: (order[one.state], -one.number)):
        best.setdefault(version.design_id, version)
    return best


def standing_of(versions: Iterable[ChartVersion]) -> ChartVersion:
    """Return the version that stands for a design among all of its versions."""
    return next(iter(_standing(versions).values()))


def narrowed(designs: QuerySet[Design], user: User, filters: DesignFilters) -> QuerySet[Design]:
    """Keep the designs that meet every filter; an unknown value finds nothing."""
    exact = {
        "origin": filters.origin,
        "facility__governorate__pcode": filters.governorate,
        "facility__code": filters.facility,
    }
    kept = designs.filter(**{path: value for path, value in exact.items() if value})
    for word in tokens(filters.text):
        kept = kept.filter(search_key__contains=word)
    asked = {"state": filters.state, "quality__code": filters.quality}
    asked = {path: value for path, value in asked.items() if value}
    if asked:
        kept = kept.filter(Exists(ChartVersion.objects.visible_to(user).filter(design=OuterRef("pk"), **asked)))
    return kept


def designs_called(user: User, words: Iterable[str], most: int) -> list[Design]:
    """Return the designs within the user's scope whose titles, author or number bear all the words, the newest first."""
    if not holds(user, SEERS):
        return []
    rows = Design.objects.visible_to(user).select_related("facility")
    for word in words:
        rows = rows.filter(search_key__contains=word)
    return list(rows.order_by("-serial")[:most])


@dataclass(frozen=True)
class Offered:
    """What the register can be narrowed to, each with its words."""

    states: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, str], ...]
    classes: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]


def filters_offered(user: User) -> Offered:
    """Return what there is to narrow the register to within the user's scope; queries are fixed."""
    designs = Design.objects.visible_to(user)
    used = set(ChartVersion.objects.visible_to(user).order_by().values_list("quality", flat=True).distinct())
    classes = {one.code: one.name for one in QualityClass.objects.filter(pk__in=used).order_by("code", "version")}
    governorates = set(designs.order_by().values_list("facility__governorate", flat=True).distinct())
    places = Area.objects.filter(pk__in=governorates).order_by("pcode")
    return Offered(
        tuple((value, str(label)) for value, label in VersionState.choices),
        tuple((value, str(label)) for value, label in DesignOrigin.choices),
        tuple(classes.items()),
        tuple((one.pcode, one.name) for one in places),
    )


def facilities_to_draw_at(user: User, roles: Iterable[str]) -> list[Facility]:
    """Return the facilities within the user's scope at which they hold one of the roles, those with a workshop first."""
    if not holds(user, roles):
        return []
    rows = Facility.objects.visible_to(user).select_related("governorate", "workshop").order_by("code")
    held = [one for one in rows if may(user, roles, at=one)]
    return sorted(held, key=lambda one: (not hasattr(one, "workshop"), one.code))
