"""Every page that a role can reach, one of each kind: no serious accessibility fault, nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin, urlparse

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from nawl.accounts.choices import Role
from nawl.places.models import Facility
from tests.browser.world import make_world
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_user_as

pytestmark = pytest.mark.django_db(transaction=True)
ROLES = (
    Role.CENTRE_CLERK,
    Role.GOVERNORATE_DIRECTOR,
    Role.PROGRAMME_DIRECTOR,
    Role.ADMINISTRATOR,
    Role.DESIGNER,
    Role.WORKSHOP_SUPERVISOR,
)
AT_A_FACILITY = (Role.CENTRE_CLERK, Role.DESIGNER, Role.WORKSHOP_SUPERVISOR)


def _post(role: Role, facility: Facility) -> None:
    place = facility if role in AT_A_FACILITY else facility.governorate if role == Role.GOVERNORATE_DIRECTOR else None
    make_user_as(role, place, "reader", full_name="قارئ الصفحات", password=PASSWORD)


def _kind(address: str) -> str | None:
    try:
        return str(resolve(urlparse(address).path).view_name)
    except Resolver404:
        return None


def walk(page: Page, root: str, look: Callable[[str], None], limit: int = 60) -> set[str]:
    """Open one page of each kind that links lead to, beginning at the root, and look at it."""
    waiting, seen = [root], set[str]()
    while waiting and len(seen) < limit:
        address = waiting.pop(0)
        kind = _kind(address)
        if kind is None or kind in seen:
            continue
        seen.add(kind)
        answer = page.goto(address, wait_until="load")
        assert answer is not None
        assert answer.ok, f"{address}: {answer.status}"
        look(address)
        links = page.eval_on_selector_all("a[href]:not([download])", "all => all.map(a => a.getAttribute('href'))")
        waiting += [
            link
            for link in (urljoin(address, str(href)).split("#")[0] for href in links)
            if link.startswith(root) and not _is_file(link)
        ]
    return seen


def _is_file(address: str) -> bool:
    path = urlparse(address).path
    return path.startswith("/static/") or any(word in path for word in ("/files/", "/template", "/download", ".xlsx"))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("role", ROLES)
def test_no_page_has_a_serious_fault_or_overflows(
    role: Role, width: int, page: Page, live_server: Any, sign_in: Callable[..., None], axe: Callable[[Page], list[str]]
) -> None:
    _post(role, make_world())
    faults: list[str] = []

    def look(address: str) -> None:
        path = urlparse(address).path
        faults.extend(f"{path}: {fault}" for fault in axe(page))
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 1:
            faults.append(f"{path}: {excess} px wider than the screen")
        if page.evaluate("document.documentElement.lang + document.documentElement.dir") != "arrtl":
            faults.append(f"{path}: is not Arabic from the right")

    sign_in(page, "reader", PASSWORD)
    seen = walk(page, f"{live_server.url}/", look)
    assert not faults, "\n".join(faults)
    assert len(seen) >= 8, seen


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/sign-in/", "/styleguide/"])
def test_no_public_page_has_a_serious_fault(
    path: str, width: int, page: Page, live_server: Any, axe: Callable[[Page], list[str]]
) -> None:
    page.goto(live_server.url + path)
    assert not axe(page)
