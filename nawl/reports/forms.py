"""Forms of the reports: which period, which place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.kit.clock import today
from nawl.kit.periods import Period
from nawl.places.queries import governorates
from nawl.places.scope import scope_of
from nawl.ui import words

if TYPE_CHECKING:
    from nawl.accounts.models import User

_BACK = {"half": 4, "quarter": 4, "year": 2}


class DraftForm(forms.Form):
    """A period and a place, chosen from those that can have a report."""

    period = forms.ChoiceField(label=gettext_lazy("Period"))
    place = forms.ChoiceField(label=gettext_lazy("Place"), required=False)

    def __init__(self, user: User, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self.fields["period"].choices = [  # type: ignore[attr-defined]  # a choice field
            (period.code, words.period(period)) for period in periods_offered(today())
        ]
        self.fields["place"].choices = places_offered(user)  # type: ignore[attr-defined]  # a choice field


def periods_offered(day: date) -> list[Period]:
    """Return the halves, quarters and years to choose from, the running one of each first."""
    half = Period.half(day.year, 1 if day.month <= 6 else 2)
    quarter = Period.quarter(day.year, (day.month - 1) // 3 + 1)
    offered: list[Period] = []
    for newest in (half, quarter, Period.year(day.year)):
        run = [newest]
        while len(run) < _BACK[newest.kind]:
            run.append(run[-1].previous())
        offered += run
    return offered


def places_offered(user: User) -> list[tuple[str, str]]:
    """Return the whole programme, for those who may see it, and the governorates within the user's scope."""
    scope = scope_of(user)
    whole = [("", _("Whole programme"))] if scope.is_national else []
    return whole + [(area.pcode, area.name) for area in governorates() if scope.covers_path(area.path)]
