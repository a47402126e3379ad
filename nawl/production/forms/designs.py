"""A new design: class and size first, then what is said about it, then how to begin; and revising what is said."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.kit.errors import NotPossible
from nawl.places.forms.acting import ActingForm
from nawl.places.models import Area, Facility
from nawl.places.queries import governorates
from nawl.production.actions import DesignWords, begin_design, begin_version, revise_design
from nawl.production.choices import Beginning, DesignOrigin, Symmetry
from nawl.production.models import ChartVersion, Design, QualityClass
from nawl.production.queries.classes import classes_valid
from nawl.production.queries.register import facilities_to_draw_at
from nawl.production.queries.usual import usual_unit
from nawl.production.rules import DRAWERS
from nawl.ui import words
from nawl.ui.sentences import sentence
from nawl.weaving.frame import Frame, read_size
from nawl.weaving.frame import Symmetry as FrameSymmetry

WAYS = (
    (Beginning.EMPTY, gettext_lazy("An empty sheet, drawn in the studio")),
    (Beginning.PICTURE, gettext_lazy("A picture: a photograph or a drawing becomes the chart")),
    (Beginning.FILE, gettext_lazy("A chart file: from another unit or another program")),
    (Beginning.COMPOSED, gettext_lazy("Proposals: the composer lays out field, borders and medallion")),
)


class SizeField(forms.CharField):
    """A size as people write it, width first."""

    def clean(self, value: Any) -> Any:
        """Return width and length in cm, or say how a size is written."""
        try:
            return read_size(super().clean(value))
        except NotPossible as fault:
            raise ValidationError(sentence(fault)) from fault


def class_words(quality: QualityClass) -> str:
    """Return a class as it is chosen: its name and its density."""
    kh, kv = quality.quality.density()
    facts = {"name": quality.name, "across": words.number(kh), "along": words.number(kv)}
    if quality.quality.mode == "flat":
        return _("%(name)s · %(across)s warps across, %(along)s rows along in 10 cm") % facts
    return _("%(name)s · %(across)s knots across, %(along)s along in 10 cm") % facts


class WordsForm(ActingForm):
    """What is said about a design."""

    fields_of_codes: ClassVar[dict[str, str]] = {"design_title_missing": "title_ar"}

    title_ar = forms.CharField(label=gettext_lazy("Arabic title"), max_length=160)
    title_en = forms.CharField(
        label=gettext_lazy("English title"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    origin = forms.ChoiceField(
        label=gettext_lazy("Origin"), choices=DesignOrigin.choices, widget=forms.RadioSelect, initial=DesignOrigin.NEW
    )
    author = forms.CharField(label=gettext_lazy("Drawn by"), max_length=160, required=False)
    rights = forms.CharField(
        label=gettext_lazy("Rights"),
        max_length=240,
        required=False,
        help_text=gettext_lazy("Whose it is, and who may weave it: the unit's, the author's, everybody's heritage."),
    )
    has_consent = forms.BooleanField(
        label=gettext_lazy("The author agrees that it is woven and that the name is shown"), required=False
    )
    market_note = forms.CharField(
        label=gettext_lazy("Market note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For whom it is meant: place, colours, room, size, as a buyer would say it."),
    )
    leaning = forms.ChoiceField(label=gettext_lazy("Governorate whose manner it follows"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = {area.pcode: area for area in governorates()}
        offered = [("", _("none in particular")), *((area.pcode, area.name) for area in self.areas.values())]
        self.fields["leaning"].choices = offered  # type: ignore[attr-defined]  # a choice field

    def words(self) -> DesignWords:
        """Return what was typed."""
        data = self.cleaned_data
        leaning: Area | None = self.areas.get(data["leaning"])
        names = ("title_ar", "title_en", "origin", "author", "rights", "has_consent", "market_note")
        return DesignWords(**{name: data[name] for name in names}, leaning=leaning)


class RevisingForm(WordsForm):
    """What is said about a design that stands."""

    @classmethod
    def of(cls, design: Design, data: Any = None) -> RevisingForm:
        """Return the form with what is kept."""
        names = ("title_ar", "title_en", "origin", "author", "rights", "has_consent", "market_note")
        kept = {name: getattr(design, name) for name in names}
        return cls(data, initial={**kept, "leaning": design.leaning.pcode if design.leaning else ""})

    def revise(self, design: Design, *, by: User) -> Design | None:
        """Keep the changes; None when a rule stands against them."""
        return self.carry_out(lambda: revise_design(design, self.words(), by=by))


class NewDesignForm(WordsForm):
    """A design that is begun."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "design_title_missing": "title_ar",
        "size_unfit": "size",
        "size_too_small": "size",
        "chart_too_large": "size",
        "border_unfit": "border_cm",
        "colours_unfit": "colours",
        "class_without_density": "quality",
    }

    facility = forms.ChoiceField(label=gettext_lazy("Unit"))
    quality = forms.ChoiceField(label=gettext_lazy("Class"), widget=forms.RadioSelect)
    size = SizeField(
        label=gettext_lazy("Size in cm"),
        max_length=40,
        help_text=gettext_lazy("Width, then length: 200x300 in centimetres, or 2×3 m."),
    )
    symmetry = forms.ChoiceField(label=gettext_lazy("Symmetry"), choices=Symmetry.choices, initial=Symmetry.NONE)
    border_cm = forms.DecimalField(
        label=gettext_lazy("Border in cm"), min_value=Decimal(0), decimal_places=1, max_digits=5, initial=Decimal(0)
    )
    colours = forms.IntegerField(label=gettext_lazy("Most colours"), min_value=2, max_value=250, initial=12)
    beginning = forms.ChoiceField(
        label=gettext_lazy("How to begin"), choices=WAYS, widget=forms.RadioSelect, initial=Beginning.EMPTY
    )

    def __init__(self, by: User, *args: Any, **kwargs: Any) -> None:
        order = ["facility", "quality", "size", "symmetry", "border_cm", "colours"]
        super().__init__(*args, field_order=order, **kwargs)
        self.by = by
        self.facilities: dict[str, Facility] = {one.code: one for one in facilities_to_draw_at(by, DRAWERS)}
        self.classes = {one.key: one for one in classes_valid()}
        self.fields["facility"].choices = [(code, one.name) for code, one in self.facilities.items()]  # type: ignore[attr-defined]  # a choice field
        self.fields["quality"].choices = [(key, class_words(one)) for key, one in self.classes.items()]  # type: ignore[attr-defined]  # a choice field
        if usual := usual_unit(by, list(self.facilities.values())):
            self.fields["facility"].initial = usual.code
        if len(self.facilities) == 1:
            self.fields["facility"].widget = forms.HiddenInput()

    def begin(self) -> Design | None:
        """Begin the design; None when a rule stands against it."""

        def act() -> Design:
            data = self.cleaned_data
            quality = self.classes[data["quality"]]
            width, length = data["size"]
            symmetry = FrameSymmetry(data["symmetry"])
            frame = Frame(quality.quality, width, length, symmetry, data["border_cm"], data["colours"])
            facility = self.facilities[data["facility"]]
            return begin_design(facility, quality, frame, self.words(), by=self.by, beginning=data["beginning"])

        return self.carry_out(act)


class NewVersionForm(ActingForm):
    """A version that is begun from an older one, in the same or in another class and size."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "size_unfit": "size",
        "size_too_small": "size",
        "chart_too_large": "size",
    }

    quality = forms.ChoiceField(label=gettext_lazy("Class"), widget=forms.RadioSelect)
    size = SizeField(
        label=gettext_lazy("Size in cm"),
        max_length=40,
        help_text=gettext_lazy(
            "In another class or size each knot takes the colour that lay where it lies: fine lines want looking over."
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("What it is for"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, older: ChartVersion, *args: Any, **kwargs: Any) -> None:
        sides = f"{older.width_cm.normalize():f}x{older.length_cm.normalize():f}"
        kwargs.setdefault("initial", {"quality": older.quality.key, "size": _("%(cm)s cm") % {"cm": sides}})
        super().__init__(*args, **kwargs)
        self.older = older
        self.classes = {one.key: one for one in [older.quality, *classes_valid()]}
        self.fields["quality"].choices = [(key, class_words(one)) for key, one in self.classes.items()]  # type: ignore[attr-defined]  # a choice field

    def begin(self, *, by: User) -> ChartVersion | None:
        """Begin the version; None when a rule stands against it."""

        def act() -> ChartVersion:
            data = self.cleaned_data
            quality = self.classes[data["quality"]]
            return begin_version(self.older, by=by, quality=quality, size_cm=data["size"], note=data["note"])

        return self.carry_out(act)
