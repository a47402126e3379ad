"""A unit adds a motif of its own to the shelf."""

from __future__ import annotations

from dataclasses import dataclass, fields

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.database import ensure_fits
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility
from nawl.places.queries import ensure_may
from nawl.places.rules import search_key
from nawl.production.models import OwnMotif
from nawl.production.rules import MOTIF_KEEPERS
from nawl.production.rules.motifs import pack_cells
from nawl.weaving.motifs.motif import Cells


@dataclass(frozen=True)
class MotifWords:
    """What is known of a motif: its names, its origin, its rights, words to find it by."""

    code: str
    name_ar: str
    origin_ar: str
    rights: str
    name_en: str = ""
    origin_en: str = ""
    tags: tuple[str, ...] = ()


@transaction.atomic
def add_motif(
    facility: Facility, words: MotifWords, cells: Cells, *, by: User, photograph: bytes | None = None
) -> OwnMotif:
    """Add a motif of a unit's own; a photograph is given only where its owner agreed that it is kept.

    Raises `motif_words_missing` (code, name, origin and rights are needed), `motif_code_taken`, `motif_cells_unfit`.
    """
    ensure_may(by, MOTIF_KEEPERS, at=facility)
    values = {field.name: getattr(words, field.name) for field in fields(words) if field.name != "tags"}
    values = {name: value.strip() for name, value in values.items()}
    if not all(values[name] for name in ("code", "name_ar", "origin_ar", "rights")):
        raise NotPossible("motif_words_missing")
    values["search_key"] = search_key(values["name_ar"], values["name_en"], values["code"])
    ensure_fits(OwnMotif, values)
    high, wide = cells.shape
    motif = OwnMotif(
        facility=facility,
        tags=list(words.tags),
        wide=wide,
        high=high,
        cells=pack_cells(cells),
        has_consent=photograph is not None,
        photograph=photograph,
        by=by,
        added_on=today(),
        **values,
    )
    try:
        with transaction.atomic():
            motif.save(force_insert=True)
    except IntegrityError as fault:
        raise NotPossible("motif_code_taken", motif=motif.code) from fault
    facts = {"motif": motif.code, "name": motif.name_ar, "has_photograph": photograph is not None}
    record("production.motif_added", by=by, subjects=[motif, facility], place_path=facility.place_path, changes=facts)
    return motif
