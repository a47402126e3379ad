"""Designs are begun and revised, versions begun from older ones; each act leaves its entry."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import NotPossible
from nawl.kit.identifiers import is_valid_serial
from nawl.production.actions import DesignWords, begin_design, begin_version, revise_design
from nawl.production.models import ChartColour, Design
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS
from nawl.weaving.frame import Frame, Symmetry
from tests.conftest import TODAY
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility, make_governorate
from tests.factories.production import (
    DYES,
    draw,
    first_version,
    make_class,
    make_colour,
    make_design,
    make_locked,
    make_lot,
    make_palette,
    make_version,
    reread,
)
from tests.production.acts import hand, refuses_all_but, told, verbs

pytestmark = pytest.mark.django_db
WORDS = DesignWords("نجمة صافيتا", "Safita star", author="سلمى")


def test_a_design_begins_with_an_empty_sheet_in_its_class_and_size() -> None:
    unit = make_facility()
    make_palette(unit)
    by = hand(Role.DESIGNER, unit)
    frame = Frame(make_class().quality, Decimal(10), Decimal(20), Symmetry.QUARTER, Decimal(2), 3)
    design = begin_design(unit, make_class(), frame, WORDS, by=by)
    version = first_version(design)
    assert is_valid_serial(design.serial)
    assert (design.facility, design.begun_on, design.by) == (unit, TODAY, by)
    assert (version.wide, version.high, version.unset) == (30, 60, 1800)
    assert (version.state, version.revision, version.symmetry, version.border_cm) == ("draft", 0, "quarter", 2)
    assert len(chart_of(version).yarns) == 3, "the palette keeps to the colours that the frame allows"


def test_an_empty_sheet_begins_with_yarns_on_hand_that_are_far_apart_in_colour() -> None:
    unit = make_facility()
    reds = {"R1": (154, 46, 43), "R2": (160, 51, 48), "R3": (143, 42, 40)}
    for code, (red, green, blue) in {**reds, "W1": (240, 230, 210), "Y1": (217, 164, 0), "Z1": (31, 59, 99)}.items():
        make_lot(
            unit,
            make_colour(code, red=red, green=green, blue=blue),
            grams=5000,
            state="rejected" if code == "Y1" else "released",
        )
    chart = chart_of(make_version(unit, colours=3))
    found = [yarn.code for yarn in chart.yarns]
    assert (len(found), found[1:]) == (3, ["W1", "Z1"])
    assert found[0].startswith("R")


def test_beginning_a_design_leaves_one_entry() -> None:
    design = make_design()
    entry = AuditEntry.objects.get(verb="production.design_begun")
    assert entry.place_path == design.facility.place_path
    assert design.serial in told(design)


def test_only_who_draws_begins_a_design_and_only_at_their_place() -> None:
    unit = make_facility()
    make_palette(unit)
    refuses_all_but(DRAWERS, unit, lambda by: make_design(unit, by=by))
    assert Design.objects.unscoped("a test counts all").count() == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (replace(WORDS, title_ar="  "), "design_title_missing"),
        (replace(WORDS, title_ar="ن" * 161), "text_too_long"),
        (replace(WORDS, rights="ح" * 241), "text_too_long"),
    ],
)
def test_a_design_needs_a_title_that_fits(words: DesignWords, code: str) -> None:
    unit = make_facility()
    frame = Frame(make_class().quality, Decimal(10), Decimal(20))
    with pytest.raises(NotPossible, match=code):
        begin_design(unit, make_class(), frame, words, by=hand(Role.DESIGNER, unit))


def test_a_frame_of_another_class_is_refused() -> None:
    unit = make_facility()
    frame = Frame(make_class("360").quality, Decimal(10), Decimal(20))
    with pytest.raises(NotPossible, match="class_differs"):
        begin_design(unit, make_class(), frame, WORDS, by=hand(Role.DESIGNER, unit))


def test_serials_count_on_within_the_year() -> None:
    serials = [make_design().serial for _ in range(3)]
    assert [serial[:13] for serial in serials] == ["DSN-2022-0001", "DSN-2022-0002", "DSN-2022-0003"]


def test_an_empty_sheet_takes_only_colours_that_the_unit_may_use() -> None:
    here, there = make_facility(), make_facility()
    make_palette(here)
    make_colour("OWN-1", facility=there)
    own = make_colour("OWN-2", facility=here)
    codes = {yarn.code for yarn in chart_of(make_version(here)).yarns}
    assert codes == {*DYES, own.code}


def test_what_is_said_of_a_design_is_revised_with_before_and_after() -> None:
    design = make_design()
    by = hand(Role.WORKSHOP_SUPERVISOR, design.facility)
    words = DesignWords("نجمة الساحل", "Coast star", leaning=make_governorate("SY06"), market_note="صالون")
    revised = revise_design(design, words, by=by)
    assert (revised.title_ar, revised.leaning.pcode, revised.serial) == ("نجمة الساحل", "SY06", design.serial)
    entry = AuditEntry.objects.get(verb="production.design_revised")
    assert entry.changes["title_ar"] == ["نجمة صافيتا", "نجمة الساحل"]
    assert entry.changes["leaning"] == [None, "اللاذقية"]
    assert "عُدّلت" in told(design)


def test_no_difference_leaves_no_entry() -> None:
    design = make_design()
    before = verbs()
    revise_design(design, DesignWords("نجمة صافيتا", "Safita star"), by=hand(Role.DESIGNER, design.facility))
    assert verbs() == before


def test_only_who_draws_revises_a_design() -> None:
    design = make_design()
    refuses_all_but(DRAWERS, design.facility, lambda by: revise_design(design, WORDS, by=by))


def test_a_version_begins_as_an_older_one_stands_and_leaves_it_alone() -> None:
    locked = make_locked()
    by = hand(Role.DESIGNER, locked.design.facility)
    begun = begin_version(locked, note="أزرق", by=by)
    assert (begun.number, begun.state, begun.parent, begun.note) == (2, "draft", locked, "أزرق")
    assert chart_of(begun).fingerprint == locked.fingerprint
    assert reread(locked).state == "locked"
    assert "النسخة 2 عن النسخة 1" in told(begun)


def test_a_version_in_another_class_and_size_fills_its_own_grid() -> None:
    drawn = draw(make_version())
    by = hand(Role.DESIGNER, drawn.design.facility)
    finer = begin_version(drawn, quality=make_class("400"), size_cm=(Decimal(20), Decimal(20)), by=by)
    chart = chart_of(finer)
    assert (finer.wide, finer.high, finer.quality.code) == (80, 80, "400")
    assert chart.knots.shape == (80, 80)
    assert sum(finer.counts) + finer.unset == 6400


def test_a_drawing_that_came_too_late_can_be_kept_as_a_version() -> None:
    drawn = draw(make_version())
    chart = chart_of(drawn)
    other = np.roll(chart.knots, 1, axis=0)
    begun = begin_version(drawn, drawing=(other, chart.yarns), by=hand(Role.DESIGNER, drawn.design.facility))
    assert np.array_equal(chart_of(begun).knots, other)


def test_only_who_draws_begins_a_version() -> None:
    drawn = draw(make_version())
    refuses_all_but(DRAWERS, drawn.design.facility, lambda by: begin_version(drawn, by=by))


def test_the_colours_of_a_version_stand_in_rows_that_add_up_to_the_grid() -> None:
    drawn = draw(make_version())
    rows = ChartColour.objects.unscoped("a test adds up").filter(version=drawn)
    assert [row.colour.code for row in rows.select_related("colour")] == list(DYES)
    assert sum(row.knots for row in rows) == drawn.knots


def test_a_remark_that_no_column_holds_is_refused_on_either_database() -> None:
    version = make_version()
    with pytest.raises(NotPossible, match="text_too_long"):
        begin_version(version, note="ط" * 501, by=make_system_user())
