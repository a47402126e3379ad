"""Pages of the partners: they answer, heed the scope, speak Arabic, and take a fixed number of queries."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.partners.models import Agreement, Organisation
from nawl.places.models import Area
from tests.conftest import TODAY
from tests.factories.accounts import make_user
from tests.factories.partners import make_agreement, make_organisation
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as

pytestmark = pytest.mark.django_db


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def director() -> Client:
    return client_of(make_user_as(Role.PROGRAMME_DIRECTOR, username="director"))


@pytest.fixture
def of_tartous() -> Client:
    return client_of(make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY10"), "of-tartous"))


def text_of(client: Client, name: str, *args: Any, status: int = 200, **query: str) -> str:
    answer = client.get(reverse(f"partners:{name}", args=args), query)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_list_shows_partners_of_the_scope_in_arabic(of_tartous: Client) -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    make_agreement(make_organisation("HERE", name_ar="جمعية الساحل"), [here, there])
    make_agreement(make_organisation("THERE", name_ar="جمعية الجبل"), [there])
    page = text_of(of_tartous, "organisation-list")
    assert "الجهات الشريكة" in page
    assert "جمعية الساحل" in page
    assert "جمعية الجبل" not in page
    assert "لا نتائج" in text_of(of_tartous, "organisation-list", q="الجبل")


def test_htmx_gets_the_rows_alone(director: Client) -> None:
    make_organisation("HERE")
    answer = director.get(reverse("partners:organisation-list"), headers={"HX-Request": "true"}).content.decode()
    assert 'id="rows"' in answer
    assert "<html" not in answer


def test_one_organisation_shows_only_what_lies_in_the_scope(of_tartous: Client, director: Client) -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    organisation = make_organisation("HERE")
    make_agreement(organisation, [here, there], number="BOTH-1")
    make_agreement(organisation, [there], number="THERE-1")
    page = text_of(of_tartous, "organisation", "HERE")
    assert here.code in page
    assert "BOTH-1" in page
    assert not {there.code, "THERE-1", "السجل"} & set(page.replace("<", " ").replace(">", " ").split())
    assert "THERE-1" in text_of(director, "organisation", "HERE")


@pytest.mark.parametrize("name", ["organisation", "organisation-revise"])
def test_an_organisation_elsewhere_is_not_found(name: str, of_tartous: Client) -> None:
    make_agreement(make_organisation("THERE"), [make_facility(at=make_district("SY1300"))])
    text_of(of_tartous, name, "THERE", status=404)


def test_the_pages_take_a_fixed_number_of_queries(director: Client, django_assert_max_num_queries: Any) -> None:
    organisation = make_organisation("MANY")
    for _number in range(9):
        make_agreement(organisation, [make_facility(), make_facility()])
        make_agreement(make_organisation(), [make_facility()])
    with django_assert_max_num_queries(14):
        text_of(director, "organisation-list")
    with django_assert_max_num_queries(16):
        text_of(director, "organisation", "MANY")


def test_an_organisation_is_registered_and_revised_on_its_forms(director: Client) -> None:
    wrong = director.post(reverse("partners:organisation-new"), {"name_ar": "", "kind": "union"})
    assert wrong.status_code == 422
    sent = {"name_ar": "الاتحاد العربي للأسر المنتجة", "name_en": "Arab Union", "kind": "union", "code": "union"}
    answer = director.post(reverse("partners:organisation-new"), sent)
    assert answer.headers["Location"] == reverse("partners:organisation", args=["UNION"])
    again = director.post(reverse("partners:organisation-new"), {**sent, "code": ""})
    assert "UNION" in again.content.decode()
    director.post(reverse("partners:organisation-revise", args=["UNION"]), {**sent, "name_en": "The Arab Union"})
    assert Organisation.objects.get().name_en == "The Arab Union"


def agreement(**changes: Any) -> dict[str, Any]:
    values = {"organisation": "SBD", "number": "ت/3", "title": "تشغيل", "starts_on": "2022-01-01", "ends_on": ""}
    return {**values, **changes}


def test_a_governorates_director_ticks_facilities_off_a_list(of_tartous: Client) -> None:
    facility, _other = make_facility(), make_facility(at=make_district("SY1300"))
    make_organisation("SBD")
    address = reverse("partners:agreement-new")
    page = text_of(of_tartous, "agreement-new", organisation="SBD", facility=facility.code)
    assert page.count('type="checkbox"') == 1
    assert "checked" in page
    assert of_tartous.post(address, agreement()).status_code == 422
    answer = of_tartous.post(address, agreement(facilities=[facility.code]))
    assert answer.headers["Location"] == reverse("partners:organisation", args=["SBD"])
    assert facility.code in text_of(of_tartous, "organisation", "SBD")


def test_many_facilities_are_typed_one_a_line_and_each_wrong_line_is_told(director: Client) -> None:
    facilities = [make_facility(name_ar=f"مركز رقم {n}") for n in range(18)]
    make_organisation("SBD")
    address = reverse("partners:agreement-new")
    wrong = director.post(address, agreement(facilities="مركز رقم ٣\nxx\nyy"))
    assert wrong.status_code == 422
    said = wrong.content.decode()
    assert said.count("«\u2068xx\u2069»") == said.count("«\u2068yy\u2069»") == 2
    director.post(address, agreement(facilities=f"مركز رقم ٣\n{facilities[0].code}\n"))
    codes = Agreement.facilities.through.objects.values_list("facility__code", flat=True)
    assert sorted(codes) == [facilities[0].code, facilities[3].code]


def test_a_partner_of_the_whole_programme_is_seen_everywhere(director: Client, of_tartous: Client) -> None:
    make_organisation("SBD")
    director.post(reverse("partners:agreement-new"), agreement())
    assert "للبرنامج كله" in text_of(of_tartous, "organisation", "SBD")


def test_an_agreement_is_ended_on_its_form(of_tartous: Client) -> None:
    kept = make_agreement(facilities=[make_facility()])
    address = reverse("partners:agreement-end", args=[kept.pk])
    assert of_tartous.post(address, {"ends_on": "2022-07-14"}).status_code == 422
    assert of_tartous.post(address, {"ends_on": "2022-07-14", "reason": "انتهاء التمويل"}).status_code == 302
    kept.refresh_from_db()
    assert kept.ends_on == TODAY


def test_agreements_elsewhere_or_wider_are_not_ended(of_tartous: Client) -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    elsewhere, wider, whole = (make_agreement(facilities=some) for some in ([there], [here, there], []))
    for kept, status in ((elsewhere, 404), (wider, 403), (whole, 403)):
        address = reverse("partners:agreement-end", args=[kept.pk])
        assert of_tartous.get(address).status_code == status
        assert of_tartous.post(address, {"ends_on": "2022-07-14", "reason": "سبب"}).status_code == status
    assert not Agreement.objects.exclude(ends_on=None).exists()


@pytest.mark.parametrize("name", ["organisation-new", "agreement-new"])
def test_who_writes_nothing_gets_no_form(name: str) -> None:
    clerk = client_of(make_user_as(Role.CENTRE_CLERK, make_facility()))
    text_of(clerk, name, status=403)
    page = text_of(clerk, "organisation-list")
    assert reverse(f"partners:{name}") not in page


def test_a_user_without_posting_sees_no_partner() -> None:
    make_agreement(make_organisation("WHOLE"))
    client = client_of(make_user("nobody"))
    assert "WHOLE" not in text_of(client, "organisation-list")
    text_of(client, "organisation", "WHOLE", status=404)


def test_the_pages_speak_english_too(director: Client) -> None:
    make_agreement(make_organisation("SBD"), [make_facility()], starts_on=date(2021, 1, 1))
    director.cookies["nawl_language"] = "en"
    page = text_of(director, "organisation", "SBD")
    assert "It operates today:" in page
    assert Area.objects.exists()
