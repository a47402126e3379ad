"""Forms of users and their postings."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nawl.accounts.choices import Role
from nawl.accounts.forms import NewPasswordForm
from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.errors import NotFound, NotPossible
from nawl.places.actions import close_account, end_posting, give_password, open_account, post_user, reopen_account
from nawl.places.forms.acting import ActingForm, day_field
from nawl.places.models import Area, Facility, Posting
from nawl.places.queries import find_area, find_facility
from nawl.places.rules import PLACES_OF_ROLES
from nawl.ui.sentences import sentence


class NewUserForm(ActingForm, NewPasswordForm):
    """Somebody who shall sign in."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "user_name_unfit": "username",
        "user_name_taken": "username",
        "password_unfit": "password",
    }

    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=120)
    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=60,
        help_text=gettext_lazy("Small Latin letters, digits, dots and hyphens, such as safita.02"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("full_name", "username", "password", "again")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(None, *args, **kwargs)

    def open(self, *, by: User) -> User | None:
        """Open the account; None when a rule stands against it."""

        def act() -> User:
            data = self.cleaned_data
            return open_account(data["username"], full_name=data["full_name"], password=data["password"], by=by)

        return self.carry_out(act)


class PasswordForm(ActingForm, NewPasswordForm):
    """A new password for somebody else."""

    fields_of_codes: ClassVar[dict[str, str]] = {"password_unfit": "password"}

    def give(self, user: User, *, by: User) -> User | None:
        """Give the password, and open a closed account again."""
        act = give_password if user.is_active else reopen_account
        return self.carry_out(lambda: act(user, self.cleaned_data["password"], by=by))


class ClosingForm(ActingForm):
    """Why an account is closed."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=240)

    def close(self, user: User, *, by: User) -> User | None:
        """Close the account; None when a rule stands against it."""
        return self.carry_out(lambda: close_account(user, reason=self.cleaned_data["reason"], by=by))


class PostingForm(ActingForm):
    """A role, where it is held, and for how long."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "posting_place_unfit": "where",
        "posting_overlaps": "starts_on",
        "posting_dates_reversed": "ends_on",
    }

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices, widget=forms.RadioSelect)
    where = forms.CharField(
        label=gettext_lazy("Where"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("Code or name of a centre or unit, or a governorate; empty for the whole programme."),
    )
    starts_on = day_field(gettext_lazy("First day"))
    ends_on = day_field(gettext_lazy("Last day"), required=False, hint=gettext_lazy("Empty when no end is known."))

    def __init__(self, by: User, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts_on": today()})
        super().__init__(*args, **kwargs)
        self.by = by

    def clean(self) -> dict[str, Any]:
        """Find the place that the role is held at."""
        cleaned: dict[str, Any] = super().clean() or {}
        role, where = cleaned.get("role", ""), cleaned.get("where", "")
        places = PLACES_OF_ROLES.get(role, ())
        if where:
            try:
                cleaned["at"] = self._place(where, prefer_facility="facility" in places)
            except (NotFound, NotPossible) as error:
                self.add_error("where", sentence(error))
        elif places and "programme" not in places:
            self.add_error("where", ValidationError(_("This role is held at a place: its name is missing.")))
        return cleaned

    def _place(self, text: str, *, prefer_facility: bool) -> Area | Facility:
        return find_facility(self.by, text) if prefer_facility else find_area(text)

    def post(self, user: User) -> Posting | None:
        """Give the role; None when a rule stands against it."""

        def act() -> Posting:
            data, at = self.cleaned_data, self.cleaned_data.get("at")
            return post_user(
                user,
                data["role"],
                area=at if isinstance(at, Area) else None,
                facility=at if isinstance(at, Facility) else None,
                starts_on=data["starts_on"],
                ends_on=data["ends_on"],
                by=self.by,
            )

        return self.carry_out(act)


class EndPostingForm(ActingForm):
    """The last day of a posting."""

    fields_of_codes: ClassVar[dict[str, str]] = {
        "posting_dates_reversed": "ends_on",
        "posting_ended_already": "ends_on",
        "posting_ends_sooner": "ends_on",
    }

    ends_on = day_field(gettext_lazy("Last day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"ends_on": today()})
        super().__init__(*args, **kwargs)

    def end(self, posting: Posting, *, by: User) -> Posting | None:
        """End the posting; None when a rule stands against it."""
        return self.carry_out(lambda: end_posting(posting, ends_on=self.cleaned_data["ends_on"], by=by))
