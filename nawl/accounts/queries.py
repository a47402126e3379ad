"""Reading the accounts: the history of any record, sign-in's lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.apps import apps
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Field, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from nawl.accounts.models import AuditEntry, User
from nawl.accounts.rules import is_change, tidy_user_name
from nawl.ui import words
from nawl.ui.sentences.acts import act_sentence, fact_label

NOTHING = "—"
PAGE_SIZE = 20


@dataclass(frozen=True)
class Change:
    """One field that an act changed, in the reader's words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Act:
    """One entry of the audit trail, in the reader's words; `href` is where it leads, where a page knows it."""

    verb: str
    sentence: str
    by: str
    recorded_at: datetime
    changes: tuple[Change, ...]
    place_path: str = ""
    entry: UUID | None = None
    href: str = ""


@dataclass(frozen=True)
class History:
    """One page of a record's history, newest first."""

    acts: tuple[Act, ...]
    page: Page[AuditEntry]


def history_of(
    record: Model,
    *,
    page: int | str = 1,
    size: int = PAGE_SIZE,
    within: Iterable[str] | None = None,
    untold: Iterable[str] = (),
) -> History:
    """Return what was done to a record, newest first; two queries whatever the length.

    For a record that belongs to no place, `within` leaves only the acts below some places and those of the programme.
    Acts whose verb begins with one of `untold` are left out.
    """
    about = AuditEntry.objects.filter(subjects__kind=record._meta.label_lower, subjects__key=str(record.pk))
    entries = about.exclude(_begun_with(untold)).select_related("by")
    if within is not None:
        reached = Q(place_path="")
        for path in within:
            reached |= Q(place_path__startswith=path)
        entries = entries.filter(reached)
    shown = Paginator(entries, size).get_page(page)
    return History(tuple(act_of(entry, type(record)) for entry in shown), shown)


def latest_acts(
    *,
    place_paths: Iterable[str] | None,
    subjects: Iterable[Model] = (),
    limit: int = 10,
    verbs: Iterable[str] = (),
    untold: Iterable[str] = (),
) -> list[Act]:
    """Return the latest acts below some places or about some records; `place_paths=None` means everywhere.

    `verbs` keeps only acts whose verb begins with one of them, such as "activities."; `untold` leaves such acts out.
    """
    entries = _below(place_paths, subjects).filter(_begun_with(verbs)).exclude(_begun_with(untold))
    return [act_of(entry) for entry in entries.select_related("by")[:limit]]


def _begun_with(verbs: Iterable[str]) -> Q:
    begun = Q()
    for verb in verbs:
        begun |= Q(verb__startswith=verb)
    return begun


def _below(place_paths: Iterable[str] | None, subjects: Iterable[Model]) -> QuerySet[AuditEntry]:
    if place_paths is None:
        return AuditEntry.objects.all()
    conditions = [Q(place_path__startswith=path) for path in place_paths]
    for subject in subjects:
        keys = {"subjects__kind": subject._meta.label_lower, "subjects__key": str(subject.pk)}
        conditions.append(Q(pk__in=AuditEntry.objects.filter(**keys).values("pk")))
    if not conditions:
        return AuditEntry.objects.none()
    joined = conditions[0]
    for condition in conditions[1:]:
        joined |= condition
    return AuditEntry.objects.filter(joined)


def act_of(entry: AuditEntry, about: type[Model] | None = None) -> Act:
    """Return one entry in the reader's words; `about` is the table whose field names come first."""
    facts = {name: _shown(name, value, about) for name, value in entry.changes.items() if not is_change(value)}
    changes = tuple(
        Change(_label(name, about), _shown(name, value[0], about), _shown(name, value[1], about))
        for name, value in sorted(entry.changes.items(), key=lambda pair: _place(pair[0], about))
        if is_change(value)
    )
    sentence = act_sentence(entry.verb, facts)
    return Act(entry.verb, sentence, entry.by.full_name, entry.recorded_at, changes, entry.place_path, entry.pk)


def _place(name: str, about: type[Model] | None) -> tuple[int, str]:
    """Order fields as their table does, on every database; others behind them by name."""
    own = list(_fields_of(about)) if about else []
    return (own.index(name) if name in own else len(own), name)


def _label(name: str, about: type[Model] | None) -> str:
    field = _field(name, about)
    return fact_label(name) or (str(field.verbose_name) if field is not None else name)


def _shown(name: str, value: Any, about: type[Model] | None) -> str:
    """Return a kept value as a reader reads it: choices by their label, days in words, nothing as a dash."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    field = _field(name, about)
    if field is not None and field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, str):
        return _day(value)
    return words.number(value) if isinstance(value, int | float) else str(value)


def _day(text: str) -> str:
    try:
        return words.day(date.fromisoformat(text)) if len(text) == 10 else text
    except ValueError:
        return text


def _field(name: str, about: type[Model] | None) -> Field[Any, Any] | None:
    own = _fields_of(about).get(name) if about else None
    return own or _fields_of_house().get(name)


@cache
def _fields_of(model: type[Model]) -> Mapping[str, Field[Any, Any]]:
    return {field.name: field for field in model._meta.get_fields() if isinstance(field, Field)}


@cache
def _fields_of_house() -> Mapping[str, Field[Any, Any]]:
    """Return every field of our own tables by name, those with choices first: a fact's words are looked up there."""
    fields: dict[str, Field[Any, Any]] = {}
    for model in apps.get_models():
        if model.__module__.startswith("nawl."):
            for name, field in _fields_of(model).items():
                if name not in fields or (field.choices and not fields[name].choices):
                    fields[name] = field
    return fields


def lock_name(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str | None:
    """Return the name under which failed tries are counted.

    A name that no user bears is kept only as a digest: people type passwords into the wrong field.
    """
    typed = (credentials or {}).get("username") or (request.POST.get("username") if request else None)
    if not typed:
        return None
    name = tidy_user_name(str(typed))
    if User.objects.filter(username=name).exists():
        return name
    return "unknown-" + hashlib.sha256(f"{settings.SECRET_KEY}{name}".encode()).hexdigest()[:20]


def reader_address(request: HttpRequest) -> str:
    """Return the address that wrong tries are counted for: the reader's, also behind servers of our own.

    Of `X-Forwarded-For` only the part that our own servers wrote is believed: the `NAWL_PROXIES`-th from the end.
    """
    passed: list[str] = [
        part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()
    ]
    proxies: int = settings.NAWL_PROXIES
    if proxies and len(passed) >= proxies:
        return passed[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def tries_left(request: HttpRequest, username: str) -> int:
    """Return how many tries this name has left from this device before it is locked out."""
    used: int = AxesProxyHandler.get_failures(request, {"username": username})
    return max(0, settings.AXES_FAILURE_LIMIT - used)


def locked_until(request: HttpRequest, username: str) -> datetime:
    """Return the moment from which this name may be tried again from this device."""
    last = (
        AccessAttempt.objects.filter(
            username=lock_name(request, {"username": username}), ip_address=reader_address(request)
        )
        .order_by("-attempt_time")
        .values_list("attempt_time", flat=True)
        .first()
    )
    return (last or timezone.now()) + timedelta(hours=settings.AXES_COOLOFF_TIME)
