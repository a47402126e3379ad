"""Every refusal of the ground floor has its sentence, with the facts it is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nawl import kit
from nawl.ui.sentences.kit import SENTENCES

REFUSAL = re.compile(r'NotPossible\("(\w+)", ([^)]*)\)')
SOURCE = "".join(file.read_text(encoding="utf-8") for file in Path(kit.__file__).parent.rglob("*.py"))
RAISED = [(code, set(re.findall(r"(\w+)=", facts))) for code, facts in REFUSAL.findall(SOURCE)]


@pytest.mark.parametrize(("code", "facts"), RAISED)
def test_a_refusal_has_a_sentence_made_of_its_facts(code: str, facts: set[str]) -> None:
    assert set(re.findall(r"%\((\w+)\)s", str(SENTENCES[code]))) <= facts


def test_no_sentence_is_left_without_a_refusal() -> None:
    assert set(SENTENCES) == {code for code, _ in RAISED}
