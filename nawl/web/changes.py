"""The latest changes, in words: below places, or of one facility; each with who, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from nawl.accounts.models import AuditEntry, AuditSubject
from nawl.accounts.queries import Act, act_of, latest_acts
from nawl.activities.models import Activity, ServiceDay
from nawl.indicators.values import Place
from nawl.kit.clock import today
from nawl.places.models import Area, Facility
from nawl.places.scope import scope_of
from nawl.production.models import Design
from nawl.production.queries.leading import untold
from nawl.ui import words
from nawl.ui.parts import Event, State
from nawl.web.leading import with_ways

if TYPE_CHECKING:
    from nawl.accounts.models import User

SPOKEN = (
    "activities.",
    "places.facility",
    "places.workshop",
    "partners.",
    "indicators.",
    "reports.",
    "collection.register_recorded",
    "production.design_begun",
    "production.version_",
    "production.class_published",
)
"""Acts that change what a director reads; signing in, postings and what was only looked at are read elsewhere."""
RECENT_DAYS = 60


def events_at(place: Place, user: User, limit: int = 6) -> list[Event]:
    """Return the latest changes at a place within the user's scope; of a facility, those that touch its own records."""
    if place.level == "facility":
        facility = Facility.objects.visible_to(user).get(code=place.code)
        return events_of(facility, user, limit)
    acts = latest_acts(place_paths=_paths(place, user), limit=limit, verbs=SPOKEN, untold=untold(user))
    return _events(acts, user)


def events_of(facility: Facility, user: User, limit: int = 6) -> list[Event]:
    """Return the latest changes of a facility: of itself, its recent days, its activities, the designs drawn there.

    Each sitting at a drawing is an act too; those are read on the design's own page. Who sees no designs reads nothing of
    what is done in the production.
    """
    day = today() - timedelta(days=RECENT_DAYS)
    days = ServiceDay.objects.visible_to(user).filter(facility=facility, occurred_on__gte=day)
    activities = Activity.objects.visible_to(user).filter(facility=facility)
    touched = (
        Q(kind=_label(Facility), key=str(facility.pk))
        | Q(kind=_label(ServiceDay), key__in=[str(pk) for pk in days.values_list("pk", flat=True)])
        | Q(kind=_label(Activity), key__in=[str(pk) for pk in activities.values_list("pk", flat=True)])
    )
    hidden = untold(user)
    if not hidden:
        drawn = Design.objects.visible_to(user).filter(facility=facility)
        touched |= Q(kind=_label(Design), key__in=[str(pk) for pk in drawn.values_list("pk", flat=True)])
    entries = AuditEntry.objects.filter(pk__in=AuditSubject.objects.filter(touched).values("entry"))
    for verb in ("production.drawing_saved", *hidden):
        entries = entries.exclude(verb__startswith=verb)
    return _events([act_of(entry) for entry in entries.select_related("by")[:limit]], user)


def latest_issue(user: User) -> Event | None:
    """Return the last issue of a report within the user's scope."""
    scope = scope_of(user)
    acts = latest_acts(place_paths=None if scope.is_national else scope.area_paths, limit=1, verbs=["reports."])
    return next(iter(_events(acts, user)), None)


def _paths(place: Place, user: User) -> Sequence[str] | None:
    if not place.is_whole_scope:
        return [place.path]
    scope = scope_of(user)
    return None if scope.is_national else scope.area_paths


def _label(model: type) -> str:
    return str(model._meta.label_lower)  # type: ignore[attr-defined]  # every model has it


def _events(acts: Sequence[Act], user: User) -> list[Event]:
    names = _place_names(act.place_path for act in acts)
    return [
        Event(act.sentence, _who(act, names.get(act.place_path, "")), act.href, _state(act))
        for act in with_ways(acts, user)
    ]


def _place_names(paths: Iterable[str]) -> dict[str, str]:
    wanted = {path for path in paths if path}
    return {area.path: area.name for area in Area.objects.filter(path__in=wanted)}


def _who(act: Act, place: str) -> str:
    return " · ".join(part for part in (act.by, place, when(act.recorded_at)) if part)


def _state(act: Act) -> State:
    return "good" if act.verb.endswith(("closed", "issued", "recorded", "locked")) else ""


def when(moment: datetime) -> str:
    """Return how long ago something was, as people say it: today and the hour, yesterday, or the day."""
    local = timezone.localtime(moment)
    gone = (timezone.localdate() - local.date()).days
    if gone == 0:
        return _("today, %(time)s") % {"time": words.clock_time(moment)}
    if gone == 1:
        return _("yesterday, %(time)s") % {"time": words.clock_time(moment)}
    return words.day(date(local.year, local.month, local.day))
