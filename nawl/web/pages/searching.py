"""Search over what a reader may see: facilities, activities, designs, places, partners; each row says why it matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.activities.models import Activity
from nawl.kit.arabic import normalise, tokens
from nawl.partners.models import Organisation
from nawl.partners.queries import visible_organisations
from nawl.places.choices import FacilityKind, Level
from nawl.places.models import AreaName, Facility, Named
from nawl.places.scope import scope_of
from nawl.production.models import Design
from nawl.production.queries.register import designs_called
from nawl.web.pages.suggesting import names_like

if TYPE_CHECKING:
    from nawl.accounts.models import User

SHOWN = 12
SHORTEST = 2
SHORTEST_BARE = 3
PLACES_SEARCHED = 40


@dataclass(frozen=True)
class Hit:
    """One record found: its name, what it is, why it matched, where it leads."""

    name: str
    about: str
    why: str
    url: str
    icon: str
    code: str = ""


@dataclass(frozen=True)
class Found:
    """The records of one kind; `has_more` says that there are others."""

    title: str
    hits: tuple[Hit, ...]
    has_more: bool


@dataclass(frozen=True)
class SearchPage:
    """Everything on the search page."""

    text: str
    groups: tuple[Found, ...]
    is_too_short: bool
    nearest: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return sum(len(group.hits) for group in self.groups)


def search_page(text: str, user: User) -> SearchPage:
    """Return what a text finds within the user's scope, in any spelling, or else the names most like it.

    The number of queries is fixed, apart from those that look for names like it.
    """
    asked = text.strip()[:80]
    words = [_bare(word) for word in tokens(asked)]
    if sum(len(word) for word in words) < SHORTEST:
        return SearchPage(asked, (), bool(asked))
    named = _names_called(words)
    groups = (
        _found(_("Centres and units"), [_facility(one, words, named) for one in _facilities(words, named, user)]),
        _found(_("Activities"), [_activity(one, words) for one in _activities(words, user)]),
        _found(_("Designs"), [_design(one, words) for one in designs_called(user, words, SHOWN + 1)]),
        _found(_("Places"), _places(named, user)),
        _found(_("Partner organisations"), [_partner(one, words) for one in _partners(words, user)]),
    )
    shown = tuple(group for group in groups if group.hits)
    return SearchPage(asked, shown, is_too_short=False, nearest=() if shown else names_like(asked, user))


def _bare(word: str) -> str:
    """Return a word without the article: what holds it with the article holds it without."""
    bare = word.removeprefix("ال")
    return bare if len(bare) >= SHORTEST_BARE else word


def _is_called(record: Named, words: Sequence[str]) -> bool:
    """Say whether one of the names is these words and no more."""
    return any([_bare(word) for word in tokens(name)] == words for name in (record.name_ar, record.name_en))


def _found(title: str, hits: Sequence[Hit]) -> Found:
    return Found(title, tuple(hits[:SHOWN]), len(hits) > SHOWN)


def _holding(field: str, words: Iterable[str]) -> Q:
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__contains": word})
    return condition


# ── facilities ───────────────────────────────────────────────────────────


def _facilities(words: Sequence[str], named: Sequence[AreaName], user: User) -> list[Facility]:
    condition = _holding("search_key", words)
    for name in named:
        condition |= Q(place_path__startswith=name.area.path)
    rows = Facility.objects.visible_to(user).filter(condition).select_related("governorate", "district")
    found = rows.order_by(_begins("search_key", words), "code")[: SHOWN + 1]
    return sorted(found, key=lambda one: not _is_called(one, words))


def _begins(field: str, words: Sequence[str]) -> Case:
    """Order what begins with the words, with the article or without it, before what only holds them or lies there."""
    text = " ".join(words)
    begins = Q(**{f"{field}__startswith": text}) | Q(**{f"{field}__startswith": f"ال{text}"})
    return Case(When(begins, then=Value(0)), When(_holding(field, words), then=Value(1)), default=Value(2))


def _facility(facility: Facility, words: Sequence[str], named: Sequence[AreaName]) -> Hit:
    return Hit(
        name=facility.name,
        about=f"{FacilityKind(facility.kind).label} · {facility.governorate.name}",
        why=_why(facility, facility.code, words) or _why_place(facility, named),
        url=reverse("web:facility", args=[facility.code]),
        icon="centre",
        code=facility.code,
    )


def _why(record: Named, code: str, words: Iterable[str]) -> str:
    """Return which of a record's texts bears all the words."""
    asked = list(words)
    if all(word in normalise(record.name_ar) for word in asked):
        return _("by its Arabic name")
    if record.name_en and all(word in normalise(record.name_en) for word in asked):
        return _("by its English name: %(name)s") % {"name": record.name_en}
    if all(word in normalise(code) for word in asked):
        return _("by its code")
    return _("by its names and code together") if _bears(record, code, asked) else ""


def _bears(record: Named, code: str, words: Iterable[str]) -> bool:
    whole = normalise(f"{record.name_ar} {record.name_en} {code}")
    return all(word in whole for word in words)


def _why_place(facility: Facility, named: Iterable[AreaName]) -> str:
    name = next((one.text for one in named if facility.place_path.startswith(one.area.path)), "")
    return _("it lies in %(place)s") % {"place": name}


# ── activities, places, partners ─────────────────────────────────────────


def _activities(words: Sequence[str], user: User) -> QuerySet[Any]:
    condition = _holding("title_key", words) | Q(code__iexact="-".join(words))
    rows = Activity.objects.visible_to(user).filter(condition).select_related("facility", "type")
    found: QuerySet[Any] = rows.order_by("-starts_on", "code")[: SHOWN + 1]
    return found


def _activity(activity: Activity, words: Sequence[str]) -> Hit:
    in_title = all(word in activity.title_key for word in words)
    return Hit(
        name=activity.title,
        about=f"{activity.type.name} · {activity.facility.name}",
        why=_("by its title") if in_title else _("by its code"),
        url=reverse("activities:activity", args=[activity.code]),
        icon="tally",
        code=activity.code,
    )


def _design(design: Design, words: Sequence[str]) -> Hit:
    in_title = all(word in normalise(f"{design.title_ar} {design.title_en}") for word in words)
    return Hit(
        name=design.title,
        about=f"{design.get_origin_display()} · {design.facility.name}",
        why=_("by its title") if in_title else _("by its author or number"),
        url=reverse("production:design", args=[design.serial]),
        icon="knot",
        code=design.serial,
    )


def _names_called(words: Sequence[str]) -> list[AreaName]:
    """Return the spellings of areas that bear all the words: those that are these words first, then the widest."""
    text = " ".join(words)
    is_it = Case(When(key__in=(text, f"ال{text}"), then=Value(0)), default=Value(1))
    rows = AreaName.objects.filter(_holding("key", words)).select_related("area", "area__parent")
    return list(rows.order_by(is_it, "area__level", "area__path", "pk")[:PLACES_SEARCHED])


def _places(named: Sequence[AreaName], user: User) -> list[Hit]:
    scope = scope_of(user)
    first: dict[str, AreaName] = {}
    for name in named:
        if scope.covers_path(name.area.path):
            first.setdefault(name.area.pcode, name)
    return [_place(name) for name in first.values()]


def _place(name: AreaName) -> Hit:
    area = name.area
    is_own_name = name.text == area.name
    about = [str(Level(area.level).label), area.parent.name if area.parent else ""]
    return Hit(
        name=area.name,
        about=" · ".join(part for part in about if part),
        why=_("by its name") if is_own_name else _("by its spelling “%(spelling)s”") % {"spelling": name.text},
        url=reverse("places:area", args=[area.pcode]),
        icon="place",
        code=area.pcode,
    )


def _partners(words: Sequence[str], user: User) -> list[Organisation]:
    rows = visible_organisations(user).filter(_holding("search_key", words))
    found = rows.order_by(_begins("search_key", words), "code")[: SHOWN + 1]
    return sorted(found, key=lambda one: not _is_called(one, words))


def _partner(organisation: Organisation, words: Sequence[str]) -> Hit:
    return Hit(
        name=organisation.name,
        about=organisation.get_kind_display(),
        why=_why(organisation, organisation.code, words),
        url=reverse("partners:organisation", args=[organisation.code]),
        icon="partner",
        code=organisation.code,
    )
