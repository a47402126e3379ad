"""Acts on designs lead to them: the address of each, and the design's title before what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.accounts.models import User
from nawl.accounts.queries import Act
from nawl.production.queries.leading import Lead, leads_of


def with_ways(acts: Sequence[Act], user: User) -> tuple[Act, ...]:
    """Return acts, those on a design with its title and the address of the design or the version."""
    leads = leads_of(acts, user)
    return tuple(_led(act, leads.get(act.entry) if act.entry else None) for act in acts)


def _led(act: Act, lead: Lead | None) -> Act:
    if lead is None:
        return act
    if lead.number is None:
        return replace(act, href=reverse("production:design", args=[lead.design.serial]))
    said = _("“%(title)s”: %(act)s") % {"title": lead.design.title, "act": act.sentence}
    return replace(act, sentence=said, href=reverse("production:version", args=[lead.design.serial, lead.number]))
