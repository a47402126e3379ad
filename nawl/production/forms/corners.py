"""Four corners in a photograph, typed as shares or marked with a finger: what lies within them is laid flat."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from nawl.places.forms.acting import ActingForm
from nawl.weaving.pictures.rectifying import Corner

CORNERS = ("upper_left", "upper_right", "lower_right", "lower_left")


def _percent(label: Any, initial: int) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_value=Decimal(100), initial=initial, decimal_places=2
    )


class CornersForm(ActingForm):
    """A form that asks where four corners lie; to begin with they are the picture's own."""

    upper_left_x = _percent(gettext_lazy("Upper left corner, % from the left"), 0)
    upper_left_y = _percent(gettext_lazy("% from the top"), 0)
    upper_right_x = _percent(gettext_lazy("Upper right corner, % from the left"), 100)
    upper_right_y = _percent(gettext_lazy("% from the top"), 0)
    lower_right_x = _percent(gettext_lazy("Lower right corner, % from the left"), 100)
    lower_right_y = _percent(gettext_lazy("% from the top"), 100)
    lower_left_x = _percent(gettext_lazy("Lower left corner, % from the left"), 0)
    lower_left_y = _percent(gettext_lazy("% from the top"), 100)

    def corners(self) -> list[Corner]:
        """Return the corners as fractions of the picture, clockwise from the upper left."""
        data = self.cleaned_data
        return [(float(data[f"{one}_x"]) / 100, float(data[f"{one}_y"]) / 100) for one in CORNERS]

    def corner_fields(self) -> list[tuple[str, Any, Any]]:
        """Return the corners with their two fields, in the order in which they go round."""
        return [(one, self[f"{one}_x"], self[f"{one}_y"]) for one in CORNERS]

    def show_corners(self, corners: Sequence[Corner]) -> None:
        """Put corners into the fields of a form that was sent, so that they can be moved from there."""
        moved = {name: self.data[name] for name in self.data}
        for name, (across, down) in zip(CORNERS, corners, strict=True):
            moved[f"{name}_x"], moved[f"{name}_y"] = f"{across * 100:.2f}", f"{down * 100:.2f}"
        self.data = moved
