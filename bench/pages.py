"""How long the clerk's and the director's pages take on the server, and how much their first visit sends over the line."""

from __future__ import annotations

import gzip
import json
import os
import re
import statistics
import time
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

ASKED = (
    ("director", "/programme/?period=2022-H1"),
    ("director", "/figures/people_served/?period=2022-H1"),
    ("clerk", "/"),
    ("clerk", "/facilities/SY1003-RDC-02/days/2022-06-30/"),
    ("clerk", "/facilities/SY1003-RDC-02/"),
    ("tartous", "/programme/?period=2022-H1"),
)


def main() -> None:
    """Ask each page of the demonstration thirty times and print one line of JSON."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.ALLOWED_HOSTS = ["*"]
    call_command("collectstatic", verbosity=0, interactive=False)
    rows = [_page(username, address) for username, address in ASKED]
    print(json.dumps({"engine": connection.vendor, "pages": rows}))


def _page(username: str, address: str) -> dict[str, Any]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from nawl.accounts.models import User

    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    first = client.get(address)
    assert first.status_code == 200, (address, first.status_code)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(address)
    taken = []
    for _ in range(30):
        begun = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - begun) * 1000)
    return {
        "who": username,
        "page": address,
        "ms": statistics.median(taken),
        "p95_ms": sorted(taken)[28],
        "queries": len(queries),
        "first_kb": _weight(first.content) / 1000,
    }


def _weight(html: bytes) -> int:
    """Return the bytes of a first visit: the page as gzip, and every style, script, font and picture it names, as brotli."""
    from django.conf import settings

    root = Path(settings.STATIC_ROOT)
    names = set(re.findall(rb'(?:src|href)="/static/([^"?#]+)', html))
    files = [root / name.decode() for name in names]
    styles = [file for file in files if file.suffix == ".css"]
    fonts = {
        (style.parent / found).resolve()
        for style in styles
        for found in re.findall(r'url\(["\']?([^"\')]+\.woff2)', style.read_text(encoding="utf-8"))
        if "arabic" in found or "latin" in found
    }
    return len(gzip.compress(html)) + sum(_sent(file) for file in {*files, *fonts} if file.exists())


def _sent(file: Path) -> int:
    small = file.with_name(file.name + ".br")
    return (small if small.exists() else file).stat().st_size


if __name__ == "__main__":
    main()
