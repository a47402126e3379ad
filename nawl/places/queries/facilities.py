"""Facilities within a reader's scope: lists with their counts, one by its code, one by any name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from nawl.accounts.models import User
from nawl.kit.arabic import normalise, tokens
from nawl.kit.errors import NotFound, NotPossible
from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.models import Area, AreaName, Facility, FacilityStatus, Workshop
from nawl.places.queries.areas import area_label
from nawl.places.rules import Turn, spelling_key, state_on
from nawl.places.scope import ScopedQuerySet
from nawl.ui import words
from nawl.ui.parts import Fact

PAGE_SIZE = 30
NEAR_ENOUGH = 65
NEAREST_SHOWN = 3
PLACES_SEARCHED = 40


@dataclass(frozen=True)
class FacilityFilter:
    """What a reader asked a list of facilities for; empty means all."""

    search: str = ""
    kind: str = ""
    state: str = ""
    governorate: str = ""

    @classmethod
    def read(cls, query: Mapping[str, Any]) -> FacilityFilter:
        """Take the filter from an address; what is no kind, no state and no code counts as not asked."""
        kind, state = str(query.get("kind", "")), str(query.get("state", ""))
        return cls(
            search=str(query.get("q", "")).strip()[:80],
            kind=kind if kind in FacilityKind.values else "",
            state=state if state in FacilityState.values else "",
            governorate=str(query.get("governorate", "")).strip().upper()[:12],
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing in particular was asked for."""
        return self == FacilityFilter()


@dataclass(frozen=True)
class FacilityList:
    """One page of facilities, and how many each choice of the filters would show."""

    asked: FacilityFilter
    page: Page[Facility]
    total: int
    by_kind: Mapping[str, int]
    by_state: Mapping[str, int]
    by_governorate: Mapping[str, int]

    @property
    def in_all(self) -> int:
        """How many there are whatever their state."""
        return sum(self.by_state.values())

    @property
    def open_now(self) -> int:
        """How many of them are open."""
        return self.by_state.get(FacilityState.OPEN, 0)


def facilities_seen_by(
    user: User, asked: FacilityFilter | None = None, *, page: int | str = 1, size: int = PAGE_SIZE
) -> FacilityList:
    """Return one page of the facilities within the user's scope; the number of queries is fixed.

    Each count of a choice heeds the other filters and not its own, so that it says what a click would show.
    """
    asked = asked or FacilityFilter()
    found = _searched(Facility.objects.visible_to(user), asked.search)
    rows = _filtered(found, asked).select_related("area", "governorate", "district").order_by("code")
    paginator = Paginator(rows, size)
    return FacilityList(
        asked=asked,
        page=paginator.get_page(page),
        total=paginator.count,
        by_kind=_counts(_filtered(found, replace(asked, kind="")), "kind"),
        by_state=_counts(_filtered(found, replace(asked, state="")), "state"),
        by_governorate=_counts(_filtered(found, replace(asked, governorate="")), "governorate__pcode"),
    )


def facility_seen_by(user: User, code: str) -> Facility:
    """Return the facility with this code; `not_found` when there is none within the user's scope."""
    rows = Facility.objects.visible_to(user).select_related("area", "governorate", "district")
    facility: Facility | None = rows.filter(code=code.strip().upper()).first()
    if facility is None:
        raise NotFound("not_found")
    return facility


def find_facility(user: User, text: str, within: Area | None = None) -> Facility:
    """Return the facility within the user's scope that a text names: its code, or its name in any spelling.

    Raises `facility_unknown` with the nearest, `facility_unheard`, or `facility_ambiguous` with the candidates.
    """
    rows = Facility.objects.visible_to(user).select_related("area", "governorate", "district")
    if within is not None:
        rows = rows.filter(place_path__startswith=within.path)
    found = list(rows.filter(code=text.strip().upper())) or _named(rows, text)
    if len(found) > 1:
        raise NotPossible("facility_ambiguous", text=text, candidates=[one.code for one in found])
    if found:
        return found[0]
    nearest = _nearest(rows, text)
    raise (
        NotFound("facility_unknown", text=text, nearest=nearest) if nearest else NotFound("facility_unheard", text=text)
    )


def turns_of(facility: Facility, user: User) -> list[FacilityStatus]:
    """Return the turns of a facility's life, newest first."""
    return list(FacilityStatus.objects.visible_to(user).filter(facility=facility).order_by("-since", "-id"))


def workshop_of(facility: Facility, user: User) -> Workshop | None:
    """Return a facility's production workshop."""
    workshop: Workshop | None = Workshop.objects.visible_to(user).filter(facility=facility).first()
    return workshop


def facility_facts(facility: Facility, user: User) -> list[Fact]:
    """Return the particulars of a facility as lines of facts; a page adds its own behind them."""
    workshop = workshop_of(facility, user)
    facts = [
        Fact(_("Kind"), facility.get_kind_display()),
        Fact(_("Code"), facility.code, code=True),
        Fact(_("Place"), area_label(facility.area), href=reverse("places:area", args=[facility.area.pcode])),
    ]
    if facility.opened_on:
        facts.append(Fact(_("Opened on"), words.day(facility.opened_on)))
    if facility.closed_on:
        facts.append(Fact(_("Closed on"), words.day(facility.closed_on)))
    if facility.latitude is not None and facility.longitude is not None:
        facts.append(Fact(_("Coordinates"), f"{facility.latitude:.4f}, {facility.longitude:.4f}", code=True))
    if workshop:
        facts.append(Fact(_("Workshop"), workshop.name))
        facts += [Fact(_("Crafts"), workshop.crafts)] if workshop.crafts else []
    return facts


def state_of(facility: Facility, day: date) -> str | None:
    """Return the state that a facility was in on a day; None before its first turn."""
    turns = FacilityStatus.objects.unscoped("a rule asks about a facility in hand").filter(facility=facility)
    return state_on((Turn(turn.state, turn.since) for turn in turns.order_by("since", "id")), day)


def _filtered(rows: ScopedQuerySet, asked: FacilityFilter) -> ScopedQuerySet:
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.state:
        rows = rows.filter(state=asked.state)
    if asked.governorate:
        rows = rows.filter(governorate__pcode=asked.governorate)
    return rows


def _searched(rows: ScopedQuerySet, search: str) -> ScopedQuerySet:
    """Keep what bears all the words in its name or code, or lies in a place that is called so."""
    words = tokens(search)
    if not words:
        return rows
    named = Q()
    for word in words:
        named &= _bearing(word)
    for path in _paths_called(search):
        named |= Q(place_path__startswith=path)
    return rows.filter(named)


def _bearing(word: str) -> Q:
    """Match names that hold a word, also when it was typed with an article that the name does without."""
    match = Q(search_key__contains=word)
    bare = word.removeprefix("ال")
    return match | Q(search_key__contains=bare) if bare != word and len(bare) > 2 else match


def _paths_called(search: str) -> list[str]:
    """Return the paths of the areas whose name begins with the words, without those that lie in another of them."""
    key = spelling_key(search)
    names = AreaName.objects.filter(key__startswith=key) if len(key) > 2 else AreaName.objects.filter(key=key)
    found = names.order_by("area__path").values_list("area__path", flat=True).distinct()[:PLACES_SEARCHED]
    kept: list[str] = []
    for path in found:
        if not any(path.startswith(wider) for wider in kept):
            kept.append(path)
    return kept


def _counts(rows: ScopedQuerySet, field: str) -> dict[str, int]:
    return dict(rows.order_by().values_list(field).annotate(count=Count("pk")))


def _named(rows: ScopedQuerySet, text: str) -> list[Facility]:
    key = normalise(text)
    if not key:
        return []
    return [one for one in rows.filter(search_key__contains=key) if key in _names(one)]


def _names(facility: Facility) -> tuple[str, str]:
    return normalise(facility.name_ar), normalise(facility.name_en)


def _nearest(rows: ScopedQuerySet, text: str) -> list[str]:
    """Return the codes and names most like a text, best first."""
    known: list[tuple[str, str, str]] = list(rows.values_list("code", "name_ar", "name_en"))
    best: dict[str, float] = {}
    for choices in ([code.casefold() for code, _name, _english in known], *_name_keys(known)):
        scored = process.extract(normalise(text), choices, scorer=fuzz.ratio, limit=5, score_cutoff=NEAR_ENOUGH)
        for _choice, score, place in scored:
            best[known[place][0]] = max(score, best.get(known[place][0], 0))
    return sorted(best, key=lambda code: (-best[code], code))[:NEAREST_SHOWN]


def _name_keys(known: Iterable[tuple[str, str, str]]) -> tuple[list[str], list[str]]:
    rows = list(known)
    return [normalise(name) for _code, name, _en in rows], [normalise(name) for _code, _ar, name in rows]
