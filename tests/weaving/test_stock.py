"""Yarn files: three forms, two languages, lots, and every fault with its line."""

import json
from decimal import Decimal
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.ui.sentences import all_sentences
from nawl.weaving.colour import ciede2000
from nawl.weaving.signs import sign_of
from nawl.weaving.stock import SHIPPED, YarnsRefused, read_yarns, shipped_yarns
from nawl.weaving.yarns import Lot, far_apart

TOML = """
[[yarn]]
code = "M3"
name_ar = "أحمر"
name_en = "Red"
srgb = "#9a2e2b"
count = "Nm 6×3"
lots = [{ number = "L1", kg = 1.5, price_kg = "9.20" }, { number = "L2", grams = 2500 }]
"""
CSV = "code,name_ar,name_en,srgb,count,lot,kg,price_kg\r\nM3,أحمر,Red,#9a2e2b,Nm 6×3,L1,1.5,9.20\r\nM3,,Red,#9a2e2b,,L2,2.5,\r\n"
ARABIC = "الرمز;الاسم;الاسم بالإنكليزية;اللون;النمرة;الدفعة;الكمية (كغ);سعر الكيلو\nM3;أحمر;Red;154، 46، 43;Nm 6×3;L1;١٫٥;٩٫٢٠\nM3;أحمر;Red;#9a2e2b;Nm 6×3;L2;2,5;\n"
JSON = json.dumps(
    [
        {
            "code": "M3",
            "name_ar": "أحمر",
            "name": "Red",
            "srgb": [154, 46, 43],
            "tex": 500.00,
            "lots": [{"number": "L1", "grams": 1500, "price_kg": 9.2}, {"number": "L2", "grams": 2500}],
        }
    ]
)


def faults_of(text, name="yarns.csv"):
    with pytest.raises(YarnsRefused) as refused:
        read_yarns(text.encode(), name)
    return [(fault.line, fault.code) for fault in refused.value.line_faults]


@pytest.mark.parametrize(
    ("text", "name"), [(TOML, "y.toml"), (TOML, ""), (CSV, "y.csv"), (ARABIC, "غزول.csv"), (JSON, "y.json"), (JSON, "")]
)
def test_every_form_says_the_same_of_a_yarn_and_its_lots(text, name):
    (yarn,) = read_yarns(text.encode(), name)
    assert (yarn.code, yarn.name_ar, yarn.name_en, yarn.srgb, yarn.tex) == (
        "M3",
        "أحمر",
        "Red",
        (154, 46, 43),
        Decimal(500),
    )
    assert yarn.lots == (Lot("L1", Decimal(1500), Decimal("9.20")), Lot("L2", Decimal(2500), None))
    assert yarn.grams == 4000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1256", "utf-16"])
def test_a_table_saved_by_a_spreadsheet_is_read_in_its_encoding(encoding):
    (yarn,) = read_yarns("رمز,اسم,لون,غرام\nA,كحلي,#203c5e,1200".encode(encoding), "a.csv")
    assert (yarn.name_ar, yarn.grams) == ("كحلي", 1200)


def test_a_yarn_without_an_amount_has_an_unknown_stock():
    (yarn,) = read_yarns(b"code,name,hex\nA,Navy,#203c5e", "a.csv")
    assert yarn.grams is None
    assert yarn.name("ar") == "Navy"


def test_a_measured_colour_counts_before_the_one_on_the_screen():
    (yarn,) = read_yarns(b'[{"code":"A","name":"x","srgb":"#fff","lab":[50, 1.5, -2]}]')
    assert (yarn.srgb, yarn.lab) == ((255, 255, 255), (50.0, 1.5, -2.0))


def test_all_faults_are_named_with_their_lines():
    text = (
        "code,name,colour,kg,grams,symbol,count,lot\n"
        ",Navy,#203c5e,1,,,,\n"
        "B,,#203c5e,,,,,\n"
        '\nC,"two\nlines",blue,,,,,\n'
        "D,Red,#fff,-1,,,,\n"
        'E,Red,#fff,"1,500",,,,\n'
        "F,Red,#fff,1,999,,,\n"
        "G,Red,#fff,,,smile,,\n"
        "H,Red,#fff,,,,Nm six,\n"
        "I,Red,,,,,,\n"
        "J,Red,#fff,,,,,L1\n"
        "K,Red,#fff,1,,,,\n"
        "K,Red,#fff,1,,,,\n"
        "L,Red,#fff,1,,,,L1\n"
        "L,Red,#fff,2,,,,L1\n"
        "M,Red,#fff,inf,,,,\n"
    )
    assert faults_of(text) == [
        (2, "yarn_code_missing"),
        (3, "yarn_nameless"),
        (5, "yarn_colour_unreadable"),
        (7, "yarn_number_unreadable"),
        (8, "yarn_number_unreadable"),
        (9, "yarn_grams_differ"),
        (10, "yarn_symbol_unknown"),
        (11, "yarn_count_unreadable"),
        (12, "yarn_colour_unreadable"),
        (13, "yarn_lots_unreadable"),
        (15, "yarn_code_twice"),
        (17, "yarn_lot_twice"),
        (18, "yarn_number_unreadable"),
    ]


def test_faults_of_tables_in_toml_and_json_have_their_lines_too():
    assert faults_of('\n[[yarn]]\ncode = "A"\n\n[[yarn]]\nname = "x"\n', "y.toml") == [
        (2, "yarn_nameless"),
        (5, "yarn_code_missing"),
    ]
    assert faults_of(
        '{"yarns": [\n{"code": "A", "name": "a", "srgb": "#000"},\n\n{"code": "B", "srgb": "#0"}]}', "y.json"
    ) == [
        (4, "yarn_nameless"),
        (4, "yarn_colour_unreadable"),
    ]
    assert faults_of('[[yarn]]\ncode="A"\nname="a"\nsrgb="#000"\nlots=[{number="1",kg=1},{number="1",kg=2}]', "") == [
        (1, "yarn_lot_twice")
    ]


def test_a_table_without_the_needed_columns_is_refused_once():
    assert faults_of("\nاسم,غرام\nأحمر,1\nأزرق,2") == [(2, "yarn_heading_missing")] * 2


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.csv", "yarns_empty"),
        (b"code,hex", "a.csv", "yarns_empty"),
        (b"[]", "a.json", "yarns_empty"),
        (b"", "a.toml", "yarns_empty"),
        (b"[[yarn]\n", "a.toml", "yarns_unreadable"),
        (b'{"yarns": 3}', "a.json", "yarns_unreadable"),
        (b'[{"code": NaN}]', "a.json", "yarns_unreadable"),
        (b"[" * 100_000, "a.json", "yarns_unreadable"),
        (b'code,hex\n"a', "a.csv", "yarns_unreadable"),
        (b" " * (4 * 2**20 + 1), "a.csv", "yarns_too_large"),
    ],
)
def test_a_file_that_is_no_list_of_yarns_is_refused(data, name, code):
    with pytest.raises(NotPossible, match=code):
        read_yarns(data, name)


def test_a_field_is_named_in_both_languages():
    with pytest.raises(YarnsRefused) as refused:
        read_yarns("رمز,اسم,لون,كغ\nA,كحلي,#203c5e,كثير".encode(), "a.csv")
    assert refused.value.line_faults[0].facts == {"field": "kg · كغ", "value": "كثير"}


def test_the_line_where_a_file_breaks_is_named():
    with pytest.raises(NotPossible) as refused:
        read_yarns(b'[{"code": "A"},\n{"code": }]', "a.json")
    assert refused.value.facts["line"] == 2


@given(st.binary(max_size=200) | st.text(alphabet='[]{}",:=\n;ablcode#123 ', max_size=120).map(str.encode))
def test_any_bytes_are_yarns_or_a_refusal(data):
    for name in ("y.toml", "y.csv", "y.json", ""):
        try:
            assert read_yarns(data, name)
        except ProgrammeError as refused:
            assert refused.code in all_sentences()


def test_the_shipped_yarns_are_whole():
    yarns = shipped_yarns()
    assert len(yarns) == 36
    for facet in ("code", "name_ar", "name_en", "symbol", "srgb"):
        assert len({getattr(yarn, facet) for yarn in yarns}) == 36
    assert all(sign_of(yarn.symbol) and yarn.grams and yarn.lots for yarn in yarns)


def test_no_two_shipped_yarns_are_mistaken_for_each_other():
    nearest = min(float(ciede2000(np.array(a.lab), np.array(b.lab))) for a, b in combinations(shipped_yarns(), 2))
    assert nearest > 5


@pytest.mark.parametrize("most", [1, 2, 8, 12, 35])
def test_yarns_chosen_far_apart_keep_the_order_of_the_shelf_and_any_left_out_is_nearer(most):
    shelf = shipped_yarns()
    taken = far_apart(shelf, most)
    assert len(taken) == most
    assert [yarn for yarn in shelf if yarn in taken] == list(taken)
    labs = np.array([yarn.lab for yarn in taken])
    between = min((float(ciede2000(a, b)) for a, b in combinations(labs, 2)), default=np.inf)
    assert all(ciede2000(labs, np.array(yarn.lab)).min() <= between for yarn in shelf if yarn not in taken)


def test_a_short_shelf_is_taken_whole():
    assert far_apart(shipped_yarns()[:3], 12) == shipped_yarns()[:3]


def test_a_file_on_disk_is_read_by_its_name():
    assert read_yarns(SHIPPED) == shipped_yarns()
