"""Acts on a version that say why: giving it back, retiring it."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.places.forms.acting import ActingForm
from nawl.production.actions import retire_version, return_to_draft
from nawl.production.models import ChartVersion


class ReasonForm(ActingForm):
    """One field: the reason."""

    fields_of_codes: ClassVar[dict[str, str]] = {"version_reason_missing": "reason"}

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=240, widget=forms.Textarea(attrs={"rows": 3}))

    def give_back(self, version: ChartVersion, *, by: User) -> ChartVersion | None:
        """Give a version back to be drawn on; None when a rule stands against it."""
        return self.carry_out(lambda: return_to_draft(version, reason=self.cleaned_data["reason"], by=by))

    def retire(self, version: ChartVersion, *, by: User) -> ChartVersion | None:
        """Retire a version; None when a rule stands against it."""
        return self.carry_out(lambda: retire_version(version, reason=self.cleaned_data["reason"], by=by))
