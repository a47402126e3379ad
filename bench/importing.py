"""How fast registers are read, checked and recorded, and how much memory the whole process takes, file by file."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

ROWS = 50_000
SERVICES = ("فحص طبي عام", "جلسة توعية صحية")
BANDS = ("5 إلى 17", "18 إلى 29", "30 إلى 59", "60 فأكثر")
SEXES = ("أنثى", "ذكر")
HEADINGS = ("المركز", "التاريخ", "النشاط", "الخدمة", "الجنس", "الفئة العمرية", "عدد الخدمات", "الزيارات الأولى")
ACTIVITY = "الخدمات الصحية"
FACILITIES = 40
FILES = ("narrow", "narrow csv", "broad", "every row wrong", "200,000 rows", "bomb", "two cells a world apart")


def main(only: str = "") -> None:
    """Measure each file in a process of its own and print one line of JSON for each."""
    if only:
        print(json.dumps(_measure(only)))
        return
    for name in FILES:
        with tempfile.TemporaryDirectory() as folder:
            env = {**os.environ, "NAWL_DATA_DIR": folder, "NAWL_TODAY": "2022-12-31"}
            done = subprocess.run(
                [sys.executable, "-m", "bench.importing", name], env=env, capture_output=True, text=True, check=True
            )
            print(done.stdout.strip().splitlines()[-1], flush=True)


def _measure(name: str) -> dict[str, Any]:
    path = Path(tempfile.mkdtemp()) / "register"
    if os.fork() == 0:  # the file is made beside, so that its making is not counted
        path.write_bytes(MAKERS[name]())
        os._exit(0)
    os.wait()
    _set_up()
    idle = _memory()
    result: dict[str, Any] = {"file": name, "bytes": path.stat().st_size, "idle_mb": idle}
    try:
        result |= _import(path)
    except _errors() as refusal:
        result |= {"refused": refusal.code}
    return result | {"peak_mb": _memory()}


def _import(path: Path) -> dict[str, Any]:
    from nawl.accounts.actions import the_system
    from nawl.collection import actions

    by = the_system()
    begun = time.perf_counter()
    register = actions.receive(path.name, path.read_bytes(), by=by)
    checked = time.perf_counter()
    if register.fault_count:
        return {"lines": register.row_count, "check_s": round(checked - begun, 2), "faults": register.fault_count}
    register = actions.record(register, by=by)
    recorded = time.perf_counter()
    lines = register.row_count
    return {
        "lines": lines,
        "check_s": round(checked - begun, 2),
        "record_s": round(recorded - checked, 2),
        "lines_per_s_checked": round(lines / (checked - begun)),
        "lines_per_s_in_all": round(lines / (recorded - begun)),
    }


def _errors() -> type[Exception]:
    from nawl.kit.errors import NotPossible

    return NotPossible


def _memory() -> int:
    """Return the most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command

    from config.reference import load_reference

    call_command("migrate", verbosity=0, interactive=False)
    list(load_reference())
    from nawl.accounts.actions import the_system
    from nawl.activities.actions import plan_activity
    from nawl.activities.models import ActivityType
    from nawl.places.actions import open_facility
    from nawl.places.models import Area

    by = the_system()
    kind = ActivityType.objects.get(code="health")
    area = Area.objects.get(pcode="SY1003")
    for number in range(FACILITIES):
        name = f"مركز القياس {number}"
        facility = open_facility(kind="centre", name_ar=name, area=area, opened_on=date(2000, 1, 1), by=by)
        plan_activity(facility, type=kind, title=ACTIVITY, starts_on=date(2022, 1, 1), by=by)


def _lines() -> Iterator[list[Any]]:
    """Yield distinct lines: facility, day, activity, service, sex, age band, services, first visits."""
    for number in range(ROWS - 1):
        rest, band = divmod(number, len(BANDS))
        rest, sex = divmod(rest, len(SEXES))
        rest, service = divmod(rest, len(SERVICES))
        facility, step = rest % FACILITIES, rest // FACILITIES
        day = datetime(2022, 1, 1) + timedelta(days=step)  # noqa: DTZ001 - a spreadsheet's date has no zone
        yield [
            f"مركز القياس {facility}",
            day,
            ACTIVITY,
            SERVICES[service],
            SEXES[sex],
            BANDS[band],
            3 + number % 7,
            number % 3,
        ]


def _narrow() -> bytes:
    return _workbook([list(HEADINGS), *_lines()])


def _narrow_csv() -> bytes:
    import csv

    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    writer.writerows([*line[:1], f"{line[1]:%d/%m/%Y}", *line[2:]] for line in _lines())
    return text.getvalue().encode("windows-1256")


def _broad() -> bytes:
    """A line for each day and service, a column for each sex and age, as centres keep it."""
    heads = [f"{sex} {band}" for sex in ("إناث", "ذكور") for band in BANDS]
    rows: list[list[Any]] = [["المركز", "التاريخ", "النشاط", "الخدمة", *heads]]
    for step in range(150):
        day = datetime(2022, 1, 1) + timedelta(days=step)  # noqa: DTZ001 - a spreadsheet's date has no zone
        rows.extend(
            [f"مركز القياس {facility}", day, ACTIVITY, service, *(1 + (step + n) % 9 for n in range(8))]
            for facility in range(FACILITIES)
            for service in SERVICES
        )
    return _workbook(rows[:12_000])


def _wrong() -> bytes:
    """A fault of its own in almost every cell of every row."""
    rows = ([f"مركز {n}", f"يوم {n}", f"نشاط {n}", f"خدمة {n}", f"جنس {n}", f"عمر {n}", -n, n] for n in range(ROWS - 1))
    return _workbook([list(HEADINGS), *rows])


def _many() -> bytes:
    return _workbook(
        [list(HEADINGS), *([f"مركز {n}", n, ACTIVITY, "فحص", "أنثى", BANDS[0], 1, 0] for n in range(200_000))]
    )


def _workbook(rows: list[list[Any]]) -> bytes:
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.close()
    return file.getvalue()


def _patched(rows: str) -> bytes:
    import zipfile

    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    source = zipfile.ZipFile(io.BytesIO(_workbook([["x"]])))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            text = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
            target.writestr(name, text if is_sheet else source.read(name))
    return file.getvalue()


def _bomb() -> bytes:
    return _patched(" " * 200_000_000)


def _apart() -> bytes:
    return _patched('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


MAKERS: dict[str, Callable[[], bytes]] = dict(
    zip(FILES, (_narrow, _narrow_csv, _broad, _wrong, _many, _bomb, _apart), strict=True)
)

if __name__ == "__main__":
    main(*sys.argv[1:])
