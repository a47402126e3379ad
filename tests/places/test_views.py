"""Pages of the places: they answer, in Arabic, within the reader's scope, with a fixed number of queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.places.actions import load_shipped_areas
from nawl.places.models import Area, Facility, Posting, Workshop
from tests.factories.accounts import PASSWORD, make_system_user, make_user
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as, make_workshop, post

pytestmark = pytest.mark.django_db

HERE, THERE = "ZZ-SY10", "ZZ-SY13"


@pytest.fixture
def twins() -> dict[str, Facility]:
    """Two governorates of the same shape, every text bearing its own mark."""
    made = {}
    for mark, pcode in ((HERE, "SY1003"), (THERE, "SY1302")):
        point = {"latitude": Decimal("34.82"), "longitude": Decimal("36.11")}
        facility = make_facility(at=make_district(pcode), name_ar=f"مركز {mark}", name_en=f"Centre {mark}", **point)
        make_workshop(facility, name_ar=f"مشغل {mark}", crafts_ar=f"سجاد {mark}")
        made[mark] = facility
    return made


def sign_in(client: Client, role: Role, at: Area | Facility | None = None) -> User:
    user = make_user_as(role, at, password=PASSWORD)
    client.force_login(user)
    return user


def pages_of(facility: Facility) -> list[str]:
    own = [reverse(f"places:facility-{name}", args=[facility.code]) for name in ("revise", "state", "workshop")]
    lists = [reverse(f"places:{name}") for name in ("facility-list", "facility-map", "area-list")]
    area = reverse("places:area", args=[facility.governorate.pcode])
    searches = [f"{lists[0]}?q={word}" for word in ("ZZ", "مركز", facility.code, facility.governorate.name_ar)]
    return [*own, *lists, area, *searches]


@pytest.mark.parametrize("role", [Role.GOVERNORATE_DIRECTOR, Role.GRANTS_OFFICER])
def test_a_governorate_s_reader_finds_nothing_of_another(
    client: Client, twins: dict[str, Facility], role: Role
) -> None:
    sign_in(client, role, twins[HERE].governorate)
    seen = "".join(client.get(page).content.decode() for page in [*pages_of(twins[HERE]), *pages_of(twins[THERE])])
    assert HERE in seen
    assert THERE not in seen


def test_a_clerk_sees_their_own_centre_alone(client: Client, twins: dict[str, Facility]) -> None:
    neighbour = make_facility(at=make_district("SY1003"), name_ar="مركز الجوار")
    sign_in(client, Role.CENTRE_CLERK, twins[HERE])
    page = client.get(reverse("places:facility-list")).content.decode()
    assert HERE in page
    assert neighbour.name_ar not in page
    assert "تسجيل مركز أو وحدة" not in page


@pytest.mark.parametrize("name", ["revise", "state", "workshop"])
def test_another_governorate_s_facility_is_not_there(client: Client, twins: dict[str, Facility], name: str) -> None:
    sign_in(client, Role.GOVERNORATE_DIRECTOR, twins[HERE].governorate)
    address = reverse(f"places:facility-{name}", args=[twins[THERE].code])
    for answer in (client.get(address), client.post(address, {"state": "closed", "name_ar": "x"})):
        assert answer.status_code == 404
        assert THERE not in answer.content.decode()
    unknown = client.get(reverse(f"places:facility-{name}", args=["SY1302-RDC-99"]))
    assert unknown.status_code == 404


@pytest.mark.parametrize("name", ["revise", "state", "workshop"])
def test_who_sees_a_facility_may_not_yet_change_it(client: Client, twins: dict[str, Facility], name: str) -> None:
    sign_in(client, Role.CENTRE_CLERK, twins[HERE])
    assert client.get(reverse(f"places:facility-{name}", args=[twins[HERE].code])).status_code == 403


def test_what_happens_elsewhere_changes_no_byte_here(client: Client, twins: dict[str, Facility]) -> None:
    sign_in(client, Role.GOVERNORATE_DIRECTOR, twins[HERE].governorate)
    pages = pages_of(twins[HERE])

    def read() -> list[str]:
        return [_without_tokens(client.get(page).content.decode()) for page in pages]

    before = read()
    suwayda = make_district("SY1302")
    for number in range(40):
        make_facility(at=suwayda, kind="unit" if number % 2 else "centre", name_ar=f"مركز {number}")
    assert read() == before


def _without_tokens(page: str) -> str:
    kept = [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "X-CSRFToken" not in line]
    return "\n".join(kept)


def test_the_list_is_arabic_and_names_every_facility_once(client: Client) -> None:
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    facilities = [
        make_facility(),
        make_facility(kind="unit"),
        make_facility(at=make_governorate("SY13"), state="suspended"),
    ]
    answer = client.get(reverse("places:facility-list"))
    page = answer.content.decode()
    assert 'dir="rtl"' in page
    assert "المراكز والوحدات" in page
    assert all(page.count(f">{facility.name_ar}<") == 1 for facility in facilities)
    assert "متوقف" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=unit", {"b"}),
        ("state=suspended", {"c"}),
        ("governorate=SY13", {"c"}),
        ("q=صافيتا", {"a", "b"}),
        ("q=صافيته", set()),
        ("q=Safita", {"a", "b"}),
        ("q=السويداء", {"c"}),
        ("q=sy1003-riu", {"b"}),
        ("q=مركز صافيتا", {"a"}),
        ("q=٠١", {"a", "b", "c"}),
        ("q=وحده&kind=centre", set()),
        ("kind=none&state=nothing", {"a", "b", "c"}),
        ("page=9", {"a", "b", "c"}),
        ("page=x", {"a", "b", "c"}),
    ],
)
def test_filters_and_searches_keep_what_they_say(client: Client, query: str, expected: set[str]) -> None:
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    made = {
        "a": make_facility(),
        "b": make_facility(kind="unit"),
        "c": make_facility(at=make_governorate("SY13"), state="suspended"),
    }
    answer = client.get(f"{reverse('places:facility-list')}?{query}")
    assert {name for name, one in made.items() if one in answer.context["found"].page} == expected


def test_a_chip_says_how_many_its_click_would_show(client: Client) -> None:
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    for kind, state in (("centre", "open"), ("centre", "closed"), ("unit", "open")):
        make_facility(kind=kind, state=state, name_ar=f"{kind} {state}", closed_on=None)
    answer = client.get(f"{reverse('places:facility-list')}?kind=centre")
    for chip in [*answer.context["kinds"], *answer.context["states"]]:
        shown = client.get(f"{reverse('places:facility-list')}{chip.href}" if chip.href.startswith("?") else chip.href)
        assert shown.context["found"].total == chip.count


def test_the_number_of_queries_does_not_grow(client: Client, django_assert_max_num_queries) -> None:
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    for page, most in (
        (reverse("places:facility-list"), 14),
        (reverse("places:facility-map"), 14),
        (reverse("places:area-list"), 12),
    ):
        make_facility(latitude=Decimal("34.8"), longitude=Decimal("36.1"))
        client.get(page)
        with django_assert_max_num_queries(most) as few:
            client.get(page)
        for number in range(12):
            make_facility(
                at=make_district("SY1302"), name_ar=f"{page} {number}", latitude=Decimal(33), longitude=Decimal(36)
            )
        with django_assert_max_num_queries(len(few.captured_queries)):
            client.get(page)


def test_htmx_gets_the_rows_alone(client: Client) -> None:
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    facility = make_facility()
    rows = client.get(f"{reverse('places:facility-list')}?q=SY10", headers={"HX-Request": "true"}).content.decode()
    assert facility.name_ar in rows
    assert "<html" not in rows


def test_the_map_leads_to_every_facility_and_has_its_table(client: Client) -> None:
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    alone = make_facility(latitude=Decimal("34.82"), longitude=Decimal("36.11"))
    suwayda = make_governorate("SY13", latitude=Decimal("32.7"), longitude=Decimal("36.6"))
    together = [
        make_facility(at=suwayda, latitude=Decimal("32.7"), longitude=Decimal("36.6"), name_ar=f"مركز {n}")
        for n in (1, 2)
    ]
    make_facility(kind="unit")
    page = client.get(reverse("places:facility-map"))
    body = page.content.decode()
    assert f'href="/facilities/{alone.code}/"' in body
    assert all(one.name_ar in body for one in together)
    assert "<svg" in body
    assert page.context["map"].without_point == 1
    assert [(area.pcode, count) for area, count in page.context["lines"]] == [("SY10", 2), ("SY13", 2)]


def test_a_director_registers_a_facility(client: Client) -> None:
    load_shipped_areas(by=make_system_user())
    sign_in(client, Role.GOVERNORATE_DIRECTOR, Area.objects.get(pcode="SY10"))
    address = reverse("places:facility-new")
    assert "الاسم العربي" in client.get(address).content.decode()
    typed = {
        "kind": "centre",
        "name_ar": "مركز التنمية الريفية في صافيتا",
        "area": "صافيتا",
        "latitude": "٣٤٫٨٢",
        "longitude": "36.11",
        "state": "open",
        "opened_on": "1998-03-01",
    }
    answer = client.post(address, typed)
    assert answer["Location"] == "/facilities/SY1003-RDC-01/"
    facility = Facility.objects.visible_to(make_system_user()).get()
    assert (facility.area.pcode, facility.latitude) == ("SY1003", Decimal("34.82"))
    refused = client.post(address, {**typed, "area": "شهبا"})
    assert refused.status_code == 403


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"area": "زززز"}, "لا مكان يُعرف باسم «زززز»"),
        ({"area": "صافيطا"}, "الأقرب: صافيتا"),
        ({"area": ""}, "مطلوب"),
        ({"opened_on": ""}, "تاريخ الافتتاح ناقص"),
        ({"longitude": ""}, "أحد الإحداثيين"),
        ({"latitude": "x"}, "رقم"),
        ({"name_ar": " "}, "مطلوب"),
    ],
)
def test_a_faulty_form_says_what_is_wrong_and_keeps_what_was_typed(
    client: Client, change: dict[str, str], sentence: str
) -> None:
    make_district("SY1003")
    sign_in(client, Role.ADMINISTRATOR)
    typed = {"kind": "unit", "name_ar": "وحدة", "area": "صافيتا", "latitude": "34.8", "longitude": "36.1"}
    typed |= {"state": "open", "opened_on": "1998-03-01", **change}
    answer = client.post(reverse("places:facility-new"), typed)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in body
    assert all(value in body for value in typed.values() if value.strip())
    assert not Facility.objects.visible_to(make_system_user()).exists()


def test_a_facility_is_revised_turned_and_given_a_workshop(client: Client) -> None:
    facility = make_facility()
    sign_in(client, Role.ADMINISTRATOR)
    revise = reverse("places:facility-revise", args=[facility.code])
    assert facility.name_ar in client.get(revise).content.decode()
    kept = {"name_ar": "اسم جديد", "area": "صافيتا (طرطوس)", "opened_on": "1998-03-01"}
    assert client.post(revise, kept)["Location"] == f"/facilities/{facility.code}/"
    turn = reverse("places:facility-state", args=[facility.code])
    assert "قيد التأهيل" in client.get(turn).content.decode()
    assert client.post(turn, {"state": "suspended", "since": "2022-07-01", "reason": ""}).status_code == 422
    assert client.post(turn, {"state": "suspended", "since": "2022-07-01", "reason": "صيانة"}).status_code == 302
    workshop = reverse("places:facility-workshop", args=[facility.code])
    assert client.get(workshop).status_code == 200
    assert client.post(workshop, {"name_ar": "مشغل السجاد"}).status_code == 302
    facility.refresh_from_db()
    assert (facility.name_ar, facility.state) == ("اسم جديد", "suspended")
    assert Workshop.objects.visible_to(make_system_user()).get().name_ar == "مشغل السجاد"
    assert AuditEntry.objects.count() == 3


def test_areas_are_browsed_and_found(client: Client) -> None:
    load_shipped_areas(by=make_system_user())
    facility = make_facility()
    sign_in(client, Role.CENTRE_CLERK, facility)
    assert client.get(reverse("places:area-list"), {"q": "صافيتا"})["Location"] == "/areas/SY1003/"
    page = client.get("/areas/SY1003/").content.decode()
    assert facility.name_ar in page
    assert "طرطوس" in page
    assert "Safita" in page
    assert "لا مكان يُعرف" in client.get(reverse("places:area-list"), {"q": "زززز"}).content.decode()
    assert client.get("/areas/SY/").status_code == 404
    assert client.get("/areas/SY99/").status_code == 404


USER_PAGES = ("user-list", "user-new")
ONE_USER_PAGES = ("user", "user-password", "user-close", "posting-new")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_administrators_look_after_users(client: Client, role: Role) -> None:
    at = make_facility() if role in {Role.CENTRE_CLERK, Role.WORKSHOP_SUPERVISOR, Role.PARTNER} else None
    user = sign_in(client, role, at)
    addresses = [reverse(f"places:{name}") for name in USER_PAGES]
    addresses += [reverse(f"places:{name}", args=[user.pk]) for name in ONE_USER_PAGES]
    addresses.append(reverse("places:posting-end", args=[Posting.objects.get().pk]))
    assert {client.get(address).status_code for address in addresses} == {403}


def test_an_administrator_opens_an_account_and_gives_it_a_role(client: Client) -> None:
    facility = make_facility()
    sign_in(client, Role.ADMINISTRATOR)
    typed = {"full_name": "سعاد حسن", "username": "Safita.02", "password": PASSWORD, "again": PASSWORD}
    answer = client.post(reverse("places:user-new"), typed)
    user = User.objects.get(username="safita.02")
    assert answer["Location"] == reverse("places:posting-new", args=[user.pk])
    again = client.post(reverse("places:user-new"), typed)
    assert again.status_code == 422
    assert "مأخوذ" in again.content.decode()
    given = client.post(answer["Location"], {"role": "centre_clerk", "where": facility.code, "starts_on": "2022-07-14"})
    assert given["Location"] == reverse("places:user", args=[user.pk])
    page = client.get(given["Location"]).content.decode()
    assert facility.name_ar in page
    assert "سعاد حسن" in client.get(f"{reverse('places:user-list')}?q=سعاد&role=centre_clerk").content.decode()
    assert "سعاد حسن" not in client.get(f"{reverse('places:user-list')}?role=partner").content.decode()


@pytest.mark.parametrize(
    ("role", "where", "sentence"),
    [
        ("centre_clerk", "", "اسم المكان ناقص"),
        ("centre_clerk", "SY1003-RDC-09", "لا مركز ولا وحدة"),
        ("governorate_director", "زززز", "لا مكان يُعرف"),
        ("administrator", "طرطوس", "على مستوى البرنامج كله"),
    ],
)
def test_a_role_at_the_wrong_place_is_told(client: Client, role: str, where: str, sentence: str) -> None:
    make_facility()
    sign_in(client, Role.ADMINISTRATOR)
    user = make_user()
    typed = {"role": role, "where": where, "starts_on": "2022-07-14"}
    answer = client.post(reverse("places:posting-new", args=[user.pk]), typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not user.postings.exists()


def test_a_posting_is_ended_and_an_account_closed_and_opened(client: Client) -> None:
    sign_in(client, Role.ADMINISTRATOR)
    clerk = make_user("clerk")
    posting = post(clerk, Role.CENTRE_CLERK, make_facility())
    end = reverse("places:posting-end", args=[posting.pk])
    assert client.get(end).status_code == 200
    assert client.post(end, {"ends_on": "2019-01-01"}).status_code == 422
    assert client.post(end, {"ends_on": "2022-07-13"}).status_code == 302
    posting.refresh_from_db()
    assert posting.ends_on == date(2022, 7, 13)
    close = reverse("places:user-close", args=[clerk.pk])
    assert client.post(close, {"reason": ""}).status_code == 422
    assert client.post(close, {"reason": "نقل"}).status_code == 302
    page = client.get(reverse("places:user", args=[clerk.pk])).content.decode()
    assert "إعادة فتح الحساب" in page
    password = reverse("places:user-password", args=[clerk.pk])
    assert client.post(password, {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    clerk.refresh_from_db()
    assert clerk.is_active
    assert clerk.check_password(PASSWORD)


def test_the_system_s_account_is_not_among_the_users(client: Client) -> None:
    sign_in(client, Role.ADMINISTRATOR)
    system = make_system_user()
    assert f">{system.username}<" not in client.get(reverse("places:user-list")).content.decode()
    assert client.get(reverse("places:user", args=[system.pk])).status_code == 404
    assert client.get(reverse("places:posting-end", args=[system.pk])).status_code == 404


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_stands_in_both_languages(client: Client, language: str) -> None:
    admin = sign_in(client, Role.ADMINISTRATOR)
    facility = make_facility(latitude=Decimal("34.8"), longitude=Decimal("36.1"))
    posting = post(make_user(), Role.CENTRE_CLERK, facility)
    client.cookies["nawl_language"] = language
    addresses = [*pages_of(facility), reverse("places:facility-new")]
    addresses += [reverse(f"places:{name}") for name in USER_PAGES]
    addresses += [reverse(f"places:{name}", args=[admin.pk]) for name in ONE_USER_PAGES]
    addresses.append(reverse("places:posting-end", args=[posting.pk]))
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert f'lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["صافيتا", "الصافيتا", "صافيتــا"])
def test_a_name_is_found_with_an_article_that_it_does_without(asked: str, client: Client) -> None:
    facility = make_facility()
    sign_in(client, Role.PROGRAMME_DIRECTOR)
    answer = client.get(reverse("places:facility-list"), {"q": asked})
    assert facility.code in answer.content.decode()
