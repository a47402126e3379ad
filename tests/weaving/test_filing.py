"""Chart files: what goes in comes out, the same bytes each time, and no bytes at all bring more than a refusal."""

import io
import json
import struct
import zlib
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from nawl.kit.errors import NotFound, NotPossible, ProgrammeError
from nawl.ui.sentences import all_sentences
from nawl.weaving.chart import Chart
from nawl.weaving.classes import load_classes
from nawl.weaving.filing import open_chart, pack, pack_single, side_of, sidecar_inside, unpack, unpack_single
from nawl.weaving.frame import Symmetry
from nawl.weaving.yarns import UNSET
from tests.factories.charts import chart_of, make_chart, make_frame, make_yarns

CHART = make_chart()
PNG, BESIDE = pack(CHART)
SINGLE = pack_single(CHART)


def same(one: Chart, other: Chart) -> bool:
    return (one.frame, one.yarns) == (other.frame, other.yarns) and bool((one.knots == other.knots).all())


def changed(**values):
    """The sidecar with some fields changed; a value of None takes the field out; dots lead inside."""
    whole = json.loads(BESIDE)
    for name, value in values.items():
        *path, last = name.split("__")
        inside = whole
        for step in path:
            inside = inside[int(step) if step.isdigit() else step]
        if value is None:
            del inside[last]
        else:
            inside[last] = value
    return json.dumps(whole).encode()


def refused(png, beside):
    with pytest.raises(ProgrammeError) as refusal:
        unpack(png, beside)
    assert refusal.value.code in all_sentences()
    return refusal.value


def test_a_chart_goes_into_a_file_and_comes_out_whole():
    assert same(unpack(PNG, BESIDE), CHART)
    assert same(unpack_single(SINGLE), CHART)
    assert side_of(pack(CHART, "left")[1]) == "left"


@pytest.mark.parametrize("quality", load_classes(), ids=lambda one: one.key)
@pytest.mark.parametrize("symmetry", Symmetry)
def test_every_class_and_symmetry_travels(quality, symmetry):
    frame = replace(make_frame(8, 6, quality.code), symmetry=symmetry, border_cm=Decimal("0.25"), colours=7)
    chart = Chart(frame, make_yarns(2), np.zeros((6, 8), np.uint8))
    assert same(unpack(*pack(chart)), chart)


def test_knots_without_a_yarn_travel_and_are_clear_in_other_programs():
    chart = make_chart(unset=True)
    assert same(unpack(*pack(chart)), chart)
    shown = np.asarray(Image.open(io.BytesIO(pack(chart)[0])).convert("RGBA"))
    assert (shown[..., 3] == 0).sum() == chart.unset == 1


def test_other_programs_see_the_yarns_colours_one_pixel_a_knot():
    shown = np.asarray(Image.open(io.BytesIO(SINGLE)).convert("RGB"))
    assert (shown == np.array([yarn.srgb for yarn in CHART.yarns], np.uint8)[CHART.knots]).all()


def test_the_same_chart_gives_the_same_bytes():
    again = make_chart()
    assert pack(again) == (PNG, BESIDE)
    assert pack_single(again) == SINGLE
    assert pack_single(unpack_single(SINGLE)) == SINGLE


@given(
    st.integers(1, 20),
    st.integers(1, 20),
    st.integers(1, 36),
    st.integers(0, 10**6),
    st.booleans(),
    st.sampled_from(["300", "360", "wall", "kilim"]),
)
def test_any_chart_travels_both_ways(wide, high, colours, seed, unset, code):
    chart = make_chart(wide, high, colours, code, unset=unset, seed=seed)
    assert same(unpack(*pack(chart)), chart)
    assert same(unpack_single(pack_single(chart)), chart)


def test_a_file_rewritten_by_another_program_is_still_read():
    image = Image.open(io.BytesIO(PNG))
    other = io.BytesIO()
    image.save(other, "PNG", compress_level=1, bits=8)
    assert same(unpack(other.getvalue(), BESIDE), CHART)


def test_a_packed_text_chunk_is_read_too():
    image, info = Image.open(io.BytesIO(PNG)), PngImagePlugin.PngInfo()
    info.add_itxt("Title", "a chart")
    info.add_itxt("nawl-chart", BESIDE.decode(), zip=True)
    other = io.BytesIO()
    image.save(other, "PNG", pnginfo=info, bits=8)
    assert same(unpack_single(other.getvalue()), CHART)


def test_a_picture_without_the_text_is_no_single_file():
    assert sidecar_inside(PNG) is None
    with pytest.raises(NotPossible, match="chart_without_sidecar"):
        unpack_single(PNG)


@pytest.mark.parametrize("version", ["nawl-chart/2", "nawl-chart/17"])
def test_a_chart_of_a_newer_version_says_so(version):
    assert refused(PNG, changed(format=version)).code == "chart_newer"


@pytest.mark.parametrize(
    "name", ["", "nawl-chart", "nawl-chart/0", "nawl-chart/x", "nawl-chart/²", "other/1", 7, ["nawl-chart/1"]]
)
def test_what_names_no_chart_format_is_no_chart(name):
    assert refused(PNG, changed(format=name)).code == "chart_unreadable"


def test_every_part_cut_short_is_refused():
    for length in range(len(PNG)):
        assert refused(PNG[:length], BESIDE).code == "chart_unreadable"
    for length in range(0, len(BESIDE) - 1, 7):
        assert refused(PNG, BESIDE[:length]).code == "chart_unreadable"


def test_any_single_byte_changed_in_the_picture_is_noticed():
    for place in range(len(PNG)):
        with pytest.raises(ProgrammeError):
            unpack(PNG[:place] + bytes([PNG[place] ^ 1]) + PNG[place + 1 :], BESIDE)


def test_a_swapped_knot_is_noticed_by_the_hash():
    knots = CHART.knots.copy()
    knots[0, 0] = (knots[0, 0] + 1) % 4
    assert refused(pack(CHART.with_knots(knots))[0], BESIDE).code == "chart_hash_wrong"
    assert refused(PNG, changed(sha256="0" * 64)).code == "chart_hash_wrong"


def test_a_palette_that_is_not_the_yarns_is_noticed():
    other = pack(CHART.with_yarns(make_yarns(4)[::-1]))[0]
    assert refused(other, BESIDE).code == "chart_palette_wrong"
    assert refused(PNG, changed(palette__2__srgb=[1, 2, 3])).code == "chart_palette_wrong"


@pytest.mark.parametrize("field", ["wide", "high"])
def test_sizes_that_do_not_agree_are_noticed(field):
    assert refused(PNG, changed(**{field: 11})).code == "chart_sizes_differ"
    assert refused(pack(make_chart(11, 8))[0], BESIDE).code == "chart_sizes_differ"
    assert refused(PNG, changed(cm__width="9", cm__length="7")).code == "chart_sizes_differ"


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("class__kh", "31", "kh"),
        ("kv", None, "kv"),
        ("kh", "NaN", "kh"),
        ("class", 3, "class"),
        ("class__code", None, "class.code"),
        ("class__mode", "knit", "class.mode"),
        ("class__knot", "granny", "class.knot"),
        ("class__valid_from", "2021-13-01", "class.valid_from"),
        ("class__pile_tex", "-1", "class.pile_tex"),
        ("class__waste", "Infinity", "class.waste"),
        ("class__shots", [{"tex": 1}], "class.shots.0.crimp"),
        ("class__shots", "many", "class.shots"),
        ("class__version", True, "class.version"),
        ("class__knots_per_day", 1.5, "class.knots_per_day"),
        ("cm__width", None, "cm.width"),
        ("cm__length", "long", "cm.length"),
        ("cm__length", "1e-300", "cm.length"),
        ("cm__length", [300], "cm.length"),
        ("symmetry", "spiral", "symmetry"),
        ("reading__side", "under", "reading.side"),
        ("palette", {}, "palette"),
        ("palette__1__index", 0, "palette.1.index"),
        ("palette__1__code", None, "palette.1.code"),
        ("palette__1__code", "a\u0000b", "palette.1.code"),
        ("palette__1__name_ar", "\ud800", "palette.1.name_ar"),
        ("palette__1__name_ar", "x" * 5000, "palette.1.name_ar"),
        ("palette__1__srgb", [1, 2], "palette.1.srgb"),
        ("palette__1__srgb", [1, 2, 256], "palette.1.srgb"),
        ("palette__1__srgb", [1, 2, 2.5], "palette.1.srgb"),
        ("palette__1__lab", [1e999, 0, 0], "palette.1.lab"),
        ("palette__1__lab", [-1, 0, 0], "palette.1.lab"),
        ("palette__1__grams", "-5", "palette.1.grams"),
        ("palette__1__hank_g", "0", "palette.1.hank_g"),
        ("palette__1__lots", [{"number": "1"}], "palette.1.lots.0.grams"),
        ("sha256", None, "sha256"),
        ("wide", "12", "wide"),
        ("colours", -1, "colours"),
    ],
)
def test_a_field_that_does_not_fit_is_named(field, value, named):
    text = changed(**{field: value}) if value != [1e999, 0, 0] else BESIDE.replace(b'"lab": [', b'"lab": [1e999,', 1)
    fault = refused(PNG, text)
    assert fault.code == "chart_field_wrong"
    assert fault.facts["field"] == (named if b"1e999" not in text else "palette.0.lab")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("class__kh", None, "class_without_density"),
        ("cm__width", "0", "size_unfit"),
        ("cm__length", "4000", "size_unfit"),
        ("cm__length", "0.001", "size_too_small"),
        ("colours", 300, "colours_unfit"),
        ("border_cm", "50", "border_unfit"),
        ("palette", [], "chart_index_wrong"),
    ],
)
def test_what_a_frame_refuses_is_refused_of_a_file_too(field, value, code):
    text = changed(**{field: value}) if field != "class__kh" else changed(class__kh=None, kh=None)
    assert refused(PNG, text).code == code


def test_fields_that_only_a_later_writer_knows_are_passed_over():
    assert same(unpack(PNG, changed(mood="calm", class__scent="wool", palette__0__shine=3)), CHART)


@pytest.mark.parametrize(
    "beside",
    [
        b"",
        b"null",
        b"[]",
        b'"nawl-chart/1"',
        b"{" * 100_000,
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"format": NaN}',
        b" " * (4 * 2**20 + 1),
        b"1" * 5000,
    ],
)
def test_what_is_no_object_of_json_is_no_chart(beside):
    assert refused(PNG, beside).code == "chart_unreadable"


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(wide, high, body=b"", depth=8, colour=3, palette=b"\0\0\0"):
    head = struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", palette), (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(2**31 - 1, 2**31 - 1), "chart_too_large"),
        (png(20_000, 20_000, zlib.compress(bytes(10**6))), "chart_too_large"),
        (png(0, 5), "chart_unreadable"),
        (png(12, 9, zlib.compress(bytes(10))), "chart_unreadable"),
        (png(12, 9, b"no zlib"), "chart_unreadable"),
        (png(12, 9, zlib.compress(bytes(9 * 13)), depth=16), "chart_unreadable"),
        (png(12, 9, colour=2), "chart_not_indexed"),
        (png(12, 9, zlib.compress(bytes(9 * 13)), palette=b""), "chart_palette_wrong"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "chart_unreadable"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"") + chunk(b"IEND", b""), "chart_unreadable"),
        (b"GIF89a", "chart_unreadable"),
        (b"", "chart_unreadable"),
    ],
)
def test_pictures_that_are_no_charts_are_refused_before_they_are_decoded(data, code):
    assert refused(data, BESIDE).code == code


def test_a_packed_text_that_swells_without_end_is_refused():
    bomb = b"nawl-chart\0\1\0\0\0" + zlib.compress(bytes(50_000_000), 9)
    data = PNG[:33] + chunk(b"iTXt", bomb) + PNG[33:]
    with pytest.raises(NotPossible, match="chart_unreadable"):
        unpack_single(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_chart_or_a_refusal(data):
    assert refused(data, BESIDE)
    assert refused(PNG, data)
    with pytest.raises(ProgrammeError):
        unpack_single(data)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_file_is_a_chart_or_a_refusal(data):
    """Chunks with right sums but other contents, and JSON with one value exchanged."""
    values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just([]) | st.just({})
    whole = json.loads(BESIDE)
    paths = (
        [(key,) for key in whole]
        + [("class", key) for key in whole["class"]]
        + [("palette", 0, key) for key in whole["palette"][0]]
    )
    *path, last = data.draw(st.sampled_from(paths))
    inside = whole
    for step in path:
        inside = inside[step]
    inside[last] = data.draw(values)
    body = data.draw(st.binary(max_size=140))
    kind = data.draw(st.sampled_from([b"IHDR", b"PLTE", b"IDAT", b"iTXt", b"acTL", b"fdAT", b"eXIf"]))
    strange = PNG[:33] + chunk(kind, body) + PNG[33:]
    for picture, beside in ((PNG, json.dumps(whole).encode()), (strange, BESIDE)):
        try:
            assert isinstance(unpack(picture, beside), Chart)
        except ProgrammeError as refusal:
            assert refusal.code in all_sentences()


def test_a_file_is_opened_by_either_of_its_names(tmp_path):
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "a.json").write_bytes(BESIDE)
    (tmp_path / "single.png").write_bytes(SINGLE)
    for name in ("a.png", "a.json", "single.png"):
        assert same(open_chart(tmp_path / name), CHART)


def test_a_missing_half_is_named(tmp_path):
    (tmp_path / "a.png").write_bytes(PNG)
    with pytest.raises(NotFound) as refusal:
        open_chart(tmp_path / "a.png")
    assert (refusal.value.code, refusal.value.facts["file"]) == ("chart_file_missing", "a.json")
    with pytest.raises(NotFound, match="chart_file_missing"):
        open_chart(tmp_path / "b.json")


def test_a_chart_of_one_knot_and_one_yarn_travels():
    chart = chart_of("a")
    assert same(unpack_single(pack_single(chart)), chart)


def test_a_chart_without_any_yarn_travels():
    chart = Chart(make_frame(3, 2), (), np.full((2, 3), UNSET, np.uint8))
    assert same(unpack(*pack(chart)), chart)
