"""A draft gets its drawing from a picture, from a chart file, or from the composer's recipe."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from nawl.accounts.models import User
from nawl.kit.errors import Conflict
from nawl.kit.spreadsheets import writable
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import Prepared, ensure_open, frame_of, keep, locked_version, prepare
from nawl.production.actions.trail import record_version
from nawl.production.choices import Beginning
from nawl.production.models import ChartVersion, DesignPicture
from nawl.production.queries.composing import composing_yarns
from nawl.production.queries.stock import yarns_of
from nawl.production.rules import DRAWERS
from nawl.production.rules.pictures import encoded
from nawl.weaving.chart import Chart
from nawl.weaving.composing import Recipe, compose
from nawl.weaving.pictures.pipeline import Drawn, Options, chart_from_picture
from nawl.weaving.pictures.reading import Picture, read_picture
from nawl.weaving.taken import Taken, chart_from_file

_LONGEST_NAME = 120


@dataclass(frozen=True)
class Read:
    """What came of a picture: the version as it stands, and what each step did."""

    version: ChartVersion
    drawn: Drawn


def draw_from_picture(
    version: ChartVersion, picture: bytes, options: Options, *, name: str = "", revision: int, by: User
) -> Read:
    """Draw a picture (JPEG, PNG, WebP, TIFF) into a draft with the unit's yarns, over the revision that was seen.

    The picture is kept encoded anew, without what a camera writes beside it. Raises what the picture, the yarns and
    the options refuse; `version_not_open`; Conflict("chart_changed_meanwhile").
    """
    ensure_may(by, DRAWERS, at=version.design.facility)
    ensure_open(version)
    read = read_picture(picture, name)
    drawn = chart_from_picture(read, frame_of(version), yarns_of(version.design.facility), options)
    prepared = prepare(drawn.chart)
    kept = _encoded(read)
    with transaction.atomic():
        row = redrawn(version, prepared, revision)
        row.beginning = Beginning.PICTURE
        row.recipe = _told(options, drawn)
        row.save(update_fields=["beginning", "recipe"])
        DesignPicture.objects.create(design=row.design, version=row, options=row.recipe, by=by, **kept)
        facts = {"knots": row.knots, "colours": drawn.chart.colours, "sha256": row.fingerprint}
        record_version("production.drawn_from_picture", row, by, facts)
    return Read(row, drawn)


@dataclass(frozen=True)
class GivenFile:
    """A chart file as it was brought: its name, its bytes, and the JSON beside it where that is a file of its own."""

    name: str
    data: bytes
    beside: bytes | None = None


def draw_from_chart_file(
    version: ChartVersion, file: GivenFile, *, revision: int, by: User
) -> tuple[ChartVersion, Taken]:
    """Take the chart of a file into a draft with the unit's yarns, over the revision that was seen.

    Which yarn became which stays with the version. Raises what `chart_from_file` refuses; `version_not_open`;
    Conflict("chart_changed_meanwhile").
    """
    ensure_may(by, DRAWERS, at=version.design.facility)
    ensure_open(version)
    shelf = yarns_of(version.design.facility)
    taken = chart_from_file(file.data, frame_of(version), shelf, beside=file.beside, name=file.name)
    prepared = prepare(taken.chart)
    with transaction.atomic():
        row = redrawn(version, prepared, revision)
        row.beginning, row.recipe = Beginning.FILE, _told_of_file(file, taken)
        row.save(update_fields=["beginning", "recipe"])
        said = {name: row.recipe[name] for name in ("file", "kind", "file_sha256")}
        facts = {"knots": row.knots, "colours": taken.chart.colours, "sha256": row.fingerprint}
        record_version("production.drawn_from_chart_file", row, by, {**said, **facts})
    return row, taken


def compose_into(version: ChartVersion, recipe: Recipe, *, revision: int, by: User) -> ChartVersion:
    """Compose a recipe into a draft, in the draft's class and size and the unit's yarns; the recipe stays with it.

    Raises `version_not_open`, Conflict("chart_changed_meanwhile"), and what the recipe refuses.
    """
    ensure_may(by, DRAWERS, at=version.design.facility)
    ensure_open(version)
    fitting = recipe.with_size(version.width_cm, version.length_cm)
    composed = compose(fitting, composing_yarns(version.design.facility), version.quality.quality)
    with transaction.atomic():
        version.symmetry = composed.frame.symmetry.value
        version.colours = max(version.colours, len(composed.yarns))
        row = redrawn(version, prepare(Chart(frame_of(version), composed.yarns, composed.knots)), revision)
        row.symmetry, row.colours = version.symmetry, version.colours
        row.beginning, row.recipe = Beginning.COMPOSED, {"recipe": fitting.to_data()}
        row.save(update_fields=["beginning", "recipe", "symmetry", "colours"])
        record_version(
            "production.composed", row, by, {"seed": recipe.seed, "kind": recipe.kind, "sha256": row.fingerprint}
        )
    return row


def redrawn(version: ChartVersion, prepared: Prepared, revision: int) -> ChartVersion:
    """Write a chart over the revision that was seen; the version's row is held."""
    row = locked_version(version)
    ensure_open(row)
    if row.revision != revision:
        raise Conflict("chart_changed_meanwhile", seen=revision, standing=row.revision)
    keep(row, prepared)
    return row


def _encoded(read: Picture) -> dict[str, Any]:
    """Return a picture as it is kept: pixels alone, at a size that serves for looking at it."""
    data, (wide, high) = encoded(read)
    digest = hashlib.sha256(data).hexdigest()
    return {"image": data, "media_type": "image/jpeg", "wide": wide, "high": high, "sha256": digest}


def _told(options: Options, drawn: Drawn) -> dict[str, Any]:
    """Return how a picture was read, as plain words that are kept."""
    box = drawn.crop
    names = ("quarters", "colours", "isolated", "confetti", "islands", "rare", "ground")
    dither, tone = options.dither, options.tone
    return {
        **{name: getattr(options, name) for name in names},
        "keep": list(options.keep),
        "without": list(options.without),
        "crop": [round(float(side), 4) for side in box],
        "tone": [tone.brightness, tone.contrast, tone.saturation] if tone else None,
        "dither": {"strength": dither.strength, "pattern": dither.pattern} if dither else None,
        "steps": {step.code: step.changed for step in drawn.steps},
        "difference": round(drawn.difference, 3),
        "told": list(drawn.told),
    }


def _told_of_file(file: GivenFile, taken: Taken) -> dict[str, Any]:
    """Return what a chart file was and how its yarns were matched, as plain words that are kept."""
    yarns = [
        {
            "code": writable(match.given.code)[:40],
            "name": writable(match.given.name_ar or match.given.name_en)[:80],
            "colour": match.given.hex,
            "own": match.own.code,
            "own_colour": match.own.hex,
            "difference": round(match.difference, 2),
            "by_code": match.by_code,
        }
        for match in taken.matches
    ]
    name, digest = writable(file.name)[-_LONGEST_NAME:], hashlib.sha256(file.data).hexdigest()
    return {"file": name, "kind": taken.kind.value, "file_sha256": digest, "yarns": yarns}
