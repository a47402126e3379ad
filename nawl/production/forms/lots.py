"""The dye lots that are meant for a version, a choice for each colour that it weaves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nawl.accounts.models import User
from nawl.places.forms.acting import ActingForm
from nawl.production.actions import mean_lots
from nawl.production.models import ChartVersion, YarnLot
from nawl.production.queries.lots import lots_offered, meant_lots, on_hand
from nawl.ui import words
from nawl.weaving.reckoning.needs import YarnNeed
from nawl.weaving.yarns import Yarn


class LotsForm(ActingForm):
    """For each colour the lot that is meant, or none: then the reckoning proposes.

    Each choice bears what it was shown with: what was not touched stays as another keeper may have left it meanwhile.
    """

    def __init__(self, version: ChartVersion, needs: Sequence[YarnNeed], language: str, *args: Any) -> None:
        super().__init__(*args)
        self.version = version
        self.needs = sorted((need for need in needs if need.knots), key=lambda need: -need.knots)
        offered, meant = lots_offered(version.design.facility), meant_lots(version)
        self.lots: dict[str, YarnLot] = {}
        for need in self.needs:
            code = need.yarn.code
            standing = meant.get(code)
            lots = offered.get(code, [])
            lots = [*lots, standing] if standing and standing not in lots else lots
            self.lots |= {str(lot.pk): lot for lot in lots}
            self.fields[code] = _field(need, lots, standing, language)

    def rows(self) -> list[tuple[Yarn, forms.BoundField, SafeString]]:
        """Return each yarn with its field and what the field was shown with, the most knots first."""
        fields = [(need.yarn, self[need.yarn.code]) for need in self.needs]
        return [(yarn, field, field.as_hidden(only_initial=True)) for yarn, field in fields]

    def mean(self, *, by: User) -> ChartVersion | None:
        """Keep what was chosen; None when something stands against it."""

        def act() -> ChartVersion:
            changed = {code: self.lots.get(self.cleaned_data[code]) for code in self.changed_data}
            return mean_lots(self.version, changed, by=by)

        return self.carry_out(act)

    def too_small(self) -> list[YarnNeed]:
        """Return the needs that the lot chosen for them does not cover."""
        chosen = {code: self.lots.get(key) for code, key in self.cleaned_data.items()}
        return [need for need in self.needs if (lot := chosen[need.yarn.code]) and on_hand(lot) < need.gross_g]


def _field(need: YarnNeed, lots: Sequence[YarnLot], standing: YarnLot | None, language: str) -> forms.ChoiceField:
    proposed = words.listed([lot.number for lot in need.lots])
    none = _("as reckoned: %(lots)s") % {"lots": proposed} if proposed else _("none")
    return forms.ChoiceField(
        label=f"{need.yarn.name(language)} · {need.yarn.code}",
        choices=[("", none), *((str(lot.pk), _words(lot, need.gross_g)) for lot in lots)],
        initial=str(standing.pk) if standing else "",
        required=False,
        show_hidden_initial=True,
        help_text=_("%(grams)s g are needed.") % {"grams": words.number(need.gross_g, 0)},
    )


def _words(lot: YarnLot, need_g: Decimal) -> str:
    facts = {"batch": lot.batch, "grams": words.number(on_hand(lot), 0)}
    if on_hand(lot) < need_g:
        return _("%(batch)s: %(grams)s g on hand, too little") % facts
    return _("%(batch)s: %(grams)s g on hand") % facts
