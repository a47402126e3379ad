"""Lists and ways: tags, steps, facts, feed, filters, tabs, segments, crumbs, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import RequestContext

from nawl.ui.parts import Choice, Crumb, Event, Fact, State, Step

register = template.Library()


@register.inclusion_tag("ui/tag.html")
def tag(word: str, state: State = "", box: bool = False) -> dict[str, Any]:
    """`{% tag _("Approved") "good" box=True %}`: a state as a knot and a word."""
    return {"word": word, "state": state, "box": box}


@register.inclusion_tag("ui/steps.html")
def steps(steps: Sequence[Step], label: str = "") -> dict[str, Any]:
    """`{% steps course label=… %}`: done, now, next; each says who or what is missing."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("ui/facts.html")
def facts(rows: Iterable[Fact]) -> dict[str, Any]:
    """`{% facts rows %}`: names and values of one record."""
    return {"rows": list(rows)}


@register.inclusion_tag("ui/feed.html")
def feed(events: Iterable[Event]) -> dict[str, Any]:
    """`{% feed events %}`: knots on a thread, newest first."""
    return {"events": list(events)}


@register.inclusion_tag("ui/chips.html")
def chips(choices: Iterable[Choice], label: str) -> dict[str, Any]:
    """`{% chips filters label=… %}`: filters that live in the address."""
    return {"choices": list(choices), "label": label}


@register.inclusion_tag("ui/tabs.html")
def tabs(choices: Iterable[Choice], label: str) -> dict[str, Any]:
    """`{% tabs pages label=… %}`: the pages of one record."""
    return {"choices": list(choices), "label": label}


@register.inclusion_tag("ui/segments.html")
def segments(choices: Iterable[Choice], label: str) -> dict[str, Any]:
    """`{% segments periods label=… %}`: a few choices, one of them on."""
    return {"choices": list(choices), "label": label}


@register.inclusion_tag("ui/crumbs.html")
def crumbs(trail: Iterable[Crumb]) -> dict[str, Any]:
    """`{% crumbs trail %}`: the way to this page; the last has no address."""
    return {"trail": list(trail)}


@register.inclusion_tag("ui/pages.html", takes_context=True)
def pages(context: RequestContext, page: Page[Any], name: str = "page") -> dict[str, Any]:
    """`{% pages page %}`: newer, older and where one is; the rest of the address stays."""
    query = context["request"].GET.copy()
    query.pop(name, None)
    return {"page": page, "name": name, "rest": f"&{query.urlencode()}" if query else ""}
