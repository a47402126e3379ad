"""Writing in the accounts: audit entries, users."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models, transaction

from nawl.accounts.models import AuditEntry, AuditSubject, User


def record(
    verb: str,
    *,
    by: User,
    subjects: Iterable[models.Model],
    place_path: str = "",
    changes: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Write the audit entry of one act, within the act's own transaction.

    `changes` maps a field's name to `[before, after]`, or holds plain facts of the act.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An audit entry belongs inside the transaction of its act.")
    entry = AuditEntry.objects.create(verb=verb, by=by, place_path=place_path, changes=dict(changes or {}))
    AuditSubject.objects.bulk_create(
        [AuditSubject(entry=entry, kind=subject._meta.label_lower, key=str(subject.pk)) for subject in subjects],
        batch_size=2000,
    )
    return entry
