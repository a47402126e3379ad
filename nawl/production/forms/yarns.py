"""Yarn colours, dye lots and their counts as they are typed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.money import CURRENCIES
from nawl.places.forms.acting import ActingForm, day_field
from nawl.places.models import Facility
from nawl.production.actions import ColourWords, LotWords, count_lot, receive_lot, register_colour, reject_lot
from nawl.production.choices import DyeKind
from nawl.production.models import LotCount, YarnColour, YarnLot, YarnType
from nawl.production.queries.stock import colours_of
from nawl.weaving.reckoning.prices import shipped_prices

_HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)
GRAMS = {"max_digits": 12, "decimal_places": 1}


class ColourField(forms.CharField):
    """A colour as `#rrggbb`, chosen with the browser's own control."""

    widget = forms.TextInput(attrs={"type": "color"})

    def clean(self, value: Any) -> Any:
        """Return the colour as three levels."""
        match = _HEX.fullmatch(str(super().clean(value)).strip())
        if match is None:
            raise ValidationError(_("A colour is written as # and six signs, such as #9a2e2b."))
        return tuple(bytes.fromhex(match[1]))


def _grade(label: Any, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=most)


class ColourForm(ActingForm):
    """A colour of a unit's own."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "yarn_colour_code_unfit": "code",
        "yarn_colour_code_taken": "code",
        "yarn_colour_code_reserved": "code",
        "yarn_colour_name_missing": "name_ar",
        "yarn_colour_name_taken": "name_ar",
    }

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        help_text=gettext_lazy("As it stands on the shelf: Latin letters, digits, dots, hyphens."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    name_ar = forms.CharField(
        label=gettext_lazy("Arabic name"), max_length=160, help_text=gettext_lazy("The word by which it is called out.")
    )
    name_en = forms.CharField(
        label=gettext_lazy("English name"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    srgb = ColourField(label=gettext_lazy("Shade"), initial="#9a2e2b")
    dye = forms.ChoiceField(label=gettext_lazy("Dye"), choices=DyeKind.choices, initial=DyeKind.UNKNOWN)
    fast_light = _grade(gettext_lazy("Fast to light, 1 to 8"), 8)
    fast_wash = _grade(gettext_lazy("Fast to washing, 1 to 5"), 5)
    fast_rub = _grade(gettext_lazy("Fast to rubbing, 1 to 5"), 5)

    def register(self, facility: Facility, *, by: User) -> YarnColour | None:
        """Register the colour; None when a rule stands against it."""
        return self.carry_out(lambda: register_colour(ColourWords(**self.cleaned_data), facility, by=by))


class LotForm(ActingForm):
    """A dye lot as it came."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "lot_batch_missing": "batch",
        "lot_exists": "batch",
        "lot_grams_unfit": "grams",
        "lot_day_in_future": "received_on",
        "money_too_fine": "price_kg",
        "currency_unknown": "currency",
        "colour_elsewhere": "colour",
    }

    colour = forms.ChoiceField(label=gettext_lazy("Colour"))
    type = forms.ChoiceField(label=gettext_lazy("Yarn type"))
    batch = forms.CharField(
        label=gettext_lazy("Dye batch"), max_length=40, help_text=gettext_lazy("The number on the label.")
    )
    grams = forms.DecimalField(label=gettext_lazy("Grams received"), min_value=Decimal("0.1"), **GRAMS)  # type: ignore[arg-type]  # whole numbers
    received_on = day_field(gettext_lazy("Received on"))
    supplier = forms.CharField(label=gettext_lazy("Supplier"), max_length=160, required=False)
    price_kg = forms.DecimalField(
        label=gettext_lazy("Price of a kilogram"), required=False, min_value=Decimal(0), max_digits=18, decimal_places=3
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(name, name) for name in CURRENCIES])
    is_released = forms.BooleanField(
        label=gettext_lazy("Fit for use at once; otherwise it waits for inspection"), required=False, initial=True
    )

    def __init__(self, facility: Facility, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"received_on": today(), "currency": shipped_prices().currency})
        super().__init__(*args, **kwargs)
        self.facility = facility
        self.colours = {one.code: one for one in colours_of(facility)}
        self.types = {one.code: one for one in YarnType.objects.all()}
        self.fields["colour"].choices = [(code, f"{one.name} · {code}") for code, one in self.colours.items()]  # type: ignore[attr-defined]  # a choice field
        self.fields["type"].choices = [(code, one.name) for code, one in self.types.items()]  # type: ignore[attr-defined]  # a choice field

    def receive(self, *, by: User) -> YarnLot | None:
        """Take the lot in; None when a rule stands against it."""

        def act() -> YarnLot:
            data = dict(self.cleaned_data)
            colour, kind = self.colours[data.pop("colour")], self.types[data.pop("type")]
            if data["price_kg"] is None:
                data["currency"] = ""
            return receive_lot(self.facility, colour, kind, LotWords(**data), by=by)

        return self.carry_out(act)


class CountForm(ActingForm):
    """What was weighed of a lot."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "lot_grams_unfit": "grams",
        "lot_count_above_received": "grams",
        "lot_day_in_future": "counted_on",
        "lot_counted_before_receipt": "counted_on",
    }

    grams = forms.DecimalField(label=gettext_lazy("Grams weighed"), min_value=Decimal(0), **GRAMS)  # type: ignore[arg-type]  # whole numbers
    counted_on = day_field(gettext_lazy("Day"))
    note = forms.CharField(label=gettext_lazy("Note"), max_length=240, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"counted_on": today()})
        super().__init__(*args, **kwargs)

    def count(self, lot: YarnLot, *, by: User) -> LotCount | None:
        """Keep the weighing; None when a rule stands against it."""
        return self.carry_out(lambda: count_lot(lot, by=by, **self.cleaned_data))


class RejectionForm(ActingForm):
    """Why a lot is not fit for use."""

    fields_of_codes: ClassVar[dict[str, str]] = {"version_reason_missing": "reason"}

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=240)

    def reject(self, lot: YarnLot, *, by: User) -> YarnLot | None:
        """Reject the lot; None when a rule stands against it."""
        return self.carry_out(lambda: reject_lot(lot, by=by, **self.cleaned_data))
