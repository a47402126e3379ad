"""Rows of a register of activities: planned where new, revised where known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from nawl.activities.actions import plan_activity, revise_activity
from nawl.activities.models import Activity, ActivityType
from nawl.collection.checking.applied import Applied, Cells, Refused, changed, savepoint
from nawl.collection.checking.lookups import Facilities
from nawl.collection.checking.names import NameIndex, named_like
from nawl.collection.checking.operators import Organisations
from nawl.collection.checking.resolving import label_of
from nawl.collection.reading import Record, Teller
from nawl.kit.arabic import normalise
from nawl.kit.errors import ProgrammeError
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User

COLUMNS = {
    "activity_ends": "ends_on",
    "activity_counted": "ends_on",
    "activity_after": "starts_on",
    "activity_before": "starts_on",
    "activity_exists": "title",
    "title": "title",
    "text_too_long": "title",
    "reach": "reach",
    "role_may_not": "facility",
    "facility": "facility",
}


class ActivityRows:
    """Carries out the rows of one register of activities."""

    def __init__(self, teller: Teller, by: User, chosen: Facility | None) -> None:
        self.teller = teller
        self.by = by
        self.chosen = chosen
        self.places = Facilities(by)
        self.organisations = Organisations(by)
        types = list(ActivityType.objects.all())
        self.types = NameIndex((text, one) for one in types for text in (one.code, one.name_ar, one.name_en) if text)
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
        facility = self._facility(cells)
        kind = self._type(cells)
        title = cells.needed("title")
        starts_on = self._start(cells)
        wanted: dict[str, Any] = {"title": title, "ends_on": cells.day("ends_on"), "reach": cells.count("reach")}
        partner = self.organisations.find(cells, "partner") if cells.has("partner") else None
        cells.ensure_fit()
        assert facility
        assert kind
        assert starts_on
        self._refuse_twice(cells, (facility.pk, normalise(title), starts_on))
        standing = self._standing(cells, facility, title, starts_on)
        if standing is None:
            made = plan_activity(facility, type=kind, starts_on=starts_on, partner=partner, by=self.by, **wanted)
            return Applied(cells.record.row, "new", made.title, made.code, facility)
        if standing.type_id != kind.pk:
            cells.fault("activity_type_stays", "type", standing=standing.code)
            raise Refused
        return self._revise(cells, standing, {**wanted, "starts_on": starts_on, "partner": partner})

    def _revise(self, cells: Cells, standing: Activity, wanted: dict[str, Any]) -> Applied:
        """Bring a known activity up to the row; what the row leaves empty stays as it is."""
        before = {name: getattr(standing, name) for name in wanted}
        values = {name: before[name] if value is None else value for name, value in wanted.items()}
        revise_activity(standing, by=self.by, **values)
        changes = changed(before, values)
        outcome = "changed" if changes else "unchanged"
        return Applied(cells.record.row, outcome, values["title"], standing.code, standing.facility, changes)

    def _facility(self, cells: Cells) -> Facility | None:
        text = cells.text("facility_code") or cells.text("facility")
        is_by_code = cells.has("facility_code") or "facility" not in cells.fields
        field = "facility_code" if is_by_code else "facility"
        if not text:
            if self.chosen is None:
                cells.fault("facility_missing", field)
            return self.chosen
        found = self.places.index.find(text)
        if self.chosen:
            if self.chosen not in found:
                cells.fault("facility_not_chosen", field, text=text, chosen=label_of(text, self.chosen))
            return self.chosen
        if len(found) == 1:
            return found[0]
        nearest = self.places.index.nearest(text)
        if found:
            cells.fault("facility_ambiguous", field, text=text, candidates=tuple(one.code for one in found))
        elif nearest:
            cells.fault("facility_unknown", field, text=text, nearest=label_of(text, nearest))
        else:
            cells.fault("facility_unheard", field, text=text)
        return None

    def _type(self, cells: Cells) -> ActivityType | None:
        text = cells.needed("type")
        found = self.types.find(text) if text else []
        if text and not found:
            nearest = self.types.nearest(text)
            if nearest:
                name = named_like(text, nearest.name_ar, nearest.name_en)
                cells.fault("activity_type_unknown", "type", text=text, nearest=name)
            else:
                cells.fault("activity_type_unheard", "type", text=text)
        return found[0] if found else None

    def _start(self, cells: Cells) -> date | None:
        if not cells.has("starts_on"):
            cells.fault("date_missing", "starts_on")
            return None
        return cells.day("starts_on")

    def _standing(self, cells: Cells, facility: Facility, title: str, starts_on: date) -> Activity | None:
        known = Activity.objects.visible_to(self.by).filter(facility=facility).select_related("facility", "partner")
        found: Activity | None
        if cells.has("code"):
            found = known.filter(code=cells.text("code").upper()).first()
            if found is None:
                cells.fault("activity_unheard", "code", text=cells.text("code"))
                raise Refused
            return found
        found = known.filter(title_key=normalise(title), starts_on=starts_on).first()
        return found

    def _refuse_twice(self, cells: Cells, key: Any) -> None:
        first = self.seen.setdefault(key, cells.record.row)
        if first != cells.record.row:
            cells.fault("record_repeats", "title", first=first)
            raise Refused
