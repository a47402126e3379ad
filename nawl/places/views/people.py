"""Pages of users and postings, for administrators."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.accounts.queries import history_of
from nawl.places.actions.postings import USER_KEEPERS
from nawl.places.forms import ClosingForm, EndPostingForm, NewUserForm, PasswordForm, PostingForm
from nawl.places.queries import ensure_may, posting_listed, postings_of, user_listed, users_listed


def _keeper(request: HttpRequest) -> User:
    """Return the reader, who must be one that looks after users."""
    reader = cast("User", request.user)
    ensure_may(reader, USER_KEEPERS, at=None)
    return reader


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


@require_safe
def user_list(request: HttpRequest) -> HttpResponse:
    """Show who can sign in, and in which role."""
    _keeper(request)
    search, role = request.GET.get("q", ""), request.GET.get("role", "")
    page = users_listed(search, role if role in Role.values else "", page=request.GET.get("page", 1))
    context = {"page": page, "search": search, "role": role, "roles": Role.choices}
    return render(request, "places/user_list.html", context)


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def user_new(request: HttpRequest) -> HttpResponse:
    """Open an account."""
    reader = _keeper(request)
    form = NewUserForm(request.POST or None)
    if request.method == "POST" and (opened := form.open(by=reader)):
        messages.success(request, _("The account stands. What it may do, a role says."))
        return redirect("places:posting-new", opened.pk)
    return render(request, "places/user_new.html", {"form": form}, status=_status(request))


@require_safe
def user(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one user: roles, and all that was done."""
    reader = _keeper(request)
    shown = user_listed(key)
    history = history_of(shown, page=request.GET.get("page", 1))
    context = {"shown": shown, "postings": postings_of(shown), "history": history, "is_own": shown.pk == reader.pk}
    return render(request, "places/user.html", context)


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def user_password(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give somebody a new password, and open a closed account with it."""
    reader = _keeper(request)
    shown = user_listed(key)
    form = PasswordForm(shown, request.POST or None)
    if request.method == "POST" and form.give(shown, by=reader):
        messages.success(request, _("The new password holds from now on."))
        return redirect("places:user", shown.pk)
    return render(request, "places/user_password.html", {"form": form, "shown": shown}, status=_status(request))


@require_http_methods(["GET", "POST"])
def user_close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close an account, saying why."""
    reader = _keeper(request)
    shown = user_listed(key)
    form = ClosingForm(request.POST or None)
    if request.method == "POST" and form.close(shown, by=reader):
        messages.success(request, _("The account is closed, and its sessions have ended."))
        return redirect("places:user", shown.pk)
    return render(request, "places/user_close.html", {"form": form, "shown": shown}, status=_status(request))


@require_http_methods(["GET", "POST"])
def posting_new(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give a user a role at a place."""
    reader = _keeper(request)
    shown = user_listed(key)
    form = PostingForm(reader, request.POST or None)
    if request.method == "POST" and form.post(shown):
        messages.success(request, _("The role is given."))
        return redirect("places:user", shown.pk)
    return render(request, "places/posting_new.html", {"form": form, "shown": shown}, status=_status(request))


@require_http_methods(["GET", "POST"])
def posting_end(request: HttpRequest, key: UUID) -> HttpResponse:
    """End a posting on a day."""
    reader = _keeper(request)
    posting = posting_listed(key)
    form = EndPostingForm(request.POST or None)
    if request.method == "POST" and form.end(posting, by=reader):
        messages.success(request, _("The role has its last day."))
        return redirect("places:user", posting.user.pk)
    return render(request, "places/posting_end.html", {"form": form, "posting": posting}, status=_status(request))
