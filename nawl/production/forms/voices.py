"""A zip of recordings."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.places.forms.acting import ActingForm
from nawl.places.models import Facility
from nawl.production.actions.voices import MOST_ZIP, keep_voice
from nawl.weaving.speaking.recordings import Recordings


class VoiceForm(ActingForm):
    """The unit's recordings, all in one zip."""

    fields_of_codes = dict.fromkeys(
        ("recordings_unreadable", "recordings_too_many", "recordings_too_heavy"), "recordings"
    )

    recordings = forms.FileField(
        label=gettext_lazy("Zip of recordings"),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
        help_text=gettext_lazy("WAV files named as the list says; a part of the list is enough."),
    )

    def keep(self, facility: Facility, language: str, *, by: User) -> Recordings | None:
        """Keep what is good of the zip; None when it cannot be read."""

        def act() -> Recordings:
            content = self.cleaned_data["recordings"].read(MOST_ZIP + 1)  # what is heavier is refused, never read whole
            return keep_voice(facility, content, language, by=by)

        return self.carry_out(act)
