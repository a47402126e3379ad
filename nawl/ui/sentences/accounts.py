"""Sentences of refusals and of acts: accounts."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "user_name_unfit": _(
        "“%(username)s” cannot be a user name: it takes %(3)s to %(60)s small Latin letters, digits, dots or hyphens."
    ),
    "user_name_taken": _("The user name “%(username)s” is taken. A dot or a number at its end makes it different."),
    "password_unfit": _("This password cannot be used. %(reasons)s"),
    "user_inactive_already": _("%(name)s cannot sign in any more as it is."),
    "user_active_already": _("%(name)s can sign in as it is."),
    "system_user_stays": _("The system's own account has no password and cannot be changed."),
}

ACTS: dict[str, str | Promise] = {
    "accounts.user_created": _("Account opened under the name “%(username)s”"),
    "accounts.password_set": _("New password set"),
    "accounts.user_deactivated": _("Account closed. Reason: %(reason)s"),
    "accounts.user_reactivated": _("Account opened again"),
    "accounts.signed_in": _("Signed in"),
    "accounts.signed_out": _("Signed out"),
    "accounts.sign_in_failed": _("Failed try to sign in"),
}

FACTS: dict[str, str | Promise] = {}
