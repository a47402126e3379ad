"""A designer turns a photograph into a chart that a supervisor locks; composes a carpet and prints its chart."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from nawl.accounts.choices import Role
from nawl.places.models import Facility
from nawl.production.choices import Beginning, VersionState
from nawl.production.models import ChartCopy, ChartVersion
from nawl.production.queries.charts import chart_of
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_class, make_palette

pytestmark = pytest.mark.django_db(transaction=True)
HEIGHTS = {820: 1180, 1280: 900}
BOTH = pytest.mark.parametrize("width", [820, 1280])
WHY = "a test looks at everything"


@pytest.fixture
def context(browser: Browser, width: int) -> Iterator[BrowserContext]:
    """A tablet held upright, or a desk."""
    device = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        locale="en-US",
        has_touch=width < 1000,
        reduced_motion="reduce",
        accept_downloads=True,
    )
    device.set_default_timeout(20_000)
    yield device
    device.close()


@pytest.fixture
def unit() -> Facility:
    """A unit with yarn, a designer and a supervisor."""
    facility = make_facility()
    make_palette(facility, grams=20_000)
    for code in ("300", "360", "wall", "kilim"):
        make_class(code)
    make_user_as(Role.DESIGNER, facility, "designer", password=PASSWORD)
    make_user_as(Role.WORKSHOP_SUPERVISOR, facility, "supervisor", password=PASSWORD)
    return facility


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A photograph made by code: a red flower before a blue evening, with the noise of a sensor."""
    across, down = np.meshgrid(np.linspace(-1, 1, 600), np.linspace(-1.5, 1.5, 900))
    angle, reach = np.arctan2(down, across), np.hypot(across, down)
    picture = np.zeros((900, 600, 3))
    picture[:] = np.stack([30 + 40 * (down + 1.5) / 3, 55 + 30 * across**2, 100 + 20 * down], axis=-1)
    picture[reach < 0.75 + 0.15 * np.cos(8 * angle)] = (160, 45, 42)
    picture[reach < 0.22] = (205, 145, 40)
    picture += np.random.default_rng(7).normal(0, 6, picture.shape)
    path = tmp_path / "flower.jpg"
    Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(path, quality=92)
    return path


def the_version(number: int = 1) -> ChartVersion:
    rows = ChartVersion.objects.unscoped(WHY).select_related("design__facility", "quality", "locked_by")
    version: ChartVersion = rows.get(number=number)
    return version


def leave(page: Page, address: str) -> None:
    """Sign out, by the device forgetting who was here."""
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/")


@BOTH
def test_a_designer_turns_a_photograph_into_a_locked_chart(
    page: Page, sign_in: Callable, live_server, unit: Facility, photograph: Path, axe: Callable
) -> None:
    sign_in(page, "designer", PASSWORD)
    page.goto(f"{live_server.url}/designs/")
    page.get_by_role("link", name="تصميم جديد").first.click()
    page.get_by_label("صنف 300", exact=False).check()
    page.get_by_label("المقاس", exact=False).fill("٤٠×٦٠ سم")
    page.get_by_label("العنوان بالعربية").fill("زهرة المساء")
    page.get_by_label("صورة: تصير الصورة أو الرسمة مخططاً").check()
    page.get_by_role("button", name="بدء التصميم").click()
    page.set_input_files("input[type=file]", photograph)
    page.get_by_role("button", name="صنع المخطط").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("زهرة المساء")
    assert axe(page) == []
    drawn = the_version()
    assert (drawn.beginning, drawn.unset, drawn.wide, drawn.high) == (Beginning.PICTURE, 0, 120, 180)
    page.get_by_role("button", name="إرسال إلى المراجعة").click()
    expect(page.get_by_role("link", name="تثبيت النسخة")).to_have_count(0)  # who draws does not lock

    leave(page, live_server.url)
    sign_in(page, "supervisor", PASSWORD)
    page.goto(f"{live_server.url}/designs/{drawn.design.serial}/versions/1/")
    page.get_by_role("link", name="تثبيت النسخة").click()
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("مثبّتة")
    locked = the_version()
    assert (locked.state, locked.locked_by.username) == (VersionState.LOCKED, "supervisor")
    assert locked.fingerprint == drawn.fingerprint == chart_of(locked).fingerprint
    assert sum(locked.counts) == 120 * 180
    middle = chart_of(locked).yarns[int(chart_of(locked).knots[90, 60])]
    assert middle.code == "SAF"


@BOTH
def test_a_designer_composes_a_carpet_from_an_empty_page_and_prints_its_chart(
    page: Page, sign_in: Callable, live_server, unit: Facility, axe: Callable, tmp_path: Path
) -> None:
    sign_in(page, "designer", PASSWORD)
    page.goto(f"{live_server.url}/designs/")
    page.get_by_role("link", name="تأليف سجادة").first.click()
    page.get_by_label("ملاحظة السوق").fill("لوحة جدارية أحمر هندسي ٤٠×٦٠")
    page.get_by_role("button", name="اقتراح").click()
    expect(page.locator(".proposal")).to_have_count(12)
    assert axe(page) == []
    page.get_by_role("link", name="ما يشبهها").nth(2).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ما يشبه هذه")
    page.get_by_role("link", name="بدء تصميم").nth(1).click()
    page.get_by_label("العنوان بالعربية").fill("نجمة الدار")
    page.get_by_role("button", name="بدء التصميم").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("نجمة الدار")
    composed = the_version()
    assert (composed.beginning, composed.unset) == (Beginning.COMPOSED, 0)
    assert (composed.width_cm, composed.length_cm) == (Decimal(40), Decimal(60))

    page.get_by_role("link", name="طباعة", exact=True).click()
    page.get_by_role("button", name="طباعة", exact=True).click()
    link = page.get_by_role("link", name="فتح الصفحات").get_attribute("href")
    answered = page.request.get(f"{live_server.url}{link}")
    reader = PdfReader(io.BytesIO(answered.body()))
    assert answered.headers["content-type"] == "application/pdf"
    assert len(reader.pages) >= 2
    printed = "".join(one.extract_text() for one in reader.pages).replace(" ", "")
    assert composed.fingerprint[:8] in printed
    assert not ChartCopy.objects.unscoped(WHY).exists()  # a draft has no numbered copies
