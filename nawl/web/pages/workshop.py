"""The table of those who draw carpets: what is being drawn, what waits to be locked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.accounts.models import User
from nawl.production.choices import VersionState
from nawl.production.models import ChartVersion
from nawl.production.queries.at_hand import AtHand, at_hand
from nawl.production.rules.pictures import fitted
from nawl.ui import words
from nawl.web.pages.saying import link, said

PICTURE_PX = 150


@dataclass(frozen=True)
class Cloth:
    """One version on the table: its picture, its words, where one goes on with it."""

    title: str
    about: str
    picture: str
    width: int
    height: int
    url: str


@dataclass(frozen=True)
class WorkshopDay:
    """The day of those who draw or lock designs."""

    sentence: SafeString
    in_review: list[Cloth]
    drafts: list[Cloth]
    may_draw: bool
    register: str


def workshop_day(user: User) -> WorkshopDay | None:
    """Return the table of a reader; None for those who neither draw nor have anything to lock."""
    found = at_hand(user)
    if found is None or not (found.may_draw or found.reviews):
        return None
    return WorkshopDay(
        sentence=_sentence(found),
        in_review=[_cloth(one, "version") for one in found.in_review],
        drafts=[_cloth(one, "studio") for one in found.drafts],
        may_draw=found.may_draw,
        register=reverse("production:design-list"),
    )


def _sentence(found: AtHand) -> SafeString:
    parts = []
    if found.may_draw:
        text = ngettext("%(count)s draft is being drawn.", "%(count)s drafts are being drawn.", found.drafted)
        parts.append(_counted(text, found.drafted, VersionState.DRAFT))
    text = ngettext("%(count)s version waits in review.", "%(count)s versions wait in review.", found.reviews)
    parts.append(_counted(text, found.reviews, VersionState.REVIEW))
    return SafeString(" ".join(parts))


def _counted(text: str, count: int, state: str) -> SafeString:
    address = f"{reverse('production:design-list')}?{urlencode({'state': state})}"
    return said(text, count=link(words.number(count), address))


def _cloth(version: ChartVersion, page: str) -> Cloth:
    of = [version.design.serial, version.number]
    wide, high = fitted(float(version.width_cm), float(version.length_cm), PICTURE_PX)
    return Cloth(
        title=version.design.title,
        about=_("version %(number)s · %(unit)s")
        % {"number": words.number(version.number), "unit": version.design.facility.name},
        picture=f"{reverse('production:picture', args=of)}?v={version.fingerprint[:12]}",
        width=wide,
        height=high,
        url=reverse(f"production:{page}", args=of),
    )
