"""Rules of designs, charts and yarns: tables of cases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.accounts.choices import Role
from nawl.kit.errors import NotPossible
from nawl.kit.identifiers import is_valid_serial
from nawl.production import rules
from nawl.production.choices import CopyState, LotState, VersionState
from nawl.production.rules.motifs import pack_cells, unpack_cells
from nawl.production.rules.packing import pack, unpack
from nawl.production.rules.pictures import changed_knots, difference_picture, fitted, small_picture
from nawl.production.rules.scaling import bare, fitted_to
from nawl.production.rules.states import Make
from nawl.production.rules.stock import (
    faults_of_count,
    faults_of_receipt,
    is_colour_code,
    lot_may_become,
    state_after_count,
)
from nawl.production.rules.titles import copy_serial_text
from nawl.weaving.chart import Chart
from nawl.weaving.classes import find_class
from nawl.weaving.frame import Frame
from nawl.weaving.yarns import UNSET, Yarn

TODAY = date(2022, 7, 14)
RED = Yarn("MAD", "أحمر", "red", (154, 46, 43))
BLUE = Yarn("IND", "كحلي", "navy", (31, 59, 92))


def frame(width: int = 10, length: int = 20, quality: str = "300") -> Frame:
    return Frame(find_class(quality), Decimal(width), Decimal(length))


def striped(within: Frame | None = None, *yarns: Yarn) -> Chart:
    own = within or frame()
    rows = np.arange(own.high)[:, None] // 4 % 2
    return Chart(own, yarns or (RED, BLUE), np.broadcast_to(rows, (own.high, own.wide)).astype(np.uint8))


def test_who_may_do_what_is_what_the_decision_says() -> None:
    assert set(rules.DRAWERS) == {Role.DESIGNER, Role.WORKSHOP_SUPERVISOR}
    assert set(rules.LOCKERS) == {Role.WORKSHOP_SUPERVISOR, Role.GOVERNORATE_DIRECTOR, Role.PROGRAMME_DIRECTOR}
    assert set(rules.YARN_KEEPERS) == {Role.WORKSHOP_SUPERVISOR}
    assert set(rules.CLASS_KEEPERS) == {Role.PROGRAMME_DIRECTOR, Role.ADMINISTRATOR}
    for acting in (rules.DRAWERS, rules.LOCKERS, rules.YARN_KEEPERS, rules.CLASS_KEEPERS, rules.COPY_KEEPERS):
        assert set(acting) <= set(rules.SEERS), "who acts also sees"


@pytest.mark.parametrize("state", VersionState.values)
def test_a_version_goes_its_way_and_never_back_once_it_is_locked(state: str) -> None:
    followed = {other for other in VersionState.values if rules.version_may_become(state, other)}
    known = {
        "draft": {"review"},
        "review": {"draft", "locked"},
        "locked": {"superseded", "retired"},
        "superseded": {"retired"},
        "retired": set(),
    }
    assert followed == known[state]
    if state in rules.FROZEN:
        assert followed <= set(rules.FROZEN)


def test_a_step_that_is_not_on_the_way_is_refused_with_both_states() -> None:
    with pytest.raises(NotPossible, match="version_state_unfit") as caught:
        rules.ensure_follows("draft", "locked")
    assert set(caught.value.facts) == {"state", "following"}


@pytest.mark.parametrize(
    ("state", "followed"),
    [
        (CopyState.PRINTED, {"issued", "lost"}),
        (CopyState.ISSUED, {"returned", "lost"}),
        (CopyState.RETURNED, {"issued", "lost"}),
        (CopyState.LOST, {"returned"}),
    ],
)
def test_a_copy_is_handed_out_taken_back_lost_and_found(state: str, followed: set[str]) -> None:
    assert {other for other in CopyState.values if rules.copy_may_become(state, other)} == followed


@pytest.mark.parametrize("copy", CopyState.values)
@pytest.mark.parametrize("version", VersionState.values)
def test_a_copy_is_printed_again_until_it_is_handed_out(copy: str, version: str) -> None:
    assert rules.copy_may_be_printed_again(copy, version) is ((copy, version) == ("printed", "locked"))


@pytest.mark.parametrize(
    ("unset", "colours", "codes"),
    [
        (0, 12, []),
        (1, 12, ["chart_not_whole"]),
        (0, 13, ["chart_too_colourful"]),
        (5, 13, ["chart_not_whole", "chart_too_colourful"]),
    ],
)
def test_a_drawing_is_reviewed_whole_and_within_its_colours(unset: int, colours: int, codes: list[str]) -> None:
    assert [fault.code for fault in rules.faults_of_review(unset=unset, colours=colours, most=12)] == codes


@pytest.mark.parametrize(
    ("other", "gives_way"),
    [
        (Make("300", Decimal(200), Decimal(300)), True),
        (Make("300", Decimal("200.0"), Decimal("300.0")), True),
        (Make("360", Decimal(200), Decimal(300)), False),
        (Make("300", Decimal(170), Decimal(240)), False),
    ],
)
def test_a_locked_version_gives_way_to_one_of_its_class_and_size(other: Make, gives_way: bool) -> None:
    assert rules.takes_the_place_of(Make("300", Decimal(200), Decimal(300)), other) is gives_way


@pytest.mark.parametrize(("minutes", "same"), [(0, True), (29, True), (30, False), (600, False)])
def test_a_sitting_ends_after_half_an_hour_of_rest(minutes: int, same: bool) -> None:
    now = datetime(2022, 7, 14, 10, tzinfo=UTC)
    assert rules.is_same_sitting(now - timedelta(minutes=minutes), now) is same
    assert not rules.is_same_sitting(None, now)


def test_serials_bear_their_year_their_number_and_a_check() -> None:
    assert rules.design_serial_text(2022, 7).startswith("DSN-2022-0007-")
    assert copy_serial_text(2022, 12).startswith("CHC-2022-0012-")
    assert is_valid_serial(rules.design_serial_text(2022, 7))
    assert not is_valid_serial(rules.design_serial_text(2022, 7).replace("7", "8"))


@pytest.mark.parametrize(
    ("serials", "number"), [([], 1), (["DSN-2022-0001-O"], 2), (["DSN-2022-0009-8", "DSN-2022-0002-M"], 10)]
)
def test_the_next_number_is_the_highest_and_one(serials: list[str], number: int) -> None:
    assert rules.next_number(serials) == number


@pytest.mark.parametrize(
    ("code", "fit"),
    [
        ("W1", True),
        ("SAF-12", True),
        ("A", True),
        ("", False),
        ("-A", False),
        ("A,B", False),
        ("ا", False),
        ("A" * 21, False),
    ],
)
def test_a_colours_code_fits_a_shelf_and_a_fingerprint(code: str, fit: bool) -> None:
    assert is_colour_code(code) is fit


@pytest.mark.parametrize(
    ("grams", "day", "codes"),
    [
        (Decimal(500), TODAY, []),
        (Decimal(0), TODAY, ["lot_grams_unfit"]),
        (Decimal(-1), TODAY, ["lot_grams_unfit"]),
        (Decimal(10) ** 10, TODAY, ["lot_grams_unfit"]),
        (Decimal(500), TODAY + timedelta(days=1), ["lot_day_in_future"]),
    ],
)
def test_a_lot_weighs_something_and_came_by_today(grams: Decimal, day: date, codes: list[str]) -> None:
    assert [fault.code for fault in faults_of_receipt(grams, day, today=TODAY)] == codes


@pytest.mark.parametrize(
    ("grams", "day", "codes"),
    [
        (Decimal(0), TODAY, []),
        (Decimal(1100), TODAY, []),
        (Decimal(1101), TODAY, ["lot_count_above_received"]),
        (Decimal(-1), TODAY, ["lot_grams_unfit"]),
        (Decimal(5), date(2022, 5, 31), ["lot_counted_before_receipt"]),
        (Decimal(5), date(2022, 7, 15), ["lot_day_in_future"]),
    ],
)
def test_a_weighing_is_believed_up_to_a_tenth_of_damp(grams: Decimal, day: date, codes: list[str]) -> None:
    faults = faults_of_count(grams, day, received_g=Decimal(1000), received_on=date(2022, 6, 1), today=TODAY)
    assert [fault.code for fault in faults] == codes


@pytest.mark.parametrize(
    ("state", "grams", "after"),
    [
        ("released", 0, "depleted"),
        ("released", 5, "released"),
        ("depleted", 5, "released"),
        ("rejected", 0, "rejected"),
        ("quarantine", 0, "quarantine"),
    ],
)
def test_a_weighing_tells_whether_a_lot_is_used_up(state: str, grams: int, after: str) -> None:
    assert state_after_count(state, Decimal(grams)) == after


def test_a_rejected_lot_can_be_released_again_but_not_put_back_to_waiting() -> None:
    assert lot_may_become("rejected", "released")
    assert not any(lot_may_become(state, "quarantine") for state in LotState.values)


def test_what_is_packed_comes_back_to_the_byte() -> None:
    chart = striped()
    kept = pack(chart)
    assert pack(unpack(kept)) == kept
    assert unpack(kept).fingerprint == chart.fingerprint
    assert unpack(kept).frame == chart.frame


def test_a_chart_of_which_one_knot_was_changed_is_found_out() -> None:
    chart = striped()
    knots = chart.knots.copy()
    knots[3, 3] = 1 - knots[3, 3]
    forged = pack(chart.with_knots(knots))
    with pytest.raises(NotPossible, match="chart_damaged"):
        unpack(type(forged)(forged.image, pack(chart).beside))


@pytest.mark.parametrize(("width", "length"), [(10, 20), (20, 40), (5, 10), (13, 31)])
def test_a_drawing_in_another_size_fills_it_with_its_own_colours(width: int, length: int) -> None:
    other = fitted_to(striped(), frame(width, length))
    assert other.knots.shape == (other.frame.high, other.frame.wide)
    assert set(np.unique(other.knots)) <= {0, 1}


def test_twice_the_size_and_back_is_the_same_drawing() -> None:
    chart = striped()
    assert np.array_equal(fitted_to(fitted_to(chart, frame(20, 40)), frame()).knots, chart.knots)


def test_an_empty_sheet_has_no_coloured_knot() -> None:
    assert (bare(frame()) == UNSET).all()


@given(st.integers(0, 59), st.integers(0, 29), st.integers(0, 59), st.integers(0, 29))
def test_the_knots_that_differ_are_those_that_were_changed(row: int, column: int, other: int, across: int) -> None:
    chart = striped()
    knots = chart.knots.copy()
    places = {(row, column), (other, across)}
    for place in places:
        knots[place] = 1 - knots[place]
    assert changed_knots(chart, chart.with_knots(knots)) == len(places)


def test_a_palette_in_another_order_is_no_difference() -> None:
    chart = striped()
    assert changed_knots(chart, Chart(chart.frame, (BLUE, RED), 1 - chart.knots)) == 0


def test_two_long_codes_that_begin_alike_are_two_yarns() -> None:
    one = Yarn("SAFITA-0001", "أول", "first", (1, 2, 3))
    other = Yarn("SAFITA-0002", "ثان", "second", (4, 5, 6))
    chart = striped(None, one, BLUE)
    changed = changed_knots(chart, Chart(chart.frame, (other, BLUE), chart.knots))
    assert changed == chart.counts[0]


def test_grids_of_different_sizes_have_no_difference_in_knots() -> None:
    assert changed_knots(striped(), striped(frame(20, 20))) is None


@pytest.mark.parametrize(("wide", "high", "size"), [(200, 300, (280, 420)), (300, 80, (420, 112)), (1, 5000, (1, 420))])
def test_a_small_picture_keeps_the_carpets_proportion(wide: int, high: int, size: tuple[int, int]) -> None:
    assert fitted(wide, high, 420) == size


def test_pictures_are_png() -> None:
    chart = striped()
    for image in (small_picture(chart), difference_picture(chart, chart)):
        assert image.startswith(b"\x89PNG")


def test_a_motifs_cells_come_back_and_unknown_parts_are_refused() -> None:
    cells = (np.arange(35) % 7).reshape(5, 7).astype(np.uint8)
    assert np.array_equal(unpack_cells(pack_cells(cells), 7, 5), cells)
    with pytest.raises(NotPossible, match="motif_cells_unfit"):
        pack_cells(np.full((3, 3), 9, np.uint8))
    with pytest.raises(NotPossible, match="motif_cells_unfit"):
        pack_cells(np.zeros((601, 3), np.uint8))
