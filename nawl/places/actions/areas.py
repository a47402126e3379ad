"""Loading tables of areas: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.kit.errors import NotPossible
from nawl.places.area_tables import AreaTable, read_area_table
from nawl.places.choices import Level
from nawl.places.models import Area, AreaName
from nawl.places.queries import ensure_may
from nawl.places.rules import AreaRow, RowFault, faults_of, spelling_key

SOURCE = "UN OCHA COD-AB, OpenSyria Data Geography, GeoNames"
SHIPPED = Path(__file__).resolve().parent.parent / "data"
SHIPPED_TABLES = ("governorates.csv", "districts.csv", "subdistricts_demo.csv")
COUNTRIES = {"SY": ("سورية", "Syria")}
PLACE_KEEPERS = (Role.ADMINISTRATOR,)
BATCH = 500


class AreasRefused(NotPossible):
    """A table of areas with faults; nothing of it was kept."""

    def __init__(self, faults: Sequence[RowFault]) -> None:
        super().__init__("areas_refused", faults=len(faults), rows=len({fault.row for fault in faults}))
        self.row_faults = tuple(faults)


@dataclass(frozen=True)
class LoadedAreas:
    """What a table brought: areas added, changed, and left as they were."""

    level: int
    added: int
    changed: int
    same: int

    @property
    def total(self) -> int:
        """How many areas the table held."""
        return self.added + self.changed + self.same

    def __str__(self) -> str:
        return f"{Level(self.level).label}: +{self.added} ~{self.changed} ={self.same}"


@transaction.atomic
def load_areas(rows: Sequence[AreaRow], *, level: int, by: User, source: str = SOURCE) -> LoadedAreas:
    """Keep every row of a table of areas of one level, or none: raises `AreasRefused` with all faults of all rows.

    Rows that change nothing are counted as the same; a table that changes nothing leaves no audit entry.
    """
    ensure_may(by, PLACE_KEEPERS, at=None)
    if level == Level.GOVERNORATE:
        _know_countries()
    parents = {area.pcode: area for area in Area.objects.filter(level=level - 1)}
    standing = {area.pcode: area for area in Area.objects.filter(level=level).select_related("parent")}
    faults = faults_of(rows, level=level, parents=parents.keys(), standing=_parents_of(standing.values()))
    faults += _of_other_levels(rows, level)
    if faults:
        raise AreasRefused(sorted(faults, key=lambda fault: fault.row))
    new = [_new_area(row, level, parents[row.parent], source) for row in rows if row.pcode not in standing]
    changed = [area for row in rows if (area := _changed(row, standing.get(row.pcode))) is not None]
    named = _keep(new, changed, {row.pcode: row for row in rows}, {**standing, **{area.pcode: area for area in new}})
    touched = {area.pk: area for area in (*new, *changed, *named)}
    loaded = LoadedAreas(level, len(new), len(touched) - len(new), len(rows) - len(touched))
    if touched:
        counts = {"level": level, "added": loaded.added, "changed": loaded.changed}
        record("places.areas_loaded", by=by, subjects=touched.values(), changes=counts)
    return loaded


def load_table(content: bytes, *, by: User, level: int | None = None) -> LoadedAreas:
    """Read a CSV file of areas and keep it whole, or refuse it whole."""
    table = read_area_table(content, level=level)
    return load_areas(table.rows, level=table.level, by=by)


@transaction.atomic
def load_shipped_areas(*, by: User) -> str:
    """Keep the tables that come with the programme; a second time changes nothing. Returns a line for the console."""
    loaded = [load_table((SHIPPED / name).read_bytes(), by=by) for name in SHIPPED_TABLES]
    return ", ".join(str(table) for table in loaded)


def shipped_tables() -> list[AreaTable]:
    """Return the shipped tables as they are read."""
    return [read_area_table((SHIPPED / name).read_bytes()) for name in SHIPPED_TABLES]


def _know_countries() -> None:
    for pcode, (name_ar, name_en) in COUNTRIES.items():
        Area.objects.get_or_create(
            pcode=pcode,
            defaults={"level": Level.COUNTRY, "path": f"{pcode}/", "name_ar": name_ar, "name_en": name_en},
        )


def _parents_of(areas: Iterable[Area]) -> dict[str, str]:
    return {area.pcode: area.parent.pcode for area in areas if area.parent}


def _of_other_levels(rows: Sequence[AreaRow], level: int) -> list[RowFault]:
    elsewhere = set(Area.objects.exclude(level=level).values_list("pcode", flat=True))
    return [
        RowFault(row.number, "area_code_of_other_level", {"pcode": row.pcode}) for row in rows if row.pcode in elsewhere
    ]


def _new_area(row: AreaRow, level: int, parent: Area, source: str) -> Area:
    return Area(
        pcode=row.pcode, level=level, parent=parent, path=f"{parent.path}{row.pcode}/", source=source, **row.values
    )


def _changed(row: AreaRow, area: Area | None) -> Area | None:
    """Put a row's values into its area; None when nothing differs or the area is new."""
    if area is None:
        return None
    differing: dict[str, Any] = {name: value for name, value in row.values.items() if getattr(area, name) != value}
    for name, value in differing.items():
        setattr(area, name, value)
    return area if differing else None


def _keep(new: Sequence[Area], changed: Sequence[Area], rows: dict[str, AreaRow], areas: dict[str, Area]) -> list[Area]:
    """Write areas and their spellings; returns the standing areas that only gained spellings."""
    Area.objects.bulk_create(new, batch_size=BATCH)
    if changed:
        Area.objects.bulk_update(changed, sorted(_fields(rows.values())), batch_size=BATCH)
    known = set(AreaName.objects.filter(area__level=next(iter(areas.values())).level).values_list("area_id", "key"))
    names = [
        AreaName(area=areas[pcode], text=text, key=spelling_key(text))
        for pcode, row in rows.items()
        for text in row.spellings
        if (areas[pcode].pk, spelling_key(text)) not in known
    ]
    AreaName.objects.bulk_create(names, batch_size=BATCH)
    fresh = {area.pk for area in new}
    return list({name.area_id: name.area for name in names if name.area_id not in fresh}.values())


def _fields(rows: Iterable[AreaRow]) -> set[str]:
    return {name for row in rows for name in row.values}
