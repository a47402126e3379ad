"""Pages of the face itself."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST

from nawl.ui import reader, refusals
from nawl.ui.policy import POLICY
from nawl.ui.reader import Language
from nawl.ui.styleguide import samples

ONE_YEAR = 365 * 24 * 3600
FRAMES = [(lang, width) for lang in ("ar", "en") for width in (360, 1080)]


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language that the reader chose, and go back to the page."""
    return _keep(request, "language")


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme that the reader chose, and go back to the page."""
    return _keep(request, "theme")


@login_not_required
@require_POST
def digits(request: HttpRequest) -> HttpResponse:
    """Keep the digits that the reader chose, and go back to the page."""
    return _keep(request, "digits")


def _keep(request: HttpRequest, name: str) -> HttpResponse:
    chosen = request.POST.get(name, "")
    if chosen not in reader.CHOICES[name]:
        return refusals.not_readable(request)
    response = HttpResponseRedirect(_way_back(request))
    response.set_cookie(
        reader.COOKIE.format(name),
        chosen,
        max_age=ONE_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def _way_back(request: HttpRequest) -> str:
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if safe else "/"


@login_not_required
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """Show the keys that save time."""
    return render(request, "ui/keys.html")


@login_not_required
@require_GET
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component, in the reader's language."""
    return render(request, "ui/styleguide.html", samples(request))


@login_not_required
@require_GET
@xframe_options_sameorigin
def specimen(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the components in a given language, for the page that shows both side by side."""
    if lang not in reader.CHOICES["language"]:
        raise Http404
    language: Language = "ar" if lang == "ar" else "en"
    with reader.reading_as(replace(reader.current(), language=language)):
        response = render(request, "ui/styleguide.html", samples(request))
    response.headers["Content-Language"] = language
    response.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    return response


@login_not_required
@require_GET
def both(request: HttpRequest) -> HttpResponse:
    """Show the components in both languages and both widths."""
    response = render(request, "ui/both.html", {"frames": FRAMES})
    response.headers["Content-Security-Policy"] = f"{POLICY}; frame-src 'self'"
    return response


@login_not_required
@require_GET
def document(request: HttpRequest) -> HttpResponse:
    """Show a printed document."""
    return render(request, "ui/guide/document.html", samples(request))


@login_not_required
@require_GET
def refusal(request: HttpRequest, status: int) -> HttpResponse:
    """Show how a refusal or an incident looks."""
    shown = {403: refusals.not_allowed, 404: refusals.not_found, 500: refusals.sample_incident}
    if status not in shown:
        raise Http404
    return shown[status](request)


@login_not_required
@require_GET
def favicon(_request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for the old address to the mark."""
    return redirect(static("ui/favicon.ico"))
