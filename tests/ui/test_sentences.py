"""Every refusal that the programme can give has a whole sentence, and its facts are given where it is raised."""

from __future__ import annotations

import ast
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from django.utils import translation

from nawl.kit.errors import NotPossible
from nawl.kit.periods import Period
from nawl.ui import sentences
from nawl.ui.sentences import all_sentences, sentence

ROOT = Path(__file__).resolve().parents[2]
ERRORS = {"ProgrammeError", "NotAllowed", "NotPossible", "NotFound", "Conflict"}
FACT = re.compile(r"%\(([a-z_]\w*)(?::\w+)?\)")


class Raised(NamedTuple):
    """One place where a code is raised; `facts` is None where they are handed on as a whole."""

    code: str
    facts: frozenset[str] | None
    where: str


def raised() -> list[Raised]:
    found = []
    for path in sorted((ROOT / "nawl").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ERRORS and node.args:
                found += _of_call(node, f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _of_call(node: ast.Call, where: str) -> list[Raised]:
    first = node.args[0]
    codes = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    given = [keyword.arg for keyword in node.keywords]
    facts = None if None in given else frozenset(given)
    return [Raised(code.value, facts, where) for code in codes if isinstance(code, ast.Constant)]


RAISED = raised()


def test_refusals_are_found_in_the_code():
    assert len({one.code for one in RAISED}) > 20


@pytest.mark.parametrize("one", RAISED, ids=lambda one: f"{one.code}@{one.where}")
def test_a_code_that_is_raised_has_a_sentence_and_its_facts(one):
    assert one.code in all_sentences(), f"{one.code}, raised in {one.where}, has no sentence"
    needed = set(FACT.findall(str(all_sentences()[one.code])))
    assert one.facts is None or needed <= one.facts, f"{one.where} does not give {sorted(needed - set(one.facts))}"


@pytest.mark.parametrize("code", sorted(all_sentences()))
def test_a_sentence_is_whole_in_both_languages_and_names_the_same_facts(code):
    text = all_sentences()[code]
    with translation.override("en"):
        english = str(text)
    with translation.override("ar"):
        arabic = str(text)
    assert english[0].isupper() or english[0] in "“%"
    assert english.rstrip("”").endswith((".", "?", ")s"))
    assert re.search(r"[\u0621-\u064a]", arabic), f"{code} is not in Arabic"
    assert set(FACT.findall(english)) == set(FACT.findall(arabic))


def test_facts_are_shown_in_the_language_and_digits_of_the_reader(monkeypatch, as_reader):
    every = "%(day)s|%(period)s|%(number)s|%(share)s|%(names)s|%(year)s|%(text)s"
    monkeypatch.setattr(sentences, "all_sentences", lambda: {"every": every})
    error = NotPossible(
        "every",
        day=date(2022, 7, 14),
        period=Period.month(2022, 6),
        number=155_000,
        share=Decimal("0.5"),
        names=["أ", "ب", "ج"],
        year=2022,
        text="SY1003",
    )
    with as_reader("ar", "arabic"):
        assert sentence(error) == "١٤ تموز ٢٠٢٢|حزيران ٢٠٢٢|١٥٥٬٠٠٠|٠٫٥|أ، ب وج|٢٠٢٢|\u2068SY1003\u2069"
    with as_reader("en"):
        assert (
            sentence(error)
            == "14 July 2022|June 2022|155,000|0.5|\u2068أ\u2069, \u2068ب\u2069 and \u2068ج\u2069|2022|SY1003"
        )


@pytest.mark.parametrize(
    ("language", "digits", "high", "said"),
    [
        ("ar", "arabic", 900, "من ١٠ إلى ٩٠٠ سطر"),
        ("ar", "arabic", 450, "من ١٠ إلى ٤٥٠ سطراً"),
        ("ar", "western", 5, "من 10 إلى 5 أسطر"),
        ("en", "western", 1, "من 10 إلى 1 row"),
        ("ar", "western", "", "من 10 إلى "),
    ],
)
def test_a_sentences_own_number_and_what_it_counts_follow_the_reader(
    monkeypatch, as_reader, language, digits, high, said
):
    monkeypatch.setattr(sentences, "all_sentences", lambda: {"counting": "من %(10)s إلى %(high:knot_row)s"})
    with as_reader(language, digits):
        assert sentence(NotPossible("counting", high=high)) == said


def test_an_unknown_code_gives_a_general_sentence_and_a_warning(caplog, as_reader):
    with as_reader("en"):
        assert sentence(NotPossible("never_heard_of")) == "This cannot be done now."
    assert "never_heard_of" in caplog.text


def test_a_missing_fact_breaks_no_page(monkeypatch, caplog):
    monkeypatch.setattr(sentences, "all_sentences", lambda: {"short": "Until %(day)s."})
    assert sentence(NotPossible("short")) == "Until …."
    assert "day" in caplog.text


@pytest.mark.parametrize(
    ("language", "fact", "shown"),
    [
        ("en", "الحاشية رفيعة.", "Reason: \u2068الحاشية رفيعة.\u2069."),
        ("en", "too thin", "Reason: too thin."),
        ("ar", "CHC-2022-0001 (old)", "Reason: \u2068CHC-2022-0001 (old)\u2069."),
        ("ar", "الحاشية رفيعة", "Reason: الحاشية رفيعة."),
        ("en", "<b>أ</b>", "Reason: \u2068<b>أ</b>\u2069."),
        ("en", "22-107", "Reason: 22-107."),
    ],
)
def test_a_fact_that_runs_the_other_way_keeps_its_own_stops(monkeypatch, as_reader, language, fact, shown):
    monkeypatch.setattr(sentences, "all_sentences", lambda: {"given": "Reason: %(reason)s."})
    with as_reader(language):
        said = sentence(NotPossible("given", reason=fact))
    assert said == shown
    assert not hasattr(said, "__html__")
