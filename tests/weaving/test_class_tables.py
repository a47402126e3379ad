"""Class files: a ministry's own classes, and what does not fit named by its field."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.ui.sentences import all_sentences
from nawl.weaving.class_tables import read_classes
from nawl.weaving.classes import SHIPPED, find_class, load_classes
from nawl.weaving.frame import Frame

BARE = """
[[class]]
code = "270"
version = 2
name_ar = "صنف ٢٧٠"
name_en = "Class 270"
valid_from = 2022-01-01
mode = "pile"
kh = 27
kv = "27.5"
shots = [{ tex = 590.54, crimp = "0.05" }]
"""


def test_the_shipped_file_reads_alike_both_ways():
    assert read_classes(SHIPPED) == load_classes()


def test_a_class_needs_its_identity_and_mode_and_takes_the_rest_as_usual():
    (quality,) = read_classes(BARE.encode())
    assert (quality.key, str(quality.valid_from), str(quality.kv), str(quality.shots[0].tex)) == (
        "270/2",
        "2022-01-01",
        "27.5",
        "590.54",
    )
    assert quality.knots_per_day == 4_000


def test_a_class_without_density_is_read_and_refused_where_a_chart_is_made():
    (quality,) = read_classes("\n".join(line for line in BARE.splitlines() if not line.startswith("k")).encode())
    with pytest.raises(NotPossible, match="class_without_density"):
        Frame(quality, Decimal(100), Decimal(100))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('code = "270"', "", "class.0.code"),
        ("version = 2", 'version = "2"', "class.0.version"),
        ("valid_from = 2022-01-01", "valid_from = 2022-01-01T10:00:00", "class.0.valid_from"),
        ('mode = "pile"', 'mode = "heap"', "class.0.mode"),
        ("kh = 27", "kh = nan", "class.0.kh"),
        ("kh = 27", "kh = -1", "class.0.kh"),
        ("tex = 590.54", "tex = inf", "class.0.shots.0.tex"),
    ],
)
def test_what_does_not_fit_is_named(old, new, field):
    with pytest.raises(NotPossible) as refused:
        read_classes(BARE.replace(old, new).encode())
    assert (refused.value.code, refused.value.facts["field"]) == ("class_field_wrong", field)


def test_one_version_of_a_class_stands_once():
    with pytest.raises(NotPossible, match="class_twice"):
        read_classes((BARE + BARE).encode())
    newer = read_classes((BARE + BARE.replace("version = 2", "version = 3")).encode())
    assert find_class("270", newer).version == 3


@pytest.mark.parametrize("data", [b"", b"class = []", b"\xff", b"[[class]", b"a = 1", b"#" * (2**20 + 1)])
def test_a_file_without_classes_is_refused(data):
    with pytest.raises(NotPossible, match="classes_unreadable"):
        read_classes(data)


@given(st.integers(0, len(BARE)), st.text(alphabet='[]{}=",.\n 0aé', max_size=6))
def test_any_damage_is_classes_or_a_refusal(place, text):
    try:
        assert read_classes((BARE[:place] + text + BARE[place + 1 :]).encode())
    except ProgrammeError as refused:
        assert refused.code in all_sentences()
