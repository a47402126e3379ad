"""Everything that was done to one record: who, when, what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.accounts.queries import History, history_of
from nawl.activities.queries import activity_seen_by
from nawl.indicators.models import Indicator
from nawl.kit.errors import NotFound
from nawl.partners.queries import organisation_seen_by
from nawl.partners.rules import KEEPERS
from nawl.places.queries import facility_seen_by, may
from nawl.places.scope import scope_of
from nawl.production.queries.designs import design_seen_by
from nawl.production.queries.leading import untold
from nawl.ui.parts import Crumb
from nawl.web.leading import with_ways

if TYPE_CHECKING:
    from nawl.accounts.models import User


@dataclass(frozen=True)
class HistoryPage:
    """Everything on the history of one record."""

    name: str
    crumbs: list[Crumb]
    history: History


def _facility(code: str, user: User) -> tuple[Model, str]:
    return facility_seen_by(user, code), reverse("web:facility", args=[code])


def _activity(code: str, user: User) -> tuple[Model, str]:
    return activity_seen_by(code, user), reverse("activities:activity", args=[code])


def _organisation(code: str, user: User) -> tuple[Model, str]:
    """Return an organisation to those who look after all of them: its agreements may reach beyond a reader's places."""
    organisation = organisation_seen_by(user, code)
    if not may(user, KEEPERS, at=None):
        raise NotFound("not_found")
    return organisation, reverse("partners:organisation", args=[code])


def _indicator(code: str, _user: User) -> tuple[Model, str]:
    row = Indicator.objects.filter(code=code).first()
    if row is None:
        raise NotFound("indicator_unknown", indicator=code)
    return row, reverse("indicators:indicator", args=[code])


def _design(serial: str, user: User) -> tuple[Model, str]:
    if untold(user):
        raise NotFound("not_found")
    return design_seen_by(user, serial), reverse("production:design", args=[serial])


KINDS: Mapping[str, Callable[[str, User], tuple[Model, str]]] = {
    "facility": _facility,
    "activity": _activity,
    "organisation": _organisation,
    "indicator": _indicator,
    "design": _design,
}


def history_page(kind: str, key: str, page: str, user: User) -> HistoryPage:
    """Return the history of a record that the user may see; raises NotFound("not_found") for unknown kinds."""
    if kind not in KINDS:
        raise NotFound("not_found")
    record, url = KINDS[kind](key, user)
    found = history_of(record, page=page, within=_within(kind, user), untold=untold(user))
    history = replace(found, acts=with_ways(found.acts, user))
    return HistoryPage(str(record), [Crumb(str(record), url), Crumb(_("History"))], history)


def _within(kind: str, user: User) -> tuple[str, ...] | None:
    """Return the places whose acts on an indicator (targets) the reader may read; all acts on a record of a place."""
    scope = scope_of(user)
    return None if kind != "indicator" or scope.is_national else scope.area_paths
