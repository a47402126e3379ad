"""Definitions: indicators by their code, as their readers know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q

from nawl.indicators import rules
from nawl.indicators.models import Indicator
from nawl.indicators.registry import measure
from nawl.indicators.values import Bilingual, Card, Declaration, Filters, filters_of
from nawl.kit.clock import today
from nawl.kit.errors import NotFound, NotPossible
from nawl.kit.facts import Basis


def cards(codes: Iterable[str] | None = None, *, on: date | None = None) -> dict[str, Card]:
    """Return the indicators that hold on a day (today if not given) by code, in their order; all, or those named."""
    day = on or today()
    rows = Indicator.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    return {row.code: _card(row) for row in rows}


def card(code: str) -> Card:
    """Return one indicator, also one that no longer holds; raises NotFound("indicator_unknown")."""
    row = Indicator.objects.filter(code=code).first()
    if row is None:
        raise NotFound("indicator_unknown", indicator=code)
    return _card(row)


def _card(row: Indicator) -> Card:
    declaration = Declaration(
        row.code, row.measure, row.aggregation, filters_of(row.filters), filters_of(row.part_filters)
    )
    return Card(
        code=row.code,
        names=Bilingual(row.name_ar, row.name_en),
        definitions=Bilingual(row.definition_ar, row.definition_en),
        formulas=Bilingual(row.formula_ar, row.formula_en),
        unit=row.unit,
        basis=Basis(row.basis),
        declaration=declaration,
        disaggregations=rules.allowed_disaggregations(row.disaggregations, measure(row.measure).columns),
        is_headline=row.is_headline,
    )


def cards_named(codes: Sequence[str]) -> list[Card]:
    """Return the indicators of these codes in the order asked; raises NotFound("indicator_unknown")."""
    rows = {row.code: row for row in Indicator.objects.filter(code__in=codes)}
    missing = [code for code in codes if code not in rows]
    if missing:
        raise NotFound("indicator_unknown", indicator=missing[0])
    return [_card(rows[code]) for code in codes]


def conditions_of(asked: Iterable[Card], where: Mapping[str, object] | None) -> Filters:
    """Return conditions in their one order; raises NotPossible("cannot_be_parted_by") for undeclared columns."""
    conditions = filters_of(where or {})
    ensure_parted(asked, [column for column, _values in conditions])
    return conditions


def ensure_parted(asked: Iterable[Card], columns: Iterable[str]) -> None:
    """Raise NotPossible("cannot_be_parted_by") for a column that one of the indicators does not declare."""
    for one in asked:
        for column in columns:
            if column not in one.disaggregations:
                raise NotPossible("cannot_be_parted_by", indicator=one.name, column=column)
