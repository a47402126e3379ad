"""A chart travels: a version's chart file is saved, and another design is begun from it, knot for knot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from nawl.accounts.choices import Role
from nawl.production.choices import Beginning
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import draw, make_palette, make_version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_saved_chart_file_begins_another_design(
    page: Page, sign_in: Callable, live_server, axe: Callable, tmp_path: Path
) -> None:
    unit = make_facility()
    make_palette(unit)
    make_user_as(Role.DESIGNER, unit, "designer", password=PASSWORD)
    older = draw(make_version(unit))
    sign_in(page, "designer", PASSWORD)
    page.goto(f"{live_server.url}/designs/{older.design.serial}/versions/1/")
    with page.expect_download() as saving:
        page.get_by_role("link", name="ملف المخطط").click()
    saved = tmp_path / "chart.nawl.png"
    saving.value.save_as(saved)

    page.goto(f"{live_server.url}/designs/new/")
    page.get_by_label("صنف 300", exact=False).check()
    page.get_by_label("المقاس", exact=False).fill("١٠×٢٠ سم")
    page.get_by_label("العنوان بالعربية").fill("نجمة من بعيد")
    page.get_by_label("ملف مخطط: من وحدة أخرى أو من برنامج آخر").check()
    page.get_by_role("button", name="بدء التصميم").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("من ملف مخطط")
    assert axe(page) == []
    page.set_input_files("input[name=chart]", saved)
    page.get_by_role("button", name="صنع المخطط").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("نجمة من بعيد")
    expect(page.get_by_role("heading", name="غزول ملف المخطط")).to_be_visible()
    assert axe(page) == []
    newer = ChartVersion.objects.unscoped("a test looks").select_related("design").get(design__title_ar="نجمة من بعيد")
    assert (newer.beginning, newer.unset) == (Beginning.FILE, 0)
    assert np.array_equal(chart_of(newer).knots, chart_of(older).knots)
    assert [one.code for one in chart_of(newer).yarns] == [one.code for one in chart_of(older).yarns]
