"""The page of a version: from draft to locked, what it takes, how it differs from another."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.production.actions import begin_version, send_to_review
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from tests.factories.places import make_facility
from tests.factories.production import draw, make_class, make_locked, make_lot, make_palette, make_version, reread
from tests.production.acts import hand
from tests.production.pages import as_role, at, client_of, text

pytestmark = pytest.mark.django_db


def test_the_way_from_draft_to_locked_is_walked_on_the_pages(drawn: ChartVersion) -> None:
    designer, supervisor = as_role(Role.DESIGNER, drawn), as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    assert "فتح المرسم" in text(designer, at(drawn, "version"))
    assert designer.post(at(drawn, "version-send")).status_code == 302
    assert "تثبيت النسخة" not in text(designer, at(drawn, "version"))
    assert "تثبيت النسخة" in text(supervisor, at(drawn, "version"))
    assert designer.get(at(drawn, "version-lock")).status_code == 403
    assert "لا تتغير أبداً" in text(supervisor, at(drawn, "version-lock"))
    assert supervisor.post(at(drawn, "version-lock")).status_code == 302
    assert reread(drawn).state == "locked"
    assert supervisor.post(at(drawn, "version-retire"), {"reason": ""}).status_code == 422
    assert supervisor.post(at(drawn, "version-retire"), {"reason": "لا يُطلب"}).status_code == 302
    assert reread(drawn).state == "retired"


def test_a_version_is_given_back_on_its_page_with_a_reason(drawn: ChartVersion) -> None:
    send_to_review(drawn, by=hand(Role.DESIGNER, drawn.design.facility))
    supervisor = as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    assert supervisor.post(at(drawn, "version-return"), {"reason": "الكنار ضيق"}).status_code == 302
    page = text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))
    assert page.index("الكنار ضيق") < page.index("hung"), "the reason stands above the picture"
    send_to_review(reread(drawn), by=hand(Role.DESIGNER, drawn.design.facility))
    page = text(supervisor, at(drawn, "version"))
    assert page.index("hung") < page.index("الكنار ضيق"), "once it is sent again, the record alone tells it"


@pytest.mark.parametrize("name", ["version-lock", "version-return", "version-retire"])
def test_what_a_version_cannot_become_is_refused_before_it_is_asked_for(drawn: ChartVersion, name: str) -> None:
    if name == "version-return":
        make_locked(drawn)
    page = text(as_role(Role.WORKSHOP_SUPERVISOR, drawn), at(drawn, name), status=422)
    assert "لا تصير" in page


def test_a_draft_that_is_not_whole_says_what_is_missing_and_cannot_be_sent() -> None:
    version = make_version()
    designer = as_role(Role.DESIGNER, version)
    page = text(designer, at(version, "version"))
    assert "1,800" in page
    assert at(version, "version-send") not in page
    assert "لم يُرسم شيء بعد" in page
    assert designer.post(at(version, "version-send")).status_code == 422


def test_the_yarn_of_a_version_stands_against_the_stock_with_what_could_stand_in() -> None:
    unit = make_facility()
    make_palette(unit, grams=5)
    make_lot(unit, batch="اللون القريب", colour=None, grams=4000)
    drawn = draw(make_version(unit))
    page = text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))
    assert "الموجود لا يكفي" in page
    assert "وأقرب الموجود إليه" in page
    assert "السعر بهامش 20%" in page
    assert "السعر بزيادة 20%" in page


def test_a_flat_weave_is_told_in_cells_and_weft_and_a_carpet_in_knots_and_pile(locked: ChartVersion) -> None:
    kilim = draw(make_version(make_facility(), quality=make_class("kilim")))
    page = text(as_role(Role.DESIGNER, kilim), at(kilim, "version"))
    assert "الخانات" in page
    assert "اللحمة الملوّنة" in page
    assert "العقد" not in page
    assert "الوبر" not in page
    page = text(as_role(Role.DESIGNER, locked), at(locked, "version"))
    assert "العقد" in page
    assert "الوبر" in page
    assert "الخانات" not in page


def test_slits_longer_than_ten_rows_are_told_in_the_right_plural() -> None:
    kilim = draw(make_version(make_facility(), quality=make_class("kilim"), size=(Decimal(20), Decimal(40))))
    page = text(as_role(Role.DESIGNER, kilim), at(kilim, "version-slits"), rows="3")
    assert "أطول من 3 أسطر" in page
    assert "صفوف" not in page


def test_a_border_is_told_where_one_was_fixed_and_never_denied() -> None:
    drawn = draw(make_version())
    assert "<dt>كنار</dt>" not in text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))
    ChartVersion.objects.unscoped("a test").filter(pk=drawn.pk).update(border_cm=8)
    assert "<dt>كنار</dt>" in text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))


def test_a_carpet_and_a_flat_weave_of_one_design_are_compared() -> None:
    drawn = draw(make_version())
    by = hand(Role.DESIGNER, drawn.design.facility)
    begin_version(drawn, by=by, quality=make_class("kilim"), size_cm=(Decimal(20), Decimal(20)))
    page = text(client_of(by), reverse("production:compare", args=[drawn.design.serial]))
    assert "الخانات" in page
    assert drawn.quality.name in page
    assert "لا يوضع أحدهما فوق الآخر" in page


def test_two_versions_are_compared_with_the_knots_that_differ(locked: ChartVersion) -> None:
    by = hand(Role.DESIGNER, locked.design.facility)
    other = draw(begin_version(locked, by=by), seed=2, by=by)
    page = text(client_of(by), reverse("production:compare", args=[locked.design.serial]))
    changed = int(np.count_nonzero(chart_of(locked).knots != chart_of(other).knots))
    assert f"{changed:,}" in page
    assert "مواضع الاختلاف" in page
    nonsense = text(client_of(by), reverse("production:compare", args=[locked.design.serial]), a="x", b="99999999")
    assert "<bdi>1</bdi> إلى جانب النسخة <bdi>2</bdi>" in nonsense
