"""The page as one file: nothing from outside, its language and direction, every table and drawing."""

from __future__ import annotations

import re

import pytest

from nawl.reports.document import Document
from nawl.reports.formats.page import make_html


@pytest.fixture(scope="module")
def html(arabic: Document) -> str:
    return make_html(arabic).decode()


def test_it_needs_nothing_else(html: str) -> None:
    outside = list(re.findall(r"""(?:src|href)="([^"]*)"|url\("?([^")]*)""", html))
    addresses = [address for pair in outside for address in pair if address]
    assert not [address for address in addresses if not address.startswith(("#", "data:"))]
    assert "<script" not in html


def test_it_is_arabic_from_the_right(html: str) -> None:
    assert '<html lang="ar" dir="rtl"' in html
    assert "١٥٥٬٠٠٠" in html


def test_it_holds_every_table_and_drawing(html: str, arabic: Document) -> None:
    assert html.count("<table") == len(arabic.tables)
    assert html.count("<figcaption") == len(arabic.pictures)
    for picture in arabic.pictures:
        assert f'<svg role="img" direction="ltr" aria-label="{picture.alt}"' in html


def test_text_from_the_records_is_never_markup(english: Document) -> None:
    from dataclasses import replace

    made = make_html(replace(english, subtitle="<b onload=x>")).decode()
    assert "<b onload" not in made
    assert "&lt;b onload=x&gt;" in made
