"""Rules of the activities: what may be counted, where, when and how much; pure answers from values in hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nawl.activities.choices import AgeBand, Sex
from nawl.kit.errors import NotPossible

MOST_IN_A_CELL = 99_999  # more is a slip of the finger: the largest centre serves some 800 a day
MOST_REACHED = 1_000_000
WEEKEND = (4, 5)  # Friday and Saturday, as date.weekday() counts
SHOWN_SEXES: tuple[str, ...] = (Sex.FEMALE.value, Sex.MALE.value)
SHOWN_BANDS: tuple[str, ...] = tuple(band.value for band in AgeBand if band != AgeBand.UNKNOWN)
PLANNED, CLOSED = "planned", "closed"  # the states of a facility in which nobody is served


@dataclass(frozen=True)
class Life:
    """A facility's life as far as it decides on which days it can serve."""

    state: str
    opened_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True)
class Run:
    """From when to when an activity runs; without an end it goes on."""

    title: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True)
class Reach:
    """The cells in which a service can occur."""

    name: str
    sexes: frozenset[str]
    age_bands: frozenset[str]


@dataclass(frozen=True)
class Count:
    """How much was counted in one cell: services, and persons on their first visit of the year."""

    sex: str
    age_band: str
    contacts: int
    first_visits: int = 0


@dataclass(frozen=True)
class Sum:
    """Services and first visits added up."""

    contacts: int = 0
    first_visits: int = 0

    def plus(self, count: Count) -> Sum:
        """Return the sum with one count more."""
        return Sum(self.contacts + count.contacts, self.first_visits + count.first_visits)


@dataclass(frozen=True)
class Totals:
    """Sums of a sheet both ways: of all, by sex, by age band, by both."""

    all: Sum
    by_sex: dict[str, Sum]
    by_age: dict[str, Sum]
    by_cell: dict[tuple[str, str], Sum]

    def at(self, sex: str, age_band: str) -> Sum:
        """Return the sum of one column."""
        return self.by_cell.get((sex, age_band), Sum())

    def of_sex(self, sex: str) -> Sum:
        """Return the sum of one sex."""
        return self.by_sex.get(sex, Sum())


def is_cell_possible(reach: Reach, sex: str, age_band: str) -> bool:
    """Say whether a service can be given to this sex at this age; what was not recorded is never impossible."""
    if sex not in Sex.values or age_band not in AgeBand.values:
        return False
    return (sex == Sex.UNKNOWN or sex in reach.sexes) and (age_band == AgeBand.UNKNOWN or age_band in reach.age_bands)


def runs_on(run: Run, day: date) -> bool:
    """Say whether an activity runs on a day; its first and last day belong to it."""
    return run.starts_on <= day and (run.ends_on is None or day <= run.ends_on)


def state_of_run(starts_on: date, ends_on: date | None, day: date) -> str:
    """Return "planned" before an activity's first day, "over" after its last, "running" between."""
    if starts_on > day:
        return "planned"
    return "over" if ends_on and ends_on < day else "running"


def is_rest_day(day: date) -> bool:
    """Say whether facilities rest on this day of the week."""
    return day.weekday() in WEEKEND


def faults_of_day(day: date, *, today: date, life: Life) -> Iterator[NotPossible]:
    """Give every reason why a facility cannot have served on a day."""
    if day > today:
        yield NotPossible("day_in_future", day=day, today=today)
    if life.state == PLANNED:
        yield NotPossible("facility_still_planned")
    elif life.opened_on and day < life.opened_on:
        yield NotPossible("day_before_opening", day=day, opened_on=life.opened_on)
    if life.closed_on and day > life.closed_on:
        yield NotPossible("day_after_closing", day=day, closed_on=life.closed_on)
    elif life.state == CLOSED and not life.closed_on:
        yield NotPossible("facility_is_closed")


def faults_of_activity(day: date, run: Run) -> Iterator[NotPossible]:
    """Give the reason why an activity cannot be counted on a day: it has not begun, or it is over."""
    if day < run.starts_on:
        yield NotPossible("activity_not_begun", title=run.title, day=day, starts_on=run.starts_on)
    elif run.ends_on and day > run.ends_on:
        yield NotPossible("activity_over", title=run.title, day=day, ends_on=run.ends_on)


def faults_of_cell(reach: Reach, sex: str, age_band: str) -> Iterator[NotPossible]:
    """Give the reason why a service cannot be counted in a cell."""
    if sex not in Sex.values:
        yield NotPossible("sex_unknown", sex=sex)
    elif age_band not in AgeBand.values:
        yield NotPossible("age_band_unknown", age_band=age_band)
    elif not is_cell_possible(reach, sex, age_band):
        yield NotPossible("cell_not_possible", service=reach.name, sex=Sex(sex).label, age=AgeBand(age_band).label)


def faults_of_count(contacts: int, first_visits: int) -> Iterator[NotPossible]:
    """Give every reason why two numbers cannot stand in one cell."""
    if contacts < 0 or first_visits < 0:
        yield NotPossible("count_below_zero")
    if max(contacts, first_visits) > MOST_IN_A_CELL:
        yield NotPossible("count_too_large", most=MOST_IN_A_CELL)
    if first_visits > contacts:
        yield NotPossible("first_visits_above_contacts", first_visits=first_visits, contacts=contacts)


def faults_of_reach(reach: int | None) -> Iterator[NotPossible]:
    """Give the reason why an activity cannot mean to reach so many persons."""
    if reach is not None and not 1 <= reach <= MOST_REACHED:
        yield NotPossible("reach_unlikely", most=MOST_REACHED)


def faults_of_dates(starts_on: date, ends_on: date | None, life: Life) -> Iterator[NotPossible]:
    """Give every reason why an activity cannot run from one day to another at a facility."""
    if ends_on and ends_on < starts_on:
        yield NotPossible("activity_ends_before_start", starts_on=starts_on, ends_on=ends_on)
    if life.opened_on and starts_on < life.opened_on:
        yield NotPossible("activity_before_opening", starts_on=starts_on, opened_on=life.opened_on)
    if life.closed_on and starts_on > life.closed_on:
        yield NotPossible("activity_after_closing", starts_on=starts_on, closed_on=life.closed_on)
    elif life.state == CLOSED and not life.closed_on:
        yield NotPossible("facility_is_closed")


def ensure_none(faults: Iterable[NotPossible]) -> None:
    """Raise the first fault, if there is one."""
    for fault in faults:
        raise fault


def add_up(counts: Iterable[Count]) -> Totals:
    """Add counts up both ways."""
    whole = Sum()
    by_sex: dict[str, Sum] = {}
    by_age: dict[str, Sum] = {}
    by_cell: dict[tuple[str, str], Sum] = {}
    for count in counts:
        cell = (count.sex, count.age_band)
        whole = whole.plus(count)
        by_sex[count.sex] = by_sex.get(count.sex, Sum()).plus(count)
        by_age[count.age_band] = by_age.get(count.age_band, Sum()).plus(count)
        by_cell[cell] = by_cell.get(cell, Sum()).plus(count)
    return Totals(whole, by_sex, by_age, by_cell)
