"""Partner organisations and agreements for tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nawl.kit.arabic import normalise
from nawl.partners.choices import OrganisationKind
from nawl.partners.models import Agreement, Organisation
from nawl.places.models import Facility


def make_organisation(
    code: str = "",
    *,
    name_ar: str = "",
    name_en: str = "",
    kind: str = OrganisationKind.SOCIETY,
) -> Organisation:
    """Make a partner organisation; without a code, the next of ORG-1, ORG-2 and so on."""
    code = code or f"ORG-{Organisation.objects.count() + 1}"
    name_ar = name_ar or f"جمعية {code}"
    name_en = name_en or f"Society {code}"
    key = normalise(f"{name_ar} {name_en} {code}")
    return Organisation.objects.create(code=code, name_ar=name_ar, name_en=name_en, kind=kind, search_key=key)


def make_agreement(
    organisation: Organisation | None = None,
    facilities: Iterable[Facility] = (),
    *,
    number: str = "",
    starts_on: date = date(2021, 1, 1),
    ends_on: date | None = None,
) -> Agreement:
    """Make an agreement under which a partner operates the facilities."""
    agreement = Agreement.objects.create(
        organisation=organisation or make_organisation(),
        number=number or f"AG-{Agreement.objects.count() + 1}",
        title="اتفاقية تعاون على تشغيل مركز بديل",
        starts_on=starts_on,
        ends_on=ends_on,
    )
    agreement.facilities.add(*facilities)
    return agreement
