"""Classes, yarns, designs and chart versions for tests; the same calls always make the same charts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import numpy as np

from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.production.actions import DesignWords, begin_design, grid_of, lock_version, save_draft, send_to_review
from nawl.production.models import ChartVersion, Design, LotCount, QualityClass, YarnColour, YarnLot, YarnType
from nawl.production.rules.packing import class_words
from nawl.weaving.classes import load_classes
from nawl.weaving.frame import Frame
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility

DYES = {
    "MAD": ("أحمر فوّي", "madder", (154, 46, 43)),
    "IND": ("كحلي", "indigo", (31, 59, 92)),
    "WOO": ("صوفي", "undyed wool", (242, 232, 213)),
    "SAF": ("زعفراني", "saffron", (201, 138, 30)),
}


def make_class(code: str = "300", **fields: Any) -> QualityClass:
    """Make a class as it is shipped, or return the one that stands."""
    standing = QualityClass.objects.filter(code=code).first()
    if standing and not fields:
        return standing
    shipped = next(one for one in load_classes() if one.code == code)
    words = {**class_words(shipped), **fields}
    names = {name: words[name] for name in ("code", "version", "name_ar", "name_en", "valid_from")}
    return QualityClass.objects.create(data=words, **names)


def make_yarn_type(code: str = "NM6-3", **fields: Any) -> YarnType:
    """Make the pile yarn Nm 6×3, or return the one that stands."""
    named = {"role": "pile", "name_ar": "صوف ٦/٣", "name_en": "Wool 6/3", "notation": "Nm 6×3", "tex": Decimal(500)}
    return YarnType.objects.get_or_create(code=code, defaults={**named, **fields})[0]


def make_colour(code: str = "MAD", *, facility: Facility | None = None, **fields: Any) -> YarnColour:
    """Make a colour, the programme's unless a unit is named, or return the one that stands."""
    name_ar, name_en, (red, green, blue) = DYES.get(code, (f"لون {code}", f"colour {code}", (90, 90, 90)))
    named = {"name_ar": name_ar, "name_en": name_en, "red": red, "green": green, "blue": blue, "facility": facility}
    kept = {**named, "search_key": f"{name_ar} {name_en} {code}", **fields}
    return YarnColour.objects.get_or_create(code=code, facility=facility, defaults=kept)[0]


def make_lot(
    facility: Facility,
    colour: YarnColour | None = None,
    *,
    grams: int = 5000,
    batch: str = "22-107",
    **fields: Any,
) -> YarnLot:
    """Make a lot of a colour at a unit with its first count."""
    kept = {"received_g": grams, "received_on": date(2022, 5, 1), "price_kg": 9, "currency": "USD", **fields}
    lot = YarnLot.objects.create(
        facility=facility, colour=colour or make_colour(), batch=batch, **{"type": make_yarn_type(), **kept}
    )
    LotCount.objects.create(lot=lot, grams=grams, counted_on=lot.received_on, by=make_system_user())
    return lot


def make_palette(facility: Facility, *, grams: int = 5000) -> list[YarnLot]:
    """Give a unit the four colours with a lot of each."""
    return [make_lot(facility, make_colour(code), grams=grams) for code in DYES]


def make_design(facility: Facility | None = None, *, by: User | None = None, **fields: Any) -> Design:
    """Begin a small design: 10 × 20 cm of class 300, 30 × 60 knots."""
    at = facility or make_facility()
    if not YarnColour.objects.exists():
        make_palette(at)
    quality = fields.pop("quality", None) or make_class()
    size = fields.pop("size", (Decimal(10), Decimal(20)))
    framed = {name: fields.pop(name) for name in ("symmetry", "border_cm", "colours") if name in fields}
    how = {name: fields.pop(name) for name in ("beginning", "note") if name in fields}
    words = DesignWords(**{"title_ar": "نجمة صافيتا", "title_en": "Safita star", **fields})
    return begin_design(at, quality, Frame(quality.quality, *size, **framed), words, by=by or make_system_user(), **how)


def first_version(design: Design) -> ChartVersion:
    """Return a design's first version."""
    rows = ChartVersion.objects.unscoped("a test looks at its design")
    return rows.select_related("design__facility", "quality").get(design=design, number=1)


def make_version(facility: Facility | None = None, **fields: Any) -> ChartVersion:
    """Begin a design and return its empty first version."""
    return first_version(make_design(facility, **fields))


def knots_for(version: ChartVersion, seed: int = 1) -> np.ndarray:
    """Return whole knots for a version: stripes of its four colours that a seed shifts."""
    across = np.arange(version.wide) + seed
    down = np.arange(version.high)
    return ((across[None, :] // 3 + down[:, None] // 5) % 4).astype(np.uint8)


def draw(version: ChartVersion, *, seed: int = 1, by: User | None = None, **fields: Any) -> ChartVersion:
    """Save whole stripes on a version and return it as it then stands."""
    grid = grid_of(version, knots_for(version, seed).tobytes())
    asked = {"revision": version.revision, "key": uuid4(), **fields}
    save_draft(version, grid, list(DYES), by=by or make_system_user(), **asked)
    return reread(version)


def make_locked(version: ChartVersion | None = None, *, by: User | None = None, seed: int = 1) -> ChartVersion:
    """Draw, send and lock a version."""
    hand = by or make_system_user()
    drawn = draw(version or make_version(), by=hand, seed=seed)
    return lock_version(send_to_review(drawn, by=hand), by=hand)


def reread(version: ChartVersion) -> ChartVersion:
    """Return a version as it stands in the tables."""
    rows = ChartVersion.objects.unscoped("a test looks again")
    return rows.select_related("design__facility", "quality").get(pk=version.pk)
