"""A unit's own motif: a photograph of an old carpet, its four corners, one repeat, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.production.actions import MotifWords, add_motif
from nawl.production.forms.corners import CornersForm
from nawl.production.forms.pictures import picture_bytes, picture_field
from nawl.production.models import OwnMotif
from nawl.production.queries.shelf import next_code
from nawl.production.rules.motif_shelf import TAGS
from nawl.production.rules.pictures import encoded
from nawl.weaving.motifs.motif import Cells
from nawl.weaving.motifs.sketched import parts_of
from nawl.weaving.pictures.reading import Picture, read_picture
from nawl.weaving.pictures.rectifying import MOST_CELLS, rectified, sketch


@dataclass(frozen=True, eq=False)
class Taken:
    """What was taken from a photograph: the whole, the repeat laid flat, its cells."""

    photograph: Picture
    repeat: Picture
    cells: Cells


class MotifForm(CornersForm):
    """How a motif is taken from a photograph, and what is known of it."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "corners_unfit": "upper_left_x",
        "colours_few_unfit": "colours",
        "sketch_unfit": "wide",
    }

    picture = picture_field()
    facility = forms.ChoiceField(label=gettext_lazy("Unit"))
    wide = forms.IntegerField(label=gettext_lazy("Knots wide"), min_value=3, max_value=MOST_CELLS, initial=41)
    high = forms.IntegerField(label=gettext_lazy("Knots high"), min_value=3, max_value=MOST_CELLS, initial=41)
    colours = forms.IntegerField(
        label=gettext_lazy("Colours, the ground among them"), min_value=2, max_value=7, initial=4
    )
    name_ar = forms.CharField(label=gettext_lazy("Arabic name"), max_length=160)
    name_en = forms.CharField(
        label=gettext_lazy("English name"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    origin_ar = forms.CharField(
        label=gettext_lazy("What is known of it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Where the carpet was woven, when, by whom it is told; and that it is not known."),
    )
    rights = forms.CharField(
        label=gettext_lazy("Rights"),
        max_length=240,
        help_text=gettext_lazy("Whose the carpet is, and that they agree; or that the form is everybody's heritage."),
    )
    tags = forms.MultipleChoiceField(
        label=gettext_lazy("Form and use"),
        choices=list(TAGS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    keeps_photograph = forms.BooleanField(
        label=gettext_lazy("The owner agrees that the photograph is kept"), required=False
    )

    def __init__(self, offered: list[Facility], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {one.code: one for one in offered}
        self.taken: Taken | None = None
        self.fields["facility"].choices = [(one.code, one.name) for one in offered]  # type: ignore[attr-defined]  # a choice field
        if len(offered) == 1:
            self.fields["facility"].widget = forms.HiddenInput()
            self.fields["facility"].initial = offered[0].code

    def look(self) -> Taken | None:
        """Take the motif from the photograph without keeping anything; the words need not be there yet."""
        self.full_clean()
        for name in ("name_ar", "origin_ar", "rights"):
            self.errors.pop(name, None)
        self.taken = None if self.errors else self.carry_out(self._take)
        return self.taken

    def add(self, *, by: User) -> OwnMotif | None:
        """Add the motif to the unit's shelf; None when something stands against it."""

        def act() -> OwnMotif:
            data = self.cleaned_data
            self.taken = self._take()
            facility = self.offered[data["facility"]]
            told = {name: data[name] for name in ("name_ar", "name_en", "origin_ar", "rights")}
            words = MotifWords(code=next_code(facility), tags=tuple(data["tags"]), **told)
            kept = encoded(self.taken.photograph)[0] if data["keeps_photograph"] else None
            return add_motif(facility, words, self.taken.cells, by=by, photograph=kept)

        return self.carry_out(act)

    def _take(self) -> Taken:
        data = self.cleaned_data
        photograph = read_picture(picture_bytes(data["picture"]), data["picture"].name)
        repeat = rectified(photograph, self.corners())
        drawn = sketch(repeat, data["wide"], data["high"], data["colours"])
        return Taken(photograph, repeat, parts_of(drawn.cells, drawn.colours))
