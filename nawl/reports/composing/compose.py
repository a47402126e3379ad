"""One report in one language: cover, sections and annexes, all from the frozen data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.reports.composing import apart, pictures, summary, tables
from nawl.reports.composing.cover import cover
from nawl.reports.composing.method import counted_once, method, not_covered
from nawl.reports.data import ReportData
from nawl.reports.document import Block, Document, HeadFigure, HeadFigures, Picture, Prose, Section, Table
from nawl.reports.voice import Voice, short_basis

_ANNEX_LETTERS = {"ar": "أبجدهوز", "en": "ABCDEFG"}
Part = tuple[str, tuple[Block, ...]]


def compose(data: ReportData, language: str, *, address: str = "", sha256: str = "") -> Document:
    """Return the worded report.

    `address` is the server's own, before the path that verifies the number; `sha256` the hash of its issue, where it
    was issued before.
    """
    with translation.override(language):
        voice = Voice(language)
        parts = [part for part in _parts(data, voice) if part[1]]
        annexes = [part for part in _annexes(data, voice) if part[1]]
        numbers = [voice.number(place) for place in range(1, len(parts) + 1)]
        sections = [
            *(Section(sign, title, blocks) for sign, (title, blocks) in zip(numbers, parts, strict=True)),
            *(
                Section(sign, title, blocks, is_annex=True)
                for sign, (title, blocks) in zip(_ANNEX_LETTERS[language], annexes, strict=False)
            ),
        ]
        return replace(cover(data, voice, address, sha256 or data.sha256), sections=_numbered(sections, voice))


def _parts(data: ReportData, voice: Voice) -> Iterable[Part]:
    yield _("Summary"), _summary(data, voice)
    yield _("Month by month"), _months(data, voice)
    where = _("By governorate") if data.place.is_programme else _("By district")
    yield where, _places(data, voice)
    yield _("By activity type"), _types(data, voice)
    yield _("By sex and age"), _ages(data, voice)
    for centre in data.alternatives:
        yield voice.name(centre.facility.name), apart.blocks(data, centre, voice)
    yield _("How it was counted"), method(data, voice)
    yield _("Not covered yet"), not_covered(voice)


def _annexes(data: ReportData, voice: Voice) -> Iterable[Part]:
    yield _("Centres and units"), (tables.facility_table(data, voice),) if data.facilities else ()
    yield _("Changes since the earlier issue"), _changes(data, voice)


def _summary(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    return (
        Prose(summary.reach(data, voice)),
        Prose(summary.work(data, voice)),
        HeadFigures(tuple(_head_figures(data, voice))),
        *apart.aside(data, voice),
        tables.headline_table(data, voice),
    )


def _head_figures(data: ReportData, voice: Voice) -> Iterable[HeadFigure]:
    for figure in data.figures:
        reached = figure.value / figure.target if figure.target and figure.value is not None else None
        target = ""
        if figure.target:
            facts = {"share": voice.share(figure.value, figure.target), "target": voice.number(figure.target)}
            target = _("%(share)s of the target %(target)s") % facts
        basis = short_basis(figure.basis, data.period)
        yield HeadFigure(figure.value, voice.name(figure.name), basis, target=target, reached=reached)


def _places(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    if not data.places:
        return ()
    drawn = pictures.place_map(data, voice)
    table = replace(tables.place_table(data, voice), note=_sums_of_places(data))
    bars = (pictures.place_bars(data, voice),) if len(data.places) > 1 and data.totals.people else ()
    return (table, *bars, *((drawn,) if drawn else ()))


def _sums_of_places(data: ReportData) -> str:
    if data.place.is_programme:
        return _(
            "Each activity and each centre lies in one governorate, so that each column adds up to its total. Columns of different"
            " bases are never added to each other."
        )
    return _(
        "Each activity and each centre lies in one district, so that each column adds up to its total. Columns of different"
        " bases are never added to each other."
    )


def _types(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    if not data.types:
        return ()
    note = _(
        "Each activity is of one type, and persons and services stand under the activity that they were counted in, so that"
        " each column adds up to its total."
    )
    table = replace(tables.type_table(data, voice), note=note)
    return (table, pictures.type_bars(data, voice)) if data.totals.people else (table,)


def _ages(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    if not data.sexes:
        return ()
    people, services = tables.sex_tables(data, voice)
    return (people, pictures.age_bars(data, voice), services)


def _months(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    if not data.months:
        return ()
    table = tables.month_table(
        _("By month"), data.months, data.totals, voice, caption=_("What the centres and units did, by month")
    )
    if len(data.months) == 1:
        return (replace(table, note=counted_once()),)
    return (pictures.month_columns(data, voice), replace(table, note=counted_once()))


def _changes(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    if not data.issue.supersedes:
        return ()
    facts = {"number": data.issue.supersedes, "count": voice.number(len(data.changes))}
    if not data.changes:
        said = _("This issue takes the place of %(number)s. No figure differs; names or definitions do.") % facts
        return (Prose((said,)),)
    said = (
        ngettext(
            "This issue takes the place of %(number)s. %(count)s figure differs.",
            "This issue takes the place of %(number)s. %(count)s figures differ.",
            len(data.changes),
        )
        % facts
    )
    return (Prose((said,)), tables.change_table(data, voice))


def _numbered(sections: Iterable[Section], voice: Voice) -> tuple[Section, ...]:
    """Number the tables and the pictures through the whole report."""
    counts = {Table: 0, Picture: 0}
    label: dict[type, Callable[[str, str], str]] = {
        Table: lambda n, caption: _("Table %(n)s: %(caption)s") % {"n": n, "caption": caption},
        Picture: lambda n, caption: _("Figure %(n)s: %(caption)s") % {"n": n, "caption": caption},
    }

    def number(block: Block) -> Block:
        if not isinstance(block, Table | Picture):
            return block
        counts[type(block)] += 1
        return replace(block, caption=label[type(block)](voice.number(counts[type(block)]), block.caption))

    return tuple(replace(part, blocks=tuple(number(block) for block in part.blocks)) for part in sections)
