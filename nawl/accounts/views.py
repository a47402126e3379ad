"""Pages of the accounts: signing in and out, one's own password."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nawl.accounts import actions
from nawl.accounts.forms import OwnPasswordForm, SignInForm
from nawl.accounts.models import User
from nawl.accounts.queries import locked_until


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let a user in, and lead them to where they were going."""
    way = _way_on(request)
    if request.user.is_authenticated:
        return HttpResponseRedirect(way)
    form = SignInForm(request, request.POST or None)
    if request.method == "POST":
        if form.is_valid() and form.user:
            return _let_in(request, form, way)
        actions.note_failed_sign_in(request.POST.get("username", ""))
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/sign_in.html", {"form": form, "next": way}, status=status)


def _let_in(request: HttpRequest, form: SignInForm, way: str) -> HttpResponse:
    assert form.user is not None
    login(request, form.user)
    request.session.set_expiry(None if form.cleaned_data["keep"] else 0)
    actions.note_sign_in(form.user)
    return HttpResponseRedirect(way)


def _way_on(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_safe else resolve_url(settings.LOGIN_REDIRECT_URL)


def locked_out(
    request: HttpRequest,
    response: HttpResponse | None = None,  # noqa: ARG001 - axes hands it over
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """Say that this name is locked on this device, and when it may be tried again."""
    until = locked_until(request, str((credentials or {}).get("username") or request.POST.get("username", "")))
    answer = render(request, "accounts/locked_out.html", {"until": until}, status=settings.AXES_HTTP_RESPONSE_CODE)
    answer["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; by now the page has sent what the device held, or its reader has given it up."""
    actions.note_sign_out(cast("User", request.user))
    logout(request)
    response = redirect("accounts:sign-in")
    response["Clear-Site-Data"] = '"cache"'
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Let a user choose a new password; their other sessions end."""
    user = cast("User", request.user)
    form = OwnPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_password(user, form.cleaned_data["password"], by=user)
        update_session_auth_hash(request, user)
        messages.success(request, _("The new password holds from now on. Other devices are signed out."))
        return redirect("accounts:password")
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/password.html", {"form": form}, status=status)
