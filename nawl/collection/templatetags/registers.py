"""Small parts of the pages of registers: knots of their states, sums by basis, from and to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nawl.collection.models import RegisterFile
from nawl.ui import words
from nawl.ui.parts import Crumb, Fact, State
from nawl.ui.tags.figures import figure
from nawl.ui.tags.marks import icon

register = template.Library()
_KNOTS: dict[str, State] = {"checked": "run", "recorded": "good", "refused": "wrong", "replaced": "open"}


@register.filter
def knot_of_register(state: str) -> State:
    """`{{ register.state|knot_of_register }}`: the knot that stands for a state."""
    return _KNOTS.get(state, "")


@register.filter
def field_name(name: str) -> str:
    """`{{ name|field_name }}`: what a changed field of a facility or activity is called."""
    names = {
        "name_ar": _("Arabic name"),
        "name_en": _("English name"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "opened_on": _("Opened on"),
        "area": _("Place"),
        "crafts": _("Crafts of the workshop"),
        "partner": _("Partner"),
        "title": _("Title"),
        "starts_on": _("First day"),
        "ends_on": _("Last day"),
        "reach": _("Persons to reach"),
    }
    return names.get(name, name)


@register.simple_tag
def from_to(before: int | str, after: int | str) -> SafeString:
    """`{% from_to 4 6 %}`: from what to what; one value where nothing changes."""
    first, last = (words.number(one) if isinstance(one, int) else one or "–" for one in (before, after))
    if first == last:
        return format_html('<bdi class="soft">{}</bdi>', first)
    sentence = _("%(before)s becomes %(after)s") % {"before": first, "after": last}
    return format_html(
        '<span class="from-to"><span aria-hidden="true"><bdi>{}</bdi> {} <bdi><b>{}</b></bdi></span>'
        '<span class="vh">{}</span></span>',
        first,
        icon("arrow"),
        last,
        sentence,
    )


@register.inclusion_tag("collection/_sums.html")
def register_sums(before: Sequence[int], after: Sequence[int], counts_first_visits: bool) -> dict[str, Any]:
    """`{% register_sums before after counts_first_visits %}`: both bases apart, against what stood before."""
    against = _("against what was recorded before")
    changes = [last - first if any(before) else None for first, last in zip(before, after, strict=True)]
    figures = [
        figure(_("Services delivered"), after[0], _("times a service was given"), change=changes[0], against=against)
    ]
    if counts_first_visits:
        basis = _("persons on their first visit this year")
        figures.append(figure(_("People served"), after[1], basis, change=changes[1], against=against))
    return {"figures": figures}


@register.inclusion_tag("ui/facts.html")
def register_facts(of: RegisterFile) -> dict[str, Any]:
    """`{% register_facts register %}`: the file, who sent it and when, who recorded it and when."""
    rows = [
        Fact(_("File name"), of.file_name),
        Fact(_("Size"), _("%(size)s kilobytes") % {"size": words.number(max(1, of.size // 1000))}),
        Fact(_("Lines"), words.number(of.row_count)),
        Fact(_("Received"), f"{words.day(of.received_at)} · {of.received_by.full_name}"),
    ]
    if of.recorded_at and of.recorded_by:
        rows.append(Fact(_("Recorded"), f"{words.day(of.recorded_at)} · {of.recorded_by.full_name}"))
    rows.append(Fact(_("Fingerprint (SHA-256)"), of.sha256[:16], code=True))
    return {"rows": rows}


@register.inclusion_tag("ui/crumbs.html")
def register_trail(of: RegisterFile) -> dict[str, Any]:
    """`{% register_trail register %}`: the way to the page of one register."""
    return {"trail": [Crumb(_("Received registers"), reverse("collection:register-list")), Crumb(of.file_name)]}
