"""Partners are seen within the reader's scope, found by any spelling, and known as operators."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.kit.errors import NotFound, NotPossible
from nawl.partners import queries
from tests.factories.accounts import make_user
from tests.factories.partners import make_agreement, make_organisation
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def of_tartous() -> User:
    return make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY10"), "of-tartous")


@pytest.fixture
def director() -> User:
    return make_user_as(Role.PROGRAMME_DIRECTOR, username="director")


def codes(user: User, search: str = "") -> list[str]:
    return [row.organisation.code for row in queries.organisations_seen_by(user, search).rows]


def test_a_reader_sees_partners_of_their_places_and_of_the_whole_programme(of_tartous: User, director: User) -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    make_agreement(make_organisation("HERE"), [here, there])
    make_agreement(make_organisation("THERE"), [there])
    make_agreement(make_organisation("WHOLE"))
    make_organisation("NONE")
    assert codes(of_tartous) == ["HERE", "WHOLE"]
    assert codes(make_user_as(Role.CENTRE_CLERK, here)) == ["HERE", "WHOLE"]
    assert codes(make_user("nobody")) == []
    assert codes(director) == ["HERE", "NONE", "THERE", "WHOLE"]
    with pytest.raises(NotFound):
        queries.organisation_seen_by(of_tartous, "THERE")
    assert queries.organisation_seen_by(of_tartous, "here").code == "HERE"


def test_counts_and_facilities_stay_within_the_scope(of_tartous: User, director: User) -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    organisation = make_organisation("HERE")
    make_agreement(organisation, [here, there])
    make_agreement(organisation, [there], number="AG-THERE")
    make_agreement(organisation, [here], starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31), number="OLD")
    (row,) = queries.organisations_seen_by(of_tartous).rows
    assert (row.facilities, row.running) == (1, 1)
    assert list(queries.facilities_of(organisation, of_tartous)) == [here]
    seen = {one.agreement.number: one for one in queries.agreements_of(organisation, of_tartous)}
    assert list(seen) == ["AG-1", "OLD"]
    assert seen["AG-1"].facilities == (here,)
    assert (seen["AG-1"].is_running, seen["OLD"].is_running) == (True, False)
    (row,) = queries.organisations_seen_by(director).rows
    assert (row.facilities, row.running) == (2, 2)


def test_an_agreement_elsewhere_is_not_found(of_tartous: User) -> None:
    there = make_agreement(facilities=[make_facility(at=make_district("SY1300"))])
    with pytest.raises(NotFound):
        queries.agreement_seen_by(of_tartous, there.pk)


def test_the_list_is_read_in_a_fixed_number_of_queries(director: User, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        make_agreement(make_organisation(f"P-{number}"), [make_facility()])
    with django_assert_max_num_queries(6):
        assert len(queries.organisations_seen_by(User.objects.get(pk=director.pk)).rows) == 12


def test_operators_of_many_facilities_take_one_query(django_assert_num_queries: Any) -> None:
    first, second, third = make_facility(), make_facility(), make_facility()
    one = make_agreement(facilities=[first, second]).organisation
    make_agreement(facilities=[third], ends_on=date(2021, 12, 31))
    with django_assert_num_queries(1):
        assert queries.operators_of([first, second, third], date(2022, 1, 1)) == {first.pk: one, second.pk: one}
    assert queries.operator_of(third) is None


def test_an_organisation_is_found_by_any_spelling() -> None:
    building = make_organisation("SBD", name_ar="جمعية البناء والتنمية", name_en="Society Building Development")
    make_organisation("CARE", name_ar="جمعية الرعاية والبناء", name_en="Care")
    for text in (
        "sbd",
        "جمعيه البناء والتنميه",
        "جَمعية  البناء والتنمية",
        "society building development",
        "Building Society",
    ):
        assert queries.find_organisation(text) == building
    with pytest.raises(NotPossible, match="organisation_ambiguous"):
        queries.find_organisation("جمعية البناء")
    with pytest.raises(NotFound, match="organisation_unknown"):
        queries.find_organisation("جمعية البنا والتنميا")
    with pytest.raises(NotFound, match="organisation_unheard"):
        queries.find_organisation("xyz")


def test_a_whole_name_wins_over_one_that_holds_it() -> None:
    make_organisation("LONG", name_ar="جمعية البناء والتنمية")
    short = make_organisation("SHORT", name_ar="جمعية البناء")
    assert queries.find_organisation("جمعية البناء") == short


def test_one_engages_any_partner_by_its_code_or_whole_name_and_hears_of_no_other(of_tartous: User) -> None:
    elsewhere = make_organisation("ELSE", name_ar="جمعية الجبل الأشم")
    for text in ("else", "جمعيه الجبل الاشم"):
        assert queries.organisation_to_engage(of_tartous, text) == elsewhere
    for text in ("جمعية الجبل", "جمعية الجبل الأش"):
        with pytest.raises(NotFound, match="organisation_unheard"):
            queries.organisation_to_engage(of_tartous, text)
