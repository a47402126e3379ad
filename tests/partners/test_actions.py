"""Partners are registered and revised, agreements signed and ended; each act leaves its entry."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, AuditSubject, User
from nawl.accounts.queries import history_of
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.partners import actions, queries
from nawl.partners.choices import OrganisationKind
from nawl.partners.models import Agreement, Organisation
from nawl.partners.rules import SIGNERS, Term, clashing, next_code
from nawl.places.models import Facility
from nawl.places.rules import PLACES_OF_ROLES
from tests.conftest import TODAY
from tests.factories.partners import make_agreement, make_organisation
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as

pytestmark = pytest.mark.django_db
START = date(2022, 1, 1)


@pytest.fixture
def director() -> User:
    return make_user_as(Role.PROGRAMME_DIRECTOR, username="director")


@pytest.fixture
def of_tartous() -> User:
    return make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY10"), "of-tartous")


def sign(by: User, *facilities: Facility, organisation: Organisation | None = None, **changes: Any) -> Agreement:
    values = {"number": "ت/14", "title": "تشغيل مركز بديل", "starts_on": START, **changes}
    return actions.sign_agreement(organisation or make_organisation(), facilities, by=by, **values)


def test_an_organisation_is_registered_with_the_next_code(director: User) -> None:
    make_organisation("ORG-7")
    made = actions.register_organisation(
        name_ar=" جمعية الرعاية ", name_en="Care Society", kind=OrganisationKind.SOCIETY, by=director
    )
    assert (made.code, made.name_ar) == ("ORG-8", "جمعية الرعاية")
    assert queries.find_organisation("جمعيه الرعايه") == made
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.by, entry.place_path) == ("partners.organisation_registered", director, "")
    assert "جمعية الرعاية" in history_of(made).acts[0].sentence


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name_ar": "  "}, "organisation_name_missing"),
        ({"name_ar": "جمعيّة البناء"}, "organisation_name_taken"),
        ({"code": "org 1"}, "organisation_code_unfit"),
        ({"code": "bld"}, "organisation_code_taken"),
    ],
)
def test_an_organisation_stands_once(director: User, changes: dict[str, str], code: str) -> None:
    make_organisation("BLD", name_ar="جمعية البناء")
    with pytest.raises(NotPossible, match=code):
        actions.register_organisation(**{"name_ar": "جمعية أخرى", "by": director, **changes})  # type: ignore[arg-type]
    assert Organisation.objects.count() == 1
    assert not AuditEntry.objects.exists()


def test_a_revision_says_what_changed_and_without_difference_leaves_nothing(director: User) -> None:
    organisation = make_organisation("BLD", name_ar="جمعية البناء", name_en="Building")
    actions.revise_organisation(organisation, name_ar="جمعية البناء", name_en="Building", by=director)
    assert not AuditEntry.objects.exists()
    revised = actions.revise_organisation(
        organisation, name_ar="جمعية البناء والتنمية", name_en="Building", kind="union", by=director
    )
    assert queries.find_organisation("البناء والتنمية") == revised
    assert AuditEntry.objects.get().changes == {
        "name_ar": ["جمعية البناء", "جمعية البناء والتنمية"],
        "kind": ["society", "union"],
    }


def test_an_agreement_makes_a_partner_operate_a_facility(of_tartous: User) -> None:
    facility = make_facility()
    agreement = sign(of_tartous, facility, number=" ت/14  ب ")
    assert agreement.number == "ت/14 ب"
    assert queries.operator_of(facility, START) == agreement.organisation
    assert queries.operator_of(facility, START - timedelta(days=1)) is None
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.place_path) == ("partners.agreement_signed", facility.place_path)
    kinds = AuditSubject.objects.filter(entry=entry).values_list("kind", flat=True)
    assert sorted(kinds) == ["partners.agreement", "partners.organisation", "places.facility"]
    assert "ت/14 ب" in history_of(facility).acts[0].sentence


def test_an_agreement_ends_with_a_day_and_a_reason(of_tartous: User) -> None:
    facility = make_facility()
    agreement = sign(of_tartous, facility)
    with pytest.raises(NotPossible, match="agreement_reason_missing"):
        actions.end_agreement(agreement, ends_on=TODAY, reason=" ", by=of_tartous)
    with pytest.raises(NotPossible, match="agreement_dates_reversed"):
        actions.end_agreement(agreement, ends_on=START - timedelta(days=1), reason="سبب", by=of_tartous)
    actions.end_agreement(agreement, ends_on=TODAY, reason="انتهاء التمويل", by=of_tartous)
    assert queries.operator_of(facility, TODAY)
    assert queries.operator_of(facility, TODAY + timedelta(days=1)) is None
    with pytest.raises(NotPossible, match="agreement_ends_already"):
        actions.end_agreement(agreement, ends_on=TODAY, reason="مرة أخرى", by=of_tartous)
    assert "انتهاء التمويل" in history_of(agreement).acts[0].sentence


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": " "}, "agreement_number_missing"),
        ({"title": " "}, "agreement_title_missing"),
        ({"ends_on": START - timedelta(days=1)}, "agreement_dates_reversed"),
        ({"number": "AG-1"}, "agreement_number_taken"),
    ],
)
def test_an_agreement_must_be_whole(director: User, changes: dict[str, Any], code: str) -> None:
    make_agreement(number="AG-1")
    with pytest.raises(NotPossible, match=code):
        sign(director, make_facility(), **changes)
    assert Agreement.objects.count() == 1
    assert not AuditEntry.objects.exists()


def test_a_facility_has_one_operator_at_a_time(director: User) -> None:
    facility = make_facility()
    first = make_agreement(make_organisation("ONE"), [facility], starts_on=START, ends_on=date(2022, 6, 30))
    with pytest.raises(NotPossible, match="facility_operated_already"):
        sign(director, facility, starts_on=date(2022, 6, 30))
    sign(director, facility, starts_on=date(2022, 7, 1))
    renewed = sign(director, facility, organisation=first.organisation, number="ت/15", ends_on=date(2022, 3, 1))
    assert renewed.organisation.code == "ONE"


def test_a_governorates_director_signs_only_for_its_own_facilities(of_tartous: User) -> None:
    own, other = make_facility(), make_facility(at=make_district("SY1300"))
    for facilities in ((other,), (own, other), ()):
        with pytest.raises(NotAllowed, match="role_may_not"):
            sign(of_tartous, *facilities)
    both = make_agreement(facilities=[own, other])
    with pytest.raises(NotAllowed, match="role_may_not"):
        actions.end_agreement(both, ends_on=TODAY, reason="سبب", by=of_tartous)
    assert not AuditEntry.objects.exists()


def test_an_agreement_over_two_governorates_belongs_to_the_programme(director: User) -> None:
    facilities = [make_facility(), make_facility(at=make_district("SY1300"))]
    sign(director, *facilities)
    sign(director, make_facility(), make_facility(at=make_district("SY1002")), number="2")
    newest_first = AuditEntry.objects.values_list("place_path", flat=True)
    assert list(newest_first) == ["SY/SY10/", ""]


@pytest.mark.parametrize("role", [role for role in Role if role not in SIGNERS])
def test_other_roles_write_nothing(role: Role) -> None:
    facility, organisation = make_facility(), make_organisation()
    at = {"facility": facility, "area": make_governorate("SY10"), "programme": None}[PLACES_OF_ROLES[role][0]]
    user, agreement = make_user_as(role, at), make_agreement(organisation, [facility])
    for act in (
        lambda: actions.register_organisation(name_ar="جمعية", by=user),
        lambda: actions.revise_organisation(organisation, name_ar="جمعية", by=user),
        lambda: sign(user, facility),
        lambda: actions.end_agreement(agreement, ends_on=TODAY, reason="سبب", by=user),
    ):
        with pytest.raises(NotAllowed, match="role_may_not"):
            act()
    assert not AuditEntry.objects.exists()


def test_terms_clash_when_they_share_a_day_and_belong_to_two() -> None:
    standing = Term("a", date(2022, 1, 1), date(2022, 6, 30))
    assert clashing(Term("b", date(2022, 6, 30)), [standing]) == standing
    assert clashing(Term("b", date(2021, 1, 1)), [standing]) == standing
    assert clashing(Term("b", date(2022, 7, 1)), [standing]) is None
    assert clashing(Term("b", date(2021, 1, 1), date(2021, 12, 31)), [standing]) is None
    assert clashing(Term("a", date(2022, 1, 1)), [standing]) is None


def test_codes_go_on_from_the_highest() -> None:
    assert next_code([]) == "ORG-1"
    assert next_code(["ORG-2", "ORG-10", "ORG-X", "BLD"]) == "ORG-11"
