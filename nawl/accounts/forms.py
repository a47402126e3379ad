"""Shapes of what is typed about accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.models import User
from nawl.accounts.queries import tries_left
from nawl.accounts.rules import tidy_user_name
from nawl.ui import words


class SignInForm(forms.Form):
    """User name and password; a wrong pair says how many tries are left."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "class": "input ltr"}),
    )
    keep = forms.BooleanField(
        label=gettext_lazy("This device belongs to our centre: stay signed in for 12 hours"), required=False
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: User | None = None

    def clean_username(self) -> str:
        """Take the name as it is kept."""
        return tidy_user_name(self.cleaned_data["username"])

    def clean(self) -> dict[str, Any]:
        """Try the pair; the database remembers the failure."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "username" not in cleaned or "password" not in cleaned:
            return cleaned
        user = authenticate(self.request, username=cleaned["username"], password=cleaned["password"])
        if isinstance(user, User):
            self.user = user
        else:
            self.add_error("username", self._mismatch(tries_left(self.request, cleaned["username"])))
        return cleaned

    def _mismatch(self, left: int) -> str:
        if left == 0:
            return _("User name and password do not match.")
        return _("User name and password do not match. Left: %(tries)s; then this device is locked for a while.") % {
            "tries": words.counted(left, "attempt")
        }


class NewPasswordForm(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        max_length=200,
        help_text=gettext_lazy(
            "At least 10 characters. Several words in a row are easy to keep in mind and hard to guess."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("The new password again"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Refuse what is too short or too common."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean_again(self) -> str:
        """See that both are the same."""
        again: str = self.cleaned_data["again"]
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise ValidationError(_("The two passwords differ. Typing both once more helps."))
        return again


class OwnPasswordForm(NewPasswordForm):
    """A user's own new password, with the present one before it."""

    present = forms.CharField(
        label=gettext_lazy("Present password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("present", "password", "again")

    def clean_present(self) -> str:
        """See that it is the user who sits here."""
        present: str = self.cleaned_data["present"]
        if self.user is None or not self.user.check_password(present):
            raise ValidationError(_("This is not your present password."))
        return present
