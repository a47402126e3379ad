"""The composer: a market note becomes a page of proposals, a proposal a design or the chart of a draft.

Everything a page shows stands in its address: the note, what was chosen beside it, the seed, the carpet it keeps near.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from PIL import Image

from nawl.places.queries import ensure_may
from nawl.production.actions import compose_into
from nawl.production.actions.keeping import ensure_open
from nawl.production.forms.composing import ComposedForm
from nawl.production.forms.parts import PartsForm
from nawl.production.models import ChartVersion
from nawl.production.queries.composing import composing_unit, composing_yarns
from nawl.production.queries.designs import version_seen_by
from nawl.production.rules import DRAWERS
from nawl.production.rules.recipes import packed_recipe, unpacked_recipe, wish_of, word_for
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.sending import whole_number
from nawl.production.views.showing import plain, size_words, trail_of, version_crumb
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb, Fact
from nawl.weaving.classes import find_class
from nawl.weaving.composing import KINDS, Recipe, Wish, compose, frame_of, more_like, proposals, thumbnail
from nawl.weaving.composing.checks import LEAST_RUN, MOST_LONE, look_at, parts
from nawl.weaving.composing.compose import painted

ON_A_PAGE = 12
PICTURE_PX, LARGE_PX = 320, 720
"""Pixels of the longer side of a proposal in a row, and of one that stands alone."""
A_DAY = "private, max-age=86400"


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


def _asked(request: HttpRequest) -> Asked:
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


@require_safe
def composer(request: HttpRequest) -> HttpResponse:
    """Show a page of proposals for a market note, or neighbours of one carpet."""
    asked = _asked(request)
    unit, offered = composing_unit(reader_of(request), asked.unit)
    context = {
        **_page(asked, reverse("production:composer")),
        "unit": unit,
        "units": offered if len(offered) > 1 else [],
        "proposed": [_tile(one, asked, unit.code, reverse("production:composer")) for one in _recipes(asked)],
        "begin": reverse("production:composed-new"),
        "trail": [Crumb(_("Designs"), reverse("production:design-list")), Crumb(_("Composer"))],
    }
    return render(request, "production/composer.html", context)


@require_safe
def compose_for(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show proposals in the class and size of a draft, each to be taken into it."""
    version = _draft(request, serial, number)
    asked = _asked(request)
    here = reverse("production:compose", args=[version.design.serial, version.number])
    unit = version.design.facility
    recipes = [_fitted(one, version) for one in _recipes(asked, version)]
    context = {
        **_page(asked, here),
        "version": version,
        "size": size_words(version.width_cm, version.length_cm),
        "proposed": [_tile(one, asked, unit.code, here) for one in recipes],
        "take": reverse("production:compose-take", args=[version.design.serial, version.number]),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("Composer"))),
    }
    return render(request, "production/composer.html", context)


@require_POST
def compose_take(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Take a proposal into a draft; what was drawn there gives way to it."""
    version = _draft(request, serial, number)
    recipe = unpacked_recipe(request.POST.get("recipe", ""))
    seen = request.POST.get("revision", "")
    revision = whole_number(seen) if seen else version.revision
    compose_into(version, recipe, revision=revision, by=reader_of(request))
    messages.success(request, _("The carpet is composed; every knot of it can still be drawn over."))
    return redirect("production:version", version.design.serial, version.number)


@require_http_methods(["GET", "POST"])
def composed_new(request: HttpRequest) -> HttpResponse:
    """Begin a design with a proposal."""
    reader = reader_of(request)
    unit, offered = composing_unit(reader, request.GET.get("unit", ""))
    text = request.POST.get("recipe", "") or request.GET.get("recipe", "")
    recipe = unpacked_recipe(text)
    said = {"facility": unit.code, "market_note": request.GET.get("q", "")[:1000]}
    form = ComposedForm(recipe, offered, request.POST or None, initial=said)
    if request.method == "POST" and (begun := form.begin(by=reader)):
        messages.success(request, _("The design is begun under the number %(serial)s.") % {"serial": begun.serial})
        return redirect("production:version", begun.serial, 1)
    context = {
        "form": form,
        "recipe": text,
        "tile": _tile(recipe, Asked(), unit.code, reverse("production:composer"), is_large=True),
        "facts": _facts(recipe),
        "trail": _trail(Crumb(_("A new design"))),
    }
    return render(request, "production/composed_new.html", context, status=status_of(request))


@require_safe
def composed_parts(request: HttpRequest) -> HttpResponse:
    """Show a proposal part by part: field, motifs, medallion, borders, dyes; each choice makes it anew."""
    unit, _offered = composing_unit(reader_of(request), request.GET.get("unit", ""))
    recipe = unpacked_recipe(request.GET.get("recipe", ""))
    form = PartsForm(recipe, request.GET if "pattern" in request.GET else None)
    shown = form.changed() if form.is_bound and form.is_valid() else recipe
    context = {
        "form": PartsForm(shown) if shown is not recipe else form,
        "recipe": packed_recipe(shown),
        "tile": _tile(shown, Asked(unit=unit.code), unit.code, reverse("production:composer"), is_large=True),
        "unit": unit,
        "warnings": _warnings(shown),
        "begin": reverse("production:composed-new"),
        "trail": _trail(Crumb(_("Part by part"))),
    }
    part = "#parts" if request.htmx else ""  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, f"production/composed_parts.html{part}", context)


def _warnings(recipe: Recipe) -> list[str]:
    """Return what speaks against a carpet as it was put together; it can be woven all the same."""
    look = look_at(painted(recipe, frame_of(recipe)))
    told = [
        (look.run < LEAST_RUN, _("The colours change so often that it weaves slowly: a larger repeat is calmer.")),
        (look.lone > MOST_LONE, _("Many knots stand alone: a larger repeat or a coarser motif helps.")),
        (not parts(recipe.palette), _("Two grounds that meet are almost of one colour: other dyes part them.")),
    ]
    return [text for is_told, text in told if is_told]


def _trail(last: Crumb) -> list[Crumb]:
    register = Crumb(_("Designs"), reverse("production:design-list"))
    return [register, Crumb(_("Composer"), reverse("production:composer")), last]


@require_safe
def recipe_picture(request: HttpRequest) -> HttpResponse:
    """Send a recipe's carpet as a small picture, in the yarns of a unit."""
    unit, _offered = composing_unit(reader_of(request), request.GET.get("unit", ""))
    recipe = unpacked_recipe(request.GET.get("recipe", ""))
    chart = compose(recipe, composing_yarns(unit))
    longest = LARGE_PX if request.GET.get("large") else PICTURE_PX
    wide = round(longest * min(1.0, float(recipe.size_cm[0] / recipe.size_cm[1])))
    file = io.BytesIO()
    Image.fromarray(thumbnail(chart, max(1, wide))).save(file, "WEBP", quality=84, method=3)
    answered = HttpResponse(file.getvalue(), content_type="image/webp")
    answered.headers["Cache-Control"] = A_DAY
    return answered


def _draft(request: HttpRequest, serial: str, number: int) -> ChartVersion:
    """Return a version that the reader may compose into."""
    version = version_seen_by(reader_of(request), serial, number)
    ensure_may(reader_of(request), DRAWERS, at=version.design.facility)
    ensure_open(version)
    return version


def _wish(asked: Asked, version: ChartVersion | None = None) -> Wish:
    wish = wish_of(asked.text, kind=asked.kind, motif=asked.motif)
    if version is None:
        return wish
    kind = wish.kind or ("kilim" if version.quality.quality.mode == "flat" else "")
    return replace(wish, size_cm=(version.width_cm, version.length_cm), quality=version.quality.code, kind=kind)


def _recipes(asked: Asked, version: ChartVersion | None = None) -> list[Recipe]:
    if asked.like:
        return more_like(unpacked_recipe(asked.like), ON_A_PAGE, asked.seed)
    return proposals(_wish(asked, version), ON_A_PAGE, asked.seed)


def _fitted(recipe: Recipe, version: ChartVersion) -> Recipe:
    """Return a recipe in the class and size of a draft."""
    return replace(recipe.with_size(version.width_cm, version.length_cm), quality=version.quality.code)


def _tile(recipe: Recipe, asked: Asked, unit: str, here: str, *, is_large: bool = False) -> dict[str, Any]:
    packed = packed_recipe(recipe)
    width, length = recipe.size_cm
    shown = (LARGE_PX if is_large else PICTURE_PX) * 3 / 4 / float(max(width, length))
    near = Asked(text=asked.text, unit=asked.unit, like=packed)
    asking: dict[str, str | int] = {"unit": unit, "recipe": packed, **({"large": 1} if is_large else {})}
    return {
        "recipe": packed,
        "picture": f"{reverse('production:recipe-picture')}?{urlencode(asking)}",
        "width": round(shown * float(width)),
        "height": round(shown * float(length)),
        "like": f"{here}?{near.query}",
        "parts": f"{reverse('production:composed-parts')}?{urlencode({'recipe': packed, 'unit': unit})}",
        "begin": urlencode({"recipe": packed, "unit": unit, "q": asked.text}),
        "size": size_words(width, length),
        "quality": _quality(recipe),
    }


def _quality(recipe: Recipe) -> str:
    found = find_class(recipe.quality)
    return found.name_en if _language() == "en" else found.name_ar


def _facts(recipe: Recipe) -> list[Fact]:
    width, length = recipe.size_cm
    return [
        Fact(_("Size in cm"), size_words(width, length)),
        Fact(_("Class"), _quality(recipe)),
        Fact(_("Kind"), word_for("kind", recipe.kind, _language())),
        Fact(_("Seed"), str(recipe.seed), code=True),
    ]


def _page(asked: Asked, here: str) -> dict[str, Any]:
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
        rows.append(Choice(word_for("kind", kind, _language()), f"{here}?{chosen.query}", on=kind == asked.kind))
    return rows


def _understood(wish: Wish) -> list[str]:
    """Return what was read out of a note, in the words of the market's table."""
    language = _language()
    groups = [("kind", (wish.kind,)), ("governorate", (wish.governorate,)), ("colour", wish.colours)]
    groups += [("style", (wish.style,)), ("motif", wish.motifs)]
    said = [word_for(group, one, language) for group, found in groups for one in found if one]
    if wish.size_cm:
        said.append(size_words(*(plain(side) for side in wish.size_cm)))
    if wish.quality:
        said.append(_("class %(quality)s") % {"quality": words.in_digits(wish.quality)})
    return said + ([f"«{wish.words}»"] if wish.words else [])


def _language() -> str:
    return "en" if (get_language() or "ar").startswith("en") else "ar"
