"""Sentences of the reports: refusals by their code, acts by their verb, names of what changed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "report_not_found": _("There is no report with the number %(number)s, or it lies outside your scope."),
    "report_number_contended": _(
        "Other reports were issued at the same moment. Nothing was saved; trying once more helps."
    ),
    "report_period_not_begun": _("%(period)s begins on %(first)s; there is nothing to report yet."),
    "report_period_not_over": _(
        "%(period)s ends on %(last)s. The report can be issued from the day after; until then there is the draft."
    ),
    "report_period_unfit": _(
        "There are reports of a month, a quarter, a half-year or a year. %(period)s is none of them."
    ),
    "report_place_unfit": _("There are reports of the whole programme and of governorates. %(place)s is neither."),
    "report_unchanged": _("Nothing has changed since report %(number)s was issued; it still stands."),
}

ACTS: dict[str, str | Promise] = {
    "reports.issued": _("Report %(number)s was issued"),
}

FACTS: dict[str, str | Promise] = {}
