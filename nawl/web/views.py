"""Pages that span domains."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def today(request: HttpRequest) -> HttpResponse:
    """Show what waits, what is late and what changed."""
    return render(request, "web/today.html")


def programme(request: HttpRequest) -> HttpResponse:
    """Show the programme's state for a period and place."""
    return render(request, "web/today.html")


def facility(request: HttpRequest, code: str) -> HttpResponse:
    """Show one centre or unit."""
    return render(request, "web/today.html")


def search(request: HttpRequest) -> HttpResponse:
    """Show what is found within the reader's scope."""
    return render(request, "web/today.html")


def more(request: HttpRequest) -> HttpResponse:
    """Show every way through the programme, for phones."""
    return render(request, "web/today.html")


def history(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show everything that was done to one record."""
    return render(request, "web/today.html")
