"""A recipe part by part: what a designer changes of a proposal; what is not touched stays as it is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from nawl.production.forms.designs import SizeField
from nawl.production.rules import part_words
from nawl.production.rules.part_words import word_of
from nawl.weaving.composing import UNITS, BorderPlan, MedallionPlan, Palette, Recipe, families, recipe_from
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.medallions import SHAPES
from nawl.weaving.composing.shades import is_of
from nawl.weaving.composing.wallpaper import WALLPAPERS
from nawl.weaving.motifs import MOTIFS

AS_IT_IS = "keep"


class PartsForm(forms.Form):
    """The parts of a carpet: field, motifs, medallion, corners, main border, dyes, size."""

    pattern = forms.ChoiceField(label=gettext_lazy("The carpet's field"))
    first_motif = forms.ChoiceField(label=gettext_lazy("First motif"), required=False)
    second_motif = forms.ChoiceField(label=gettext_lazy("Second motif"), required=False)
    step_cm = forms.DecimalField(
        label=gettext_lazy("Repeat in cm"), min_value=Decimal(2), max_value=Decimal(400), decimal_places=2
    )
    group = forms.ChoiceField(label=gettext_lazy("Symmetry group of the repeat"), required=False)
    words = forms.CharField(label=gettext_lazy("Word in Kufic"), max_length=30, required=False)
    medallion = forms.ChoiceField(label=gettext_lazy("Medallion"), required=False)
    corners = forms.ChoiceField(label=gettext_lazy("Corner pieces"), required=False)
    border = forms.ChoiceField(label=gettext_lazy("Main border"), required=False)
    border_cm = forms.DecimalField(
        label=gettext_lazy("Its width in cm"),
        min_value=Decimal(1),
        max_value=Decimal(200),
        decimal_places=2,
        required=False,
    )
    family = forms.ChoiceField(label=gettext_lazy("Dyes"))
    size = SizeField(label=pgettext_lazy("chart", "Size"), max_length=40)

    def __init__(self, recipe: Recipe, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(recipe)
        super().__init__(*args, **kwargs)
        self.recipe = recipe
        none = [("", _("none"))]
        offered = {
            "pattern": [(code, word_of(part_words.PATTERNS, code)) for code in PATTERNS],
            "first_motif": [("", _("the pattern's own")), *_forms()],
            "second_motif": none + _forms(),
            "group": [("", "–"), *_groups()],
            "medallion": none + [(code, word_of(part_words.SHAPES, code)) for code in SHAPES],
            "corners": none + [(code, word_of(part_words.SHAPES, code)) for code in SHAPES],
            "border": [(code, word_of(part_words.UNITS, code)) for code in UNITS],
            "family": [(AS_IT_IS, _("as it is")), *_dyes()],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field

    def changed(self) -> Recipe:
        """Return the recipe with what was chosen; only for a form that is valid. Raises what `recipe_from` refuses."""
        data = self.cleaned_data
        width, length = data["size"]
        motifs = tuple(one for one in (data["first_motif"], data["second_motif"]) if one)
        field = replace(
            self.recipe.field,
            pattern=data["pattern"],
            motifs=motifs,
            cm=_touched(data["step_cm"], self.recipe.field.cm),
            group=data["group"] if data["pattern"] == "grouped" else "",
            words=data["words"].strip() if data["pattern"] == "letters" else "",
            corners=data["corners"],
        )
        palette = _palette(self.recipe, data["family"])
        made = replace(
            self.recipe.with_size(f"{width.normalize():f}", f"{length.normalize():f}"),
            field=field,
            medallion=_medallion(self.recipe, data["medallion"]),
            borders=_borders(self.recipe, data["border"], data["border_cm"]),
            palette=palette,
            without=_still_refused(self.recipe, palette),
            name_ar="",
            name_en="",
        )
        return recipe_from(made.to_data())


def main_border(recipe: Recipe) -> int | None:
    """Return the place of the broadest border; None where there is none."""
    if not recipe.borders:
        return None
    return max(range(len(recipe.borders)), key=lambda n: recipe.borders[n].cm)


def _initial(recipe: Recipe) -> dict[str, Any]:
    main = main_border(recipe)
    motifs = (*recipe.field.motifs, "", "")
    width, length = recipe.size_cm
    return {
        "pattern": recipe.field.pattern,
        "first_motif": motifs[0],
        "second_motif": motifs[1],
        "step_cm": round(recipe.field.cm, 2),
        "group": recipe.field.group,
        "words": recipe.field.words,
        "medallion": recipe.medallion.form if recipe.medallion else "",
        "corners": recipe.field.corners,
        "border": "" if main is None else recipe.borders[main].unit,
        "border_cm": None if main is None else round(recipe.borders[main].cm, 2),
        "family": AS_IT_IS,
        "size": _("%(cm)s cm") % {"cm": f"{width.normalize():f}x{length.normalize():f}"},
    }


def _medallion(recipe: Recipe, form: str) -> MedallionPlan | None:
    if not form:
        return None
    return replace(recipe.medallion, form=form) if recipe.medallion else MedallionPlan(form=form)


def _borders(recipe: Recipe, unit: str, cm: Decimal | None) -> tuple[BorderPlan, ...]:
    main = main_border(recipe)
    if main is None or not unit:
        return recipe.borders
    plan = replace(recipe.borders[main], unit=unit)
    if cm is not None:
        plan = replace(plan, cm=_touched(cm, plan.cm))
    return (*recipe.borders[:main], plan, *recipe.borders[main + 1 :])


def _touched(typed: Decimal, kept: float) -> float:
    """Return a length as it was typed; one that was only shown, rounded, stays as it was."""
    return kept if float(typed) == round(kept, 2) else float(typed)


def _palette(recipe: Recipe, chosen: str) -> Palette:
    code, _sign, way = chosen.partition(":")
    return recipe.palette if chosen == AS_IT_IS else families()[code].palette(int(way))


def _still_refused(recipe: Recipe, palette: Palette) -> tuple[str, ...]:
    """Return the colours that stay refused: dyes that were chosen by hand go before the note."""
    colours = vars(palette).values()
    return tuple(one for one in recipe.without if not any(is_of((one,), colour) for colour in colours))


def _dyes() -> list[tuple[str, str]]:
    """Return every way of every family of dyes."""
    language = get_language() or "ar"
    rows = []
    for family in families().values():
        name = family.name_en if language.startswith("en") else family.name_ar
        rows += [(f"{family.code}:{way}", f"{name} {way + 1}") for way in range(len(family.ways))]
    return rows


def _groups() -> list[tuple[str, str]]:
    """Return the 17 groups of the plane, each with what it does."""
    is_english = (get_language() or "ar").startswith("en")
    return [(one.code, f"{one.code} · {one.name_en if is_english else one.name_ar}") for one in WALLPAPERS]


def _forms() -> list[tuple[str, str]]:
    """Return the composer's own forms and those of the shelf, each once; one of the shelf that shares a word says so."""
    language = "en" if (get_language() or "ar").startswith("en") else "ar"
    own = {code: str(word) for code, word in part_words.FORMS.items()}
    shared = {word.casefold() for word in own.values()}
    shelf = [(motif.code, motif.name(language)) for motif in MOTIFS if motif.code not in own]
    told_apart = [
        (code, _("%(motif)s, from the shelf") % {"motif": name} if name.casefold() in shared else name)
        for code, name in shelf
    ]
    return [*own.items(), *told_apart]
