"""How a chart is put on paper, and the acts on its numbered copies."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.places.forms.acting import ActingForm, day_field
from nawl.production.actions import PrintWish, ask_print, issue_copy, lose_copy, print_copy, return_copy
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from nawl.production.queries.printing import sheets_of
from nawl.weaving.printing import ChartPaper

PAPERS = (("a3", gettext_lazy("A3")), ("a4", gettext_lazy("A4")))
LAYOUTS = (
    ("tiles", gettext_lazy("Sheets to be laid side by side")),
    ("strips", gettext_lazy("Strips as wide as the carpet, to hang on the loom")),
)
MARKS = (
    ("both", gettext_lazy("Colour and sign")),
    ("colour", gettext_lazy("Colour alone")),
    ("symbol", gettext_lazy("Sign alone, for photocopiers")),
)
SIDES = (("right", gettext_lazy("from the right")), ("left", gettext_lazy("from the left")))
VIEWS = (("front", gettext_lazy("the front")), ("back", gettext_lazy("the back, as the weaver sees it")))
EXTENTS = (
    ("whole", gettext_lazy("the whole chart")),
    ("repeat", gettext_lazy("only the part that the symmetry repeats")),
)
LANGUAGES = (("ar", gettext_lazy("Arabic")), ("en", gettext_lazy("English")))


class PrintForm(ActingForm):
    """What is asked to be printed; the usual is chosen already."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "chart_not_symmetric": "extent",
        "sheet_overlap_unfit": "overlap",
        "version_not_locked": "is_copy",
    }

    paper = forms.ChoiceField(label=gettext_lazy("Paper"), choices=PAPERS, initial="a3")
    layout = forms.ChoiceField(label=gettext_lazy("Layout"), choices=LAYOUTS, initial="tiles")
    marks = forms.ChoiceField(label=gettext_lazy("Knots are shown by"), choices=MARKS, initial="both")
    reading = forms.ChoiceField(label=gettext_lazy("Rows are read"), choices=SIDES, initial="right")
    view = forms.ChoiceField(label=gettext_lazy("Seen is"), choices=VIEWS, initial="front")
    extent = forms.ChoiceField(label=gettext_lazy("Printed is"), choices=EXTENTS, initial="whole")
    overlap = forms.IntegerField(
        label=gettext_lazy("Knots repeated of the neighbouring sheet"), min_value=0, max_value=3, initial=3
    )
    counts = forms.BooleanField(
        label=gettext_lazy("Write into each run how many knots it has"), required=False, initial=True
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGES, initial="ar")
    is_copy = forms.BooleanField(
        label=gettext_lazy("With a number of its own, to be handed out and taken back"), required=False
    )

    def ask(self, version: ChartVersion, *, by: User) -> PrintJob | None:
        """Ask for the printing; None when something stands against it."""

        def act() -> PrintJob:
            data = dict(self.cleaned_data)
            is_copy, paper = data.pop("is_copy"), ChartPaper(**data)
            sheets_of(version, paper)  # what the paper refuses is refused before a number is given away
            copy = print_copy(version, by=by) if is_copy else None
            return ask_print(version, PrintWish(paper, copy), by=by)

        return self.carry_out(act)


class IssueForm(ActingForm):
    """To which loom or place a copy goes, and when."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "copy_place_missing": "issued_to",
        "copy_days_reversed": "issued_on",
        "lot_day_in_future": "issued_on",
    }

    issued_to = forms.CharField(
        label=gettext_lazy("Handed out to"),
        max_length=160,
        help_text=gettext_lazy("The loom's number or the place, such as: loom 3."),
    )
    issued_on = day_field(gettext_lazy("Day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"issued_on": today()})
        super().__init__(*args, **kwargs)

    def issue(self, copy: ChartCopy, *, by: User) -> ChartCopy | None:
        """Hand the copy out; None when something stands against it."""
        return self.carry_out(lambda: issue_copy(copy, by=by, **self.cleaned_data))


class ReturnForm(ActingForm):
    """When a copy came back."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "copy_days_reversed": "returned_on",
        "lot_day_in_future": "returned_on",
    }

    returned_on = day_field(gettext_lazy("Day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"returned_on": today()})
        super().__init__(*args, **kwargs)

    def take_back(self, copy: ChartCopy, *, by: User) -> ChartCopy | None:
        """Take the copy back; None when something stands against it."""
        return self.carry_out(lambda: return_copy(copy, by=by, **self.cleaned_data))


class LossForm(ActingForm):
    """What is known of a copy that is lost."""

    fields_of_codes: ClassVar[dict[str, str]] = {"version_reason_missing": "note"}

    note = forms.CharField(label=gettext_lazy("What is known of it"), max_length=240)

    def lose(self, copy: ChartCopy, *, by: User) -> ChartCopy | None:
        """Note the loss; None when something stands against it."""
        return self.carry_out(lambda: lose_copy(copy, by=by, **self.cleaned_data))
