"""A picture to search the register by, and where in it the carpet lies."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.production.forms.corners import CornersForm
from nawl.production.forms.pictures import picture_bytes, picture_field
from nawl.production.queries.alike import Alike, designs_alike
from nawl.weaving.pictures.reading import read_picture

FOUND, MARKED, WHOLE = "found", "marked", "whole"
PARTS = (
    (FOUND, gettext_lazy("the carpet, wherever it lies in the picture")),
    (MARKED, gettext_lazy("what lies within the four corners")),
    (WHOLE, gettext_lazy("the whole picture")),
)
_EDGES = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


class AlikeForm(CornersForm):
    """A picture to search by: the carpet is looked for in it, unless its corners are marked."""

    fields_of_codes: ClassVar[dict[str, str]] = {"corners_unfit": "part"}

    picture = picture_field()
    part = forms.ChoiceField(
        label=gettext_lazy("What is searched by"), choices=PARTS, initial=FOUND, widget=forms.RadioSelect
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        """Take what was sent; what was left out of it is as it begins, for a picture alone is enough."""
        begun = {name: field.initial for name, field in self.base_fields.items() if field.initial is not None}
        if data is not None:
            data = data.copy()
            data.update({name: first for name, first in begun.items() if name not in data})
        super().__init__(data, files)

    def search(self, *, by: User) -> Alike | None:
        """Return the designs that look like it; None when the picture cannot be read."""
        found = self.carry_out(lambda: self._search(by))
        if found is not None and found.asked.corners is not None:
            self.show_corners(found.asked.corners)
        return found

    def _search(self, by: User) -> Alike:
        sent, part = self.cleaned_data["picture"], self.cleaned_data["part"]
        picture = read_picture(picture_bytes(sent), sent.name)
        corners = {MARKED: self.corners(), WHOLE: list(_EDGES)}.get(part)
        return designs_alike(by, picture, corners)
