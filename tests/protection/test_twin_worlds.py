"""What belongs to one governorate is found by nobody of another: on no page, in no file, number, search or refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.models import Activity, Tally
from nawl.collection.models import RegisterFile
from nawl.partners.models import Agreement
from nawl.production.rules import SEERS
from nawl.production.views.files import KINDS
from tests.factories.registers import HEADINGS, as_xlsx, line, tallies
from tests.protection.addresses import (
    BOUND,
    OF_NO_PLACE,
    OF_WORKSHOP,
    PUBLIC,
    asking_addresses,
    asking_production,
    bound_addresses,
)
from tests.protection.conftest import Twins
from tests.protection.crawling import Answer, Crawler, begun_at, patterns, read, steady
from tests.protection.worlds import DAYS, World, widen

pytestmark = pytest.mark.django_db
WRITERS = (Role.CENTRE_CLERK, Role.DESIGNER, Role.PARTNER, Role.GOVERNORATE_DIRECTOR)
READERS = (Role.WORKSHOP_SUPERVISOR, Role.GRANTS_OFFICER, Role.FINANCE_OFFICER, Role.UNION_OFFICE)
FULLY, IN_PART = 12, 3
"""So many addresses of each view does a role that writes open, and one that only reads."""


def client_of(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def marks_of(world: World) -> re.Pattern[str]:
    """Match every mark of a world, its facilities' codes, its report's number, those of a design and its paper."""
    report = re.escape(world.report.number) if world.report else "no report"
    papers = [world.weaving.locked.design.serial, world.weaving.copy.serial] if world.weaving else []
    numbers = "|".join([report, *papers])
    return re.compile(rf"{world.mark}|{world.pcode}\d\d-[A-Z]{{3}}-\d+|{numbers}")


def finds(answers: Iterable[Answer], world: World) -> list[str]:
    """Return where a mark of the world stands, with the words around it."""
    marks = marks_of(world)
    return [
        f"{answer.address} ({answer.status}): …{answer.text[max(0, found.start() - 60) : found.end() + 20]}…"
        for answer in answers
        if (found := marks.search(answer.text))
    ]


@pytest.mark.parametrize("role", [*WRITERS, *READERS])
def test_a_crawl_of_all_that_a_role_reaches_finds_nothing_of_the_other(role: Role, twins: Twins) -> None:
    crawler = Crawler(twins.own.users[role], of_a_view=FULLY if role in WRITERS else IN_PART)
    answers = crawler.walk(begun_at())
    assert not finds(answers, twins.other)
    assert not _finds_neighbours(answers, twins.own, role)
    assert sum(twins.own.mark in answer.text for answer in answers) >= 20
    assert not [answer.address for answer in answers if answer.status >= 500]
    assert not [f"{one.address}: {one.status}" for one in answers if one.is_door and one.status >= 400]
    assert len({name for name in map(str, crawler.views) if ":" in name}) >= 30


def _finds_neighbours(answers: Iterable[Answer], world: World, role: Role) -> list[str]:
    """Return where somebody who is posted at one facility finds another of the same governorate."""
    (posting,) = world.users[role].postings.all()
    if posting.facility_id is None:
        return []
    neighbours = "|".join(one.code for one in world.facilities if one.pk != posting.facility_id)
    return [answer.address for answer in answers if re.search(neighbours, answer.text)]


def test_the_english_pages_and_the_parts_of_pages_find_nothing_of_the_other_either(twins: Twins) -> None:
    crawler = Crawler(twins.own.users[Role.GOVERNORATE_DIRECTOR], of_a_view=IN_PART)
    crawler.client.cookies["nawl_language"] = "en"
    answers = crawler.walk(begun_at())
    assert not finds(answers, twins.other)
    assert any("Place centre" in answer.text for answer in answers)
    for address in asking_addresses(twins.other):
        for headers in ({"HX-Request": "true"}, {"Accept": "application/json"}):
            assert f"{twins.other.mark}-" not in steady(crawler.client.get(address, headers=headers)), address


def test_who_has_not_signed_in_finds_nothing_of_any_governorate(twins: Twins) -> None:
    crawler = Crawler(None, of_a_view=IN_PART)
    answers = crawler.walk([*begun_at(), *(address for _name, address in bound_addresses(twins.own))])
    for world in twins:
        assert not [one.address for one in answers if f"{world.mark}-" in one.text]
    assert {answer.status for answer in answers} <= {200, 302, 404, 405}


def test_every_address_that_bears_a_record_is_known_here() -> None:
    bearing = {name for name, entry in patterns().items() if entry.pattern.converters}
    assert bearing == {*BOUND, *PUBLIC, *OF_NO_PLACE, "web:history"}


def _refusals(name: str, role: str) -> set[int]:
    """Return how a record of the other may be refused: as not there, or to a role that is asked for first."""
    of_administrators = name.startswith(("places:user", "places:posting"))
    has_no_part = name in OF_WORKSHOP and role not in SEERS
    return {403, 405} if of_administrators else {403, 404, 405} if has_no_part else {404, 405}


NOWHERE = "00000000-0000-7000-8000-000000000000"


def _absent(text: str) -> str:
    """Return an address, or a page that repeats it, with a record that exists nowhere."""
    absent = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}", NOWHERE, text)
    absent = re.sub(r"SY\d{4}-[A-Z]{3}-\d+", "SY9999-RDC-01", absent)
    absent = re.sub(r"(DSN|CHC)-\d{4}-\d{4}-\w", r"\1-2022-9999-X", absent)
    return re.sub(r"ZZ-SY\d\d(?!-)", "ZZ-SY99", re.sub(r"RPT-\d{4}-\d{4}-\w", "RPT-2022-9999-X", absent))


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [*WRITERS, *READERS])
def test_a_record_of_the_other_answers_as_one_that_does_not_exist(role: Role, method: str, twins: Twins) -> None:
    client = client_of(twins.own.users[role])
    for name, address in bound_addresses(twins.other):
        assert _absent(address) != address
        answer, nothing = getattr(client, method)(address), getattr(client, method)(_absent(address))
        assert answer.status_code in _refusals(name, role), f"{address}: {answer.status_code}"
        assert answer.status_code == nothing.status_code, address
        assert _absent(steady(answer)) == _absent(steady(nothing)), address
        assert f"{twins.other.mark}-" not in steady(answer), address


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.DESIGNER, Role.GOVERNORATE_DIRECTOR])
def test_asking_for_the_other_by_a_query_gives_nothing_of_it(role: Role, twins: Twins) -> None:
    client = client_of(twins.own.users[role])
    for address in asking_addresses(twins.other):
        answer = client.get(address)
        assert answer.status_code < 500, address
        assert f"{twins.other.mark}-" not in "\n".join(read(answer)), address


def test_asking_the_production_for_the_other_answers_as_asking_for_what_does_not_exist(twins: Twins) -> None:
    client = client_of(twins.own.users[Role.DESIGNER])
    for address in asking_production(twins.other):
        answer, nothing = client.get(address), client.get(_absent(address))
        assert answer.status_code == nothing.status_code, address
        assert _absent(steady(answer)) == _absent(steady(nothing)), address


SILENT = (
    "picture",
    "difference",
    "chart-png",
    "studio-knots",
    "studio-keeper",
    "studio-behind",
    "motif-picture",
    "talking-voice",
    "talking-keeper",
)
"""What holds no word of a record: pictures, knots, clips, scripts of the studio and of the talking chart."""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_that_a_workshop_sends_is_its_own_to_the_last_file(language: str, twins: Twins) -> None:
    """Pages, pictures, JSON, PDF, tables, Open X-Stitch, the talking chart: each says its own and nothing of the other."""
    client = client_of(twins.own.users[Role.WORKSHOP_SUPERVISOR])
    client.cookies["nawl_language"] = language
    for address, is_silent in _sent_by_workshop(twins.own):
        answer = client.get(address)
        if answer.status_code == 405:
            continue
        text = "\n".join(read(answer))
        assert not marks_of(twins.other).search(text), address
        if address.endswith(OF_ANOTHER_STATE):
            assert answer.status_code == 422, f"{address}: {answer.status_code}"
            continue
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        assert is_silent or marks_of(twins.own).search(text.replace(address, "")), address


OF_ANOTHER_STATE = ("/return/", "/lock/")
"""A draft is neither given back nor locked: its page says so at once."""


def _sent_by_workshop(world: World) -> Iterator[tuple[str, bool]]:
    """Give every address of a workshop's records, and whether its answer holds no words."""
    for name, of in OF_WORKSHOP.items():
        if name not in {"production:version-file", "production:difference"}:
            yield reverse(name, kwargs=of(world)), name.removeprefix("production:") in SILENT
    yield reverse("production:difference", kwargs=OF_WORKSHOP["production:difference"](world)) + "?a=1&b=2", True
    for kind in KINDS:
        address = reverse("production:version-file", kwargs={**OF_WORKSHOP["production:version"](world), "kind": kind})
        yield address, kind in {"woven", "view", "picture"}


PAGES = (
    "/",
    "/programme/",
    "/programme/?period=2022-H1",
    "/facilities/",
    "/facilities/map/",
    "/activities/",
    "/organisations/",
    "/areas/",
    "/areas/SY13/",
    "/indicators/",
    "/indicators/people_served/",
    "/figures/people_served/?period=2022-H1",
    "/figures/services_delivered/?period=2022&by=partner",
    "/reports/",
    "/reports/draft/?period=2022-H1",
    "/registers/",
    "/more/",
    "/activities/new/",
    "/history/indicator/people_served/",
)


def _everything(client: Client, world: World) -> Iterator[tuple[str, str]]:
    """Give the steady bytes of many pages: the plain ones, the own records', and what is asked about the other."""
    own = [address for _name, address in bound_addresses(world)]
    for address in (*PAGES, *own):
        yield address, steady(client.get(address))


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.GOVERNORATE_DIRECTOR])
def test_nothing_changes_for_one_when_the_other_grows(role: Role, twins: Twins) -> None:
    client = client_of(twins.own.users[role])
    asked = [address for address in asking_addresses(twins.other) if "/draft/ar" not in address]
    before = dict(_everything(client, twins.own)) | {one: steady(client.get(one)) for one in asked}
    rows = Tally.objects.unscoped("a test counts all").count()
    widen(twins.other)
    assert Tally.objects.unscoped("a test counts all").count() > rows
    after = dict(_everything(client, twins.own)) | {one: steady(client.get(one)) for one in asked}
    assert [address for address in before if before[address] != after[address]] == []


def _near(name: str) -> str:
    """Return a name spelt almost as it is, so that "did you mean" would give it away."""
    return name.strip("«»")[:-1].replace("-", " ")


def _registers_naming(world: World) -> Iterator[bytes]:
    """Give registers of services, and lists of activities, that name a world's records nearly or exactly."""
    activity, facility, partner = world.activities[0], world.facilities[0], world.organisation
    assert partner
    rows = [
        [*line(activity=named), place]
        for named in (_near(activity.title), activity.code)
        for place in (_near(facility.name_ar), facility.code)
    ]
    yield tallies(rows, headings=[*HEADINGS, "المركز"])
    headings = ["المركز", "نوع النشاط", "العنوان", "تاريخ البدء", "الجهة الشريكة"]
    for place in (_near(facility.name_ar), facility.code, ""):
        for named in (_near(partner.name_ar), _near(partner.name_en)):
            yield as_xlsx([headings, [place, "خدمات صحية", "عيادة", date(2022, 7, 1), named]])


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.GOVERNORATE_DIRECTOR])
def test_a_register_that_names_the_others_records_learns_nothing_of_them(role: Role, twins: Twins) -> None:
    user, other = twins.own.users[role], twins.other
    client = client_of(user)
    for number, content in enumerate(_registers_naming(other)):
        for asked in (twins.own.facilities[0].code, other.facilities[0].code):
            file = SimpleUploadedFile(f"register-{number}.xlsx", content)
            answer = client.post(reverse("collection:register-new"), {"file": file, "facility": asked}, follow=True)
            assert answer.status_code in {200, 422}
            assert f"{other.mark}-" not in "\n".join(read(answer))
    kept = RegisterFile.objects.unscoped("a test reads all").filter(received_by=user, file_name__startswith="register-")
    assert kept.exists()
    assert not kept.filter(state__in=["checked", "recorded"]).exists()
    assert not kept.filter(facility__in=other.facilities).exists()


def test_forms_take_no_record_of_the_other(twins: Twins) -> None:
    own, other = twins.own, twins.other
    client = client_of(own.users[Role.GOVERNORATE_DIRECTOR])
    assert other.organisation
    plan = {
        "type": own.activities[0].type_id,
        "title": "جديد",
        "starts_on": "2022-07-01",
        "partner": other.organisation.pk,
    }
    refused = client.post(f"/activities/new/?facility={own.facilities[0].code}", plan)
    assert refused.status_code == 422
    assert other.mark not in refused.content.decode()
    agreement = {"organisation": own.organisation.code if own.organisation else "", "number": "9", "title": "س"}
    refused = client.post(
        "/agreements/new/", {**agreement, "starts_on": "2022-01-01", "facilities": [other.facilities[0].code]}
    )
    assert refused.status_code == 422
    assert f"«{other.mark}" not in refused.content.decode()
    cells = {
        "cells": [{"cell": f"{other.activities[0].code}.medical-checkup.f.18-29", "contacts": 1}],
        "key": str(uuid4()),
    }
    own_clerk = client_of(own.users[Role.CENTRE_CLERK])
    address = reverse("activities:day-cells", args=[own.facilities[0].code, DAYS[-1]])
    answer = own_clerk.post(address, cells, content_type="application/json", headers={"Accept": "application/json"})
    assert answer.status_code in {404, 422}
    assert f"«{other.mark}" not in answer.content.decode()
    assert not Activity.objects.unscoped("a test").filter(title="جديد").exists()
    assert not Agreement.objects.filter(number="9").exists()


def test_the_other_sees_itself(twins: Twins) -> None:
    """Guard against an empty proof: the same walk by somebody of the other governorate finds its marks."""
    crawler = Crawler(twins.other.users[Role.GOVERNORATE_DIRECTOR], of_a_view=2, most=60)
    answers = crawler.walk([f"/facilities/{twins.other.facilities[0].code}/", "/activities/"])
    assert len(finds(answers, twins.other)) >= 10
