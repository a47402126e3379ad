"""One register as its page shows it: its faults, what it changes by facility and month, how it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Page, Paginator

from nawl.activities.actions.registers import IMPORTERS
from nawl.activities.choices import AgeBand, Sex
from nawl.activities.models import Service
from nawl.collection.choices import RegisterState
from nawl.collection.findings import from_json
from nawl.collection.models import RegisterFile
from nawl.collection.wording import Told, headline, told
from nawl.kit.periods import Period
from nawl.places.models import Facility
from nawl.places.queries import may

if TYPE_CHECKING:
    from nawl.accounts.models import User

FAULTS_A_PAGE = 50
MONTHS_SHOWN = 36
EXAMPLES_SHOWN = 12
RECORDS_SHOWN = 60


@dataclass(frozen=True)
class PartChange:
    """What a register does to one facility's month, or to one facility where there are very many months."""

    facility: Facility | None
    period: Period | None
    new: int
    changed: int
    unchanged: int
    contacts: int
    first_visits: int


@dataclass(frozen=True)
class CellChange:
    """One count that changes: from what to what, each as services and first visits."""

    day: date
    facility_code: str
    activity: str
    service: str
    sex: str
    age_band: str
    before: Sequence[int]
    after: Sequence[int]


@dataclass(frozen=True)
class RegisterPage:
    """Everything the page of one register shows."""

    register: RegisterFile
    faults: Page[Told]
    remarks: list[Told]
    parts: list[PartChange]
    has_facilities: bool
    before: tuple[int, int]
    after: tuple[int, int]
    counts_first_visits: bool
    examples: list[CellChange]
    records: list[Mapping[str, Any]]
    may_record: bool

    @property
    def headline(self) -> str:
        """The sentence that the page opens with."""
        return headline(self.register)

    @property
    def is_refused(self) -> bool:
        """Whether it has faults."""
        return self.register.state == RegisterState.REFUSED

    @property
    def is_waiting(self) -> bool:
        """Whether it waits to be recorded."""
        return self.register.state == RegisterState.CHECKED

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it stands already."""
        return not self.register.new_count and not self.register.changed_count

    @property
    def more_examples(self) -> int:
        """How many changes are not shown one by one."""
        return max(0, self.register.changed_count - len(self.examples))


def register_shown(user: User, register: RegisterFile, page: int | str = 1) -> RegisterPage:
    """Return one register as its page shows it; at most three queries whatever its size."""
    preview = register.preview
    faults = Paginator(from_json(register.faults), FAULTS_A_PAGE).get_page(page)
    has_sheets = preview.get("sheets", 1) > 1
    faults.object_list = told(faults.object_list, with_sheets=has_sheets)  # type: ignore[assignment]  # the same findings, in words
    months = preview.get("months", [])
    facilities = _facilities({month["facility"] for month in months}, user)
    return RegisterPage(
        register=register,
        faults=faults,  # type: ignore[arg-type]  # in words now
        remarks=told(from_json(preview.get("remarks", [])), with_sheets=has_sheets),
        parts=_parts(months, facilities),
        has_facilities=len(facilities) > 1,
        before=_sum(months, "before"),
        after=_sum(months, "after"),
        counts_first_visits=preview.get("counts_first_visits", True),
        examples=_examples(preview.get("examples", [])[:EXAMPLES_SHOWN]),
        records=preview.get("records", [])[:RECORDS_SHOWN],
        may_record=_may_record(register, user),
    )


def _may_record(register: RegisterFile, user: User) -> bool:
    return may(user, IMPORTERS, at=register.facility or register.area)


def _facilities(ids: Iterable[str], user: User) -> dict[str, Facility]:
    wanted = [UUID(one) for one in ids]
    if not wanted:
        return {}
    return {str(one.pk): one for one in Facility.objects.visible_to(user).filter(pk__in=wanted)}


def _sum(months: Iterable[Mapping[str, Any]], side: str) -> tuple[int, int]:
    pairs = [month[side] for month in months]
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def _parts(months: Sequence[Mapping[str, Any]], facilities: Mapping[str, Facility]) -> list[PartChange]:
    """Return what happens month by month, or facility by facility where that would be a very long list."""
    by_month = len(months) <= MONTHS_SHOWN
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for month in months:
        groups.setdefault((month["facility"], month["month"] if by_month else ""), []).append(month)
    parts = [_part(facilities.get(facility), first, group) for (facility, first), group in groups.items()]
    return sorted(parts, key=lambda part: (part.facility.code if part.facility else "", part.period or _NO_PERIOD))


_NO_PERIOD = Period.year(1)


def _part(facility: Facility | None, first: str, group: Sequence[Mapping[str, Any]]) -> PartChange:
    day = date.fromisoformat(first) if first else None
    contacts, first_visits = _sum(group, "after")
    return PartChange(
        facility=facility,
        period=Period.month(day.year, day.month) if day else None,
        new=sum(month["new"] for month in group),
        changed=sum(month["changed"] for month in group),
        unchanged=sum(month["unchanged"] for month in group),
        contacts=contacts,
        first_visits=first_visits,
    )


def _examples(kept: Sequence[Mapping[str, Any]]) -> list[CellChange]:
    if not kept:
        return []
    services = {one.code: one for one in Service.objects.filter(code__in={example["service"] for example in kept})}
    return [
        CellChange(
            day=date.fromisoformat(example["day"]),
            facility_code=example["facility"],
            activity=example["activity"],
            service=services[example["service"]].name,
            sex=str(Sex(example["sex"]).label),
            age_band=str(AgeBand(example["age_band"]).label),
            before=example["before"],
            after=example["after"],
        )
        for example in kept
    ]
