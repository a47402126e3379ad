"""The composer: a market note becomes a page of proposals, a proposal a design or the chart of a draft.

Everything a page shows stands in its address: the note, what was chosen beside it, the seed, the carpet it keeps near.
"""

from __future__ import annotations

import io

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from PIL import Image

from nawl.kit.errors import NotFound, NotPossible
from nawl.production.actions import compose_into
from nawl.production.forms.composing import ComposedForm
from nawl.production.forms.parts import PartsForm
from nawl.production.models import ChartVersion
from nawl.production.queries.classes import class_found
from nawl.production.queries.composing import classes_named, composing_unit, composing_yarns
from nawl.production.rules.recipes import packed_recipe, unpacked_recipe
from nawl.production.views.proposed import (
    LARGE_PX,
    PICTURE_PX,
    Asked,
    facts_of,
    fitted,
    page_words,
    read_asked,
    recipes_for,
    tile_of,
)
from nawl.production.views.reader import A_DAY, draft_of, reader_of, status_of
from nawl.production.views.sending import whole_number
from nawl.production.views.showing import size_words, trail_of, version_crumb
from nawl.ui.parts import Crumb
from nawl.ui.sentences import sentence
from nawl.weaving.composing import Recipe, compose, frame_of, thumbnail
from nawl.weaving.composing.checks import LEAST_RUN, MOST_LONE, look_at, parts
from nawl.weaving.composing.compose import painted


@require_safe
def composer(request: HttpRequest) -> HttpResponse:
    """Show a page of proposals for a market note, or neighbours of one carpet."""
    asked = read_asked(request)
    unit, offered = composing_unit(reader_of(request), asked.unit)
    recipes, refusal = _found(asked)
    classes = classes_named()
    context = {
        **page_words(asked, reverse("production:composer")),
        "unit": unit,
        "units": offered if len(offered) > 1 else [],
        "refusal": refusal,
        "proposed": [tile_of(one, asked, unit.code, reverse("production:composer"), classes) for one in recipes],
        "begin": reverse("production:composed-new"),
        "trail": [Crumb(_("Designs"), reverse("production:design-list")), Crumb(_("Composer"))],
    }
    return render(request, "production/composer.html", context, status=422 if refusal else 200)


@require_safe
def compose_for(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show proposals in the class and size of a draft, each to be taken into it."""
    version = draft_of(request, serial, number)
    asked = read_asked(request)
    here = reverse("production:compose", args=[version.design.serial, version.number])
    unit = version.design.facility
    recipes, refusal = _found(asked, version)
    classes = classes_named()
    context = {
        **page_words(asked, here),
        "version": version,
        "size": size_words(version.width_cm, version.length_cm),
        "refusal": refusal,
        "proposed": [tile_of(one, asked, unit.code, here, classes) for one in recipes],
        "take": reverse("production:compose-take", args=[version.design.serial, version.number]),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("Composer"))),
    }
    return render(request, "production/composer.html", context, status=422 if refusal else 200)


def _found(asked: Asked, version: ChartVersion | None = None) -> tuple[list[Recipe], str]:
    """Return the recipes of a page, or none and the sentence that says why: the note stands on, to be mended."""
    try:
        recipes = recipes_for(asked, version)
        return [fitted(one, version) for one in recipes] if version else recipes, ""
    except (NotFound, NotPossible) as refusal:
        return [], sentence(refusal)


@require_POST
def compose_take(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Take a proposal into a draft; what was drawn there gives way to it."""
    version = draft_of(request, serial, number)
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
        "tile": tile_of(recipe, Asked(), unit.code, reverse("production:composer"), classes_named(), is_large=True),
        "facts": facts_of(recipe, classes_named()),
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
    asked = Asked(text=read_asked(request).text, unit=unit.code)
    context = {
        "asked": asked,
        "form": PartsForm(shown) if shown is not recipe else form,
        "recipe": packed_recipe(shown),
        "tile": tile_of(shown, asked, unit.code, reverse("production:composer"), classes_named(), is_large=True),
        "unit": unit,
        "warnings": _warnings(shown),
        "begin": reverse("production:composed-new"),
        "trail": _trail(Crumb(_("Part by part"))),
    }
    part = "#parts" if request.htmx else ""  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, f"production/composed_parts.html{part}", context)


def _warnings(recipe: Recipe) -> list[str]:
    """Return what speaks against a carpet as it was put together; it can be woven all the same."""
    look = look_at(painted(recipe, frame_of(recipe, class_found(recipe.quality).quality)))
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
    chart = compose(recipe, composing_yarns(unit), class_found(recipe.quality).quality)
    longest = LARGE_PX if request.GET.get("large") else PICTURE_PX
    wide = round(longest * min(1.0, float(recipe.size_cm[0] / recipe.size_cm[1])))
    file = io.BytesIO()
    Image.fromarray(thumbnail(chart, max(1, wide))).save(file, "WEBP", quality=84, method=3)
    answered = HttpResponse(file.getvalue(), content_type="image/webp")
    answered.headers["Cache-Control"] = A_DAY
    return answered
