"""Forms of the collection: sending a register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from nawl.accounts.models import User
from nawl.collection.actions import limits, receive
from nawl.collection.models import RegisterFile
from nawl.collection.queries import home_of
from nawl.collection.reading import ensure_size
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility
from nawl.ui.sentences import sentence


class SendForm(forms.Form):
    """A register file, and which facility it is about where the sender has several."""

    facility = forms.ModelChoiceField(
        label=_("Centre or unit"), queryset=Facility.objects.none(), required=False, to_field_name="code"
    )
    file = forms.FileField(label=_("File of the register"), widget=forms.FileInput)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.home = home_of(by)
        if self.home.only:
            del self.fields["facility"]
            return
        field = self.fields["facility"]
        assert isinstance(field, forms.ModelChoiceField)
        chosen = [facility.pk for facility in self.home.facilities]
        field.queryset = Facility.objects.visible_to(by).filter(pk__in=chosen)
        field.label_from_instance = _named  # type: ignore[assignment]  # Django's own way to name choices
        field.required = not self.home.is_wide
        field.empty_label = _("As the file itself says") if self.home.is_wide else _("Choose one")

    def clean_file(self) -> UploadedFile[Any]:
        """Refuse a file by its size before its content is looked at."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        try:
            ensure_size(file.size or 0, limits(), _start(file))
        except NotPossible as refusal:
            raise forms.ValidationError(sentence(refusal)) from refusal
        return file

    def send(self, replaces: RegisterFile | None = None) -> RegisterFile | None:
        """Receive the register; None when the file cannot be read at all: the sentence stands beside the field."""
        if not self.is_valid():
            return None
        file: UploadedFile[Any] = self.cleaned_data["file"]
        facility = self.home.only or self.cleaned_data.get("facility")
        try:
            return receive(file.name or "", file.read(), by=self.by, facility=facility, replaces=replaces)
        except NotPossible as refusal:
            self.add_error("file", sentence(refusal))
            return None


def _named(facility: Any) -> str:
    return f"{facility.name} ({facility.code})"


def _start(file: UploadedFile[Any]) -> bytes:
    """Return the first bytes of a file and leave it as it was."""
    start: bytes = file.read(4)
    file.seek(0)
    return start
