"""What the demonstration holds: facilities by subdistrict, activities, and the published totals by month.

Published (first half of 2022): 56 activities and 155,000 people served by centres and units, 70,000 by the alternative
centre at Al-Haydariyah. The months' shares are synthetic and add up to those totals exactly. The published text does
not say in which governorate Al-Haydariyah lies: Damascus is taken here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SEED = 2022
YEAR = 2022
FIRST, LAST = date(2022, 1, 1), date(2022, 6, 30)
TODAY = date(2022, 7, 14)
PEOPLE_BY_MONTH = (21_400, 23_100, 26_800, 25_200, 28_900, 29_600)  # 155,000
ALTERNATIVE_BY_MONTH = (10_800, 11_300, 11_900, 11_600, 12_200, 12_200)  # 70,000
ACTIVITIES_CARRIED_OUT = 56
SAFITA = "SY1003-RDC-02"
HAYDARIYAH = "SY0100-ALT-01"


@dataclass(frozen=True)
class Site:
    """One facility of the demonstration: its kind, the subdistrict's P-code and what it carries out."""

    pcode: str
    kind: str
    activities: tuple[str, ...] = ()
    state: str = "open"
    code: str = ""


TRAINING, PRODUCTION, HEALTH, EDUCATION = "training", "production", "health", "education"
SOCIAL, RECREATION = "social", "recreation"
CENTRE, UNIT, ALTERNATIVE = "centre", "unit", "alternative"

SITES: tuple[Site, ...] = (
    # Damascus
    Site("SY010000", ALTERNATIVE, (HEALTH, SOCIAL, RECREATION), code=HAYDARIYAH),
    # Aleppo
    Site("SY020700", CENTRE, (HEALTH,)),
    Site("SY020404", UNIT, (PRODUCTION,)),
    Site("SY020202", CENTRE, (), "rehabilitation"),
    # Rural Damascus
    Site("SY030300", UNIT, (PRODUCTION,)),
    Site("SY030500", CENTRE, (HEALTH, TRAINING)),
    Site("SY030600", CENTRE, (TRAINING,)),
    Site("SY030601", UNIT, (TRAINING,)),
    Site("SY030302", UNIT, (PRODUCTION,)),
    Site("SY030401", CENTRE, (EDUCATION,)),
    Site("SY030800", CENTRE, (TRAINING,)),
    Site("SY030101", UNIT, (), "suspended"),
    Site("SY030700", CENTRE, (HEALTH,)),
    # Homs
    Site("SY040300", CENTRE, (HEALTH, EDUCATION)),
    Site("SY040109", UNIT, (TRAINING,)),
    Site("SY040111", CENTRE, (TRAINING,)),
    Site("SY040600", CENTRE, ()),
    Site("SY040106", UNIT, (), "rehabilitation"),
    # Hama
    Site("SY050400", CENTRE, (HEALTH, TRAINING)),
    Site("SY050300", CENTRE, (HEALTH,)),
    Site("SY050404", UNIT, (PRODUCTION,)),
    Site("SY050403", CENTRE, (EDUCATION,)),
    Site("SY050200", CENTRE, (TRAINING,)),
    Site("SY050201", UNIT, (PRODUCTION,)),
    Site("SY050500", UNIT, (TRAINING,)),
    Site("SY050303", CENTRE, ()),
    # Latakia
    Site("SY060200", CENTRE, (HEALTH, TRAINING)),
    Site("SY060300", CENTRE, (TRAINING,)),
    Site("SY060400", UNIT, (PRODUCTION,)),
    Site("SY060301", CENTRE, (EDUCATION,)),
    Site("SY060005", UNIT, (PRODUCTION,)),
    Site("SY060205", UNIT, (PRODUCTION,)),
    Site("SY060402", CENTRE, (TRAINING,)),
    Site("SY060204", UNIT, (), "rehabilitation"),
    Site("SY060001", CENTRE, (HEALTH,)),
    # Idlib
    Site("SY070202", CENTRE, (), "suspended"),
    # Al-Hasakah
    Site("SY080200", CENTRE, (TRAINING,)),
    Site("SY080202", UNIT, ()),
    # Deir ez-Zor
    Site("SY090300", CENTRE, (TRAINING,)),
    Site("SY090103", UNIT, (), "rehabilitation"),
    # Tartous
    Site("SY100300", CENTRE, (HEALTH, EDUCATION, TRAINING, PRODUCTION), code=SAFITA),
    Site("SY100301", CENTRE, (TRAINING,), code="SY1003-RDC-01"),
    Site("SY100400", CENTRE, (TRAINING, EDUCATION)),
    Site("SY100401", UNIT, (PRODUCTION,)),
    Site("SY100500", CENTRE, (EDUCATION,)),
    Site("SY100602", UNIT, (PRODUCTION,)),
    Site("SY100200", CENTRE, (HEALTH,)),
    Site("SY100006", UNIT, (PRODUCTION,)),
    Site("SY100403", UNIT, (TRAINING,)),
    Site("SY100002", CENTRE, (), "planned"),
    # Raqqa
    Site("SY110103", CENTRE, (), "suspended"),
    # Daraa
    Site("SY120300", CENTRE, (HEALTH,)),
    Site("SY120001", UNIT, (TRAINING,)),
    Site("SY120200", CENTRE, ()),
    # As-Suwayda
    Site("SY130300", CENTRE, (HEALTH, TRAINING)),
    Site("SY130200", CENTRE, (EDUCATION,)),
    Site("SY130201", UNIT, (PRODUCTION,)),
    Site("SY130301", UNIT, (TRAINING,)),
    Site("SY130002", UNIT, ()),
    # Quneitra
    Site("SY140001", CENTRE, (EDUCATION,)),
    Site("SY140001", UNIT, (PRODUCTION,)),
)

LATE = ("SY050400", "SY060400", "SY030300", "SY040300")  # their June registers end on the 16th

KIND_CODE = {CENTRE: "RDC", UNIT: "RIU", ALTERNATIVE: "ALT"}
KIND_AR = {CENTRE: "مركز تنمية ريفية", UNIT: "وحدة صناعات ريفية", ALTERNATIVE: "مركز بديل"}
NAME_AR = {
    CENTRE: "مركز التنمية الريفية في {}",
    UNIT: "وحدة الصناعات الريفية في {}",
    ALTERNATIVE: "المركز البديل في {}",
}
NAME_EN = {
    CENTRE: "Rural development centre in {}",
    UNIT: "Rural industries unit in {}",
    ALTERNATIVE: "Alternative centre at {}",
}
STATE_AR = {
    "open": "عامل",
    "rehabilitation": "قيد التأهيل",
    "suspended": "متوقف",
    "planned": "مخطط",
}
PARTNER_AR, PARTNER_EN, PARTNER_CODE = "جمعية تنمية بناء المجتمع", "Society Building Development Association", "SBDA"
AGREEMENT = "SBDA-2020-1"

TARGETS = {
    "people_served": 160_000,
    "people_served_alternative": 72_000,
    "activities_carried_out": 60,
    "services_delivered": 520_000,
}
"""What the half-year was meant to reach; not published, so synthetic like the splits."""
TARGET_NOTE = "هدف تجريبي غير منشور"
GOVERNORATE_TARGETS = {"SY10": 34_000, "SY06": 20_000, "SY03": 30_000, "SY05": 25_000, "SY13": 15_000}
