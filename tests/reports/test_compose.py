"""The worded report: what it holds, that columns name their basis, that nothing distinct is summed, that all is said."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from nawl.reports.composing.compose import compose
from nawl.reports.data import Change, Counts, Issue, Line, Name, Place
from nawl.reports.document import Apart, Document, Picture, Prose, Table, Terms
from tests.factories.reports import ACTIVITIES, FACILITIES, PEOPLE, SERVICES, issued_report, sample_report


def table(document: Document, label: str) -> Table:
    return next(found for found in document.tables if found.label == label)


def test_the_sections_stand_in_their_order(english: Document) -> None:
    assert [(part.sign, part.title) for part in english.sections] == [
        ("1", "Summary"),
        ("2", "Month by month"),
        ("3", "By governorate"),
        ("4", "By activity type"),
        ("5", "By sex and age"),
        ("6", "Alternative centre at Al-Haydariyah"),
        ("7", "How it was counted"),
        ("8", "Not covered yet"),
        ("A", "Centres and units"),
    ]


def test_both_languages_say_the_same_things(arabic: Document, english: Document) -> None:
    def shape(document: Document) -> list[tuple[object, ...]]:
        return [(type(block), len(getattr(block, "rows", ()))) for part in document.sections for block in part.blocks]

    def numbers(document: Document) -> list[object]:
        return [cell for found in document.tables for row in found.rows for cell in row if not isinstance(cell, str)]

    assert shape(arabic) == shape(english)
    assert numbers(arabic) == numbers(english)


def test_arabic_documents_hold_no_western_digit_outside_codes(arabic: Document) -> None:
    texts = [arabic.title, arabic.subtitle, arabic.lead, arabic.synthetic, arabic.made_on]
    texts += [block.text for part in arabic.sections for block in part.blocks if isinstance(block, Prose | Apart)]
    texts += [
        item.meaning
        for part in arabic.sections
        for block in part.blocks
        if isinstance(block, Terms)
        for item in block.items
    ]
    texts += [found.caption for found in (*arabic.tables, *arabic.pictures)]
    assert not [text for text in texts if re.search(r"[0-9]", text)]


def test_nothing_in_arabic_is_left_in_english(arabic: Document) -> None:
    texts = [part.title for part in arabic.sections] + [found.caption for found in (*arabic.tables, *arabic.pictures)]
    texts += [text for found in arabic.tables for column in found.columns for text in (column.title, column.basis)]
    texts += [found.note for found in arabic.tables]
    assert not [text for text in texts if re.search(r"[A-Za-z]{3}", text)]


def test_every_column_of_counts_names_its_basis(english: Document) -> None:
    for found in english.tables:
        if found.label in {"Headline figures", "Changed figures"}:
            continue
        assert [column.title for column in found.columns if column.kind == "count" and not column.basis] == []


def test_headline_figures_name_their_basis_in_each_row(english: Document) -> None:
    details = table(english, "Headline figures").details
    assert details[0] == "persons, each once; compared with the first half of 2021"
    assert details[1] == "contacts, with repeats; compared with the second half of 2021"


def test_the_total_of_months_is_counted_anew_and_not_summed(english: Document) -> None:
    found = table(english, "By month")
    assert found.rows[-1] == ("Whole period", PEOPLE, SERVICES, ACTIVITIES, FACILITIES)
    assert sum(int(row[3] or 0) for row in found.rows[:-1]) != ACTIVITIES
    assert "not the sum of its column" in found.note


def test_tables_add_up_to_the_headline_figures(english: Document) -> None:
    for label in ("By governorate", "By activity type"):
        found = table(english, label)
        people = [column.title for column in found.columns].index("People served")
        assert sum(int(row[people] or 0) for row in found.rows[:-1]) == found.rows[-1][people] == PEOPLE


def test_a_column_in_which_nothing_is_counted_is_left_out() -> None:
    data = sample_report()
    types = tuple(replace(line, counts=replace(line.counts, facilities=None)) for line in data.types)
    found = table(compose(replace(data, types=types), "en"), "By activity type")
    assert "Centres and units at work" not in [column.title for column in found.columns]


def test_the_alternative_centre_is_in_no_table_of_the_others(english: Document) -> None:
    apart = [part for part in english.sections if part.title.startswith("Alternative")]
    assert len(apart) == 1
    others = [
        found for part in english.sections if part not in apart for found in part.blocks if isinstance(found, Table)
    ]
    assert not [row for found in others for row in found.rows if "Alternative centre at Al-Haydariyah" in row]


def test_what_is_not_covered_is_named_without_numbers(english: Document) -> None:
    part = next(part for part in english.sections if part.title == "Not covered yet")
    words = [item.word for block in part.blocks if isinstance(block, Terms) for item in block.items]
    assert {"Livelihood beneficiaries", "Weavers' contracts", "Productive grants", "Training courses"} <= set(words)
    texts = [item.meaning for block in part.blocks if isinstance(block, Terms) for item in block.items]
    assert not [text for text in texts if re.search(r"\d", text)]


def test_every_picture_has_words_in_its_place(arabic: Document, english: Document) -> None:
    for document in (arabic, english):
        assert len(document.pictures) == 5
        assert all(len(picture.alt) > 20 for picture in document.pictures)


def test_tables_and_pictures_are_numbered_through(english: Document) -> None:
    assert [found.caption.split(":")[0] for found in english.tables] == [f"Table {n}" for n in range(1, 9)]
    assert [found.caption.split(":")[0] for found in english.pictures] == [f"Figure {n}" for n in range(1, 6)]


def test_a_later_issue_lists_what_changed() -> None:
    change = Change("places", "SY10", Name("طرطوس", "Tartous"), "people", 30_000, 30_802)
    issue = Issue(True, issued_report().issue.made_on, "RPT-2022-0002-Y", 2, "RPT-2022-0001-X")
    document = compose(sample_report(issue=issue, changes=(change,)), "en")
    annex = document.sections[-1]
    assert annex.sign == "B"
    prose, found = annex.blocks
    assert isinstance(prose, Prose)
    assert prose.text == "This issue takes the place of RPT-2022-0001-X. 1 figure differs."
    assert isinstance(found, Table)
    assert found.rows == (("Tartous", "People served", 30_000, 30_802, 802),)


def test_a_governorate_has_districts_and_no_tiles() -> None:
    lines = (Line("SY1003", Name("صافيتا", "Safita"), Counts(10, 20, 1, 1)),)
    data = sample_report(place=Place("SY10", Name("طرطوس", "Tartous")), places=lines, alternatives=())
    document = compose(data, "en")
    assert document.band == "SY10"
    assert "Directorate of Social Affairs and Labour, Tartous" in document.letterhead
    assert [part.title for part in document.sections][2] == "By district"
    assert "of Tartous governorate" in document.lead
    assert not [picture for picture in document.pictures if "tiles" in picture.alt]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_period_without_records_still_makes_a_report(language: str) -> None:
    data = sample_report(places=(), types=(), sexes=(), months=(), alternatives=(), facilities=())
    figures = tuple(replace(figure, value=None, target=None, before=None) for figure in data.figures)
    document = compose(replace(data, figures=figures), language)
    assert len(document.sections) == 3
    assert not [block for part in document.sections for block in part.blocks if isinstance(block, Picture)]
