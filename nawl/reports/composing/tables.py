"""The tables of a report; every column of figures names its basis, and totals of distinct counts are never sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from nawl.activities.choices import AgeBand, Sex
from nawl.kit.periods import Period, parse_period
from nawl.places.choices import FacilityKind
from nawl.reports.data import Change, Counts, Facility, Figure, Line, ReportData, SexAge
from nawl.reports.document import Column, Table, Value
from nawl.reports.voice import MEASURE_BASIS, MEASURE_NAMES, Voice, measure_basis, month_basis, short_basis

PLACE_MEASURES = ("facilities", "activities", "people", "services")


def headline_table(data: ReportData, voice: Voice) -> Table:
    """Compare the headline figures with the earlier period and with their targets."""
    has_before = any(figure.before is not None for figure in data.figures)
    has_target = any(figure.target for figure in data.figures)
    columns = [Column(_("Figure"), width=3.2), Column(voice.period(data.period), "count", width=1.35)]
    if has_before:
        columns += [Column(_("Earlier period"), "count", width=1.3), Column(_("Change"), "change")]
    if has_target:
        columns += [Column(_("Target"), "count"), Column(_("Reached"), "share", width=0.9)]
    return Table(
        label=_("Headline figures"),
        caption=_headline_caption(has_before, has_target),
        columns=tuple(columns),
        rows=tuple(_headline_row(figure, voice, has_before, has_target) for figure in data.figures),
        details=tuple(_headline_detail(figure, data, voice) for figure in data.figures),
    )


def _headline_caption(has_before: bool, has_target: bool) -> str:
    if has_before and has_target:
        return _("Headline figures, against the earlier period and the target")
    if has_before:
        return _("Headline figures, against the earlier period")
    return _("Headline figures and their targets") if has_target else _("Headline figures")


def _headline_row(figure: Figure, voice: Voice, has_before: bool, has_target: bool) -> tuple[Value, ...]:
    row: list[Value] = [voice.name(figure.name), figure.value]
    if has_before:
        row += [figure.before, _part((figure.value or 0) - figure.before, figure.before) if figure.before else None]
    if has_target:
        row += [figure.target, _part(figure.value, figure.target)]
    return tuple(row)


def _headline_detail(figure: Figure, data: ReportData, voice: Voice) -> str:
    basis = short_basis(figure.basis, data.period)
    if figure.before is None or not figure.before_period:
        return basis
    earlier = voice.in_sentence(parse_period(figure.before_period))
    return _("%(basis)s; compared with %(period)s") % {"basis": basis, "period": earlier}


def place_table(data: ReportData, voice: Voice) -> Table:
    """Break the figures down by governorate, or by district within one."""
    by_governorate = data.place.is_programme
    head = _("Governorate") if by_governorate else _("District")
    return _breakdown(
        _("By governorate") if by_governorate else _("By district"),
        _("What the centres and units did, by governorate")
        if by_governorate
        else _("What the centres and units did, by district"),
        head,
        data.places,
        data,
        voice,
    )


def type_table(data: ReportData, voice: Voice) -> Table:
    """Break the figures down by activity type; one centre carries out several types, so centres have no sum here."""
    return _breakdown(
        _("By activity type"),
        _("What the centres and units did, by activity type"),
        _("Activity type"),
        data.types,
        data,
        voice,
    )


def _breakdown(label: str, caption: str, head: str, lines: Sequence[Line], data: ReportData, voice: Voice) -> Table:
    measures = [name for name in PLACE_MEASURES if any(line.counts.of(name) is not None for line in lines)]
    columns = [Column(head, width=1.5)]
    for measure in measures:
        columns.append(_measure_column(measure, data.period))
        if measure == "people":
            columns.append(Column(_("Share of persons"), "share", width=0.8))
    rows = [_breakdown_row(voice.name(line.name), line.counts, data.totals, measures) for line in lines]
    rows.append(_breakdown_row(_("Total"), data.totals, data.totals, measures))
    return Table(label, caption, tuple(columns), tuple(rows), has_total=True)


def _breakdown_row(name: str, counts: Counts, totals: Counts, measures: Sequence[str]) -> tuple[Value, ...]:
    row: list[Value] = [name]
    for measure in measures:
        row.append(counts.of(measure))
        if measure == "people":
            row.append(_part(counts.people, totals.people))
    return tuple(row)


def sex_tables(data: ReportData, voice: Voice) -> tuple[Table, ...]:
    """Break persons and services down by sex and age, one table for each basis."""
    captions = {
        "people": (_("Persons by sex and age"), _("People served, by sex and age")),
        "services": (
            _("Services by sex and age"),
            _("Services delivered, by the sex and age of those who received them"),
        ),
    }
    return tuple(_sex_table(measure, *captions[measure], data, voice) for measure in captions)


def _sex_table(measure: str, label: str, caption: str, data: ReportData, voice: Voice) -> Table:
    counts = {(part.sex, part.age_band): part.counts.of(measure) or 0 for part in data.sexes}
    sexes = [sex for sex in Sex.values if any(key[0] == sex for key in counts)]
    bands = [band for band in AgeBand.values if any(key[1] == band for key in counts)]
    basis = measure_basis(measure, data.period)
    columns = [Column(_("Age in years"), width=1.4)]
    columns += [Column(str(Sex(sex).label), "count", basis) for sex in sexes]
    columns += [Column(_("Total"), "count", basis), Column(_("Share"), "share", width=0.8)]
    total = data.totals.of(measure)
    rows = [_sex_row(_band(band, voice), [counts.get((sex, band), 0) for sex in sexes], total) for band in bands]
    rows.append(_sex_row(_("Total"), [_sum(data.sexes, sex, measure) for sex in sexes], total))
    return Table(label, caption, tuple(columns), tuple(rows), has_total=True)


def _sex_row(name: str, parts: Sequence[int], total: int | None) -> tuple[Value, ...]:
    return (name, *parts, sum(parts), _part(sum(parts), total))


def _sum(parts: Iterable[SexAge], sex: str, measure: str) -> int:
    return sum(part.counts.of(measure) or 0 for part in parts if part.sex == sex)


def _band(band: str, voice: Voice) -> str:
    return voice.text(str(AgeBand(band).label))


def month_table(
    label: str,
    lines: Sequence[Line],
    totals: Counts,
    voice: Voice,
    measures: tuple[str, ...] = ("people", "services", "activities", "facilities"),
    caption: str = "",
) -> Table:
    """Follow the figures from month to month; activities of several months stand in each, and once in the total."""
    measures = tuple(name for name in measures if totals.of(name) is not None)
    columns = [Column(_("Month"), width=1.2)]
    for measure in measures:
        title = _month_title(measure)
        columns.append(Column(title, "count", month_basis(measure, lines[0].key) if lines else ""))
    rows = [(voice.month(line.key), *(line.counts.of(measure) for measure in measures)) for line in lines]
    rows.append((_("Whole period"), *(totals.of(measure) for measure in measures)))
    return Table(label, caption or label, tuple(columns), tuple(rows), has_total=True)


def _month_title(measure: str) -> str:
    titles = {
        "people": _("New persons served"),
        "services": _("Services delivered"),
        "activities": _("Activities running"),
        "facilities": _("Centres and units at work"),
    }
    return titles[measure]


def facility_table(data: ReportData, voice: Voice) -> Table:
    """List every centre and unit with its kind, its place and its figures."""
    columns = (
        Column(_("Code"), "code", width=1.5),
        Column(_("Centre or unit"), width=3.1),
        Column(_("Kind"), width=0.75),
        Column(_("Place"), width=1.9),
        *(_measure_column(measure, data.period, 1.15) for measure in ("activities", "people", "services")),
    )
    return Table(
        label=_("Centres and units"),
        caption=_("The centres and units of this report"),
        columns=columns,
        rows=tuple(_facility_row(facility, data, voice) for facility in data.facilities),
    )


def _facility_row(facility: Facility, data: ReportData, voice: Voice) -> tuple[Value, ...]:
    counts = facility.counts
    places = [facility.governorate, facility.district] if data.place.is_programme else [facility.district]
    return (
        facility.code,
        voice.name(facility.name),
        _kind(facility.kind),
        pgettext("between the words of a list", ", ").join(voice.name(place) for place in places if place.ar),
        counts.activities,
        counts.people,
        counts.services,
    )


def _kind(kind: str) -> str:
    """Return one word for a kind of facility; its full name stands beside it."""
    words = {
        FacilityKind.CENTRE: pgettext("kind of facility", "centre"),
        FacilityKind.UNIT: pgettext("kind of facility", "unit"),
        FacilityKind.ALTERNATIVE: pgettext("kind of facility", "alternative"),
    }
    return words[FacilityKind(kind)]


def change_table(data: ReportData, voice: Voice) -> Table:
    """List every figure that differs from the earlier issue."""
    columns = (
        Column(_("Where"), width=1.8),
        Column(_("Figure"), width=1.6),
        Column(_("In issue %(number)s") % {"number": data.issue.supersedes}, "count", width=1.3),
        Column(_("In this issue"), "count"),
        Column(_("Difference"), "difference"),
    )
    rows = tuple(_change_row(change, voice) for change in data.changes)
    return Table(_("Changed figures"), _("Figures that differ from the earlier issue"), columns, rows)


def _change_row(change: Change, voice: Voice) -> tuple[Value, ...]:
    where = {"figures": _("Whole report"), "months": voice.month(change.key) if change.table == "months" else ""}
    difference = None if change.before is None or change.after is None else change.after - change.before
    return (
        where.get(change.table) or _change_name(change, voice),
        str(MEASURE_NAMES[change.measure]),
        change.before,
        change.after,
        difference,
    )


def _change_name(change: Change, voice: Voice) -> str:
    if change.table != "sexes":
        return voice.name(change.name)
    sex, band = change.key.split("/")
    return _("%(sex)s, %(age)s") % {"sex": Sex(sex).label, "age": _band(band, voice)}


def _measure_column(measure: str, period: Period, width: float = 1.15) -> Column:
    return Column(str(MEASURE_NAMES[measure]), "count", short_basis(MEASURE_BASIS[measure].value, period), width)


def _part(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole
