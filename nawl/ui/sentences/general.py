"""Sentences of refusals that any part of the programme may give."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "role_may_not": _("Your role does not allow this here. Whoever manages users at your directorate can change that."),
    "out_of_scope": _("This lies outside your scope."),
    "not_found": _("No such record exists, or it lies outside your scope."),
    "changed_meanwhile": _(
        "Somebody else changed this record meanwhile. Both versions are shown before anything is saved."
    ),
}
