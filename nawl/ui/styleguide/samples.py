"""Invented samples of every component, in the reader's language; nothing here is a figure of the programme."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from nawl.kit.periods import Period
from nawl.ui import charts
from nawl.ui.icons import ICONS
from nawl.ui.parts import Bar, Choice, Crumb, Difference, Event, Fact, Fault, Step, Tile
from nawl.ui.styleguide.forms import SampleForm
from nawl.ui.styleguide.say import governorates, say

VALUES = {
    "SY02": 9_700,
    "SY03": 22_300,
    "SY04": 13_600,
    "SY05": 16_800,
    "SY06": 27_450,
    "SY08": 2_850,
    "SY09": 3_900,
    "SY10": 31_200,
    "SY12": 7_850,
    "SY13": 14_950,
    "SY14": 4_400,
}
LATE = {"SY03", "SY05", "SY10"}


def samples(request: HttpRequest) -> dict[str, Any]:
    """Return what every section of the style guide shows."""
    return {
        "href": request.path + "#records",
        "icons": list(ICONS),
        "bands": [("nawl", say("نول", "Nawl")), *governorates().items()],
        "swatches": _swatches(),
        "trail": [
            Crumb(say("المراكز والوحدات", "Centres and units"), "#"),
            Crumb(say("طرطوس", "Tartus"), "#"),
            Crumb(say("مركز صافيتا", "Safita centre")),
        ],
        "segments": _choices(say("الربع الأول|الربع الثاني|النصف الأول", "First quarter|Second quarter|First half"), 2),
        "tabs": _choices(say("المركز|الأنشطة|الأيام|السجل", "The centre|Activities|Days|History"), 0),
        "chips": _chips(),
        "steps": _steps(),
        "facts": _facts(),
        "events": _events(),
        "faults": _faults(),
        "differences": _differences(),
        "bars": [Bar(governorates()[code], VALUES[code], "#") for code in ("SY10", "SY06", "SY03", "SY05", "SY13")],
        "tiles": [Tile(code, name, VALUES.get(code), "#", code in LATE) for code, name in governorates().items()],
        "columns": _columns(),
        "places": charts.bars(
            say("الأشخاص حسب المحافظة", "Persons by governorate"),
            [charts.Row(governorates()[code], VALUES[code], "#") for code in ("SY10", "SY06", "SY03", "SY05", "SY13")],
        ),
        "points": _points(),
        "period": Period.half(2022, 1),
        "moment": datetime(2022, 7, 14, 10, 40, tzinfo=UTC),
        "page": Paginator(range(272), 20).page(3),
        "form": SampleForm(),
        "wrong_form": SampleForm({"starts_on": "2022-04-01", "ends_on": "2022-03-31", "kind": "training"}),
    }


def _choices(labels: str, on: int) -> list[Choice]:
    return [Choice(label, "#", number == on) for number, label in enumerate(labels.split("|"))]


def _chips() -> list[Choice]:
    labels = say("الكل|متأخرة|بانتظار التحقق|معتمدة", "All|Late|To be verified|Approved").split("|")
    return [
        Choice(label, "#", n == 1, count) for n, (label, count) in enumerate(zip(labels, (64, 6, 11, 47), strict=True))
    ]


def _swatches() -> list[tuple[str, str]]:
    return [
        ("wool", say("صوف خام", "raw wool")),
        ("paper", say("ورق", "paper")),
        ("sunk", say("ظل الصوف", "shade of wool")),
        ("ink", say("جوزي", "walnut")),
        ("madder", say("فوّة", "madder")),
        ("indigo", say("نيلي", "indigo")),
        ("olive", say("زيتوني", "olive")),
        ("saffron", say("زعفران", "saffron")),
        ("wrong", say("رمّان", "pomegranate")),
    ]


def _steps() -> list[Step]:
    return [
        Step(say("أُرسلت", "Sent"), "done", say("أمس، مركز صافيتا", "yesterday, Safita centre")),
        Step(say("تُحقَّق", "Being verified"), "now", say("بانتظار مديرية طرطوس", "waits for Tartus directorate")),
        Step(say("الاعتماد", "Approval"), "next", say("بعد التحقق", "after verification")),
        Step(say("الإقفال", "Locking"), "next"),
    ]


def _facts() -> list[Fact]:
    return [
        Fact(say("الموقع", "Place"), say("صافيتا، حي الوادي", "Safita, Al-Wadi quarter")),
        Fact(say("الرمز", "Code"), "SY1003-RDC-02", code=True),
        Fact(say("الإدارة", "Run by"), say("مديرية طرطوس", "Tartus directorate"), "#"),
        Fact(say("الهاتف", "Telephone"), "043 000 118", code=True),
    ]


def _events() -> list[Event]:
    approved = say("اعتُمدت أرقام حزيران في محافظة السويداء", "June was approved in As-Sweida")
    corrected = say("صُحّح عدد الخدمات في مركز شهبا لشهر أيار", "The services of Shahba in May were corrected")
    returned = say(
        "أُعيدت أرقام القرداحة: المجموع أقل من جمع أجزائه", "Qardaha was sent back: the total is below its parts"
    )
    return [
        Event(approved, say("مديرية السويداء · قبل ساعتين", "As-Sweida directorate · two hours ago"), "#", "good"),
        Event(corrected, say("مديرية السويداء · أمس", "As-Sweida directorate · yesterday"), "#"),
        Event(returned, say("مديرية اللاذقية · الثلاثاء", "Lattakia directorate · Tuesday"), "#", "late"),
    ]


def _faults() -> list[Fault]:
    return [
        Fault(say("السطر 14: تاريخ الخدمة بعد تاريخ اليوم", "Row 14: the date of the service lies after today"), "#"),
        Fault(say("السطر 27: لا مركز بهذا الرمز", "Row 27: no centre has this code"), "#"),
        Fault(say("السطر 31: الإناث والذكور 42، والمجموع 45", "Row 31: women and men make 42, the total says 45"), "#"),
    ]


def _differences() -> list[Difference]:
    return [
        Difference(
            say("العنوان", "Title"), say("فحص طبي عام", "General check-up"), say("فحص طبي عام", "General check-up")
        ),
        Difference(
            say("ينتهي في", "Ends on"), say("30 حزيران 2022", "30 June 2022"), say("31 تموز 2022", "31 July 2022")
        ),
    ]


def _columns() -> charts.Drawing:
    now, before = (21_400, 23_100, 26_800, 25_200, 28_900, 29_600), (20_100, 21_900, 24_600, 24_200, 25_700, 26_500)
    months = say("كانون الثاني|شباط|آذار|نيسان|أيار|حزيران", "January|February|March|April|May|June").split("|")
    short = say("ك2|شباط|آذار|نيسان|أيار|حزيران", "Jan|Feb|Mar|Apr|May|Jun").split("|")
    return charts.columns(
        say("أشخاص خُدموا أول مرة، شهراً بشهر", "Persons served for the first time, month by month"),
        say("هذا النصف|النصف السابق", "This half|The half before").split("|"),
        [
            charts.Column(*parts[:1], parts[1], parts[2], "#")
            for parts in zip(months, zip(now, before, strict=True), short, strict=True)
        ],
    )


def _points() -> charts.Drawing:
    names = governorates()
    spots = {
        "SY10": (34.89, 35.95),
        "SY06": (35.52, 35.90),
        "SY05": (35.13, 36.60),
        "SY04": (34.73, 37.10),
        "SY03": (33.57, 36.60),
        "SY13": (32.71, 36.70),
        "SY12": (32.75, 36.05),
        "SY02": (36.20, 37.25),
        "SY09": (35.33, 40.14),
        "SY08": (36.50, 40.75),
    }
    marks = [charts.Landmark(names[code], *spot) for code, spot in spots.items()]
    dots = [
        charts.Point(names[code], lat + 0.16 * up, lon + 0.2 * side, "#", code in LATE and not up)
        for code, (lat, lon) in spots.items()
        for up, side in ((1, 0), (-1, 1), (0, -2))
    ]
    return charts.points(say("المراكز والوحدات على الخريطة", "Centres and units on the map"), dots, marks)
