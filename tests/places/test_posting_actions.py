"""Postings: a role at a place and for a time, given by an administrator to somebody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.accounts.queries import history_of
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.places import actions
from nawl.places.models import Facility
from nawl.places.rules import PLACES_OF_ROLES, Span, clashing
from tests.conftest import TODAY
from tests.factories.accounts import PASSWORD, make_system_user, make_user
from tests.factories.places import make_facility, make_governorate, make_user_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return make_user_as(Role.ADMINISTRATOR, username="admin")


def test_a_posting_opens_its_place_and_is_recorded(admin: User) -> None:
    facility, clerk = make_facility(), make_user("clerk")
    posting = actions.post_user(clerk, Role.CENTRE_CLERK, facility=facility, by=admin)
    assert posting.starts_on == TODAY
    assert set(Facility.objects.visible_to(User.objects.get(pk=clerk.pk))) == {facility}
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.place_path) == ("places.user_posted", facility.place_path)
    sentence = history_of(clerk).acts[0].sentence
    assert "موظف" in sentence
    assert facility.name_ar in sentence


def test_a_posting_ends_with_its_last_day(admin: User) -> None:
    clerk = make_user("clerk")
    posting = actions.post_user(
        clerk, Role.CENTRE_CLERK, facility=make_facility(), starts_on=date(2022, 1, 1), by=admin
    )
    ended = actions.end_posting(posting, ends_on=TODAY - timedelta(days=1), by=admin)
    assert not ended.user.postings.running().exists()
    with pytest.raises(NotPossible, match="posting_ended_already"):
        actions.end_posting(posting, by=admin)
    assert AuditEntry.objects.filter(verb="places.posting_ended").count() == 1


def test_ending_a_posting_never_makes_it_longer(admin: User) -> None:
    until = TODAY + timedelta(days=30)
    posting = actions.post_user(make_user(), Role.CENTRE_CLERK, facility=make_facility(), ends_on=until, by=admin)
    with pytest.raises(NotPossible, match="posting_ends_sooner"):
        actions.end_posting(posting, ends_on=until + timedelta(days=1), by=admin)
    posting.refresh_from_db()
    assert posting.ends_on == until


def test_nobody_posts_themselves(admin: User) -> None:
    with pytest.raises(NotPossible, match="posting_to_oneself"):
        actions.post_user(admin, Role.PROGRAMME_DIRECTOR, by=admin)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_administrators_give_and_end_roles(role: Role) -> None:
    facility = make_facility()
    at = {"facility": facility, "area": make_governorate("SY10"), "programme": None}[PLACES_OF_ROLES[role][0]]
    user, other = make_user_as(role, at), make_user()
    for act in (
        lambda: actions.post_user(other, Role.CENTRE_CLERK, facility=facility, by=user),
        lambda: actions.end_posting(user.postings.get(), by=user),
        lambda: actions.open_account("new.user", full_name="أحد", password=PASSWORD, by=user),
        lambda: actions.give_password(other, PASSWORD, by=user),
        lambda: actions.close_account(other, reason="سبب", by=user),
        lambda: actions.reopen_account(other, PASSWORD, by=user),
    ):
        with pytest.raises(NotAllowed, match="role_may_not"):
            act()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("role", "where"),
    [
        (Role.CENTRE_CLERK, "area"),
        (Role.CENTRE_CLERK, "programme"),
        (Role.GOVERNORATE_DIRECTOR, "programme"),
        (Role.GOVERNORATE_DIRECTOR, "facility"),
        (Role.ADMINISTRATOR, "area"),
        (Role.PROGRAMME_DIRECTOR, "facility"),
    ],
)
def test_a_role_is_held_where_it_can_be(admin: User, role: Role, where: str) -> None:
    at = {"area": {"area": make_governorate()}, "facility": {"facility": make_facility()}, "programme": {}}[where]
    with pytest.raises(NotPossible, match="posting_place_unfit"):
        actions.post_user(make_user(), role, by=admin, **at)


def test_every_role_can_be_held_somewhere() -> None:
    assert set(PLACES_OF_ROLES) == set(Role.values)
    assert all(PLACES_OF_ROLES.values())


def test_the_same_role_is_not_held_twice_at_once(admin: User) -> None:
    clerk, facility = make_user(), make_facility()
    actions.post_user(
        clerk, Role.CENTRE_CLERK, facility=facility, starts_on=date(2022, 1, 1), ends_on=date(2022, 3, 31), by=admin
    )
    with pytest.raises(NotPossible, match="posting_overlaps"):
        actions.post_user(clerk, Role.CENTRE_CLERK, facility=facility, starts_on=date(2022, 3, 31), by=admin)
    actions.post_user(clerk, Role.CENTRE_CLERK, facility=facility, starts_on=date(2022, 4, 1), by=admin)
    actions.post_user(clerk, Role.CENTRE_CLERK, facility=make_facility(), starts_on=date(2022, 4, 1), by=admin)


def test_dates_in_the_wrong_order_and_closed_accounts_are_refused(admin: User) -> None:
    facility = make_facility()
    with pytest.raises(NotPossible, match="posting_dates_reversed"):
        actions.post_user(
            make_user(), Role.CENTRE_CLERK, facility=facility, ends_on=TODAY - timedelta(days=1), by=admin
        )
    with pytest.raises(NotPossible, match="posting_of_closed_account"):
        actions.post_user(make_user(is_active=False), Role.CENTRE_CLERK, facility=facility, by=admin)


def test_nobody_closes_their_own_account(admin: User) -> None:
    with pytest.raises(NotPossible, match="account_of_oneself"):
        actions.close_account(admin, reason="سبب", by=admin)
    other = actions.open_account("new.user", full_name="أحد", password=PASSWORD, by=make_system_user())
    assert not actions.close_account(other, reason="سبب", by=admin).is_active
    assert actions.reopen_account(other, PASSWORD, by=admin).is_active
    assert actions.give_password(other, "another-long-password", by=admin).check_password("another-long-password")


@pytest.mark.parametrize(
    ("starts", "ends", "clashes"),
    [
        ((1, 5), (6, 9), False),
        ((1, 5), (5, 9), True),
        ((1, None), (9, None), True),
        ((5, 6), (1, 4), False),
        ((5, 6), (1, 5), True),
    ],
)
def test_spans_clash_when_they_share_a_day(
    starts: tuple[int, int | None], ends: tuple[int, int | None], clashes: bool
) -> None:
    one, other = (Span(date(2022, 1, a), date(2022, 1, b) if b else None) for a, b in (starts, ends))
    assert (clashing(one, [other]) is not None) is clashes
