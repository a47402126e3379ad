"""Designs and versions are begun and revised."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.accounts.rules import differences
from nawl.kit.arabic import normalise
from nawl.kit.clock import today
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import Conflict, NotPossible
from nawl.places.models import Area, Facility
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import REASON, Prepared, keep_first, palette_of, prepare
from nawl.production.actions.trail import record_version
from nawl.production.choices import Beginning, DesignOrigin
from nawl.production.models import ChartVersion, Design, QualityClass
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS, design_serial_text, next_number
from nawl.production.rules.scaling import bare, fitted_to
from nawl.production.rules.titles import DESIGN_PREFIX
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.frame import Frame
from nawl.weaving.yarns import Yarn

_TRIES = 4


@dataclass(frozen=True)
class DesignWords:
    """What is said about a design: titles, where it comes from, whose it is, for whom it is meant."""

    title_ar: str
    title_en: str = ""
    origin: str = DesignOrigin.NEW
    author: str = ""
    rights: str = ""
    has_consent: bool = False
    market_note: str = ""
    leaning: Area | None = None


def begin_design(
    facility: Facility,
    quality: QualityClass,
    frame: Frame,
    words: DesignWords,
    *,
    by: User,
    beginning: str = Beginning.EMPTY,
    note: str = "",
) -> Design:
    """Begin a design with its first version, an empty sheet in a frame of this class.

    Raises `design_title_missing`, `text_too_long`, `class_differs`.
    """
    ensure_may(by, DRAWERS, at=facility)
    if frame.quality.key != quality.key:
        raise NotPossible("class_differs", one=frame.quality.key, other=quality.key)
    values = _tidied(words)
    prepared = prepare(Chart(frame, palette_of(facility, frame.colours), bare(frame)))
    for _ in range(_TRIES):
        try:
            return _begin(facility, quality, prepared, values, _Way(Beginning(beginning), note.strip(), by))
        except IntegrityError:
            continue
    raise Conflict("design_number_contended")


@dataclass(frozen=True)
class _Way:
    """How something is begun, with which remark, by whom."""

    beginning: Beginning
    note: str
    by: User


@transaction.atomic
def _begin(facility: Facility, quality: QualityClass, prepared: Prepared, values: dict[str, Any], way: _Way) -> Design:
    day = today()
    start = f"{DESIGN_PREFIX}-{day.year:04d}-"
    serials = Design.objects.unscoped("numbers run through the whole programme").filter(serial__startswith=start)
    serial = design_serial_text(day.year, next_number(serials.values_list("serial", flat=True)))
    key = _key(values, serial)
    design: Design = Design.objects.create(
        serial=serial, facility=facility, begun_on=day, by=way.by, search_key=key, **values
    )
    version = _new_version(design, quality, prepared.chart.frame, 1, way)
    keep_first(version, prepared)
    facts = {"serial": serial, "title": design.title_ar, "class": quality.key, "knots": version.knots}
    subjects = [design, version, facility]
    record("production.design_begun", by=way.by, subjects=subjects, place_path=facility.place_path, changes=facts)
    return design


@transaction.atomic
def revise_design(design: Design, words: DesignWords, *, by: User) -> Design:
    """Change what is said about a design; its drawing and its serial stay. No difference, no entry."""
    design = lock_rows(Design.objects.unscoped(REASON).filter(pk=design.pk)).select_related("facility").get()
    ensure_may(by, DRAWERS, at=design.facility)
    values = _tidied(words)
    changes = differences({name: getattr(design, name) for name in values}, values)
    if not changes:
        return design
    for name, value in values.items():
        setattr(design, name, value)
    design.search_key = _key(values, design.serial)
    design.save()
    said = {name: [_said(before), _said(after)] for name, (before, after) in changes.items()}
    record("production.design_revised", by=by, subjects=[design], place_path=_path(design), changes=said)
    return design


def _said(value: Any) -> Any:
    return value.name_ar if isinstance(value, Area) else value


def begin_version(
    older: ChartVersion,
    *,
    by: User,
    quality: QualityClass | None = None,
    size_cm: tuple[Decimal, Decimal] | None = None,
    drawing: tuple[Grid, tuple[Yarn, ...]] | None = None,
    note: str = "",
) -> ChartVersion:
    """Begin a version from an older one of any state: the same drawing, or `drawing`, in the same or another frame.

    In another class or size each knot takes the colour that lay where it lies; the older version stays as it is.
    """
    ensure_may(by, DRAWERS, at=older.design.facility)
    chart = chart_of(older)
    if drawing is not None:
        chart = Chart(chart.frame, drawing[1], drawing[0])
    frame, quality = _frame_after(older, chart.frame, quality, size_cm)
    prepared = prepare(fitted_to(chart, frame))
    for _ in range(_TRIES):
        try:
            return _begin_version(older, quality, prepared, _Way(Beginning.COPIED, note.strip(), by))
        except IntegrityError:
            continue
    raise Conflict("design_number_contended")


@transaction.atomic
def _begin_version(older: ChartVersion, quality: QualityClass, prepared: Prepared, way: _Way) -> ChartVersion:
    design = lock_rows(Design.objects.unscoped(REASON).filter(pk=older.design_id)).select_related("facility").get()
    numbers = ChartVersion.objects.unscoped(REASON).filter(design=design).values_list("number", flat=True)
    version = _new_version(design, quality, prepared.chart.frame, max(numbers) + 1, way)
    version.parent = older
    keep_first(version, prepared)
    record_version("production.version_begun", version, way.by, {"from": older.number, "class": quality.key})
    return version


def _new_version(design: Design, quality: QualityClass, frame: Frame, number: int, way: _Way) -> ChartVersion:
    """Return a version that is not kept yet; raises `text_too_long`."""
    ensure_fits(ChartVersion, {"note": way.note})
    return ChartVersion(
        design=design,
        number=number,
        quality=quality,
        width_cm=frame.width_cm,
        length_cm=frame.length_cm,
        symmetry=frame.symmetry.value,
        border_cm=frame.border_cm,
        colours=frame.colours,
        wide=frame.wide,
        high=frame.high,
        beginning=way.beginning,
        note=way.note,
        by=way.by,
        begun_on=today(),
    )


def _frame_after(
    older: ChartVersion, frame: Frame, quality: QualityClass | None, size_cm: tuple[Decimal, Decimal] | None
) -> tuple[Frame, QualityClass]:
    if quality is None and size_cm is None:
        return frame, older.quality
    quality = quality or older.quality
    width, length = size_cm or (frame.width_cm, frame.length_cm)
    return Frame(quality.quality, width, length, frame.symmetry, frame.border_cm, frame.colours), quality


def _tidied(words: DesignWords) -> dict[str, Any]:
    """Return what is said about a design as it is kept, or the reason why it cannot be."""
    said = {field.name: getattr(words, field.name) for field in fields(words)}
    values = {name: value.strip() if isinstance(value, str) else value for name, value in said.items()}
    if not values["title_ar"]:
        raise NotPossible("design_title_missing")
    values["origin"] = DesignOrigin(values["origin"]).value
    ensure_fits(Design, values)
    return values


def _key(values: dict[str, Any], serial: str) -> str:
    return normalise(" ".join([values["title_ar"], values["title_en"], values["author"], serial]))


def _path(design: Design) -> str:
    path: str = design.facility.place_path
    return path
