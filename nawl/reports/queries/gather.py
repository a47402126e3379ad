"""What a report of a period and place says today, computed from live records through the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.conf import settings

from nawl.indicators import queries as indicators
from nawl.indicators.rules import Number
from nawl.indicators.values import Breakdown, Compared
from nawl.indicators.values import Place as IndicatorPlace
from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.kit.periods import Period
from nawl.places.choices import FacilityKind
from nawl.reports.data import Alternative, Counts, Facility, Figure, Issue, Line, Name, Place, ReportData, SexAge
from nawl.reports.queries.names import Names, facilities_standing, names_of_areas, names_of_types, partners_of
from nawl.reports.rules import ensure_reportable

if TYPE_CHECKING:
    from nawl.accounts.models import User
    from nawl.places.models import Facility as FacilityRow

FIGURES: Mapping[str, str] = {
    "people": "people_served",
    "services": "services_delivered",
    "activities": "activities_carried_out",
    "facilities": "facilities_active",
}
ALTERNATIVE: Mapping[str, str] = {"people": "people_served_alternative", "services": "services_delivered_alternative"}
OWN_KINDS = (FacilityKind.CENTRE, FacilityKind.UNIT)
PROGRAMME = Name("برنامج التنمية الريفية", "Rural development programme")


def draft(period: Period, place_code: str, *, user: User) -> ReportData:
    """Return the report of a period and place as it would be issued now, without a number.

    An empty code is the user's own place. Raises NotFound for places outside the user's scope and for those that have
    no report (districts, facilities); NotPossible for days that are no month, quarter, half or year.
    """
    ensure_reportable(period, today())
    place = indicators.place_called(place_code, user)
    if place.level not in ("programme", "governorate"):
        raise NotFound("report_place_unfit", place=place.code or place.name)
    return _Gathering(period, place, user).data()


class _Gathering:
    """The questions that one report asks, all of one period, place and reader."""

    def __init__(self, period: Period, place: IndicatorPlace, user: User) -> None:
        self.period = period
        self.place = place
        self.user = user
        self.is_programme = place.level == "programme"
        self.cards = indicators.cards([*FIGURES.values(), *ALTERNATIVE.values()])

    def data(self) -> ReportData:
        """Ask everything and put it together."""
        area_names = names_of_areas()
        standing = facilities_standing(self.period, self.place, self.user)
        return ReportData(
            issue=Issue(is_issued=False, made_on=today()),
            first=self.period.first,
            last=self.period.last,
            place=Place("", PROGRAMME) if self.is_programme else Place(self.place.code, area_names[self.place.code]),
            is_synthetic=settings.NAWL_SYNTHETIC,
            figures=self._figures(),
            places=self._places(area_names, standing),
            types=self._lines("activity_type", names_of_types()),
            sexes=self._sexes(),
            months=self._months(),
            alternatives=self._alternatives([row for row in standing if row.kind == FacilityKind.ALTERNATIVE]),
            facilities=self._facilities([row for row in standing if row.kind in OWN_KINDS]),
        )

    def _figures(self) -> tuple[Figure, ...]:
        found = indicators.with_comparison(list(FIGURES.values()), self.place, self.period, user=self.user)
        return tuple(_figure(measure, found[code]) for measure, code in FIGURES.items())

    def _parted(self, by: Sequence[str], codes: Mapping[str, str] = FIGURES) -> dict[str, Breakdown]:
        """Ask for the figures that can be parted by these columns."""
        fit = [code for code in codes.values() if set(by) <= set(self.cards[code].disaggregations)]
        found = indicators.breakdowns(fit, self.place, self.period, by, user=self.user)
        return {measure: found[code] for measure, code in codes.items() if code in found}

    def _lines(self, column: str, names: Names) -> tuple[Line, ...]:
        """Return the lines of a breakdown, most persons first."""
        found = self._parted((column,))
        keys = {part.key for parts in found.values() for part in parts.parts}
        lines = [Line(key, names.get(key, Name(key)), _counts(found, (key,))) for key in keys]
        return tuple(sorted(lines, key=_most_first))

    def _places(self, names: Names, standing: Iterable[FacilityRow]) -> tuple[Line, ...]:
        """Return governorates or districts: those with figures, then the others that have centres or belong there."""
        column = "governorate" if self.is_programme else "district"
        counted = self._lines(column, names)
        known = {line.key for line in counted}
        if self.is_programme:
            others = {code for code in names if len(code) == len("SY01")}
        else:
            others = {row.district.pcode for row in standing if row.district}
        return (*counted, *(Line(code, names[code], Counts()) for code in sorted(others - known)))

    def _sexes(self) -> tuple[SexAge, ...]:
        found = self._parted(("sex", "age_band"))
        keys = sorted({part.keys for parts in found.values() for part in parts.parts})
        return tuple(SexAge(sex, band, _counts(found, (sex, band))) for sex, band in keys)

    def _months(self) -> tuple[Line, ...]:
        found = self._parted(("month",))
        months = [month.code for month in self.period.months() if month.first <= today()]
        return tuple(Line(code, Name(""), _counts(found, (code,))) for code in months)

    def _facilities(self, standing: Sequence[FacilityRow]) -> tuple[Facility, ...]:
        found = self._parted(("facility",))
        return tuple(_facility(row, _counts(found, (row.code,))) for row in standing)

    def _alternatives(self, standing: Sequence[FacilityRow]) -> tuple[Alternative, ...]:
        if not standing:
            return ()
        found = self._parted(("facility",), ALTERNATIVE)
        by_month = self._parted(("facility", "month"), ALTERNATIVE)
        partners = partners_of(standing, self.period)
        months = [month.code for month in self.period.months() if month.first <= today()]
        return tuple(
            Alternative(
                _facility(row, _counts(found, (row.code,))),
                partners.get(row.pk, Name("")),
                settings.NAWL_SYNTHETIC,
                tuple(Line(month, Name(""), _counts(by_month, (row.code, month))) for month in months),
            )
            for row in standing
        )


def _figure(measure: str, found: Compared) -> Figure:
    value, card = found.value, found.value.card
    return Figure(
        measure=measure,
        indicator=card.code,
        name=Name(card.names.ar, card.names.en),
        definition=Name(card.definitions.ar, card.definitions.en),
        basis=card.basis.value,
        value=_whole(value.number),
        target=_whole(found.goal.value) if found.goal else None,
        before=_whole(found.before.number),
        before_period=found.before.period.code if found.before.has_records else "",
    )


def _facility(row: FacilityRow, counts: Counts) -> Facility:
    district = row.district
    return Facility(
        code=row.code,
        name=Name(row.name_ar, row.name_en),
        kind=row.kind,
        governorate=Name(row.governorate.name_ar, row.governorate.name_en),
        district=Name(district.name_ar, district.name_en) if district else Name(""),
        latitude=_degrees(row.latitude),
        longitude=_degrees(row.longitude),
        counts=counts,
        governorate_code=row.governorate.pcode,
    )


def _counts(found: Mapping[str, Breakdown], keys: tuple[str, ...]) -> Counts:
    return Counts(**{measure: _whole(parts.number(*keys)) for measure, parts in found.items()})


def _whole(number: Number | None) -> int | None:
    return None if number is None else int(number)


def _degrees(value: object) -> str:
    return "" if value is None else str(value)


def _most_first(line: Line) -> tuple[int, str]:
    return -(line.counts.people or 0), line.key
