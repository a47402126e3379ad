"""Rows of a register of facilities: opened where new, revised where known, with workshop and operating partner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nawl.collection.checking.applied import Applied, Cells, Refused, changed, savepoint
from nawl.collection.checking.names import is_arabic_text
from nawl.collection.checking.operators import Operators
from nawl.collection.reading import Record, Teller
from nawl.collection.reading.words import FACILITY_KINDS, FACILITY_STATES, word_key
from nawl.kit.arabic import normalise
from nawl.kit.errors import ProgrammeError
from nawl.places.actions import open_facility, revise_facility, set_workshop
from nawl.places.choices import Level
from nawl.places.models import Area, Facility, Workshop
from nawl.places.queries import find_area

if TYPE_CHECKING:
    from nawl.accounts.models import User

LEVELS = {
    "governorate": Level.GOVERNORATE,
    "district": Level.DISTRICT,
    "subdistrict": Level.SUBDISTRICT,
    "community": Level.COMMUNITY,
}
COLUMNS = {
    "facility_code": "code",
    "facility_coordinates": "latitude",
    "facility_name": "name_ar",
    "facility_open": "opened_on",
    "facility_place": "governorate",
    "facility_would_leave": "governorate",
    "text_too_long": "name_ar",
    "workshop": "crafts",
    "agreement": "agreement_number",
    "role_may_not": "governorate",
}
DEFAULT_WORKSHOP = ("مشغل إنتاجي", "Production workshop")
YES = frozenset(word_key(word) for word in ("نعم", "يوجد", "موجود", "yes", "x", "✓", "1"))
SHOWN = ("name_ar", "name_en", "latitude", "longitude", "opened_on", "area")


class FacilityRows:
    """Carries out the rows of one register of facilities."""

    def __init__(self, teller: Teller, by: User) -> None:
        self.teller = teller
        self.by = by
        self.operators = Operators(by)
        self.seen: dict[Any, int] = {}

    def apply(self, record: Record) -> Applied | None:
        """Carry out one row, or tell why it cannot be."""
        cells = Cells(record, self.teller)
        try:
            with savepoint():
                return self._apply(cells)
        except Refused:
            return None
        except ProgrammeError as refusal:
            cells.refusal(refusal, COLUMNS)
            return None

    def _apply(self, cells: Cells) -> Applied:
        kind = self._choice(cells, "kind", FACILITY_KINDS)
        name_ar = cells.needed("name_ar")
        area = self._area(cells)
        particulars: dict[str, Any] = {
            "name_en": cells.text("name_en"),
            "latitude": cells.degrees("latitude"),
            "longitude": cells.degrees("longitude"),
            "opened_on": cells.day("opened_on"),
        }
        state = self._choice(cells, "state", FACILITY_STATES) if cells.has("state") else "open"
        cells.ensure_fit()
        assert area is not None
        self._refuse_twice(cells, (cells.text("code").upper() or (kind, area.pk, normalise(name_ar))))
        standing = self._standing(cells, kind, name_ar, area)
        if standing is None:
            made = {name: value for name, value in particulars.items() if value not in {None, ""}}
            code = cells.text("code").upper()
            facility = open_facility(kind=kind, name_ar=name_ar, area=area, by=self.by, state=state, code=code, **made)
            self._beside(cells, facility)
            return Applied(cells.record.row, "new", facility.name_ar, facility.code, facility, opens=True)
        return self._revise(cells, standing, {"name_ar": name_ar, "area": area, **particulars})

    def _revise(self, cells: Cells, standing: Facility, wanted: Mapping[str, Any]) -> Applied:
        """Bring a known facility up to the row; what the row leaves empty stays as it is."""
        before = _values(standing)
        if standing.area.path.startswith(wanted["area"].path):  # what is kept says more exactly where it stands
            wanted = {**wanted, "area": standing.area}
        values = {name: value if value not in {None, ""} else getattr(standing, name) for name, value in wanted.items()}
        facility = revise_facility(standing, by=self.by, **values)
        changes = changed(before, _values(facility)) | self._beside(cells, facility)
        outcome = "changed" if changes else "unchanged"
        return Applied(cells.record.row, outcome, facility.name_ar, facility.code, facility, changes)

    def _beside(self, cells: Cells, facility: Facility) -> dict[str, list[str]]:
        """Set the workshop and the operating partner that a row names; return what changed."""
        changes: dict[str, list[str]] = {}
        if cells.has("crafts"):
            changes |= self._workshop(cells.text("crafts"), facility)
        if cells.has("partner"):
            changes |= self.operators.set(cells, facility)
        return changes

    def _workshop(self, text: str, facility: Facility) -> dict[str, list[str]]:
        standing = Workshop.objects.visible_to(self.by).filter(facility=facility).first()
        said = "" if word_key(text) in YES else text
        field = "crafts_ar" if is_arabic_text(said) or not said else "crafts_en"
        before = {"crafts": getattr(standing, field) if standing else None}
        if standing and not said:
            return {}
        values = {
            "name_ar": standing.name_ar if standing else DEFAULT_WORKSHOP[0],
            "name_en": standing.name_en if standing else DEFAULT_WORKSHOP[1],
            "crafts_ar": standing.crafts_ar if standing else "",
            "crafts_en": standing.crafts_en if standing else "",
            field: said,
        }
        opened_on = standing.opened_on if standing else None
        set_workshop(facility, by=self.by, opened_on=opened_on, **values)
        return changed(before, {"crafts": said})

    def _area(self, cells: Cells) -> Area | None:
        """Return the finest place that the row names; each name is looked for within the one above it."""
        area: Area | None = None
        named = [(name, level) for name, level in LEVELS.items() if cells.has(name)]
        try:
            for name, level in named:
                area = find_area(cells.text(name), within=area, level=level)
            if cells.has("place_code"):
                area = find_area(cells.text("place_code"))
        except ProgrammeError as refusal:
            cells.refusal(refusal, {"area": name if named else "place_code"})
            return None
        if area is None:
            cells.fault("place_missing_here", "governorate")
        return area

    def _standing(self, cells: Cells, kind: str, name_ar: str, area: Area) -> Facility | None:
        """Return the facility that the row speaks of: that of its code, or that of its name at its place."""
        known = Facility.objects.visible_to(self.by).select_related("area", "governorate", "district")
        if cells.has("code"):
            found: Facility | None = known.filter(code=cells.text("code").upper()).first()
            if found and found.kind != kind:
                cells.fault("facility_kind_stays", "kind", standing=found.code)
                raise Refused
            return found
        here = known.filter(kind=kind, place_path__startswith=area.path)
        same = [one for one in here if normalise(one.name_ar) == normalise(name_ar)]
        return same[0] if len(same) == 1 else None

    def _refuse_twice(self, cells: Cells, key: Any) -> None:
        first = self.seen.setdefault(key, cells.record.row)
        if first != cells.record.row:
            cells.fault("record_repeats", "name_ar", first=first)
            raise Refused

    def _choice(self, cells: Cells, name: str, words: Mapping[str, frozenset[str]]) -> str:
        text = cells.needed(name)
        key = word_key(text)
        found = next((value for value, keys in words.items() if key in keys), "")
        if text and not found:
            cells.fault(f"{name}_unread", name, text=text)
        return found


def _values(facility: Facility) -> dict[str, Any]:
    return {name: getattr(facility, name) for name in SHOWN} | {"area": facility.area.name_ar}
