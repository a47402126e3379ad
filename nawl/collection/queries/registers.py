"""Reading the collection: received registers within a reader's scope, and where a sender may import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count

from nawl.activities.actions.registers import IMPORTERS
from nawl.collection.choices import RegisterState
from nawl.collection.models import RegisterFile
from nawl.kit.errors import NotFound
from nawl.places.models import Facility
from nawl.places.queries import may
from nawl.places.scope import scope_of

if TYPE_CHECKING:
    from nawl.accounts.models import User

PAGE_SIZE = 25
HEAVY = ("content", "faults", "preview")


@dataclass(frozen=True)
class Home:
    """Where a sender may import: at some facilities, and whether one register may speak of several."""

    facilities: tuple[Facility, ...]
    is_wide: bool

    @property
    def only(self) -> Facility | None:
        """The one facility that every register of this sender is about."""
        return self.facilities[0] if len(self.facilities) == 1 and not self.is_wide else None


def home_of(user: User) -> Home:
    """Return where a user may import; one query."""
    visible = Facility.objects.visible_to(user).order_by("code")
    scope = scope_of(user)
    own = tuple(facility for facility in visible if may(user, IMPORTERS, at=facility))
    return Home(own, is_wide=scope.is_national or bool(scope.area_paths))


def registers_seen_by(user: User, state: str = "", page: int | str = 1) -> Page[RegisterFile]:
    """Return one page of the registers that a user may see, newest first; two queries."""
    found = RegisterFile.objects.visible_to(user).defer(*HEAVY).select_related("facility", "area", "received_by")
    if state in RegisterState.values:
        found = found.filter(state=state)
    return Paginator(found.order_by("-received_at", "-id"), PAGE_SIZE).get_page(page)


def counts_by_state(user: User) -> dict[str, int]:
    """Return how many registers stand in each state."""
    rows = RegisterFile.objects.visible_to(user).order_by().values_list("state").annotate(Count("pk"))
    return dict(rows)


def register_seen_by(user: User, pk: UUID) -> RegisterFile:
    """Return one register without its bytes; raises `not_found` beyond the user's scope."""
    found = (
        RegisterFile.objects.visible_to(user)
        .defer("content")
        .select_related("facility", "area", "received_by", "recorded_by", "replaced_by")
    )
    register: RegisterFile | None = found.filter(pk=pk).first()
    if register is None:
        raise NotFound("not_found")
    return register


def recorded_before(sha256: str, user: User) -> RegisterFile | None:
    """Return the register with the very same bytes that was recorded last, within the user's scope."""
    found = RegisterFile.objects.visible_to(user).defer(*HEAVY).filter(sha256=sha256, state=RegisterState.RECORDED)
    register: RegisterFile | None = found.order_by("-recorded_at").first()
    return register


def still_waiting(sha256: str, user: User) -> RegisterFile | None:
    """Return the register with the very same bytes that this user sent and that was neither recorded nor replaced."""
    open_states = (RegisterState.CHECKED, RegisterState.REFUSED)
    found = RegisterFile.objects.visible_to(user).defer(*HEAVY).filter(sha256=sha256, state__in=open_states)
    register: RegisterFile | None = found.filter(received_by=user).order_by("-received_at").first()
    return register


def with_content(register: RegisterFile) -> RegisterFile:
    """Return a register that was seen, with its bytes; one query."""
    reason = "the bytes of a register that its reader has been shown"
    found: RegisterFile = RegisterFile.objects.unscoped(reason).select_related("facility").get(pk=register.pk)
    return found
