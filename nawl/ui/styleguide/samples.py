"""Invented samples of every component, in the reader's language."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def samples(request: HttpRequest) -> dict[str, Any]:
    """Return everything that the style guide needs."""
    return {}
