"""Scripts sent from beside a page, within the scope of its keeper (service worker): they open without a network too."""

from __future__ import annotations

import hashlib
from functools import cache

from django.conf import settings
from django.http import HttpResponse

KEEPER = "talking-keeper.js"
"""Keeps one page and all that it loads; the talking chart and the studio have the same."""
BEHIND = "studio-behind.js"
"""The studio's second thread: a browser asks for a thread's script by the script's own address."""


def sent(script: str) -> HttpResponse:
    """Send a script that set-up has made."""
    return HttpResponse(_content(script), content_type="text/javascript; charset=utf-8")


@cache
def stamp(script: str) -> str:
    """Name a script by what it holds, so that a kept one never grows old."""
    return hashlib.sha256(_content(script)).hexdigest()[:12]


def _content(script: str) -> bytes:
    return (settings.BUILT_ASSETS / "ui" / script).read_bytes()
