"""The dye lots that are meant for a chart: chosen by who keeps the yarn, named on page, paper and talking chart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import NotFound, NotPossible
from nawl.places.models import Facility
from nawl.production.actions import count_lot, mean_lots, reject_lot
from nawl.production.models import ChartVersion, YarnLot
from nawl.production.queries.charts import chart_of
from nawl.production.queries.lots import lots_offered, meant_batches, meant_lots
from nawl.production.queries.reckoning import amounts_of
from nawl.production.rules import YARN_KEEPERS
from nawl.production.rules.stock import LotFacts, faults_of_meant_lot
from tests.factories.accounts import make_system_user
from tests.factories.places import make_district, make_facility
from tests.factories.production import (
    draw,
    make_colour,
    make_locked,
    make_lot,
    make_palette,
    make_version,
    make_yarn_type,
    reread,
)
from tests.production.acts import hand, refuses_all_but, told, verbs
from tests.production.pages import as_role, at, text


@pytest.fixture
def second(drawn: ChartVersion) -> YarnLot:
    return make_lot(drawn.design.facility, make_colour("MAD"), batch="22-200")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"unit": "B"}, ["lot_elsewhere"]),
        ({"colour": "IND"}, ["lot_of_other_colour"]),
        ({"state": "rejected"}, ["lot_not_fit"]),
        ({"state": "quarantine"}, ["lot_not_fit"]),
        ({"state": "depleted"}, ["lot_not_fit"]),
        ({"role": "warp"}, ["lot_not_fit"]),
        ({"unit": "B", "colour": "IND", "role": "warp"}, ["lot_elsewhere", "lot_of_other_colour", "lot_not_fit"]),
    ],
)
def test_a_lot_fits_by_its_unit_its_colour_its_state_and_its_role(changes: dict[str, str], codes: list[str]) -> None:
    facts = {"unit": "A", "colour": "MAD", "batch": "22-1", "state": "released", "role": "pile", **changes}
    assert [fault.code for fault in faults_of_meant_lot(LotFacts(**facts), unit="A", colour="MAD")] == codes


@pytest.mark.django_db
def test_lots_are_meant_for_colours_and_can_be_left_to_the_reckoning_again(
    drawn: ChartVersion, second: YarnLot
) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility)
    mean_lots(drawn, {"MAD": second, "IND": None}, by=by)
    assert meant_batches(drawn) == {"MAD": "22-200"}
    mean_lots(drawn, {"MAD": None}, by=by)
    assert meant_batches(drawn) == {}


@pytest.mark.django_db
def test_meaning_lots_leaves_an_entry_and_none_where_nothing_changes(drawn: ChartVersion, second: YarnLot) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility)
    mean_lots(drawn, {"MAD": second}, by=by)
    mean_lots(drawn, {"MAD": second, "SAF": None}, by=by)
    entry = AuditEntry.objects.get(verb="production.lots_meant")
    assert (entry.changes["lots"], entry.changes["before"]) == ("MAD 22-200", "MAD –")
    assert entry.place_path == drawn.design.facility.place_path
    assert "MAD 22-200" in told(drawn)
    assert verbs().count("production.lots_meant") == 1


@pytest.mark.django_db
def test_only_who_keeps_the_yarn_says_which_lot_is_meant(drawn: ChartVersion, second: YarnLot) -> None:
    refuses_all_but(YARN_KEEPERS, drawn.design.facility, lambda by: mean_lots(drawn, {"MAD": second}, by=by))
    assert meant_lots(drawn) == {}


def _of_another_unit(unit: Facility) -> YarnLot:
    return make_lot(make_facility(at=make_district("SY1302")), make_colour("MAD"), batch="E-1")


WRONG = {
    "lot_elsewhere": _of_another_unit,
    "lot_of_other_colour": lambda unit: make_lot(unit, make_colour("IND"), batch="22-300"),
    "lot_not_fit": lambda unit: make_lot(unit, make_colour("MAD"), batch="22-400", state="quarantine"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("code", WRONG)
def test_a_lot_that_does_not_fit_is_refused_and_none_is_kept(drawn: ChartVersion, second: YarnLot, code: str) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility)
    blue = YarnLot.objects.unscoped("a test").get(colour__code="IND", facility=drawn.design.facility, batch="22-107")
    with pytest.raises(NotPossible, match=code):
        mean_lots(drawn, {"IND": blue, "MAD": WRONG[code](drawn.design.facility)}, by=by)
    with pytest.raises(NotFound, match="yarn_not_of_unit"):
        mean_lots(drawn, {"IND": blue, "NONE": second}, by=by)
    assert meant_lots(drawn) == {}


@pytest.mark.django_db
def test_a_locked_version_may_be_woven_from_another_lot_and_stays_what_it_is(drawn: ChartVersion) -> None:
    locked = make_locked(drawn, seed=2)
    other = make_lot(locked.design.facility, make_colour("MAD"), batch="22-200")
    mean_lots(locked, {"MAD": other}, by=hand(Role.WORKSHOP_SUPERVISOR, locked.design.facility))
    assert meant_batches(locked) == {"MAD": "22-200"}
    assert chart_of(reread(locked)).fingerprint == locked.fingerprint


@pytest.mark.django_db
def test_a_lot_stays_meant_when_the_drawing_changes_and_when_the_lot_is_rejected(
    drawn: ChartVersion, second: YarnLot
) -> None:
    by = hand(Role.WORKSHOP_SUPERVISOR, drawn.design.facility)
    mean_lots(drawn, {"MAD": second}, by=by)
    draw(reread(drawn), seed=3)
    reject_lot(second, reason="تسيل صبغته", by=by)
    mean_lots(drawn, {"MAD": second}, by=by)
    assert meant_batches(drawn) == {"MAD": "22-200"}
    assert "22-200" in text(as_role(Role.WORKSHOP_SUPERVISOR, drawn), at(drawn, "version-lots"))


@pytest.mark.django_db
def test_only_released_pile_yarn_is_offered(drawn: ChartVersion, second: YarnLot) -> None:
    unit = drawn.design.facility
    make_lot(unit, make_colour("MAD"), batch="waits", state="quarantine")
    make_lot(unit, make_colour("MAD"), batch="warp", type=make_yarn_type("WARP", role="warp"))
    assert [lot.batch for lot in lots_offered(unit)["MAD"]] == ["22-107", "22-200"]


@pytest.mark.django_db
def test_the_legend_names_the_lot_meant_else_the_one_that_reckoning_takes(drawn: ChartVersion, second: YarnLot) -> None:
    chart, unit = chart_of(drawn), drawn.design.facility
    codes = [yarn.code for yarn in chart.yarns]
    before = amounts_of(chart, unit, meant_batches(drawn))
    mean_lots(drawn, {"MAD": second}, by=make_system_user())
    after = amounts_of(chart, unit, meant_batches(drawn))
    mad, ind = codes.index("MAD"), codes.index("IND")
    assert (before[mad].lots, after[mad].lots) == (("22-107",), ("22-200",))
    assert before[ind] == after[ind]
    assert after[mad].grams == before[mad].grams


@pytest.mark.django_db
def test_page_and_talking_chart_name_the_lot(drawn: ChartVersion, second: YarnLot) -> None:
    supervisor = as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    assert "دفعات الصباغ" not in text(supervisor, at(drawn, "talking"))
    page = text(supervisor, at(drawn, "version-lots"))
    assert "دفعات الصباغ" in page
    assert "أحمر فوّي · MAD" in page
    answer = supervisor.post(at(drawn, "version-lots"), {"MAD": str(second.pk)})
    assert answer.status_code == 302
    assert "22-200" in text(supervisor, at(drawn, "version"))
    for name in ("talking", "talking-file"):
        told = text(supervisor, at(drawn, name))
        assert "دفعات الصباغ" in told
        assert "<li><span>أحمر فوّي</span> <bdi>22-200</bdi></li>" in told


@pytest.mark.django_db
def test_a_choice_that_was_not_touched_stays_as_another_left_it(drawn: ChartVersion, second: YarnLot) -> None:
    supervisor, address = as_role(Role.WORKSHOP_SUPERVISOR, drawn), at(drawn, "version-lots")
    page = text(supervisor, address)
    shown = {f"initial-{code}": "" for code in ("MAD", "IND")}
    assert all(f'name="{name}"' in page for name in shown)
    mean_lots(drawn, {"MAD": second}, by=make_system_user())
    other = make_lot(drawn.design.facility, make_colour("IND"), batch="22-300")
    supervisor.post(address, {**shown, "MAD": "", "IND": str(other.pk)})
    assert meant_batches(drawn) == {"MAD": "22-200", "IND": "22-300"}
    supervisor.post(address, {"initial-MAD": str(second.pk), "MAD": ""})
    assert meant_batches(drawn) == {"IND": "22-300"}


@pytest.mark.django_db
def test_too_little_of_a_lot_is_told_and_not_refused(drawn: ChartVersion, second: YarnLot) -> None:
    supervisor = as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    count_lot(second, second.received_g / 5000, counted_on=date(2022, 6, 1), by=make_system_user())
    assert "ولا يكفي" in text(supervisor, at(drawn, "version-lots"))
    answer = supervisor.post(at(drawn, "version-lots"), {"MAD": str(second.pk)}, follow=True)
    page = answer.content.decode()
    assert "لا تكفي الدفعة المختارة" in page
    assert "أحمر فوّي" in page
    assert meant_batches(drawn) == {"MAD": "22-200"}


@pytest.mark.django_db
def test_the_page_of_lots_is_for_the_keepers_of_the_unit(drawn: ChartVersion) -> None:
    address = at(drawn, "version-lots")
    assert as_role(Role.DESIGNER, drawn).get(address).status_code == 403
    assert address not in text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))
    assert address in text(as_role(Role.WORKSHOP_SUPERVISOR, drawn), at(drawn, "version"))
    elsewhere = make_facility(at=make_district("SY1302"))
    make_palette(elsewhere)
    assert as_role(Role.WORKSHOP_SUPERVISOR, make_version(elsewhere)).get(address).status_code == 404
    wrong = as_role(Role.WORKSHOP_SUPERVISOR, drawn).post(address, {"MAD": "x"})
    assert wrong.status_code == 422
    bare = make_version(drawn.design.facility, title_ar="بلا رسم")
    assert "لم يُرسم شيء بعد" in text(as_role(Role.WORKSHOP_SUPERVISOR, bare), at(bare, "version-lots"))


@pytest.mark.django_db
def test_the_page_of_lots_asks_the_tables_as_often_for_many_lots_as_for_few(
    drawn: ChartVersion, second: YarnLot, django_assert_max_num_queries: Any
) -> None:
    supervisor = as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    mean_lots(drawn, {"MAD": second}, by=make_system_user())
    counts = []
    addresses = [at(drawn, "version-lots"), at(drawn, "version"), at(drawn, "talking")]
    for address in addresses:
        supervisor.get(address)
        with django_assert_max_num_queries(30) as asked:
            supervisor.get(address)
        counts.append(len(asked))
    for code in ("IND", "WOO", "SAF"):
        lot = make_lot(drawn.design.facility, make_colour(code), batch="22-900")
        mean_lots(drawn, {code: lot}, by=make_system_user())
    for address, most in zip(addresses, counts, strict=True):
        with django_assert_max_num_queries(most):
            supervisor.get(address)
