"""The reference pages say what the code says."""

from __future__ import annotations

import pytest

from config.cli.documents import reference_pages
from config.env import ROOT


@pytest.mark.parametrize("path", reference_pages(), ids=lambda path: path.name)
def test_a_reference_page_is_printed_from_the_code_as_it_stands(path: object) -> None:
    assert path.exists(), "run `make docs`"  # type: ignore[attr-defined]
    assert path.read_text(encoding="utf-8") == reference_pages()[path], "run `make docs`"  # type: ignore[attr-defined,index]


def test_every_link_of_the_readme_leads_somewhere() -> None:
    import re

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")}
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]
