"""A new version of a class: what stands is shown, what is better is typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.places.forms.acting import ActingForm, day_field
from nawl.production.actions import publish_class_version
from nawl.production.models import QualityClass

KNOTS = (
    ("symmetric", gettext_lazy("symmetric (Turkish)")),
    ("asymmetric_left", gettext_lazy("asymmetric (Persian), open to the left")),
    ("asymmetric_right", gettext_lazy("asymmetric (Persian), open to the right")),
    ("none", gettext_lazy("none, flat weave")),
)
FIELDS = (
    "name_ar",
    "name_en",
    "kh",
    "kv",
    "knot",
    "pile_mm",
    "knot_mm",
    "pile_tex",
    "warp_tex",
    "waste",
    "mass_low",
    "mass_high",
    "knots_per_day",
    "note",
)


def _number(label: Any, *, required: bool = True, places: int = 2, hint: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=required, min_value=Decimal(0), max_digits=12, decimal_places=places, help_text=hint
    )


class ClassForm(ActingForm):
    """What a class fixes from a day on."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "class_name_missing": "name_ar",
        "class_without_density": "kh",
        "class_version_too_early": "valid_from",
    }

    valid_from = day_field(gettext_lazy("Valid from"))
    name_ar = forms.CharField(label=gettext_lazy("Arabic name"), max_length=160)
    name_en = forms.CharField(
        label=gettext_lazy("English name"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    kh = _number(gettext_lazy("Knots across in 10 cm"))
    kv = _number(gettext_lazy("Knots along in 10 cm"))
    knot = forms.ChoiceField(label=gettext_lazy("Knot"), choices=KNOTS)
    pile_mm = _number(gettext_lazy("Pile in mm"))
    knot_mm = _number(
        gettext_lazy("Yarn of one knot in mm"),
        required=False,
        hint=gettext_lazy("Empty: estimated from pile and density."),
    )
    pile_tex = _number(gettext_lazy("Pile yarn in tex"))
    warp_tex = _number(gettext_lazy("Warp in tex"))
    waste = _number(gettext_lazy("Waste, as a share"), places=3, hint=gettext_lazy("0.08 is 8 %."))
    mass_low = _number(gettext_lazy("Least mass, kg/m²"), required=False)
    mass_high = _number(gettext_lazy("Greatest mass, kg/m²"), required=False)
    knots_per_day = forms.IntegerField(label=gettext_lazy("Knots a weaver ties in a day"), min_value=1)
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, standing: QualityClass, *args: Any, **kwargs: Any) -> None:
        quality = standing.quality
        kwargs.setdefault("initial", {name: getattr(quality, name) for name in FIELDS})
        super().__init__(*args, **kwargs)
        self.standing = quality

    def publish(self, *, by: User) -> QualityClass | None:
        """Publish the version; None when a rule stands against it."""
        return self.carry_out(lambda: publish_class_version(replace(self.standing, **self.cleaned_data), by=by))
