"""Likeness: the designs of the register that look like a picture."""

from __future__ import annotations

from dataclasses import replace

from nawl.accounts.models import User
from nawl.places.queries import ensure_holds
from nawl.production.models import ChartVersion, Design
from nawl.production.queries.register import DesignRow
from nawl.production.rules import SEERS
from nawl.weaving.likeness import ranking, signature_of_picture
from nawl.weaving.pictures.reading import read_picture

MOST = 12
LEAST = 0.55
"""What is less alike than this is not shown: it would only look like a find."""


def designs_alike(user: User, picture: bytes, name: str = "") -> list[DesignRow]:
    """Return the designs within the user's scope that look most like a picture, each once, the likest first.

    Raises what the picture refuses. The picture is not kept.
    """
    ensure_holds(user, SEERS)
    asked = signature_of_picture(read_picture(picture, name))
    rows = ChartVersion.objects.visible_to(user).exclude(likeness=None).values_list("pk", "design", "likeness")
    known = list(rows)
    if not known:
        return []
    shares = ranking(asked, [bytes(signature) for _, _, signature in known])
    best: dict[object, tuple[float, object]] = {}
    for (version, design, _signature), share in zip(known, shares, strict=True):
        if share >= LEAST and share > best.get(design, (0.0, None))[0]:
            best[design] = (float(share), version)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])[:MOST]
    return _rows(user, ranked)


def _rows(user: User, ranked: list[tuple[float, object]]) -> list[DesignRow]:
    keys = [key for _, key in ranked]
    versions = ChartVersion.objects.visible_to(user).filter(pk__in=keys).select_related("quality", "design__facility")
    found = {one.pk: one for one in versions.defer("recipe", "reckoning", "likeness")}
    designs: dict[object, Design] = {one.pk: one.design for one in found.values()}
    plain = [DesignRow(designs[key], found[key]) for _, key in ranked if key in found]
    return [replace(row, share=share) for row, (share, _) in zip(plain, ranked, strict=True)]
