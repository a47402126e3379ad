"""Likeness: the designs of the register that look like a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nawl.accounts.models import User
from nawl.places.queries import ensure_holds
from nawl.production.models import ChartVersion, Design
from nawl.production.queries.register import DesignRow
from nawl.production.rules import SEERS
from nawl.weaving.likeness import Photograph, best_ranking, photograph_of
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.rectifying import Corner

MOST = 12
LEAST = 0.55
"""What is less alike than this is not shown: it would only look like a find."""


@dataclass(frozen=True, eq=False)
class Alike:
    """The designs that look most like a photograph, and what of it they were searched by."""

    rows: tuple[DesignRow, ...]
    asked: Photograph


def designs_alike(user: User, picture: Picture, corners: Sequence[Corner] | None = None) -> Alike:
    """Return the designs within the user's scope that look most like a carpet, each once, the likest first.

    The carpet lies within the corners, or is looked for in the picture. Raises `corners_unfit`. Nothing is kept.
    """
    ensure_holds(user, SEERS)
    asked = photograph_of(picture, corners)
    rows = ChartVersion.objects.visible_to(user).exclude(likeness=None).values_list("pk", "design", "likeness")
    known = list(rows)
    if not known:
        return Alike((), asked)
    shares = best_ranking(asked.signatures, [bytes(signature) for _, _, signature in known])
    best: dict[object, tuple[float, object]] = {}
    for (version, design, _signature), share in zip(known, shares, strict=True):
        if share >= LEAST and share > best.get(design, (0.0, None))[0]:
            best[design] = (float(share), version)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])[:MOST]
    return Alike(tuple(_rows(user, ranked)), asked)


def _rows(user: User, ranked: list[tuple[float, object]]) -> list[DesignRow]:
    keys = [key for _, key in ranked]
    versions = ChartVersion.objects.visible_to(user).filter(pk__in=keys).select_related("quality", "design__facility")
    found = {one.pk: one for one in versions.defer("recipe", "reckoning", "likeness")}
    designs: dict[object, Design] = {one.pk: one.design for one in found.values()}
    plain = [DesignRow(designs[key], found[key]) for _, key in ranked if key in found]
    return [replace(row, share=share) for row, (share, _) in zip(plain, ranked, strict=True)]
