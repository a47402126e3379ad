"""Yarn and classes on the pages: received, weighed, judged, registered, published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.production.actions import publish_class_version
from nawl.weaving.classes import find_class
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_class, make_lot, make_palette, make_version
from tests.production.pages import client_of, text

pytestmark = pytest.mark.django_db


def test_yarn_is_received_weighed_and_judged_on_the_pages() -> None:
    unit = make_facility()
    make_palette(unit)
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    sent = {
        "colour": "MAD",
        "type": "NM6-3",
        "batch": "22-900",
        "grams": "3000",
        "received_on": "2022-07-01",
        "currency": "USD",
        "price_kg": "8.6",
    }
    answer = client.post(reverse("production:lot-new", args=[unit.code]), sent)
    assert answer.status_code == 302
    assert "تنتظر الفحص" in text(client, answer.url)
    assert client.post(answer.url + "release/").status_code == 302
    assert client.post(answer.url, {"grams": "2500", "counted_on": "2022-07-10"}).status_code == 302
    assert "2,500" in text(client, answer.url)
    assert client.post(answer.url, {"grams": "9999", "counted_on": "2022-07-10"}).status_code == 422
    assert client.post(answer.url + "reject/", {"reason": "صباغ يسيل"}).status_code == 302
    assert "مرفوضة" in text(client, reverse("production:yarn-list"))


def test_a_colour_is_registered_on_its_page() -> None:
    unit = make_facility()
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    sent = {"code": "saf-9", "name_ar": "رمادي صافيتا", "srgb": "#808080", "dye": "natural"}
    assert client.post(reverse("production:colour-new", args=[unit.code]), sent).status_code == 302
    make_lot(unit)
    assert "SAF-9" in text(client, reverse("production:yarn-list"))
    wrong = client.post(reverse("production:colour-new", args=[unit.code]), {**sent, "code": "x", "srgb": "grey"})
    assert wrong.status_code == 422


def test_who_keeps_no_yarn_is_offered_no_act_on_it() -> None:
    unit = make_facility()
    make_palette(unit)
    clerk = client_of(make_user_as(Role.CENTRE_CLERK, unit))
    assert "استلام غزول" not in text(clerk, reverse("production:yarn-list"))
    assert clerk.get(reverse("production:lot-new", args=[unit.code])).status_code == 403


@pytest.mark.parametrize(
    ("digits", "named", "yarn"), [("western", "صنف 300", "صوف 6/3"), ("arabic", "صنف ٣٠٠", "صوف ٦/٣")]
)
def test_a_number_in_a_name_is_shown_in_the_reader_s_digits(digits, named, yarn) -> None:
    unit = make_facility()
    make_palette(unit)
    design = make_version(unit).design
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    client.cookies["nawl_digits"] = digits
    for address in (
        reverse("production:class-list"),
        reverse("production:class", args=["300"]),
        reverse("production:design-list"),
        reverse("production:design", args=[design.serial]),
        reverse("production:version", args=[design.serial, 1]),
        reverse("production:compare", args=[design.serial]),
        reverse("production:design-new"),
    ):
        assert named in text(client, address), address
    assert yarn in text(client, reverse("production:yarn-list"))


def test_a_class_is_published_on_its_page() -> None:
    make_class()
    client = client_of(make_user_as(Role.PROGRAMME_DIRECTOR))
    assert "صنف 300" in text(client, reverse("production:class-list"))
    address = reverse("production:class-publish", args=["300"])
    form = client.get(address).context["form"]
    sent = {name: value for name, value in form.initial.items() if value is not None}
    answer = client.post(address, {**sent, "kh": "31", "valid_from": "2022-09-01"})
    assert answer.status_code == 302, answer.context["form"].errors
    page = text(client, reverse("production:class", args=["300"]))
    assert "30 عرضاً" in page
    assert "تسري النسخة <bdi>2</bdi> من <bdi>1 أيلول 2022</bdi>" in page
    assert client.get(reverse("production:class", args=["999"])).status_code == 404
    assert client_of(make_user_as(Role.DESIGNER, make_facility())).get(address).status_code == 403


@pytest.mark.parametrize(
    ("day", "across", "offered", "is_new"),
    [
        (date(2022, 8, 31), "30 عرضاً", "300/1", False),
        (date(2022, 9, 1), "31 عرضاً", "300/2", True),
    ],
)
def test_a_new_version_of_a_class_stands_from_its_first_day(day, across, offered, is_new, settings) -> None:
    first = make_class()
    finer = replace(first.quality, kh=Decimal(31), valid_from=date(2022, 9, 1))
    publish_class_version(finer, by=make_system_user())
    settings.NAWL_TODAY = day
    unit = make_facility()
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    page = text(client, reverse("production:class", args=["300"]))
    assert across in page
    assert ("تسري النسخة <bdi>2</bdi> من <bdi>1 أيلول 2022</bdi>" in page) is not is_new
    listed = text(client, reverse("production:class-list"))
    assert ("النسخة <bdi>2</bdi> من <bdi>1 أيلول 2022</bdi>" in listed) is not is_new
    assert offered in listed
    choices = client.get(reverse("production:design-new")).context["form"].fields["quality"].choices
    assert [key for key, _words in choices if key.startswith("300/")] == [offered]


def test_a_class_that_is_only_to_come_says_from_which_day_and_is_not_offered() -> None:
    finer = replace(find_class("300"), code="500", name_ar="صنف ٥٠٠", valid_from=date(2022, 9, 1))
    publish_class_version(finer, by=make_system_user())
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, make_facility()))
    listed = text(client, reverse("production:class-list"))
    assert "صنف 500" in listed
    assert "1 أيلول 2022" in listed
    assert "لا يسري اليوم" in listed
    assert "لا يسري هذا الصنف اليوم" in text(client, reverse("production:class", args=["500"]))
    choices = client.get(reverse("production:design-new")).context["form"].fields["quality"].choices
    assert "500/1" not in {key for key, _words in choices}
