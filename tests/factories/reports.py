"""A whole report as plain values, adding up to the programme's published figures; no database needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from nawl.reports.data import (
    Alternative,
    Counts,
    Facility,
    Figure,
    Issue,
    Line,
    Name,
    Place,
    ReportData,
    SexAge,
)
from tests.factories.places import GOVERNORATES

PEOPLE, SERVICES, ACTIVITIES, FACILITIES, ALTERNATIVE = 155_000, 412_380, 56, 59, 70_000
WEIGHTS = {
    "SY10": (31, 8), "SY06": (27, 7), "SY03": (22, 8), "SY05": (16, 6), "SY13": (15, 6), "SY04": (13, 6), "SY02": (9, 5),
    "SY12": (8, 4), "SY14": (5, 3), "SY09": (4, 2), "SY08": (3, 1), "SY11": (1, 1), "SY01": (1, 1), "SY07": (1, 1),
}  # fmt: skip
TYPES = {
    "health-care": ("الرعاية الصحية", "Health care", 38, 14),
    "kindergarten": ("رياض الأطفال", "Kindergarten", 17, 9),
    "vocational": ("التدريب المهني", "Vocational training", 14, 12),
    "production": ("الإنتاج", "Production", 12, 11),
    "literacy": ("التعليم ومحو الأمية", "Education and literacy", 10, 5),
    "social": ("الخدمات الاجتماعية", "Social services", 9, 5),
}
MONTHS = (27, 24, 17, 13, 11, 8)
AGES = {"00-04": (5, 5), "05-17": (13, 9), "18-29": (17, 7), "30-59": (24, 9), "60+": (6, 4), "u": (1, 0)}
CENTROIDS = {
    "SY01": (33.51, 36.29), "SY02": (36.2, 37.3), "SY03": (33.55, 36.4), "SY04": (34.72, 36.7), "SY05": (35.13, 36.6),
    "SY06": (35.52, 35.95), "SY07": (35.9, 36.6), "SY08": (36.5, 40.7), "SY09": (35.3, 40.1), "SY10": (34.9, 36.05),
    "SY11": (35.95, 39.0), "SY12": (32.8, 36.2), "SY13": (32.7, 36.6), "SY14": (33.1, 35.9),
}  # fmt: skip
PLACES = ("صافيتا", "بانياس", "جبلة", "الحفة", "مصياف", "السلمية", "التل", "قطنا", "صلخد", "شهبا", "إزرع", "المخرم")
ENGLISH = (
    "Safita",
    "Banyas",
    "Jablah",
    "Al-Haffa",
    "Masyaf",
    "Salamiyah",
    "At-Tall",
    "Qatana",
    "Salkhad",
    "Shahba",
    "Izra",
    "Makhrim",
)


def shares(total: int, weights: list[int]) -> list[int]:
    """Split a whole by weights into whole numbers that add up to it."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    for index in range(total - sum(parts)):
        parts[index % len(parts)] += 1
    return parts


def sample_report(**changes: Any) -> ReportData:
    """Return a draft of the programme's first half of 2022."""
    data = ReportData(
        issue=Issue(is_issued=False, made_on=date(2022, 7, 14)),
        first=date(2022, 1, 1),
        last=date(2022, 6, 30),
        place=Place("", Name("برنامج التنمية الريفية", "Rural development programme")),
        is_synthetic=True,
        figures=_figures(),
        places=_places(),
        types=_types(),
        sexes=_sexes(),
        months=_months(PEOPLE, SERVICES),
        alternatives=(_alternative(),),
        facilities=_facilities(),
    )
    return replace(data, **changes)


def issued_report(number: str = "RPT-2022-0001-X", **changes: Any) -> ReportData:
    """Return the same, issued and numbered."""
    return sample_report(issue=Issue(True, date(2022, 7, 14), number, 1), **changes)


def _figures() -> tuple[Figure, ...]:
    def figure(measure: str, ar: str, en: str, basis: str, value: int, **more: Any) -> Figure:
        text = Name(f"تعريف «{ar}» كما هو في سجل المؤشرات.", f"The definition of “{en}” as the indicators keep it.")
        return Figure(measure, f"sample.{measure}", Name(ar, en), text, basis, value, **more)

    return (
        figure("people", "الأشخاص المستفيدون", "People served", "first_visits", PEOPLE, target=160_000, before=141_200,
               before_period="2021-H1"),
        figure("services", "الخدمات المقدَّمة", "Services delivered", "contacts", SERVICES, before=398_150,
               before_period="2021-H2"),
        figure("activities", "الأنشطة المنفَّذة", "Activities carried out", "activities", ACTIVITIES, target=60),
        figure("facilities", "المراكز والوحدات العاملة", "Centres and units at work", "facilities", FACILITIES),
    )  # fmt: skip


def _places() -> tuple[Line, ...]:
    people = shares(PEOPLE, [weight for weight, _ in WEIGHTS.values()])
    services = shares(SERVICES, [weight for weight, _ in WEIGHTS.values()])
    activities = shares(ACTIVITIES, [count for _, count in WEIGHTS.values()])
    return tuple(
        Line(code, Name(*GOVERNORATES[code]), Counts(people[n], services[n], activities[n], WEIGHTS[code][1]))
        for n, code in enumerate(WEIGHTS)
    )


def _types() -> tuple[Line, ...]:
    people = shares(PEOPLE, [row[2] for row in TYPES.values()])
    services = shares(SERVICES, [row[2] for row in TYPES.values()])
    return tuple(
        Line(code, Name(row[0], row[1]), Counts(people[n], services[n], row[3], 20 + 4 * n))
        for n, (code, row) in enumerate(TYPES.items())
    )


def _sexes() -> tuple[SexAge, ...]:
    keys = [(sex, band) for sex in "fm" for band in AGES]
    weights = [AGES[band]["fm".index(sex)] for sex, band in keys]
    people, services = shares(PEOPLE, weights), shares(SERVICES, weights)
    return tuple(SexAge(sex, band, Counts(people[n], services[n])) for n, (sex, band) in enumerate(keys) if weights[n])


def _months(people: int, services: int) -> tuple[Line, ...]:
    split, contacts = shares(people, list(MONTHS)), shares(services, [15, 15, 17, 17, 18, 18])
    return tuple(
        Line(f"2022-{n + 1:02d}", Name(""), Counts(split[n], contacts[n], 38 + 2 * n, 57)) for n in range(len(MONTHS))
    )


def _alternative() -> Alternative:
    facility = Facility(
        "SY0407-ALT-01", Name("المركز البديل في الحيدرية", "Alternative centre at Al-Haydariyah"), "alternative",
        Name("حمص", "Homs"), Name("القصير", "Al-Qusayr"), "34.55", "36.58", Counts(ALTERNATIVE, 151_200, 4, None), "SY04",
    )  # fmt: skip
    partner = Name("جمعية بناء المجتمع للتنمية", "Society Building Development Association")
    return Alternative(facility, partner, True, _months(ALTERNATIVE, 151_200))


def _facilities() -> tuple[Facility, ...]:
    made: list[Facility] = []
    for line in _places():
        count = WEIGHTS[line.key][1]
        people, services = shares(line.counts.people or 0, [1] * count), shares(line.counts.services or 0, [1] * count)
        activities = shares(line.counts.activities or 0, [1] * count)
        for n in range(count):
            made.append(_facility(line, n, Counts(people[n], services[n], activities[n])))  # noqa: PERF401 - reads plainer
    return tuple(made)


def _facility(line: Line, n: int, counts: Counts) -> Facility:
    kind, where = ("centre", "unit")[n % 2], (int(line.key[2:]) + n) % len(PLACES)
    letters, ar, en = (
        ("RDC", "مركز التنمية الريفية في", "Rural development centre in")
        if kind == "centre"
        else ("RIU", "وحدة الصناعات الريفية في", "Rural industries unit in")
    )
    latitude, longitude = CENTROIDS[line.key]
    return Facility(
        f"{line.key}00-{letters}-{n + 1:02d}", Name(f"{ar} {PLACES[where]}", f"{en} {ENGLISH[where]}"), kind, line.name,
        Name(PLACES[where], ENGLISH[where]), f"{latitude + (n % 3 - 1) * 0.13:.4f}",
        f"{longitude + (n // 3 - 1) * 0.14:.4f}", counts, line.key,
    )  # fmt: skip
