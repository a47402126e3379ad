"""Yarn and classes on the pages: received, weighed, judged, registered, published."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
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
    assert "31 عرضاً" in text(client, reverse("production:class", args=["300"]))
    assert client.get(reverse("production:class", args=["999"])).status_code == 404
    assert client_of(make_user_as(Role.DESIGNER, make_facility())).get(address).status_code == 403
