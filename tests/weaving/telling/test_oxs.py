"""Open X-Stitch: what leaves comes back, to the byte; other programs' files are read; hostile ones refused."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.weaving.signs import with_signs
from nawl.weaving.telling import oxs
from nawl.weaving.telling.oxs import chart_from_oxs, oxs_bytes
from nawl.weaving.yarns import UNSET
from tests.factories.charts import chart_of, make_chart, make_class, make_frame, make_yarns

CHART = chart_of("ab. caa")
DATA = oxs_bytes(CHART, "وردة & <star>")
OTHER = b"""<?xml version="1.0" encoding="UTF-8"?>
<chart><format comments01="another program"/>
<properties oxsversion="1.0" chartheight="2" chartwidth="3" stitchesperinch="14"/>
<palette>
<palette_item index="0" number="cloth" name="cloth" color="FFFFFF"/>
<palette_item index="1" number="DMC    310" name="Black" color="000000" symbol="!"/>
<palette_item index="2" number="DMC    310" name="Black 2" color="#010203"/>
<palette_item index="3" number="M3" name="Red" color="FF0000"/>
</palette>
<fullstitches><stitch x="0" y="0" palindex="1"/><stitch x="2" y="1" palindex="3"/><stitch x="1" y="1" palindex="2"/>
<stitch x="0" y="1" palindex="0"/></fullstitches>
<partstitches><partstitch x="1" y="0" palindex1="1" palindex2="2" direction="1"/></partstitches>
<backstitches><backstitch x1="0" y1="0" x2="1" y2="1" palindex="1" objecttype="backstitch"/></backstitches>
</chart>"""


def test_the_file_says_size_colours_and_one_stitch_a_knot():
    root = ElementTree.fromstring(DATA.decode())
    properties = root.find("properties").attrib
    assert (properties["chartwidth"], properties["chartheight"], properties["charttitle"]) == (
        "3",
        "2",
        "وردة & <star>",
    )
    assert properties["stitchesperinch"] == "8"
    items = [item.attrib for item in root.iter("palette_item")]
    assert [(item["index"], item["number"], item["name"]) for item in items[1:3]] == [
        ("1", "M3", "أحمر الفوة"),
        ("2", "I4", "كحلي"),
    ]
    stitches = {(int(s.get("x")), int(s.get("y"))): int(s.get("palindex")) - 1 for s in root.iter("stitch")}
    assert stitches == {
        (x, y): n for y, row in enumerate(CHART.knots.tolist()) for x, n in enumerate(row) if n != UNSET
    }


@given(st.integers(1, 20), st.integers(1, 12), st.integers(1, 30), st.integers(0, 10**6), st.booleans(), st.booleans())
def test_what_leaves_comes_back(wide, high, colours, seed, unset, is_known):
    chart = make_chart(wide, high, colours, seed=seed, unset=unset)
    chart = chart.with_yarns(with_signs(chart.yarns))
    data = oxs_bytes(chart, "x")
    again = chart_from_oxs(data, chart.frame.quality, chart.yarns if is_known else (), chart.frame)
    assert (again.knots == chart.knots).all()
    assert [(one.code, one.name_ar, one.srgb) for one in again.yarns] == [
        (one.code, one.name_ar, one.srgb) for one in chart.yarns
    ]
    assert (again.yarns == chart.yarns) or not is_known
    assert oxs_bytes(again, "x") == data


def test_another_programs_file_is_read_with_the_unit_own_yarns():
    chart = chart_from_oxs(OTHER, make_class(), make_yarns(2))
    assert chart.knots.tolist() == [[0, UNSET, UNSET], [UNSET, 1, 2]]
    assert [yarn.code for yarn in chart.yarns] == ["DMC    310", "DMC    310/2", "M3"]
    assert chart.yarns[2].name_ar == "أحمر الفوة"
    assert (chart.frame.wide, chart.frame.high) == (3, 2)


def test_a_given_frame_of_another_size_is_refused():
    with pytest.raises(NotPossible, match="chart_shape_wrong"):
        chart_from_oxs(OTHER, make_class(), frame=make_frame(3, 3))


def test_yarns_that_a_code_does_not_tell_apart_are_refused():
    with pytest.raises(NotPossible, match="yarn_code_twice"):
        oxs_bytes(CHART.with_yarns([replace(yarn, code="A") for yarn in CHART.yarns]))


LONG = make_chart(200, 150, 20, unset=True)
LONG_DATA = oxs_bytes(LONG)


def test_a_long_file_is_laid_at_once_as_stitch_by_stitch(monkeypatch):
    at_once = chart_from_oxs(LONG_DATA, LONG.frame.quality, LONG.yarns, LONG.frame)
    monkeypatch.setattr(oxs, "_LONG", 1 << 40)
    one_by_one = chart_from_oxs(LONG_DATA, LONG.frame.quality, LONG.yarns, LONG.frame)
    assert (at_once.knots == LONG.knots).all()
    assert (one_by_one.knots == LONG.knots).all()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</fullstitches>", b"<!-- a remark --></fullstitches>"),
        (b'<stitch x="7" y="9" ', b'<stitch  x="7" y="9" '),
        (b'<stitch x="7" y="9" ', b'<stitch y="9" x="7" '),
        (b"<chart>", b"<!-- <fullstitches>\n --><chart>"),
    ],
)
def test_a_long_file_written_in_another_way_is_read_too(old, new):
    assert old in LONG_DATA
    chart = chart_from_oxs(LONG_DATA.replace(old, new, 1), LONG.frame.quality, LONG.yarns, LONG.frame)
    assert (chart.knots == LONG.knots).all()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<stitch x="7" y="9" ', b'<stitch x="200" y="9" '),
        (b'<stitch x="7" y="9" ', b'<stitch x="99999999999999999999" y="9" '),
        (b'<stitch x="7" y="9" ', b'<stitch x="" y="9" '),
        (b'<stitch x="7" y="9" ', b'<stitch x="-7" y="9" '),
        (b'palindex="7"', b'palindex="77"'),
        (b'palindex="7"', b'palindex="77777"'),
        (b"<properties ", b"<other "),
        (b"</chart>", b""),
    ],
)
def test_a_long_file_with_a_fault_is_refused(old, new):
    assert old in LONG_DATA
    with pytest.raises(NotPossible, match="oxs_unreadable"):
        chart_from_oxs(LONG_DATA.replace(old, new, 1), LONG.frame.quality, LONG.yarns, LONG.frame)


BOMB = b'<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><chart>&b;</chart>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "oxs_unreadable"),
        (b"<chart/>", "oxs_unreadable"),
        (DATA[:-20], "oxs_unreadable"),
        (BOMB, "oxs_unreadable"),
        (OTHER.replace(b"UTF-8", b"TF-8"), "oxs_unreadable"),
        (OTHER.replace(b'chartwidth="3"', b'chartwidth="x"'), "oxs_unreadable"),
        (OTHER.replace(b'chartwidth="3"', b'chartwidth="0"'), "oxs_unreadable"),
        (OTHER.replace(b'chartwidth="3"', b""), "oxs_unreadable"),
        (
            OTHER.replace(b'chartwidth="3"', b'chartwidth="99999999"').replace(b'height="2"', b'height="9999999"'),
            "chart_too_large",
        ),
        (OTHER.replace(b'x="2"', b'x="3"'), "oxs_unreadable"),
        (OTHER.replace(b'x="2"', b'x="-1"'), "oxs_unreadable"),
        (OTHER.replace(b'palindex="3"', b'palindex="9"'), "oxs_unreadable"),
        (OTHER.replace(b'color="000000"', b'color="black"'), "oxs_unreadable"),
        (OTHER.replace(b"<properties ", b"<stitch x='0' y='0' palindex='1'/><properties "), "oxs_unreadable"),
        (
            OTHER.replace(
                b"</palette>",
                b"".join(b'<palette_item index="%d" color="000000"/>' % n for n in range(4, 300)) + b"</palette>",
            ),
            "colours_unfit",
        ),
    ],
)
def test_a_file_that_is_no_chart_is_refused(data, code):
    with pytest.raises(NotPossible, match=code):
        chart_from_oxs(data, make_class())


@given(st.binary(max_size=60), st.integers(0, len(OTHER) - 1))
def test_any_damage_is_a_chart_or_a_refusal(bit, place):
    try:
        assert chart_from_oxs(OTHER[:place] + bit + OTHER[place + 1 :], make_class())
    except ProgrammeError as refused:
        assert refused.code


def test_bare_cloth_lays_nothing_over_a_stitch_in_either_way(monkeypatch):
    data = oxs_bytes(chart_of("abc cba aab"))
    again = data.replace(b"</fullstitches>", b'<stitch x="0" y="0" palindex="0"/>\n</fullstitches>')
    assert chart_from_oxs(again, make_class()).fingerprint == chart_from_oxs(data, make_class()).fingerprint
    monkeypatch.setattr(oxs, "_LONG", 64)
    assert chart_from_oxs(again, make_class()).fingerprint == chart_from_oxs(data, make_class()).fingerprint


@pytest.mark.parametrize("number", ["2", "02", "0002", "0", "00", "9", "99999"])
def test_a_long_file_is_read_as_a_short_one(monkeypatch, number):
    """Written by us, stitches need no parser; whatever their numbers are, both ways answer alike."""
    data = oxs_bytes(chart_of("abc cba aab")).replace(b'palindex="3"', f'palindex="{number}"'.encode(), 1)
    data = data.replace(b'<stitch x="1" y="2"', b'<stitch x="0" y="2"')  # laid twice: the last one holds

    def answer():
        try:
            return chart_from_oxs(data, make_class()).fingerprint
        except NotPossible as refused:
            return refused.code

    short = answer()
    monkeypatch.setattr(oxs, "_LONG", 64)
    assert answer() == short
    assert (short == "oxs_unreadable") is (number in {"9", "99999"})
