"""Where an act of the audit trail leads: to the design or the version that it is about, within a reader's scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from nawl.accounts.models import AuditSubject, User
from nawl.accounts.queries import Act
from nawl.places.queries import holds
from nawl.production.models import ChartVersion, Design
from nawl.production.rules import SEERS

OURS = "production."
OF_DESIGNS = "production.design_"
"""Acts on a design as a whole; they touch its first version too, and lead to the design all the same."""


@dataclass(frozen=True)
class Lead:
    """The design that an act is about, and its version where it is about one."""

    design: Design
    number: int | None


def untold(user: User) -> tuple[str, ...]:
    """Return how the verbs begin that a reader is told of nowhere: who sees no designs is told of no act on them."""
    return () if holds(user, SEERS) else (OURS,)


def leads_of(acts: Iterable[Act], user: User) -> Mapping[UUID, Lead]:
    """Return where acts lead, by their entries; acts on other things lead nowhere. Three queries, or none."""
    verbs = {act.entry: act.verb for act in acts if act.verb.startswith(OURS)}
    if not verbs or untold(user):
        return {}
    kinds = {model._meta.label_lower: model for model in (Design, ChartVersion)}
    told = AuditSubject.objects.filter(entry__in=verbs, kind__in=kinds).values_list("entry", "kind", "key")
    by_kind: dict[str, dict[UUID, UUID]] = {kind: {} for kind in kinds}
    for entry, kind, key in told:
        by_kind[kind][entry] = UUID(key)
    designs, versions = (by_kind[model._meta.label_lower] for model in (Design, ChartVersion))
    titled = Design.objects.visible_to(user).in_bulk(set(designs.values()))
    numbers = dict(
        ChartVersion.objects.visible_to(user).filter(pk__in=set(versions.values())).values_list("pk", "number")
    )
    return {
        entry: Lead(titled[key], None if verbs[entry].startswith(OF_DESIGNS) else numbers.get(versions.get(entry)))
        for entry, key in designs.items()
        if key in titled
    }
