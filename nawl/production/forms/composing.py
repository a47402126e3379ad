"""A composed carpet becomes a design: a title, a unit; its class and size are the recipe's."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.places.forms.acting import ActingForm
from nawl.places.models import Facility
from nawl.production.actions import DesignWords, begin_design, compose_into
from nawl.production.choices import Beginning, DesignOrigin
from nawl.production.models import ChartVersion, Design
from nawl.production.queries.classes import class_found
from nawl.weaving.composing import Recipe, frame_of


class ComposedForm(ActingForm):
    """What is said about a composed design."""

    fields_of_codes: ClassVar[dict[str, str]] = {"design_title_missing": "title_ar"}

    title_ar = forms.CharField(label=gettext_lazy("Arabic title"), max_length=160)
    title_en = forms.CharField(
        label=gettext_lazy("English title"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    facility = forms.ChoiceField(label=gettext_lazy("Unit"))
    market_note = forms.CharField(
        label=gettext_lazy("Market note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For whom it is meant: place, colours, room, size, as a buyer would say it."),
    )

    def __init__(self, recipe: Recipe, offered: list[Facility], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.recipe = recipe
        self.offered = {one.code: one for one in offered}
        self.fields["facility"].choices = [(one.code, one.name) for one in offered]  # type: ignore[attr-defined]  # a choice field
        if len(offered) == 1:
            self.fields["facility"].widget = forms.HiddenInput()
            self.fields["facility"].initial = offered[0].code

    def begin(self, *, by: User) -> Design | None:
        """Begin the design and compose its first version; None, and nothing begun, when a rule stands against it."""

        @transaction.atomic
        def act() -> Design:
            data = self.cleaned_data
            facility = self.offered[data["facility"]]
            quality = class_found(self.recipe.quality)
            frame = frame_of(self.recipe, quality.quality)
            words = DesignWords(
                title_ar=data["title_ar"],
                title_en=data["title_en"],
                origin=DesignOrigin.NEW,
                market_note=data["market_note"],
            )
            design = begin_design(facility, quality, frame, words, by=by, beginning=Beginning.COMPOSED)
            version = (
                ChartVersion.objects.visible_to(by).select_related("design__facility", "quality").get(design=design)
            )
            compose_into(version, self.recipe, revision=version.revision, by=by)
            return design

        return self.carry_out(act)
