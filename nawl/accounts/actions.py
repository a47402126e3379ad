"""Writing in the accounts: audit entries, users, passwords. Whether one may is asked a floor above, at the postings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from nawl.accounts.models import AuditEntry, AuditSubject, User
from nawl.accounts.rules import is_user_name, tidy_user_name
from nawl.kit.errors import NotPossible

SYSTEM_NAME = "system"


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
    entry = AuditEntry.objects.create(verb=verb, by=by, place_path=place_path, changes=_plain(changes or {}))
    AuditSubject.objects.bulk_create(
        [AuditSubject(entry=entry, kind=subject._meta.label_lower, key=str(subject.pk)) for subject in subjects],
        batch_size=2000,
    )
    return entry


def _plain(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changes as plain JSON: dates and identities as text."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(changes), cls=DjangoJSONEncoder))
    return plain


def the_system() -> User:
    """Return the system's own hand, for the command line and for acts before anybody has signed in."""
    user, _made = User.objects.get_or_create(
        username=SYSTEM_NAME, defaults={"full_name": "النظام", "is_system": True, "password": "!"}
    )
    return user


@transaction.atomic
def create_user(username: str, *, full_name: str, password: str | None = None, by: User) -> User:
    """Make a user who may sign in once a password stands.

    Raises `user_name_unfit`, `user_name_taken` or `password_unfit`.
    """
    username = tidy_user_name(username)
    if not is_user_name(username):
        raise NotPossible("user_name_unfit", username=username)
    if User.objects.filter(username=username).exists():
        raise NotPossible("user_name_taken", username=username)
    user = User(username=username, full_name=full_name)
    _put_password(user, password)
    user.save()
    record("accounts.user_created", by=by, subjects=[user], changes={"username": username, "full_name": full_name})
    return user


@transaction.atomic
def set_password(user: User, password: str, *, by: User) -> User:
    """Give a user a new password; every session that runs under the old one ends."""
    _refuse_system(user)
    _put_password(user, password)
    user.save(update_fields=["password"])
    record("accounts.password_set", by=by, subjects=[user])
    return user


@transaction.atomic
def deactivate(user: User, *, reason: str = "", by: User) -> User:
    """Bar a user from signing in, end their sessions and forget their password; what they did stays in the history."""
    _refuse_system(user)
    if not user.is_active:
        raise NotPossible("user_inactive_already", name=user.full_name)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    record("accounts.user_deactivated", by=by, subjects=[user], changes={"is_active": [True, False], "reason": reason})
    return user


@transaction.atomic
def reactivate(user: User, password: str, *, by: User) -> User:
    """Let a user sign in again, with a new password."""
    _refuse_system(user)
    if user.is_active:
        raise NotPossible("user_active_already", name=user.full_name)
    user.is_active = True
    _put_password(user, password)
    user.save(update_fields=["is_active", "password"])
    record("accounts.user_reactivated", by=by, subjects=[user], changes={"is_active": [False, True]})
    return user


@transaction.atomic
def note_sign_in(user: User) -> AuditEntry:
    """Record that a user signed in."""
    return record("accounts.signed_in", by=user, subjects=[user])


@transaction.atomic
def note_sign_out(user: User) -> AuditEntry:
    """Record that a user signed out."""
    return record("accounts.signed_out", by=user, subjects=[user])


@transaction.atomic
def note_failed_sign_in(username: str) -> AuditEntry | None:
    """Record a failed try in the history of the user whose name was typed; what else was typed is never kept."""
    user = User.objects.filter(username=tidy_user_name(username)).first()
    return record("accounts.sign_in_failed", by=the_system(), subjects=[user]) if user else None


def _put_password(user: User, password: str | None) -> None:
    if password is None:
        user.set_unusable_password()
        return
    try:
        validate_password(password, user)
    except ValidationError as fault:
        raise NotPossible("password_unfit", reasons=" ".join(fault.messages)) from fault
    user.set_password(password)


def _refuse_system(user: User) -> None:
    if user.is_system:
        raise NotPossible("system_user_stays")
