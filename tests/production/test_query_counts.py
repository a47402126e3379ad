"""However much a unit has woven, a page asks the tables as often as for one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.production.actions import PrintWish, ask_print, begin_version, issue_copy, print_copy
from nawl.production.models import ChartVersion
from nawl.weaving.printing import ChartPaper
from tests.factories.accounts import make_system_user
from tests.factories.production import make_design, make_locked, make_lot
from tests.production.acts import hand

pytestmark = pytest.mark.django_db
LISTS = ("design-list", "copy-list", "yarn-list", "class-list", "composer")
OF_A_VERSION = ("version", "print-new", "studio", "chart-json", "version-new")


def grow(version: ChartVersion, times: int) -> None:
    """Begin designs and versions, print copies and hand them out, receive yarn."""
    by = make_system_user()
    for number in range(times):
        make_design(version.design.facility, by=by)
        copy = issue_copy(print_copy(version, by=by), issued_to="النول ٣", by=by)
        begin_version(version, by=by)
        ask_print(version, PrintWish(ChartPaper(paper="a4"), copy), by=by)
        make_lot(version.design.facility, batch=f"{times}-{number}")


@pytest.mark.parametrize("name", [*LISTS, *OF_A_VERSION])
def test_a_page_asks_the_tables_as_often_for_many_as_for_one(name: str, django_assert_max_num_queries: Any) -> None:
    version = make_locked()
    client = Client()
    client.force_login(hand(Role.WORKSHOP_SUPERVISOR, version.design.facility))
    address = reverse(f"production:{name}", args=[version.design.serial, 1] if name in OF_A_VERSION else [])
    grow(version, 1)
    client.get(address)
    with django_assert_max_num_queries(30) as for_one:
        assert client.get(address).status_code == 200
    grow(version, 3)
    with django_assert_max_num_queries(len(for_one)):
        assert client.get(address).status_code == 200
