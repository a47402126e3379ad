"""The reference pages say what the code says."""

from __future__ import annotations

import pytest

from config.cli.documents import DOCS, reference_pages
from config.env import ROOT


@pytest.mark.parametrize("name", ["settings", "commands", "indicators", "addresses"])
def test_a_reference_page_is_printed_from_the_code_as_it_stands(name: str) -> None:
    pages = reference_pages()
    path = DOCS / "reference" / f"{name}.md"
    assert set(pages) == {
        DOCS / "reference" / f"{one}.md" for one in ("settings", "commands", "indicators", "addresses")
    }
    assert path.exists(), "run `make docs`"
    assert path.read_text(encoding="utf-8") == pages[path], "run `make docs`"


def test_every_link_of_the_readme_leads_somewhere() -> None:
    import re

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")}
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]
