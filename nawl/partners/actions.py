"""Writing in the partners: organisations are registered and revised, agreements signed and ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.accounts.rules import differences
from nawl.kit.arabic import normalise
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.partners.choices import OrganisationKind
from nawl.partners.models import Agreement, Organisation
from nawl.partners.queries import covered_by, may_sign
from nawl.partners.rules import KEEPERS, Term, clashing, is_code, next_code
from nawl.places.models import Facility
from nawl.places.queries import ensure_may
from nawl.places.rules import common_path, search_key


@transaction.atomic
def register_organisation(
    *, name_ar: str, by: User, name_en: str = "", kind: str = OrganisationKind.SOCIETY, code: str = ""
) -> Organisation:
    """Register a body that works with the programme; without a code it gets the next of ORG-1, ORG-2 and so on."""
    ensure_may(by, KEEPERS, at=None)
    _refuse_unfit_names(name_ar, name_en)
    organisation = Organisation(
        code=_fitting_code(code), name_ar=name_ar.strip(), name_en=name_en.strip(), kind=OrganisationKind(kind)
    )
    _refuse_same_name(organisation)
    organisation.search_key = search_key(organisation.name_ar, organisation.name_en, organisation.code)
    _save_new(organisation, NotPossible("organisation_code_taken", standing=organisation.code))
    facts = {"name": organisation.name_ar, "code": organisation.code, "kind": organisation.kind}
    record("partners.organisation_registered", by=by, subjects=[organisation], changes=facts)
    return organisation


@transaction.atomic
def revise_organisation(
    organisation: Organisation, *, name_ar: str, by: User, name_en: str = "", kind: str = OrganisationKind.SOCIETY
) -> Organisation:
    """Change an organisation's names and kind; its code stays. No difference, no entry."""
    ensure_may(by, KEEPERS, at=None)
    organisation = lock_rows(Organisation.objects.filter(pk=organisation.pk)).get()
    _refuse_unfit_names(name_ar, name_en)
    values = {"name_ar": name_ar.strip(), "name_en": name_en.strip(), "kind": OrganisationKind(kind).value}
    changes = differences({name: getattr(organisation, name) for name in values}, values)
    if not changes:
        return organisation
    for name, value in values.items():
        setattr(organisation, name, value)
    _refuse_same_name(organisation)
    organisation.search_key = search_key(organisation.name_ar, organisation.name_en, organisation.code)
    organisation.save()
    record("partners.organisation_revised", by=by, subjects=[organisation], changes=changes)
    return organisation


@transaction.atomic
def sign_agreement(
    organisation: Organisation,
    facilities: Sequence[Facility] = (),
    *,
    number: str,
    title: str,
    starts_on: date,
    by: User,
    ends_on: date | None = None,
) -> Agreement:
    """Record an agreement and the facilities that the partner operates under it; none means the whole programme.

    A facility has one operator at a time. The number is the one on paper and stands once.
    """
    _ensure_may_sign(by, facilities)
    number, title = " ".join(number.split()), title.strip()
    _refuse_unfit(number, title, starts_on, ends_on)
    locked = _locked(facilities)
    _refuse_two_operators(Term(organisation.pk, starts_on, ends_on), locked)
    agreement = Agreement(organisation=organisation, number=number, title=title, starts_on=starts_on, ends_on=ends_on)
    _save_new(agreement, NotPossible("agreement_number_taken", number=number))
    agreement.facilities.add(*locked)
    facts = {"number": number, "title": title, "partner": organisation.name_ar, "starts_on": starts_on}
    subjects = [agreement, organisation, *locked]
    record(
        "partners.agreement_signed",
        by=by,
        subjects=subjects,
        place_path=_common_path(locked),
        changes=facts,
    )
    return agreement


@transaction.atomic
def end_agreement(agreement: Agreement, *, ends_on: date, reason: str, by: User) -> Agreement:
    """Set an agreement's last day and say why; the facilities are operated by the partner until then."""
    agreement = lock_rows(Agreement.objects.select_related("organisation").filter(pk=agreement.pk)).get()
    facilities = covered_by(agreement)
    _ensure_may_sign(by, facilities)
    if not reason.strip():
        raise NotPossible("agreement_reason_missing")
    if ends_on < agreement.starts_on:
        raise NotPossible("agreement_dates_reversed", starts_on=agreement.starts_on, ends_on=ends_on)
    if agreement.ends_on is not None and ends_on >= agreement.ends_on:
        raise NotPossible("agreement_ends_already", number=agreement.number, ends_on=agreement.ends_on)
    facts = {
        "number": agreement.number,
        "partner": agreement.organisation.name_ar,
        "ends_on": ends_on,
        "reason": reason.strip(),
    }
    agreement.ends_on = ends_on
    agreement.save(update_fields=["ends_on"])
    subjects = [agreement, agreement.organisation, *facilities]
    record(
        "partners.agreement_ended",
        by=by,
        subjects=subjects,
        place_path=_common_path(facilities),
        changes=facts,
    )
    return agreement


def _ensure_may_sign(by: User, facilities: Sequence[Facility]) -> None:
    if not may_sign(by, facilities):
        raise NotAllowed("role_may_not")


def _fitting_code(code: str) -> str:
    code = code.strip().upper()
    if not code:
        return next_code(Organisation.objects.filter(code__startswith="ORG-").values_list("code", flat=True))
    if not is_code(code):
        raise NotPossible("organisation_code_unfit", text=code)
    return code


def _save_new(row: Organisation | Agreement, taken: NotPossible) -> None:
    """Save a new row, or say that another has its code or number: the database alone knows, also at the same moment."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        raise taken from fault


def _refuse_unfit_names(name_ar: str, name_en: str) -> None:
    if not name_ar.strip():
        raise NotPossible("organisation_name_missing")
    ensure_fits(Organisation, {"name_ar": name_ar, "name_en": name_en})


def _refuse_same_name(organisation: Organisation) -> None:
    key = normalise(organisation.name_ar)
    alike = Organisation.objects.filter(search_key__startswith=key).exclude(pk=organisation.pk)
    standing = next((one for one in alike if normalise(one.name_ar) == key), None)
    if standing:
        raise NotPossible("organisation_name_taken", standing=standing.code)


def _refuse_unfit(number: str, title: str, starts_on: date, ends_on: date | None) -> None:
    if not number:
        raise NotPossible("agreement_number_missing")
    if not title:
        raise NotPossible("agreement_title_missing")
    ensure_fits(Agreement, {"number": number, "title": title})
    if ends_on is not None and ends_on < starts_on:
        raise NotPossible("agreement_dates_reversed", starts_on=starts_on, ends_on=ends_on)


def _locked(facilities: Sequence[Facility]) -> list[Facility]:
    """Return the facilities, locked in one order, so that no two agreements take one of them at the same moment."""
    rows = Facility.objects.unscoped("an action locks the rows that its caller was shown")
    return list(lock_rows(rows.filter(pk__in=[one.pk for one in facilities]).order_by("pk")))


def _refuse_two_operators(new: Term, facilities: Sequence[Facility]) -> None:
    for facility in facilities:
        standing = list(Agreement.objects.filter(facilities=facility).select_related("organisation"))
        clash = clashing(new, (Term(one.organisation_id, one.starts_on, one.ends_on) for one in standing))
        if clash:
            names = {one.organisation_id: one.organisation.name for one in standing}
            raise NotPossible("facility_operated_already", facility=facility.name, partner=names[clash.organisation])


def _common_path(facilities: Sequence[Facility]) -> str:
    """Return the path of the smallest place that holds all facilities; over several governorates, the programme."""
    path = common_path(one.place_path for one in facilities)
    return path if path.count("/") > 1 else ""
