"""Sentences whose numbers are doors."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString


def said(text: str, **facts: str) -> SafeString:
    """Fill a translated sentence, `%(name)s`, with facts: doors stay links, all else is escaped and kept whole."""
    if not facts:
        return escape(text)
    shown = {
        name: fact if isinstance(fact, SafeString) else format_html("<bdi>{}</bdi>", fact)
        for name, fact in facts.items()
    }
    return format_html(text.replace("{", "{{").replace("}", "}}").replace("%(", "{").replace(")s", "}"), **shown)


def link(text: str, href: str) -> SafeString:
    """Return a number as a door to an address."""
    return format_html('<a class="door" href="{}"><bdi>{}</bdi></a>', href, text)
