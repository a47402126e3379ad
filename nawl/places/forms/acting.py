"""Forms that carry out an act: what a rule refuses stands beside the field that it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from django import forms

from nawl.kit.errors import Conflict, NotFound, NotPossible
from nawl.ui.sentences import sentence

Record = TypeVar("Record")


class ActingForm(forms.Form):
    """A form whose act a rule can refuse; a refusal for want of a role goes on to its own page."""

    fields_of_codes: ClassVar[dict[str, str]] = {}

    def carry_out(self, act: Callable[[], Record]) -> Record | None:
        """Carry out the act when the form is complete; None when something stands against it."""
        if not self.is_valid():
            return None
        try:
            return act()
        except (NotPossible, NotFound, Conflict) as error:
            self.refuse(error)
            return None

    def refuse(self, error: NotPossible | NotFound | Conflict) -> None:
        """Show a refusal beside its field, else at the head of the form."""
        field = self.fields_of_codes.get(error.code)
        self.add_error(field if field in self.fields else None, sentence(error))


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, widget=widget, help_text=hint)
