"""A chart file that is brought and becomes a draft's chart."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.kit.errors import NotPossible
from nawl.places.forms.acting import ActingForm
from nawl.production.actions import GivenFile, draw_from_chart_file
from nawl.production.models import ChartVersion
from nawl.weaving.taken import MOST_BYTES, Taken

_OF_THE_FILE = (
    "chart_class_unfit",
    "chart_grid_unfit",
    "chart_kind_unknown",
    "chart_not_indexed",
    "chart_too_large",
    "chart_unreadable",
    "colours_unfit",
    "file_heavy",
    "oxs_unreadable",
    "rows_table_wrong",
    "rows_yarn_unknown",
)


class ChartFileForm(ActingForm):
    """A chart file, with the JSON beside it where that is a file of its own."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        **dict.fromkeys(_OF_THE_FILE, "chart"),
        "chart_without_sidecar": "beside",
    }

    chart = forms.FileField(
        label=gettext_lazy("Chart file"),
        widget=forms.ClearableFileInput(attrs={"accept": ".png,.oxs,.xml,.csv"}),
        help_text=gettext_lazy("A chart file of Nawl (PNG), Open X-Stitch (OXS), or a table of rows (CSV)."),
    )
    beside = forms.FileField(
        label=gettext_lazy("JSON beside it"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".json"}),
        help_text=gettext_lazy("Only for a PNG whose words stand in a file of their own."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(), min_value=0)

    def __init__(self, version: ChartVersion, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"revision": version.revision})
        super().__init__(*args, **kwargs)
        self.version = version

    def draw(self, *, by: User) -> Taken | None:
        """Take the file into the draft; None when something stands against it."""

        def act() -> Taken:
            data = self.cleaned_data
            beside = content_of(data["beside"]) if data["beside"] else None
            file = GivenFile(data["chart"].name, content_of(data["chart"]), beside)
            return draw_from_chart_file(self.version, file, revision=data["revision"], by=by)[1]

        return self.carry_out(act)


def content_of(sent: UploadedFile[Any]) -> bytes:
    """Return a file that was sent; one that is too heavy is refused before it is read. Raises `file_heavy`."""
    if (sent.size or 0) > MOST_BYTES:
        raise NotPossible("file_heavy", file=sent.name, most=MOST_BYTES // 1_000_000)
    content: bytes = sent.read()
    return content
