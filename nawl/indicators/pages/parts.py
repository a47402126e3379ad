"""Where a figure leads in one step: its sentence, its parts, its records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext as _

from nawl.indicators.choices import Disaggregation
from nawl.indicators.labels import names_of
from nawl.indicators.pages.asking import Asked, columns_to_part_by, read_asked
from nawl.indicators.queries import breakdown_of, card
from nawl.indicators.records import RecordDay, days_behind
from nawl.indicators.showing import counted_text, number_text, parts_url, period_choices
from nawl.indicators.values import Breakdown, Card, Part, Question, Value
from nawl.indicators.words import basis_sentence, overlap_sentence
from nawl.kit.periods import Period
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb

if TYPE_CHECKING:
    from nawl.accounts.models import User


@dataclass(frozen=True)
class PartRow:
    """One part as its row shows it."""

    label: str
    code: str
    number: str
    url: str
    share: Any
    width: int
    of: str


@dataclass(frozen=True)
class PartsPage:
    """Everything on the page of one figure."""

    value: Value
    heading: str
    basis: str
    crumbs: list[Crumb]
    periods: list[Choice]
    conditions: list[Choice]
    columns: list[Choice]
    column: str
    rows: list[PartRow]
    has_codes: bool
    total: str
    adds_up: bool
    overlap: str
    whole: str
    part: str
    records: list[RecordDay]
    records_label: str
    page: Page[Any]
    spans_facilities: bool


def parts_page(code: str, query: QueryDict, user: User) -> PartsPage:
    """Return the page of a figure for the question in its address."""
    indicator = card(code)
    asked = read_asked(query, indicator, user)
    question = asked.question
    found = breakdown_of(indicator, question, (asked.by,) if asked.by else (), user)
    page, records = days_behind(indicator, question, user, asked.page)
    total = found.total
    return PartsPage(
        value=total,
        heading=counted_text(indicator, total.number) if total.has_records else _("No records"),
        basis=basis_sentence(total.note),
        crumbs=_crumbs(indicator, question),
        periods=period_choices(question.period, _to_period(indicator, asked)),
        conditions=_conditions(indicator, question, user),
        columns=_columns(indicator, asked),
        column=str(Disaggregation(asked.by).label) if asked.by else "",
        rows=_rows(indicator, found),
        has_codes=asked.by in ("facility", "activity"),
        total=number_text(indicator, total.number),
        adds_up=found.adds_up and not indicator.is_share,
        overlap="" if found.adds_up else overlap_sentence(total.note),
        part="" if total.part is None else words.number(total.part),
        whole="" if total.whole is None else words.number(total.whole),
        records=records,
        records_label=_("Persons, of both sexes") if indicator.is_share else indicator.name,
        page=page,
        spans_facilities=question.place.level != "facility",
    )


def _to_period(indicator: Card, asked: Asked) -> Callable[[Period], str]:
    def address(period: Period) -> str:
        return parts_url(indicator.code, asked.question.address(period=period.code, by=asked.by))

    return address


def _crumbs(indicator: Card, question: Question) -> list[Crumb]:
    """Return the way down: the indicator, then each place above; the last is this place."""
    place = question.place
    above = [Crumb(one.name, parts_url(indicator.code, question.address(place=one.code))) for one in place.above]
    return [*above, Crumb(place.name)]


def _conditions(indicator: Card, question: Question, user: User) -> list[Choice]:
    """Return each narrowing condition as a chip whose link takes it away."""
    return [
        Choice(
            _("%(column)s: %(value)s")
            % {"column": Disaggregation(column).label, "value": _values(column, values, user)},
            parts_url(indicator.code, question.address(**{column: ""})),
            on=True,
        )
        for column, values in question.where
    ]


def _values(column: str, values: Sequence[str], user: User) -> str:
    names = names_of(column, values, user)
    return words.listed([names.get(value, value) for value in values])


def _columns(indicator: Card, asked: Asked) -> list[Choice]:
    return [
        Choice(
            str(Disaggregation(column).label),
            parts_url(indicator.code, asked.question.address(by=column)),
            column == asked.by,
        )
        for column in columns_to_part_by(indicator, asked.question)
    ]


def _rows(indicator: Card, found: Breakdown) -> list[PartRow]:
    if not found.by:
        return []
    longest = max((part.number or 0 for part in found.parts), default=0)
    return [_row(indicator, part, longest) for part in found.parts]


def _row(indicator: Card, part: Part, longest: Any) -> PartRow:
    of = ""
    if indicator.is_share and part.pair[1]:
        of = _("%(part)s of %(whole)s") % {
            "part": words.number(part.pair[0] or 0),
            "whole": words.number(part.pair[1]),
        }
    return PartRow(
        label=part.label,
        code=part.key,
        number=number_text(indicator, part.number),
        url=parts_url(indicator.code, part.address),
        share=part.share,
        width=round(100 * float(part.number or 0) / float(longest)) if longest else 0,
        of=of,
    )
