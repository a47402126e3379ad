"""An area is found by any spelling; a name that two places bear asks for what it lies in."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest

from nawl.kit.errors import NotFound, NotPossible
from nawl.places.actions import load_shipped_areas
from nawl.places.actions.areas import SHIPPED, SHIPPED_TABLES, load_table
from nawl.places.models import Area
from nawl.places.queries import area_label, find_area, find_site
from nawl.places.rules import parts_of, spelling_key
from nawl.ui.sentences import sentence
from tests.factories.accounts import make_system_user
from tests.factories.places import make_area, make_district, make_governorate, make_subdistrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def suran() -> tuple[Area, Area]:
    """The two subdistricts that share a name, in Aleppo and in Hama."""
    make_governorate("SY02")
    make_governorate("SY05")
    make_area("SY0204", 2, parent=Area.objects.get(pcode="SY02"), name_ar="أعزاز", name_en="A'zaz")
    make_area("SY0501", 2, parent=Area.objects.get(pcode="SY05"), name_ar="حماة", name_en="Hama")
    named = {"name_ar": "صوران", "name_en": "Suran"}
    return make_subdistrict("SY020405", **named), make_subdistrict("SY050101", **named)


@pytest.mark.parametrize(
    "text",
    [
        "صافيتا",
        " صافيتا ",
        "صَافيتا",
        "Safita",
        "SAFITA",
        "SY1003",
        "sy1003",
        "منطقة صافيتا",
        "صافيتا، طرطوس",
        "صافيتا (طرطوس)",
    ],
)
def test_every_spelling_leads_to_the_same_area(text: str) -> None:
    safita = make_district("SY1003")
    assert find_area(text) == safita


@pytest.mark.parametrize(("text", "name"), [("السلمية", "سلمية"), ("سلمية", "السلمية")])
def test_the_article_does_not_matter(text: str, name: str) -> None:
    area = make_area("SY0503", 2, parent=make_governorate("SY05"), name_ar=name)
    assert find_area(text) == area


def test_a_name_of_nested_areas_means_the_largest() -> None:
    district = make_district("SY1000")
    assert find_area("طرطوس").pcode == "SY10"
    assert find_area("طرطوس", level=2) == district
    assert find_area("منطقة طرطوس") == district


def test_a_shared_name_asks_for_what_it_lies_in(suran: tuple[Area, Area]) -> None:
    with pytest.raises(NotPossible, match="area_ambiguous") as refused:
        find_area("صوران")
    assert refused.value.facts["candidates"] == "صوران (أعزاز، حلب)، صوران (حماة)"
    assert "صوران (حماة)" in sentence(refused.value)
    assert find_area("صوران، حماة") == suran[1]
    assert find_area("صوران (أعزاز، حلب)") == suran[0]
    assert find_area("ناحية صوران - حماة".replace(" - ", "، ")) == suran[1]
    assert find_area("صوران", within=Area.objects.get(pcode="SY05")) == suran[1]


def test_a_label_leads_back_to_its_area(suran: tuple[Area, Area]) -> None:
    for area in suran:
        assert find_area(area_label(area)) == area


def test_an_unknown_name_is_told_with_the_nearest(suran: tuple[Area, Area]) -> None:
    make_district("SY1003")
    with pytest.raises(NotFound, match="area_unknown") as refused:
        find_area("صافيطا")
    assert refused.value.facts["nearest"] == "صافيتا (طرطوس)"
    with pytest.raises(NotFound, match="area_unheard"):
        find_area("زززززز")
    with pytest.raises(NotFound):
        find_area("صوران، طرطوس")
    with pytest.raises(NotFound):
        find_area("")


def test_the_country_is_no_place_to_find() -> None:
    make_governorate("SY10")
    with pytest.raises(NotFound):
        find_area("سورية")


def _full_or_shipped(folder: Path | None) -> list[list[dict[str, str]]]:
    """Load the full tables where they lie beside the checkout, else the shipped ones; return their rows by level."""
    by = make_system_user()
    if folder is None:
        load_shipped_areas(by=by)
        paths = [SHIPPED / name for name in SHIPPED_TABLES]
    else:
        names = ("syr_adm1_governorates", "syr_adm2_districts", "syr_adm3_subdistricts")
        paths = [folder / f"{name}.csv" for name in names]
        for path in paths:
            load_table(path.read_bytes(), by=by)
    return [list(csv.DictReader(StringIO(path.read_text(encoding="utf-8")))) for path in paths]


def _answer(text: str, level: int) -> str:
    try:
        return find_area(text, level=level).pcode
    except NotPossible as refused:
        return "asks" if refused.code == "area_ambiguous" else refused.code


@pytest.mark.parametrize("column", ["name_ar_ocha", "name_en_ocha", "name_ar", "name_en"])
def test_every_official_name_leads_to_its_code_and_none_to_another(column: str, shared_places: Path | None) -> None:
    levels = _full_or_shipped(shared_places)
    asked = Counter[str]()
    for level, rows in enumerate(levels, start=1):
        for row in rows:
            name = row.get(column) or row["name_ar"]
            parent = Area.objects.filter(pcode=row["pcode"][:-2]).first()
            assert find_area(name, within=parent, level=level).pcode == row["pcode"]
            answer = _answer(name, level)
            asked[spelling_key(name)] += answer != row["pcode"]
            assert answer in {row["pcode"], "asks"}
    assert sum(len(rows) for rows in levels) == (348 if shared_places else 138)
    assert set(+asked) <= {"صوران", "suran"}


def test_every_alias_leads_to_its_own_or_asks(shared_places: Path | None) -> None:
    for level, rows in enumerate(_full_or_shipped(shared_places), start=1):
        for row in rows[:80]:
            for alias in f"{row['aliases_ar']};{row['aliases_en']}".split(";"):
                if alias:
                    assert _answer(alias, level) in {row["pcode"], "asks"}


@pytest.mark.parametrize(
    ("text", "name", "parents"),
    [
        ("صوران", "صوران", ()),
        ("صوران، حماة", "صوران", ("حماة",)),
        ("صوران (أعزاز، حلب)", "صوران", ("أعزاز", "حلب")),
        ("Suran, Hama", "Suran", ("Hama",)),
        ("", "", ()),
        ("()", "()", ()),
    ],
)
def test_a_text_is_split_into_name_and_parents(text: str, name: str, parents: tuple[str, ...]) -> None:
    assert (parts_of(text).name, parts_of(text).parents) == (name, parents)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A'zaz", "Azaz"),
        ("Nāḩiyat Atārib", "nahiyat atarib"),
        ("Deir-ez-Zor", "deir ez zor"),
        ("أعزاز", "اعزاز"),
        ("حماة", "حماه"),
    ],
)
def test_spellings_that_sound_the_same_have_one_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


def test_a_facility_stands_in_the_district_that_shares_its_governorates_name() -> None:
    make_governorate("SY10")
    district = make_district("SY1000")
    assert find_area("طرطوس").level == 1
    assert find_site("طرطوس") == district


def test_a_whole_governorate_is_too_coarse_for_a_facility() -> None:
    make_district("SY1003")
    with pytest.raises(NotPossible, match="facility_place_coarse"):
        find_site("طرطوس")
