"""Tables of areas: four shapes, whole or nothing, the same file twice changes nothing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from nawl.accounts.models import AuditEntry
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.places.actions import AreasRefused, load_shipped_areas
from nawl.places.actions.areas import SHIPPED, load_table
from nawl.places.area_tables import read_area_table
from nawl.places.models import Area, AreaName
from nawl.ui.sentences import sentence
from tests.factories.accounts import make_system_user, make_user
from tests.factories.places import make_district, make_subdistrict

pytestmark = pytest.mark.django_db
HEADINGS = "pcode,adm1_pcode,name_ar,name_en,aliases_ar,lat,lon,area_km2,pop_2004_census"
GOOD = "SY1003,SY10,صافيتا,Safita,منطقة صافيتا;صافيته,34.82,36.11,300.5,120000"


def table(*rows: str, headings: str = HEADINGS) -> bytes:
    return "\n".join([headings, *rows]).encode()


def faults(content: bytes) -> list[tuple[int, str]]:
    with pytest.raises(AreasRefused) as refused:
        load_table(content, by=make_system_user())
    return [(fault.row, fault.code) for fault in refused.value.row_faults]


@pytest.fixture
def tartous() -> Area:
    make_district("SY1002")
    return Area.objects.get(pcode="SY10")


def test_the_shipped_tables_load_whole_and_twice_change_nothing(django_assert_max_num_queries) -> None:
    by = make_system_user()
    load_shipped_areas(by=by)
    counts = {level: Area.objects.filter(level=level).count() for level in (0, 1, 2, 3)}
    assert (counts[0], counts[1], counts[2]) == (1, 14, 62)
    assert counts[3] >= 60
    names, entries = AreaName.objects.count(), AuditEntry.objects.count()
    with django_assert_max_num_queries(40):
        assert "+0 ~0" in load_shipped_areas(by=by)
    assert (AreaName.objects.count(), AuditEntry.objects.count()) == (names, entries)


def test_the_shipped_facilities_have_places_in_every_governorate() -> None:
    load_shipped_areas(by=make_system_user())
    below = Area.objects.filter(level=3).values_list("path", flat=True)
    assert len({path.split("/")[1] for path in below}) == 14


def test_an_area_keeps_what_the_row_says(tartous: Area) -> None:
    loaded = load_table(table(GOOD), by=make_system_user())
    assert (loaded.added, loaded.changed, loaded.same) == (1, 0, 0)
    area = Area.objects.get(pcode="SY1003")
    assert (area.parent, area.path, area.level) == (tartous, "SY/SY10/SY1003/", 2)
    assert (area.latitude, area.area_km2, area.population_2004) == (Decimal("34.82"), Decimal("300.5"), 120000)
    assert set(area.names.values_list("text", flat=True)) == {"صافيتا", "Safita", "منطقة صافيتا", "صافيته"}
    entry = AuditEntry.objects.get()
    assert entry.verb == "places.areas_loaded"
    assert entry.subjects.get().key == str(area.pk)


def test_a_changed_row_changes_its_area_and_keeps_the_old_spelling(tartous: Area) -> None:
    by = make_system_user()
    load_table(table(GOOD), by=by)
    loaded = load_table(table(GOOD.replace("Safita", "Saphita")), by=by)
    assert (loaded.added, loaded.changed, loaded.same) == (0, 1, 0)
    area = Area.objects.get(pcode="SY1003")
    assert area.name_en == "Saphita"
    assert {"safita", "saphita"} <= set(area.names.values_list("key", flat=True))


def test_a_column_that_is_missing_leaves_what_is_kept(tartous: Area) -> None:
    by = make_system_user()
    load_table(table(GOOD), by=by)
    load_table(table("SY1003,SY10,صافيتا", headings="PCode,ADM1_PCODE,Name_AR"), by=by)
    assert Area.objects.get(pcode="SY1003").latitude == Decimal("34.82")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("SY10-3,SY10,اسم,,,,,,", "area_code_wrong"),
        ("SY100300,SY10,اسم,,,,,,", "area_code_wrong"),
        (",SY10,اسم,,,,,,", "area_code_missing"),
        ("SY1005,,اسم,,,,,,", "area_parent_missing"),
        ("SY9901,SY99,اسم,,,,,,", "area_parent_unknown"),
        ("SY1301,SY10,اسم,,,,,,", "area_prefix_wrong"),
        ("SY1005,SY10,,Name,,,,,", "area_name_missing"),
        (f"SY1005,SY10,{'ا' * 161},,,,,,", "area_name_too_long"),
        ("SY1005,SY10,اسم,,,34.8,,,", "area_coordinates_half"),
        ("SY1005,SY10,اسم,,,36.1,3.4,,", "area_coordinates_off"),
        ("SY1005,SY10,اسم,,,north,36.1,,", "area_value_unreadable"),
        ("SY1005,SY10,اسم,,,,,,-5", "area_value_unreadable"),
        ("SY1005,SY10,اسم,,,,,inf,", "area_value_unreadable"),
    ],
)
def test_a_broken_row_is_refused_by_number_and_reason(tartous: Area, row: str, code: str) -> None:
    assert (3, code) in faults(table(GOOD, row))
    assert not Area.objects.filter(pcode="SY1003").exists()


def test_all_faults_of_all_rows_are_told_at_once(tartous: Area) -> None:
    rows = ["SY1005,SY10,,,,,,,", GOOD, "SY1007,SY77,اسم,,,x,,,", GOOD]
    assert faults(table(*rows)) == [
        (2, "area_name_missing"),
        (3, "area_code_twice"),
        (4, "area_parent_unknown"),
        (4, "area_value_unreadable"),
        (5, "area_code_twice"),
    ]
    assert AuditEntry.objects.count() == 0


def test_a_fault_is_a_sentence_with_its_row(tartous: Area) -> None:
    with pytest.raises(AreasRefused) as refused:
        load_table(table("SY9901,SY99,اسم,,,,,,"), by=make_system_user())
    (fault,) = refused.value.row_faults
    assert "SY99" in sentence(NotPossible(fault.code, **fault.facts))
    assert "1" in sentence(refused.value)


def test_an_area_does_not_move_to_another_parent(tartous: Area) -> None:
    make_subdistrict("SY100300")
    make_district("SY1006")
    headings = "pcode,adm2_pcode,name_ar"
    assert faults(table("SY100300,SY1002,اسم", headings=headings)) == [(2, "area_prefix_wrong")]


def test_villages_name_their_parent_outright() -> None:
    make_subdistrict("SY100300")
    headings = "pcode,adm3_pcode,name_ar,name_en"
    load_table(table("C1234,SY100300,قرية,Village", headings=headings), by=make_system_user())
    village = Area.objects.get(pcode="C1234")
    assert (village.level, village.path) == (4, "SY/SY10/SY1003/SY100300/C1234/")
    make_subdistrict("SY100301")
    assert faults(table("C1234,SY100301,قرية,", headings=headings)) == [(2, "area_would_move")]
    assert faults(table("SY12,SY100301,قرية,", headings=headings)) == [(2, "area_code_wrong")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "area_file_empty"),
        (table(), "area_file_empty"),
        (b"PK\x03\x04\x00\x00", "area_file_not_text"),
        ("الرمز,الاسم\n1,2".encode(), "area_headings_unknown"),
        (b"name_ar,adm1_pcode\nx,y", "area_headings_unknown"),
        (b"x" * (21 * 1024**2), "area_file_too_large"),
    ],
)
def test_a_file_that_is_no_table_of_areas_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(NotPossible, match=code):
        load_table(content, by=make_system_user())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_office_programs_files_are_read(tartous: Area, encoding: str, delimiter: str) -> None:
    text = "pcode,adm1_pcode,name_ar,lat,lon\nSY1003,SY10,صافيتا,٣٤٫٨٢,36.11"
    content = text.replace(",", delimiter).encode(encoding, "replace" if encoding == "cp1256" else "strict")
    if encoding == "cp1256":
        content = text.replace("٣٤٫٨٢", "34.82").replace(",", delimiter).encode(encoding)
    read = read_area_table(content)
    assert read.rows[0].values["name_ar"] == "صافيتا"
    assert read.rows[0].values["latitude"] == Decimal("34.82")


def test_only_an_administrator_loads_places() -> None:
    with pytest.raises(NotAllowed, match="role_may_not"):
        load_table(b"pcode,name_ar\nSY10,x", by=make_user())


def test_the_full_tables_load_whole(shared_places: Path | None) -> None:
    """The 272 subdistricts where the folder lies beside the checkout; generated rows of the same shape elsewhere."""
    by = make_system_user()
    if shared_places is None:
        load_shipped_areas(by=by)
        rows = "\n".join(
            f"{area.pcode}99,{area.pcode},ناحية {area.pcode},{area.latitude},{area.longitude}"
            for area in Area.objects.filter(level=2)
        )
        loaded = load_table(f"pcode,adm2_pcode,name_ar,lat,lon\n{rows}".encode(), by=by)
        assert (loaded.added, loaded.same) == (62, 0)
        return
    names = ("syr_adm1_governorates", "syr_adm2_districts", "syr_adm3_subdistricts")
    contents = [(shared_places / f"{name}.csv").read_bytes() for name in names]
    assert [load_table(content, by=by).added for content in contents] == [14, 62, 272]
    assert [load_table(content, by=by).same for content in contents] == [14, 62, 272]
    assert (
        sum(Area.objects.filter(level=3).values_list("population_2004", flat=True).exclude(population_2004=None))
        == 17_920_844
    )
    assert "+0 ~0" in load_shipped_areas(by=by)


def test_the_shipped_tables_name_their_sources() -> None:
    line = (SHIPPED / "README.md").read_text(encoding="utf-8")
    for source in ("UN OCHA COD-AB Syria (CC BY 3.0 IGO)", "OpenSyria", "GeoNames (CC BY 4.0)", "Wikidata (CC0)"):
        assert source in line
