"""Pages that span domains: each reads its address, asks one page and shows it."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from nawl.accounts.models import User
from nawl.indicators.pages.asking import read_question
from nawl.web.pages.facility import facility_page
from nawl.web.pages.history import history_page
from nawl.web.pages.late import WHOLE
from nawl.web.pages.programme import programme_page
from nawl.web.pages.searching import search_page
from nawl.web.pages.today import today_page


def _reader(request: HttpRequest) -> User:
    """Return who asks: nobody reaches these pages without having signed in."""
    return cast("User", request.user)


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what waits, what is late and what changed."""
    return render(request, "web/today.html", {"page": today_page(_reader(request))})


@require_safe
def programme(request: HttpRequest) -> HttpResponse:
    """Show the programme's state for a period and place; one facility has a page of its own."""
    question = read_question(request.GET, _reader(request))
    if question.place.level == "facility":
        return redirect("web:facility", code=question.place.code)
    page = programme_page(question, _reader(request), all_late=request.GET.get("late") == WHOLE)
    return render(request, "web/programme.html", {"page": page})


@require_safe
def facility(request: HttpRequest, code: str) -> HttpResponse:
    """Show one centre or unit."""
    return render(request, "web/facility.html", {"page": facility_page(code, request.GET, _reader(request))})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what is found within the reader's scope."""
    return render(request, "web/search.html", {"page": search_page(request.GET.get("q", ""), _reader(request))})


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Show every way through the programme, for phones."""
    return render(request, "web/more.html")


@require_safe
def history(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show everything that was done to one record."""
    page = history_page(kind, key, request.GET.get("page", "1"), _reader(request))
    return render(request, "web/history.html", {"page": page})
