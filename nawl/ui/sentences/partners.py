"""Sentences of refusals and of acts: partners."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "agreement_dates_reversed": _("The last day, %(ends_on)s, lies before the first, %(starts_on)s."),
    "agreement_ends_already": _(
        "The agreement %(number)s ends on %(ends_on)s already. Ending it early takes a day before that one."
    ),
    "agreement_number_missing": _("The agreement's number is missing; it is the one on the paper."),
    "agreement_number_taken": _("Another agreement has the number %(number)s already."),
    "agreement_reason_missing": _("Why the agreement ends must be said, in a few words."),
    "agreement_title_missing": _("The agreement's title is missing."),
    "facility_operated_already": _(
        "%(facility)s is operated by %(partner)s in those days. A centre or unit has one operator at a time."
    ),
    "organisation_ambiguous": _(
        "Several organisations are called “%(text)s”: %(candidates)s. The code tells them apart."
    ),
    "organisation_code_taken": _("The code %(standing)s belongs to another organisation."),
    "organisation_code_unfit": _("“%(text)s” cannot be a code: it takes 2 to 20 Latin letters, digits or hyphens."),
    "organisation_name_missing": _("The organisation's Arabic name is missing."),
    "organisation_name_taken": _("An organisation of this name is registered already: %(standing)s."),
    "organisation_unheard": _("No organisation is known as “%(text)s”."),
    "organisation_unknown": _("No organisation is known as “%(text)s”. Nearest: %(nearest)s."),
}

ACTS: dict[str, str | Promise] = {
    "partners.agreement_ended": _("The agreement %(number)s with %(partner)s ends on %(ends_on)s. Reason: %(reason)s"),
    "partners.agreement_signed": _("The agreement %(number)s was signed with %(partner)s: %(title)s"),
    "partners.organisation_registered": _("The partner %(name)s was registered"),
    "partners.organisation_revised": _("The partner's particulars changed"),
}

FACTS: dict[str, str | Promise] = {}
