"""States of a page: notes, nothing yet, waiting, long work, two versions face to face."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from nawl.ui import words
from nawl.ui.parts import Difference, State

register = template.Library()
_NOTE_ICONS = {"info": "info", "good": "check", "late": "clock", "wrong": "warning", "line": "info"}


@register.simple_block_tag
def note(content: str, kind: Literal["info", "good", "late", "wrong", "line"] = "info") -> SafeString:
    """`{% note "late" %}June is 9 days late.{% endnote %}`: an icon and a sentence; «line» for definitions."""
    return render_to_string("ui/note.html", {"content": content, "kind": kind, "icon": _NOTE_ICONS[kind]})


@register.simple_block_tag
def card(content: str, title: str = "", aside: str = "", href: str = "", flush: bool = False) -> SafeString:
    """`{% card title=… aside=… href=… %}…{% endcard %}`: a sheet of paper; `flush` for tables and lists to its edges."""
    return render_to_string(
        "ui/card.html", {"content": content, "title": title, "aside": aside, "href": href, "flush": flush}
    )


@register.inclusion_tag("ui/empty.html")
def empty(
    title: str, reason: str = "", act: str = "", href: str = "", icon: str = "", kind: str = "main"
) -> dict[str, Any]:
    """`{% empty title reason act href kind="" %}`: says what will stand here and how to begin; `kind` as of a button."""
    return {"title": title, "reason": reason, "act": act, "href": href, "icon": icon, "kind": kind}


@register.inclusion_tag("ui/loading.html")
def loading(text: str) -> dict[str, Any]:
    """`{% loading _("The chart is being drawn.") %}`: shown by HTMX after 400 ms of waiting."""
    return {"text": text}


@register.inclusion_tag("ui/work.html")
def work(title: str, done: int, of: int, text: str = "", href: str = "", state: State = "") -> dict[str, Any]:
    """`{% work title done of text cancel_href %}`: long work with its bar; one may leave it and come back."""
    share = 0 if not of else round(100 * done / of)
    return {
        "title": title,
        "done": words.number(done),
        "of": words.number(of),
        "share": share,
        "text": text,
        "href": href,
        "state": state,
    }


@register.inclusion_tag("ui/conflict.html")
def conflict(differences: Sequence[Difference], who: str, when: str = "") -> dict[str, Any]:
    """`{% conflict differences who when %}`: two versions face to face, field by field, before anything is saved."""
    return {"rows": differences, "who": who, "when": when}
