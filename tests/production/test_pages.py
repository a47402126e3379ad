"""Every page of a version: it answers whom it concerns, heeds the scope, speaks the language, asks as often for many."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.production.actions import begin_version, print_copy
from nawl.production.models import ChartCopy, ChartVersion, PrintJob, YarnLot
from tests.factories.places import make_district, make_facility, make_user_as
from tests.factories.production import make_lot
from tests.production.acts import hand
from tests.production.pages import as_role, at, client_of, printed, text

pytestmark = pytest.mark.django_db


def addresses(version: ChartVersion, copy: ChartCopy, job: PrintJob) -> list[str]:
    """Return every page that shows something of a version."""
    serial = version.design.serial
    lot = YarnLot.objects.unscoped("a test names a lot").first()
    kinds = ("chart", "rows", "layers", "table", "stitches", "woven", "view", "picture")
    return [
        reverse("production:design", args=[serial]),
        reverse("production:compare", args=[serial]),
        reverse("production:difference", args=[serial]),
        *(at(version, name) for name in ("version", "chart-png", "chart-json", "picture", "print-new")),
        *(at(version, "version-file", kind) for kind in kinds),
        reverse("production:copy", args=[copy.serial]),
        reverse("production:print-job", args=[job.pk]),
        reverse("production:print-pages", args=[job.pk]),
        reverse("production:lot", args=[lot.pk]),
    ]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_of_a_version_answers_who_may_see_it(locked: ChartVersion, language: str) -> None:
    client = client_of(hand(Role.CENTRE_CLERK, locked.design.facility), language)
    for address in addresses(locked, *printed(locked)):
        assert client.get(address).status_code == 200, address


def test_no_page_of_a_version_answers_from_beyond_the_scope(locked: ChartVersion) -> None:
    stranger = client_of(make_user_as(Role.DESIGNER, make_facility(at=make_district("SY1302"))))
    for address in addresses(locked, *printed(locked)):
        assert stranger.get(address).status_code == 404, address


def test_no_page_of_a_version_answers_a_role_that_has_nothing_to_do_with_it(locked: ChartVersion) -> None:
    pages = addresses(locked, *printed(locked))
    partner = as_role(Role.PARTNER, locked)
    for address in [*pages, reverse("production:design-list"), reverse("production:yarn-list")]:
        assert partner.get(address).status_code == 403, address


@pytest.mark.parametrize("name", ["design", "version"])
def test_a_page_takes_as_many_queries_for_one_version_as_for_many(
    locked: ChartVersion, name: str, django_assert_max_num_queries: Any
) -> None:
    client = as_role(Role.WORKSHOP_SUPERVISOR, locked)
    address = at(locked, name) if name == "version" else reverse("production:design", args=[locked.design.serial])
    client.get(address)
    with django_assert_max_num_queries(28) as few:
        client.get(address)
    by = hand(Role.DESIGNER, locked.design.facility)
    for _ in range(3):
        begin_version(locked, by=by)
        print_copy(locked, by=by)
    make_lot(locked.design.facility, batch="another")
    with django_assert_max_num_queries(len(few) + 4):  # the history's new entries name what changed
        client.get(address)


def test_english_pages_speak_english(locked: ChartVersion) -> None:
    client = client_of(hand(Role.DESIGNER, locked.design.facility), "en")
    page = text(client, at(locked, "version"))
    assert "Safita star" in page
    assert "Yarn, needed and on hand" in page
    assert "locked" in page
