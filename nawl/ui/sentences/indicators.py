"""Sentences of refusals: indicators."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "indicator_unknown": _("No indicator has the code %(indicator)s. The catalogue lists those that exist."),
    "measure_unknown": _("No part of the programme gives the measure %(measure)s."),
    "place_not_found": _("No place has the code %(place)s within your scope."),
    "condition_unreadable": _("“%(text)s” is no value of: %(column)s."),
    "period_too_long": _("Figures are shown for %(years)s years at most. A shorter period shows them."),
    "cannot_be_parted_by": _("“%(indicator)s” cannot be parted by %(column)s."),
    "declaration_wrong": _("The declaration of %(indicator)s cannot be read: the field %(field)s is missing or wrong."),
    "target_not_above_nought": _("A target lies above nought. None was set for “%(indicator)s”."),
    "target_share_above_one": _("“%(indicator)s” is a share: its target lies between %(0)s and %(1)s."),
}

ACTS: dict[str, str | Promise] = {
    "indicators.declared": _("The declarations of the indicators were loaded"),
    "indicators.target_set": _("A target of “%(indicator)s” was set for %(period)s"),
}
FACTS: dict[str, str | Promise] = {
    "value": _("Target"),
}
