"""What a page of proposals is asked for and shows: the address read, recipes found, each as a tile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nawl.production.models import ChartVersion, QualityClass
from nawl.production.queries.classes import class_found
from nawl.production.rules.recipes import packed_recipe, unpacked_recipe, wish_of, word_for
from nawl.production.views.reader import language
from nawl.production.views.showing import plain, size_words
from nawl.ui import words
from nawl.ui.parts import Choice, Fact
from nawl.weaving.composing import KINDS, Recipe, Wish, more_like, proposals

ON_A_PAGE = 12
PICTURE_PX, LARGE_PX = 320, 720
"""Pixels of the longer side of a proposal in a row, and of one that stands alone."""
Classes = Mapping[str, QualityClass]


@dataclass(frozen=True)
class Asked:
    """What the address of a page of proposals says."""

    text: str = ""
    kind: str = ""
    motif: str = ""
    unit: str = ""
    seed: int = 0
    like: str = ""

    @property
    def query(self) -> str:
        """The address's query, without what is empty."""
        rows: dict[str, str | int] = {
            "q": self.text,
            "kind": self.kind,
            "motif": self.motif,
            "unit": self.unit,
            "seed": self.seed,
            "like": self.like,
        }
        return urlencode({name: value for name, value in rows.items() if value})


def read_asked(request: HttpRequest) -> Asked:
    """Return what the address asks for; what cannot be meant is left out."""
    given = {name: request.GET.get(name, "").strip() for name in ("kind", "motif", "unit", "like", "seed")}
    seed = given["seed"]
    return Asked(
        text=request.GET.get("q", "").strip()[:160],
        kind=given["kind"] if given["kind"] in KINDS else "",
        motif=given["motif"][:40],
        unit=given["unit"][:40],
        seed=int(seed) % 1_000_000 if seed.isascii() and seed.isdecimal() and len(seed) < 10 else 0,
        like=given["like"],
    )


def _wish(asked: Asked, version: ChartVersion | None = None) -> Wish:
    wish = wish_of(asked.text, kind=asked.kind, motif=asked.motif)
    if version is None:
        return wish
    kind = wish.kind or ("kilim" if version.quality.quality.mode == "flat" else "")
    return replace(wish, size_cm=(version.width_cm, version.length_cm), quality=version.quality.code, kind=kind)


def recipes_for(asked: Asked, version: ChartVersion | None = None) -> list[Recipe]:
    """Return the recipes of a page: for a note, or near a carpet; for a draft in its class and size."""
    if asked.like:
        like = unpacked_recipe(asked.like)
        quality = version.quality if version else class_found(like.quality)
        return more_like(like, ON_A_PAGE, asked.seed, quality.quality)
    wish = _wish(asked, version)
    named = version.quality if version else class_found(wish.quality) if wish.quality else None
    return proposals(wish, ON_A_PAGE, asked.seed, named.quality if named else None)


def fitted(recipe: Recipe, version: ChartVersion) -> Recipe:
    """Return a recipe in the class and size of a draft."""
    return replace(recipe.with_size(version.width_cm, version.length_cm), quality=version.quality.key)


def tile_of(
    recipe: Recipe, asked: Asked, unit: str, here: str, classes: Classes, *, is_large: bool = False
) -> dict[str, Any]:
    """Return a recipe as it stands on a page: its picture, its words, where it leads."""
    packed = packed_recipe(recipe)
    width, length = recipe.size_cm
    shown = (LARGE_PX if is_large else PICTURE_PX) * 3 / 4 / float(max(width, length))
    near = Asked(text=asked.text, unit=asked.unit, like=packed)
    asking: dict[str, str | int] = {"unit": unit, "recipe": packed, **({"large": 1} if is_large else {})}
    taken = urlencode({"recipe": packed, "unit": unit, "q": asked.text})
    return {
        "recipe": packed,
        "picture": f"{reverse('production:recipe-picture')}?{urlencode(asking)}",
        "width": round(shown * float(width)),
        "height": round(shown * float(length)),
        "like": f"{here}?{near.query}",
        "parts": f"{reverse('production:composed-parts')}?{taken}",
        "begin": taken,
        "size": size_words(width, length),
        "quality": class_name(recipe, classes),
    }


def class_name(recipe: Recipe, classes: Classes) -> str:
    """Return the name of a recipe's class; a class that the register does not know shows its key."""
    found = classes.get(recipe.quality)
    return found.name if found else recipe.quality


def facts_of(recipe: Recipe, classes: Classes) -> list[Fact]:
    """Return what a proposal is, as facts."""
    width, length = recipe.size_cm
    return [
        Fact(_("Size in cm"), size_words(width, length)),
        Fact(_("Class"), class_name(recipe, classes)),
        Fact(_("Kind"), word_for("kind", recipe.kind, language())),
        Fact(_("Seed"), str(recipe.seed), code=True),
    ]


def page_words(asked: Asked, here: str) -> dict[str, Any]:
    """Return what every page of proposals says of its wish, and where it leads."""
    wish = _wish(asked)
    further = replace(asked, seed=asked.seed + 1)
    return {
        "asked": asked,
        "understood": _understood(wish) if asked.text and not asked.like else [],
        "unknown": wish.unknown if not asked.like else (),
        "kinds": [] if asked.like else _kinds(asked, here),
        "further": f"{here}?{further.query}",
        "back": f"{here}?{replace(asked, like='', seed=0).query}" if asked.like else "",
        "here": here,
    }


def _kinds(asked: Asked, here: str) -> list[Choice]:
    rows = [Choice(_("any kind"), f"{here}?{replace(asked, kind='', seed=0).query}", on=not asked.kind)]
    for kind in KINDS:
        chosen = replace(asked, kind=kind, seed=0)
        rows.append(Choice(word_for("kind", kind, language()), f"{here}?{chosen.query}", on=kind == asked.kind))
    return rows


def _understood(wish: Wish) -> list[str]:
    """Return what was read out of a note, in the words of the market's table."""
    groups = [("kind", (wish.kind,)), ("governorate", (wish.governorate,)), ("colour", wish.colours)]
    groups += [("style", wish.styles), ("motif", wish.motifs)]
    said = [word_for(group, one, language()) for group, found in groups for one in found if one]
    said += [_("without %(colour)s") % {"colour": word_for("colour", one, language())} for one in wish.without]
    if wish.size_cm:
        said.append(size_words(*(plain(side) for side in wish.size_cm)))
    if wish.quality:
        said.append(_("class %(quality)s") % {"quality": words.in_digits(wish.quality)})
    return said + ([f"«{wish.words}»"] if wish.words else [])
