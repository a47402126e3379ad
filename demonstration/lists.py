"""The two lists that the ministry keeps: its facilities and their activities, as spreadsheets."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from demonstration import programme
from demonstration.programme import (
    ALTERNATIVE,
    KIND_AR,
    KIND_CODE,
    NAME_AR,
    NAME_EN,
    PARTNER_AR,
    SEED,
    SITES,
    YEAR,
    Site,
)
from demonstration.registers import write_table
from nawl.activities.models import ActivityType
from nawl.places.models import Area

FACILITY_HEADINGS = (
    "الرمز",
    "النوع",
    "اسم المركز أو الوحدة",
    "الاسم بالإنكليزية",
    "المحافظة",
    "المنطقة",
    "الناحية",
    "خط العرض",
    "خط الطول",
    "تاريخ الافتتاح",
    "الحالة",
    "حرف المشغل",
)
ACTIVITY_HEADINGS = (
    "رمز المركز",
    "نوع النشاط",
    "عنوان النشاط",
    "تاريخ البدء",
    "تاريخ الانتهاء",
    "الشريك",
    "الوصول المستهدف",
)
CARPET_COURSES = ("SY10", "SY03", "SY06", "SY13")  # the four governorates that opened carpet courses in 2022
CARPET_WEAVING = ("SY03", "SY05", "SY10", "SY06", "SY13")  # the five governorates with contracted weavers
TITLE_AR = {
    "health": "الخدمات الصحية",
    "kindergarten": "روضة الأطفال",
    "carpet-training": "دورة نسج السجاد اليدوي",
    "vocational-training": "التدريب المهني للنساء",
    "production": "الإنتاج في المشغل",
    "social-support": "الدعم الاجتماعي لأهالي المنطقة",
    "recreation": "الأنشطة الترفيهية للأطفال واليافعين",
}
REACH = {"health": 8000, "education": 1200, "training": 1000, "production": 1200, "social": 30000, "recreation": 20000}


def codes() -> dict[Site, str]:
    """Return each site's code: its district, its kind, and its number there."""
    taken = Counter[str]()
    given = {site: site.code for site in SITES if site.code}
    used = set(given.values())
    for site in SITES:
        stem = f"{site.pcode[:6]}-{KIND_CODE[site.kind]}"
        while site not in given:
            taken[stem] += 1
            code = f"{stem}-{taken[stem]:02d}"
            if code not in used:
                given[site] = code
                used.add(code)
    return given


def facilities(folder: Path) -> Path:
    """Write the list of centres and units."""
    path = folder / "facilities.xlsx"
    title = "سجل مراكز التنمية الريفية ووحدات الصناعات الريفية"
    write_table(path, title, FACILITY_HEADINGS, _facility_rows())
    return path


def _facility_rows() -> Iterator[list[Any]]:
    areas = {area.pcode: area for area in Area.objects.all()}
    given = codes()
    dice = random.Random(SEED)
    for site in SITES:
        place, english = _place_names(site, areas[site.pcode])
        latitude, longitude = _near(areas[site.pcode], dice)
        yield [
            given[site],
            KIND_AR[site.kind],
            NAME_AR[site.kind].format(place),
            NAME_EN[site.kind].format(english),
            areas[site.pcode[:4]].name_ar,
            areas[site.pcode[:6]].name_ar,
            areas[site.pcode].name_ar,
            latitude,
            longitude,
            date(2004 + dice.randrange(16), 1 + dice.randrange(12), 1 + dice.randrange(28)),
            programme.STATE_AR[site.state],
            "" if site.kind == ALTERNATIVE else _crafts(site, dice),
        ]


def _place_names(site: Site, area: Area) -> tuple[str, str]:
    if site.kind == ALTERNATIVE:
        return "الحيدرية", "Al-Haydariyah"
    return area.name_ar.removeprefix("مركز "), area.name_en


def _crafts(site: Site, dice: random.Random) -> str:
    own = ["السجاد اليدوي"] if site.pcode[:4] in CARPET_WEAVING else []
    others = ["الخياطة", "الصناعات الغذائية", "أشغال القش", "الصابون", "التطريز"]
    return "، ".join([*own, *dice.sample(others, 2 - len(own))])


def _near(area: Area, dice: random.Random) -> tuple[float, float]:
    """Return a point a few kilometres at most from the subdistrict's centre."""
    assert area.latitude is not None
    assert area.longitude is not None
    return (
        round(float(area.latitude) + dice.uniform(-0.02, 0.02), 5),
        round(float(area.longitude) + dice.uniform(-0.02, 0.02), 5),
    )


def activities(folder: Path) -> Path:
    """Write the list of activities of the half-year."""
    path = folder / "activities.xlsx"
    write_table(path, "سجل الأنشطة - عام 2022", ACTIVITY_HEADINGS, _activity_rows())
    return path


def _activity_rows() -> Iterator[list[Any]]:
    types = {kind.code: kind for kind in ActivityType.objects.all()}
    dice = random.Random(SEED + 1)
    for site, code in codes().items():
        for field in site.activities:
            kind = types[_type_code(site, field)]
            start = date(YEAR, 1, 1 if field in {"health", "social", "recreation"} else 2)
            partner = PARTNER_AR if site.kind == ALTERNATIVE else ""
            reach = round(REACH[field] * dice.uniform(0.8, 1.2), -2)
            yield [code, kind.name_ar, TITLE_AR[kind.code], start, "", partner, reach]


def _type_code(site: Site, field: str) -> str:
    if field == "training":
        return "carpet-training" if site.pcode[:4] in CARPET_COURSES else "vocational-training"
    return {
        "health": "health",
        "education": "kindergarten",
        "production": "production",
        "social": "social-support",
    }.get(field, field)
