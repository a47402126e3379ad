"""Pictures that are brought: to be searched by, or to become a chart; the crop is typed as shares, so no script is needed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.kit.errors import NotPossible
from nawl.places.forms.acting import ActingForm
from nawl.production.actions import Read, draw_from_picture
from nawl.production.models import ChartVersion
from nawl.weaving.pictures.pipeline import Options
from nawl.weaving.pictures.reading import MOST_BYTES

TURNS = (
    ("0", gettext_lazy("as it is")),
    ("1", gettext_lazy("a quarter to the right")),
    ("2", gettext_lazy("upside down")),
    ("3", gettext_lazy("a quarter to the left")),
)
KINDS = "image/jpeg,image/png,image/webp,image/tiff"


def picture_field() -> forms.FileField:
    """Return the field for a picture."""
    return forms.FileField(
        label=gettext_lazy("Picture"),
        widget=forms.ClearableFileInput(attrs={"accept": KINDS}),
        help_text=gettext_lazy("JPEG, PNG, WebP or TIFF."),
    )


def picture_bytes(sent: UploadedFile[Any]) -> bytes:
    """Return a picture that was sent; one that is too heavy is refused before it is read. Raises `picture_heavy`."""
    size, megabyte = sent.size or 0, 1_000_000
    if size > MOST_BYTES:
        raise NotPossible("picture_heavy", file=sent.name, megabytes=size // megabyte, most=MOST_BYTES // megabyte)
    content: bytes = sent.read()
    return content


def _share(label: Any, initial: int) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_value=Decimal(100), initial=initial, decimal_places=2
    )


class PictureForm(ActingForm):
    """A picture that becomes a draft's chart, and how it is read."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "crop_unfit": "left",
        "colours_too_few": "colours",
        "colours_unfit": "colours",
    }

    picture = picture_field()
    turn = forms.ChoiceField(label=gettext_lazy("Turned"), choices=TURNS, initial="0")
    is_whole = forms.BooleanField(
        label=gettext_lazy("Take the largest part that has the carpet's proportion"), required=False, initial=True
    )
    left = _share(gettext_lazy("From the left, %"), 0)
    right = _share(gettext_lazy("To, %"), 100)
    top = _share(gettext_lazy("From the top, %"), 0)
    bottom = _share(gettext_lazy("To, %"), 100)
    colours = forms.IntegerField(label=gettext_lazy("Most colours"), min_value=2, max_value=250)
    isolated = forms.BooleanField(label=gettext_lazy("Clear lone knots away"), required=False, initial=True)
    islands = forms.IntegerField(
        label=gettext_lazy("Clear islands below so many knots"), min_value=0, max_value=500, initial=6
    )
    rare = forms.IntegerField(
        label=gettext_lazy("Give up colours below so many knots"), min_value=0, max_value=5000, initial=50
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(), min_value=0)

    def __init__(self, version: ChartVersion, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"colours": version.colours, "revision": version.revision})
        super().__init__(*args, **kwargs)
        self.version = version

    def draw(self, *, by: User) -> Read | None:
        """Draw the picture into the draft; None when something stands against it."""

        def act() -> Read:
            data = self.cleaned_data
            sent = data["picture"]
            return draw_from_picture(
                self.version, picture_bytes(sent), self._options(data), name=sent.name, revision=data["revision"], by=by
            )

        return self.carry_out(act)

    def _options(self, data: dict[str, Any]) -> Options:
        shares = [float(data[side]) / 100 for side in ("left", "top", "right", "bottom")]
        crop = None if data["is_whole"] else (shares[0], shares[1], shares[2], shares[3])
        return Options(
            crop=crop,
            quarters=int(data["turn"]),
            colours=data["colours"],
            isolated=data["isolated"],
            islands=data["islands"],
            rare=data["rare"],
        )
