"""Roles are given at a place and for a time, and ended; nobody gives one to themselves."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nawl.accounts import actions as accounts
from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.database import lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.models import Area, Facility, Posting
from nawl.places.queries import ensure_may
from nawl.places.rules import PLACES_OF_ROLES, Span, Where, can_be_held, clashing

USER_KEEPERS = (Role.ADMINISTRATOR,)
THE_PROGRAMME = "البرنامج كله"


@transaction.atomic
def post_user(
    user: User,
    role: str,
    *,
    by: User,
    area: Area | None = None,
    facility: Facility | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Posting:
    """Give a user a role at an area or a facility, or over the whole programme, from a day on (today)."""
    ensure_may(by, USER_KEEPERS, at=None)
    user = lock_rows(User.objects.filter(pk=user.pk)).get()
    span = Span(starts_on or today(), ends_on)
    _refuse_unfit(user, role, _where(area, facility), span, by)
    same = Posting.objects.filter(user=user, role=role, area=area, facility=facility)
    standing = clashing(span, [Span(posting.starts_on, posting.ends_on) for posting in same])
    if standing:
        raise NotPossible("posting_overlaps", starts=standing.starts_on)
    posting = Posting.objects.create(
        user=user, role=role, area=area, facility=facility, starts_on=span.starts_on, ends_on=span.ends_on
    )
    facts = {"role": role, "where": _place_name(posting), "starts_on": span.starts_on}
    record("places.user_posted", by=by, subjects=[user, posting], place_path=_path(posting), changes=facts)
    return posting


@transaction.atomic
def end_posting(posting: Posting, *, by: User, ends_on: date | None = None) -> Posting:
    """End a posting on a day (today, its last day), never later than it ends already; it stays in the history."""
    ensure_may(by, USER_KEEPERS, at=None)
    posting = lock_rows(Posting.objects.filter(pk=posting.pk)).get()
    day = ends_on or today()
    if posting.ends_on and posting.ends_on <= today():
        raise NotPossible("posting_ended_already", ends=posting.ends_on)
    if day < posting.starts_on:
        raise NotPossible("posting_dates_reversed", starts=posting.starts_on, ends=day)
    if posting.ends_on and day > posting.ends_on:
        raise NotPossible("posting_ends_sooner", ends=posting.ends_on)
    posting.ends_on = day
    posting.save(update_fields=["ends_on"])
    facts = {"role": posting.role, "where": _place_name(posting), "ends_on": day}
    record("places.posting_ended", by=by, subjects=[posting.user, posting], place_path=_path(posting), changes=facts)
    return posting


def open_account(username: str, *, full_name: str, password: str, by: User) -> User:
    """Make a user; what they may do, their postings say."""
    ensure_may(by, USER_KEEPERS, at=None)
    return accounts.create_user(username, full_name=full_name, password=password, by=by)


def give_password(user: User, password: str, *, by: User) -> User:
    """Give somebody a new password."""
    ensure_may(by, USER_KEEPERS, at=None)
    return accounts.set_password(user, password, by=by)


def close_account(user: User, *, reason: str, by: User) -> User:
    """Bar a user from signing in; nobody closes their own account."""
    ensure_may(by, USER_KEEPERS, at=None)
    if user.pk == by.pk:
        raise NotPossible("account_of_oneself")
    return accounts.deactivate(user, reason=reason, by=by)


def reopen_account(user: User, password: str, *, by: User) -> User:
    """Let a user sign in again."""
    ensure_may(by, USER_KEEPERS, at=None)
    return accounts.reactivate(user, password, by=by)


def _where(area: Area | None, facility: Facility | None) -> Where:
    if facility is not None:
        return "facility"
    return "programme" if area is None else "area"


def _refuse_unfit(user: User, role: str, where: Where, span: Span, by: User) -> None:
    if user.pk == by.pk:
        raise NotPossible("posting_to_oneself")
    if not user.is_active:
        raise NotPossible("posting_of_closed_account", name=user.full_name)
    if not can_be_held(role, where):
        raise NotPossible("posting_place_unfit", role=Role(role).label, where=_places_of(role))
    if span.ends_on and span.ends_on < span.starts_on:
        raise NotPossible("posting_dates_reversed", starts=span.starts_on, ends=span.ends_on)


def _places_of(role: str) -> str:
    words = {
        "programme": _("over the whole programme"),
        "area": _("in a governorate or a part of one"),
        "facility": _("at a centre or unit"),
    }
    return _(" or ").join(words[where] for where in PLACES_OF_ROLES[role])


def _place_name(posting: Posting) -> str:
    if posting.is_national:
        return THE_PROGRAMME
    return (posting.facility or posting.area or posting).name_ar  # type: ignore[union-attr]  # one of the two is there


def _path(posting: Posting) -> str:
    if posting.facility:
        return posting.facility.place_path
    return posting.area.path if posting.area else ""
