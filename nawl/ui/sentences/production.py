"""Sentences of the production: refusals by their code, acts by their verb, names of what changed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "chart_bytes_wrong": _("The chart has %(knots)s knots; %(sent)s arrived. Nothing was saved."),
    "chart_changed_meanwhile": _(
        "%(who)s saved this drawing meanwhile (revision %(standing)s; this device had seen %(seen)s). Nothing was overwritten: this drawing can be kept as a new version."
    ),
    "chart_damaged": _(
        "What is kept of this chart is not what was saved: its fingerprint differs. It must not be woven; the administrator can bring it back from a copy of the data."
    ),
    "chart_not_whole": _("%(knots)s knots have no colour yet. Flooding or drawing over them makes the chart whole."),
    "chart_sending_unreadable": _("The drawing arrived incomplete, and nothing was saved. Sending it again helps."),
    "chart_too_colourful": _(
        "%(colours)s colours are used; this version allows %(most)s. Replacing a rare colour by its neighbour helps."
    ),
    "class_differs": _("The frame is of class %(one)s, and the class chosen is %(other)s."),
    "design_number_contended": _("Several designs were begun at this moment. Trying again helps."),
    "design_title_missing": _("The design has no Arabic title."),
    "version_not_open": _(
        "This version is %(state)s: it can be seen and printed, not drawn upon. A new version can be begun from it."
    ),
    "version_reason_missing": _("A reason is needed: whoever drew the chart will read it."),
    "version_state_unfit": _("A version that is “%(state)s” cannot become “%(following)s”."),
    "yarn_unknown": _("The unit has no yarn with the code %(yarn)s."),
}

ACTS: dict[str, str | Promise] = {
    "production.design_begun": _("Design begun: “%(title)s”, %(serial)s"),
    "production.design_revised": _("What is said about the design was changed"),
    "production.drawing_saved": _("Drawing on version %(number)s of %(serial)s, from revision %(revision)s"),
    "production.version_begun": _("Version %(number)s begun from version %(from)s"),
    "production.version_locked": _("Version %(number)s locked"),
    "production.version_retired": _("Version %(number)s retired. Reason: %(reason)s"),
    "production.version_returned": _("Version %(number)s given back to be drawn on. Reason: %(reason)s"),
    "production.version_sent": _("Version %(number)s sent to review"),
}

FACTS: dict[str, str | Promise] = {
    "title_ar": _("Arabic title"),
    "title_en": _("English title"),
    "origin": _("origin"),
    "author": _("drawn by"),
    "rights": _("rights"),
    "has_consent": _("the author agrees to its use"),
    "market_note": _("market note"),
    "leaning": _("governorate whose manner it follows"),
}
