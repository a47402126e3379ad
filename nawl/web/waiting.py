"""Registers that somebody sent in and that wait to be recorded or mended, read from the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from nawl.accounts.models import AuditEntry, AuditSubject

if TYPE_CHECKING:
    from nawl.accounts.models import User

KIND = "collection.registerfile"
RECEIVED = "collection.register_received"
RECORDED = ("collection.register_recorded", "activities.register_recorded")
DAYS_BACK = 30
LOOKED_AT = 20


@dataclass(frozen=True)
class WaitingRegister:
    """A register that was received and not yet recorded: its file, its faults, its page."""

    file: str
    faults: int
    url: str


def waiting_registers(user: User) -> list[WaitingRegister]:
    """Return the registers that a user sent lately, neither recorded nor replaced since, newest first; three queries."""
    subjects = Prefetch("subjects", AuditSubject.objects.filter(kind=KIND).order_by("pk"))
    since = timezone.now() - timedelta(days=DAYS_BACK)
    received = AuditEntry.objects.filter(verb=RECEIVED, by=user, recorded_at__gte=since).prefetch_related(subjects)
    new: dict[str, AuditEntry] = {}
    done: set[str] = set()
    for entry in received[:LOOKED_AT]:
        first, *replaced = [subject.key for subject in entry.subjects.all()]
        new[first] = entry
        done.update(replaced)
    done.update(
        AuditSubject.objects.filter(kind=KIND, key__in=new, entry__verb__in=RECORDED).values_list("key", flat=True)
    )
    return [_waiting(key, entry) for key, entry in new.items() if key not in done]


def _waiting(key: str, entry: AuditEntry) -> WaitingRegister:
    return WaitingRegister(
        str(entry.changes.get("file", "")),
        int(entry.changes.get("faults", 0)),
        reverse("collection:register", args=[key]),
    )
