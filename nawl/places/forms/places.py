"""Fields and forms in which a place is named."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nawl.kit.errors import NotFound, NotPossible
from nawl.places.models import Area
from nawl.places.queries import area_label, find_area, find_site
from nawl.ui.sentences import sentence


class AreaField(forms.CharField):
    """A place by its name in any spelling; a shared name asks for what it lies in."""

    def to_python(self, value: Any) -> Any:
        """Find the area, or say which are near."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return self.find(text)
        except (NotFound, NotPossible) as error:
            raise ValidationError(sentence(error)) from error

    def find(self, text: str) -> Area:
        """Return the area that a text names."""
        return find_area(text)

    def prepare_value(self, value: Any) -> Any:
        """Show an area by its name and parents, and what was typed as it was typed."""
        return area_label(value) if isinstance(value, Area) else value

    def validate(self, value: Any) -> None:
        """See that it is there when it must be."""
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Leave the text's own checks aside: what was found is a place."""


class SiteField(AreaField):
    """Where a facility stands: a district or finer."""

    def find(self, text: str) -> Area:
        """Return the area that a text names, fine enough to stand in."""
        return find_site(text)


class FindAreaForm(forms.Form):
    """Looking for a place."""

    q = AreaField(
        label=_("Name or P-code of a place"), max_length=160, widget=forms.TextInput(attrs={"type": "search"})
    )
