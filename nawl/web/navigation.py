"""The ways through the programme, by what a reader may do: groups of the side bar, five places of the thumb bar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.places.models import Posting
from nawl.places.queries import charges_of
from nawl.places.scope import scope_of
from nawl.production.rules import DRAWERS, SEERS

PROGRAMME_READERS = frozenset(
    {Role.GOVERNORATE_DIRECTOR, Role.PROGRAMME_DIRECTOR, Role.ADMINISTRATOR, Role.FINANCE_OFFICER, Role.GRANTS_OFFICER}
)
REGISTER_KEEPERS = frozenset({Role.CENTRE_CLERK, Role.PARTNER, Role.GOVERNORATE_DIRECTOR, Role.ADMINISTRATOR})
USER_KEEPERS = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Way:
    """One page that the frame leads to; `current` is "page" when the reader stands on it."""

    label: str
    icon: str
    url: str
    view: str
    current: str = ""


@dataclass(frozen=True)
class Group:
    """Ways under one heading; the first group has none."""

    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Navigation:
    """Everything the frame of a page shows its reader."""

    groups: tuple[Group, ...]
    thumb: tuple[Way, ...]
    scope: str
    scope_url: str
    user: str
    kilim: str


@dataclass(frozen=True)
class _Entry:
    view: str
    label: str | Promise
    icon: str
    roles: frozenset[Role] | None = None
    short: str | Promise = ""


_GROUPS: tuple[tuple[str | Promise, tuple[_Entry, ...]], ...] = (
    (
        "",
        (
            _Entry("web:today", gettext_lazy("Today"), "home"),
            _Entry(
                "web:programme", gettext_lazy("Programme page"), "chart", PROGRAMME_READERS, gettext_lazy("Programme")
            ),
        ),
    ),
    (
        gettext_lazy("Network"),
        (
            _Entry("places:facility-list", gettext_lazy("Centres and units"), "centre", None, gettext_lazy("Centres")),
            _Entry("partners:organisation-list", gettext_lazy("Partner organisations"), "partner"),
        ),
    ),
    (
        gettext_lazy("Work"),
        (
            _Entry(
                "activities:activity-list",
                gettext_lazy("Activities and services"),
                "tally",
                None,
                gettext_lazy("Activities"),
            ),
            _Entry("production:design-list", gettext_lazy("Designs"), "knot", frozenset(SEERS)),
            _Entry("collection:register-list", gettext_lazy("Registers"), "upload", REGISTER_KEEPERS),
        ),
    ),
    (
        gettext_lazy("Figures"),
        (
            _Entry("indicators:catalogue", gettext_lazy("Indicators"), "target"),
            _Entry("reports:report-list", gettext_lazy("Reports"), "report"),
        ),
    ),
    (
        gettext_lazy("Set-up"),
        (_Entry("places:user-list", gettext_lazy("Users"), "people", USER_KEEPERS),),
    ),
)
_THUMB_ORDER = (
    "web:today",
    "web:programme",
    "places:facility-list",
    "activities:activity-list",
    "collection:register-list",
    "reports:report-list",
)
_DRAWERS_THUMB = ("web:today", "production:design-list", *_THUMB_ORDER[1:])
"""Who draws finds the designs under the thumb; others in the side bar and under «More»."""
_SECTIONS = {
    "web:facility": "places:facility-list",
    "web:history": "",
    "indicators:indicator": "indicators:catalogue",
    "indicators:parts": "indicators:catalogue",
}


def navigation_of(user: User, current_view: str) -> Navigation:
    """Return the frame of a page for its reader; `current_view` is the page's own URL name."""
    roles = {Role(charge.role) for charge in charges_of(user)}
    section = _section(current_view)
    groups = tuple(_groups(user, roles, section))
    ways = {way.view: way for group in groups for way in group.ways}
    order = _DRAWERS_THUMB if roles & set(DRAWERS) else _THUMB_ORDER
    thumb = [ways[view] for view in order if view in ways][:4]
    shorts = {entry.view: str(entry.short) for _title, entries in _GROUPS for entry in entries if entry.short}
    scope, kilim = _standing(user)
    return Navigation(
        groups=groups,
        thumb=(*(replace(way, label=shorts.get(way.view, way.label)) for way in thumb), _more(section)),
        scope=scope,
        scope_url=ways["web:programme"].url if "web:programme" in ways else reverse("web:today"),
        user=user.full_name,
        kilim=kilim,
    )


def _section(current_view: str) -> str:
    """Return the way that a page belongs to; all pages of the production hang on the designs."""
    if current_view.startswith("production:"):
        return "production:design-list"
    return _SECTIONS.get(current_view, current_view)


def _groups(user: User, roles: set[Role], section: str) -> Iterable[Group]:
    for title, entries in _GROUPS:
        ways = tuple(_way(entry, section) for entry in entries if user.is_system or _opens(entry, roles))
        if ways:
            yield Group(str(title), ways)


def _opens(entry: _Entry, roles: set[Role]) -> bool:
    return entry.roles is None or bool(entry.roles & roles)


def _way(entry: _Entry, section: str) -> Way:
    is_here = entry.view == section or entry.view.rsplit("-", 1)[0] == section.rsplit("-", 1)[0]
    return Way(str(entry.label), entry.icon, reverse(entry.view), entry.view, "page" if is_here else "")


def _more(section: str) -> Way:
    return Way(_("More"), "menu", reverse("web:more"), "web:more", "page" if section == "web:more" else "")


def _standing(user: User) -> tuple[str, str]:
    """Return where the reader stands, in words, and the P-code whose kilim their pages bear."""
    if scope_of(user).is_national:
        return _("All governorates"), ""
    postings = list(Posting.objects.running().filter(user=user).select_related("area", "facility"))
    names = [str(posting.facility or posting.area) for posting in postings]
    if not names:
        return _("No posting today"), ""
    text = names[0] if len(names) == 1 else _("%(first)s and others") % {"first": names[0]}
    return text, _governorate(postings[0])


def _governorate(posting: Posting) -> str:
    """Return the P-code of a posting's governorate: the second step of its place's path."""
    path = posting.facility.place_path if posting.facility else posting.area.path if posting.area else ""
    steps = path.split("/")
    return steps[1] if len(steps) > 1 else ""
