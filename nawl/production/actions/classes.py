"""Classes are published in versions; the shipped classes, yarn types and colours are loaded like anybody's."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from importlib.resources import files

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.queries import ensure_may
from nawl.places.rules import search_key
from nawl.production.models import QualityClass, YarnColour, YarnType
from nawl.production.rules import CLASS_KEEPERS
from nawl.production.rules.packing import class_words
from nawl.weaving.classes import QualityClass as ClassData
from nawl.weaving.classes import load_classes as shipped_classes
from nawl.weaving.stock import shipped_yarns


@transaction.atomic
def publish_class_version(data: ClassData, *, by: User) -> QualityClass:
    """Publish what a class fixes from a day on, as its next version; the version before ends the day before.

    What was drawn in an earlier version stays in it. Raises `class_name_missing`, `class_without_density`,
    `class_version_too_early`.
    """
    ensure_may(by, CLASS_KEEPERS, at=None)
    data.density()
    if not data.code.strip() or not data.name_ar.strip():
        raise NotPossible("class_name_missing")
    ensure_fits(QualityClass, {"code": data.code, "name_ar": data.name_ar, "name_en": data.name_en})
    last = lock_rows(QualityClass.objects.filter(code=data.code)).order_by("-version").first()
    if last is not None:
        _end(last, data)
    kept = _keep(replace(data, version=last.version + 1 if last else 1))
    facts = {"code": kept.code, "version": kept.version, "valid_from": kept.valid_from, "data": kept.data}
    record("production.class_published", by=by, subjects=[kept], changes=facts)
    return kept


def _end(last: QualityClass, data: ClassData) -> None:
    if data.valid_from <= last.valid_from:
        raise NotPossible("class_version_too_early", quality=last.code, valid_from=last.valid_from)
    last.valid_to = data.valid_from - timedelta(days=1)
    last.save(update_fields=["valid_to"])


def _keep(data: ClassData) -> QualityClass:
    kept = QualityClass(
        code=data.code,
        version=data.version,
        name_ar=data.name_ar,
        name_en=data.name_en,
        data=class_words(data),
        valid_from=data.valid_from,
    )
    try:
        with transaction.atomic():
            kept.save(force_insert=True)
    except IntegrityError as fault:
        raise NotPossible("class_version_too_early", quality=data.code, valid_from=data.valid_from) from fault
    return kept


@transaction.atomic
def load_workshop_lists(*, by: User) -> int:
    """Bring in the shipped classes, yarn types and colours that are not there yet; return how many came.

    What is there stays as it is, for a ministry may have published better; repeating it changes nothing.
    """
    ensure_may(by, CLASS_KEEPERS, at=None)
    added: list[QualityClass | YarnType | YarnColour] = [*_missing_classes(), *_missing_types(), *_missing_colours()]
    if added:
        codes = [row.code for row in added]
        record("production.lists_loaded", by=by, subjects=added, changes={"records": len(added), "codes": codes})
    return len(added)


def _missing_classes() -> Iterator[QualityClass]:
    standing = set(QualityClass.objects.values_list("code", flat=True))
    fresh = (one for one in shipped_classes() if one.code not in standing)
    return (_keep(replace(one, note="")) for one in fresh)  # the engine's notes are told to engineers


def _missing_types() -> Iterator[YarnType]:
    text = (files("nawl.production.data") / "yarn_types.csv").read_text(encoding="utf-8")
    standing = set(YarnType.objects.values_list("code", flat=True))
    for row in csv.DictReader(text.splitlines()):
        if row["code"] not in standing:
            yield YarnType.objects.create(**{**row, "tex": Decimal(row["tex"]), "hank_g": int(row["hank_g"])})


def _missing_colours() -> Iterator[YarnColour]:
    standing = set(YarnColour.objects.values_list("code", flat=True))
    for yarn in shipped_yarns():
        if yarn.code not in standing:
            red, green, blue = yarn.srgb
            yield YarnColour.objects.create(
                code=yarn.code,
                name_ar=yarn.name_ar,
                name_en=yarn.name_en,
                red=red,
                green=green,
                blue=blue,
                symbol=yarn.symbol,
                search_key=search_key(yarn.name_ar, yarn.name_en, yarn.code),
            )
