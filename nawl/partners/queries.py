"""Reading the partners: organisations within a reader's scope, their agreements, who operates a facility.

A reader sees an organisation that has an agreement at a facility within their scope, or one for the whole programme
(an agreement that names no facility); who reads the whole programme sees all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from rapidfuzz import fuzz, process

from nawl.accounts.models import User
from nawl.kit.arabic import normalise, tokens
from nawl.kit.clock import today
from nawl.kit.errors import NotFound, NotPossible
from nawl.partners.models import Agreement, Organisation
from nawl.partners.rules import KEEPERS, SIGNERS
from nawl.places.models import Facility
from nawl.places.queries import holds, may
from nawl.places.scope import scope_of

PAGE_SIZE = 30
NEAR_ENOUGH = 65
NEAREST_SHOWN = 3


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation and what of its work lies within the reader's scope."""

    organisation: Organisation
    facilities: int
    running: int


@dataclass(frozen=True)
class OrganisationList:
    """One page of organisations, and what it was asked for."""

    search: str
    rows: tuple[OrganisationRow, ...]
    page: Page[Organisation]
    total: int


@dataclass(frozen=True)
class AgreementRow:
    """An agreement, the facilities of it within the reader's scope, and whether it runs today."""

    agreement: Agreement
    facilities: tuple[Facility, ...]
    is_running: bool
    is_of_programme: bool
    may_end: bool


def organisations_seen_by(
    user: User, search: str = "", *, page: int | str = 1, size: int = PAGE_SIZE
) -> OrganisationList:
    """Return one page of the organisations within the user's scope, by any words of their names; queries are fixed."""
    rows = _searched(visible_organisations(user), search).order_by("code")
    paginator = Paginator(rows, size)
    shown = paginator.get_page(page)
    facilities = _counts(shown.object_list, user, running_only=False)
    running = _counts(shown.object_list, user, running_only=True)
    listed = tuple(OrganisationRow(one, facilities.get(one.pk, 0), running.get(one.pk, 0)) for one in shown)
    return OrganisationList(search, listed, shown, paginator.count)


def organisation_seen_by(user: User, code: str) -> Organisation:
    """Return the organisation with this code; `not_found` when there is none within the user's scope."""
    organisation = visible_organisations(user).filter(code=code.strip().upper()).first()
    if organisation is None:
        raise NotFound("not_found")
    return organisation


def visible_organisations(user: User) -> QuerySet[Organisation]:
    """Return the organisations within the user's scope."""
    scope = scope_of(user)
    if scope.is_national:
        return Organisation.objects.all()
    if scope.condition("") is None:
        return Organisation.objects.none()
    return Organisation.objects.filter(Exists(visible_agreements(user).filter(organisation=OuterRef("pk"))))


def visible_agreements(user: User) -> QuerySet[Agreement]:
    """Return the agreements at facilities within the user's scope, and those for the whole programme."""
    scope = scope_of(user)
    if scope.is_national:
        return Agreement.objects.all()
    condition = scope.condition("facility__")
    if condition is None:
        return Agreement.objects.none()
    links = _Links.objects.filter(agreement=OuterRef("pk"))
    return Agreement.objects.filter(Exists(links.filter(condition)) | ~Exists(links))


def agreement_seen_by(user: User, key: UUID) -> Agreement:
    """Return the agreement with this id; `not_found` when there is none within the user's scope."""
    agreement = visible_agreements(user).select_related("organisation").filter(pk=key).first()
    if agreement is None:
        raise NotFound("not_found")
    return agreement


def agreements_of(organisation: Organisation, user: User) -> list[AgreementRow]:
    """Return an organisation's agreements within the user's scope, newest first, each with its facilities there."""
    agreements = list(visible_agreements(user).filter(organisation=organisation).order_by("-starts_on", "number"))
    covered: dict[UUID, list[Facility]] = {one.pk: [] for one in agreements}
    links = _Links.objects.filter(agreement__in=agreements).select_related("facility").order_by("facility__code")
    for link in links:
        covered[link.agreement_id].append(link.facility)
    seen = set(Facility.objects.visible_to(user).filter(agreements__in=agreements).values_list("pk", flat=True))
    return [_row(one, covered[one.pk], seen, user) for one in agreements]


def _row(agreement: Agreement, covered: Sequence[Facility], seen: AbstractSet[UUID], user: User) -> AgreementRow:
    return AgreementRow(
        agreement=agreement,
        facilities=tuple(one for one in covered if one.pk in seen),
        is_running=is_running(agreement, today()),
        is_of_programme=not covered,
        may_end=may_sign(user, covered) and (agreement.ends_on is None or agreement.ends_on > today()),
    )


def covered_by(agreement: Agreement) -> list[Facility]:
    """Return every facility that an agreement names, also beyond the reader's scope: for the rules of signing."""
    rows = Facility.objects.unscoped("whoever ends an agreement must hold all its facilities")
    return list(rows.filter(agreements=agreement).order_by("code"))


def may_sign(user: User, facilities: Sequence[Facility]) -> bool:
    """Say whether the user may sign for all of the facilities; for none, which is the whole programme, who keeps it."""
    if not facilities:
        return may(user, KEEPERS, at=None)
    return all(may(user, SIGNERS, at=facility) for facility in facilities)


def facilities_to_sign_for(user: User) -> list[Facility]:
    """Return the facilities within the user's scope for which they may sign an agreement, by code."""
    if not holds(user, SIGNERS):
        return []
    rows = Facility.objects.visible_to(user).select_related("governorate").order_by("code")
    return [one for one in rows if may(user, SIGNERS, at=one)]


def facilities_of(organisation: Organisation, user: User) -> QuerySet[Facility]:
    """Return the facilities within the user's scope that an organisation operates today, by code."""
    running = Agreement.objects.filter(_runs_on(today()), organisation=organisation)
    rows: QuerySet[Facility] = Facility.objects.visible_to(user).filter(agreements__in=running)
    return rows.select_related("area", "governorate").distinct().order_by("code")


def operator_of(facility: Facility, on: date | None = None) -> Organisation | None:
    """Return the partner that operates a facility on a day (today); None when the directorate does."""
    return operators_of([facility], on).get(facility.pk)


def operators_of(facilities: Iterable[Facility], on: date | None = None) -> dict[UUID, Organisation]:
    """Return who operates each of the facilities on a day (today), by the facility's id; one query."""
    links = (
        _Links.objects.filter(_runs_on(on or today(), "agreement__"), facility__in=[one.pk for one in facilities])
        .select_related("agreement__organisation")
        .order_by("agreement__starts_on")
    )
    return {link.facility_id: link.agreement.organisation for link in links}


def is_running(agreement: Agreement, day: date) -> bool:
    """Say whether an agreement runs on a day."""
    return agreement.starts_on <= day and (agreement.ends_on is None or agreement.ends_on >= day)


def find_organisation(text: str, among: QuerySet[Organisation] | None = None) -> Organisation:
    """Return the organisation that a text names: its code, or a name in any spelling, whole or in part.

    `among` are those that the reader sees; without it, all. Raises `organisation_unknown` with the nearest names,
    `organisation_unheard` when none is near, or `organisation_ambiguous` with the candidates.
    """
    rows = Organisation.objects.all() if among is None else among
    found = list(rows.filter(code=text.strip().upper())) or _named(rows, text)
    if len(found) > 1:
        raise NotPossible("organisation_ambiguous", text=text, candidates=[_labelled(one) for one in found])
    if found:
        return found[0]
    nearest = _nearest(rows, text)
    if nearest:
        raise NotFound("organisation_unknown", text=text, nearest=nearest)
    raise NotFound("organisation_unheard", text=text)


def organisation_to_engage(user: User, text: str) -> Organisation:
    """Return the organisation that an agreement is made with: any by its exact code or whole name, else those one sees.

    Both stand on the paper; whoever has it may engage an organisation that works elsewhere so far.
    """
    every = Organisation.objects.all()
    exact = list(every.filter(code=text.strip().upper())) or _called(every, text)
    return exact[0] if len(exact) == 1 else find_organisation(text, visible_organisations(user))


_Links = Agreement.facilities.through


def _runs_on(day: date, prefix: str = "") -> Q:
    open_end = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    return Q(**{f"{prefix}starts_on__lte": day}) & open_end


def _searched(rows: QuerySet[Organisation], search: str) -> QuerySet[Organisation]:
    for word in tokens(search):
        rows = rows.filter(search_key__contains=word)
    return rows


def _counts(organisations: Iterable[Organisation], user: User, *, running_only: bool) -> Mapping[UUID, int]:
    """Return how many facilities in scope each has agreements for, or how many of its agreements run today."""
    rows = visible_agreements(user).filter(organisation__in=[one.pk for one in organisations])
    if running_only:
        counted = rows.filter(_runs_on(today())).order_by().values_list("organisation").annotate(n=Count("pk"))
        return dict(counted)
    condition = scope_of(user).condition("facility__")
    links = _Links.objects.filter(_runs_on(today(), "agreement__"), agreement__in=rows)
    links = links.none() if condition is None else links.filter(condition)
    return dict(links.order_by().values_list("agreement__organisation").annotate(n=Count("facility", distinct=True)))


def _named(rows: QuerySet[Organisation], text: str) -> list[Organisation]:
    """Return those of exactly this name, else those that bear all its words, of which one alone says too little."""
    exact = _called(rows, text)
    return exact or (list(_searched(rows, text).order_by("code")) if len(tokens(text)) > 1 else [])


def _called(rows: QuerySet[Organisation], text: str) -> list[Organisation]:
    """Return those whose whole name, in one of its languages and any spelling, is the text."""
    words = tokens(text)
    bearing = _searched(rows, text).order_by("code") if words else rows.none()
    return [one for one in bearing if words in (tokens(one.name_ar), tokens(one.name_en))]


def _nearest(rows: QuerySet[Organisation], text: str) -> list[str]:
    every = list(rows)
    names = {f"{one.pk}{n}": name for one in every for n, name in enumerate((one.name_ar, one.name_en)) if name}
    keys = {key: normalise(name) for key, name in names.items()}
    matches = process.extract(normalise(text), keys, scorer=fuzz.ratio, limit=NEAREST_SHOWN, score_cutoff=NEAR_ENOUGH)
    return list(dict.fromkeys(names[key] for _name, _score, key in matches))


def _labelled(organisation: Organisation) -> str:
    return f"{organisation.name} ({organisation.code})"
