"""The table of those who draw carpets: what awaits them, what is being drawn, what waits to be locked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nawl.accounts.models import User
from nawl.production.choices import Beginning, VersionState
from nawl.production.models import ChartVersion
from nawl.production.queries.at_hand import AtHand, at_hand
from nawl.production.rules.pictures import fitted
from nawl.ui import words
from nawl.web.changes import when
from nawl.web.pages.saying import link, said
from nawl.web.pages.workshop_waiting import workshop_waiting
from nawl.web.rows import Waiting

PICTURE_PX = 150
_BEGUN_ON = {Beginning.COMPOSED: "compose", Beginning.PICTURE: "picture-new"}
"""Where a draft without one knot goes on; any other in the studio."""


@dataclass(frozen=True)
class Cloth:
    """One version on the table: its picture, its words, where one goes on with it."""

    title: str
    about: str
    state: str
    picture: str
    width: int
    height: int
    url: str


@dataclass(frozen=True)
class WorkshopDay:
    """The day of those who draw or lock designs."""

    sentence: SafeString
    waiting: list[Waiting]
    in_review: list[Cloth]
    drafts: list[Cloth]
    begun: list[Cloth]
    may_draw: bool
    register: str

    @property
    def has_cloths(self) -> bool:
        """Whether anything lies on the table."""
        return bool(self.in_review or self.drafts or self.begun)

    @property
    def tells_what_waits(self) -> bool:
        """Whether a reader is told what waits: those who draw also when nothing does."""
        return self.may_draw or bool(self.waiting)

    @property
    def has_two_sides(self) -> bool:
        """Whether what waits stands beside what lies on the table."""
        return self.tells_what_waits and self.has_cloths

    @property
    def is_clear(self) -> bool:
        """Whether nothing waits and nothing lies on the table."""
        return not self.waiting and not self.has_cloths


def workshop_day(user: User) -> WorkshopDay | None:
    """Return the table of a reader; None for those who neither draw nor have anything to lock."""
    found = at_hand(user)
    if found is None or not (found.may_draw or found.reviews):
        return None
    return WorkshopDay(
        sentence=_sentence(found),
        waiting=workshop_waiting(user),
        in_review=[_cloth(one, "version", _sent(one)) for one in found.in_review],
        drafts=[_cloth(one, "studio", _drawn(one)) for one in found.drafts],
        begun=[_cloth(one, *_begun(one)) for one in found.begun],
        may_draw=found.may_draw,
        register=reverse("production:design-list"),
    )


def _sentence(found: AtHand) -> SafeString:
    parts = []
    if found.may_draw:
        drafts = words.counted(found.drafted, "draft")
        parts.append(_leading(_("Being drawn: %(count)s."), drafts, VersionState.DRAFT))
    reviews = words.counted(found.reviews, "version")
    parts.append(_leading(_("In review: %(count)s."), reviews, VersionState.REVIEW))
    return SafeString(" ".join(parts))


def _leading(text: str, count: str, state: str) -> SafeString:
    address = f"{reverse('production:design-list')}?{urlencode({'state': state})}"
    return said(text, count=link(count, address))


def _sent(version: ChartVersion) -> str:
    return _("sent on %(day)s") % {"day": words.day(version.sent_on, with_year=False)} if version.sent_on else ""


def _drawn(version: ChartVersion) -> str:
    return _("last drawn: %(when)s") % {"when": when(version.drawn_at)}


def _begun(version: ChartVersion) -> tuple[str, str]:
    """Return the page on which a draft that nobody has drawn on goes on, and how far it is."""
    if version.unset < version.knots:
        return "studio", _("composed, not drawn on yet")
    return _BEGUN_ON.get(Beginning(version.beginning), "studio"), _("begun, not one knot yet")


def _cloth(version: ChartVersion, page: str, state: str) -> Cloth:
    of = [version.design.serial, version.number]
    wide, high = fitted(float(version.width_cm), float(version.length_cm), PICTURE_PX)
    return Cloth(
        title=version.design.title,
        about=_("version %(number)s · %(unit)s")
        % {"number": words.number(version.number), "unit": version.design.facility.name},
        state=state,
        picture=f"{reverse('production:picture', args=of)}?v={version.fingerprint[:12]}",
        width=wide,
        height=high,
        url=reverse(f"production:{page}", args=of),
    )
