"""How long the clerk's and the director's pages take on the server, and how much their first visit sends over the line."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
TIMES = 30


def main() -> None:
    """Ask each page of the demonstration thirty times and print one line of JSON."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.ALLOWED_HOSTS = ["*"]
    call_command("collectstatic", verbosity=0, interactive=False)
    rows = [_page(username, address) for username, address in ASKED]
    weights = _weights()
    for row in rows:
        row["first_kb"] = weights.get(row["who"] + row["page"])
    print(json.dumps({"engine": connection.vendor, "pages": rows}))


def _page(username: str, address: str) -> dict[str, Any]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from nawl.accounts.models import User

    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
        asked = len(queries)
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return {
        "who": username,
        "page": address,
        "ms": statistics.median(taken),
        "p95_ms": taken[int(TIMES * 0.95)],
        "queries": asked,
    }


def _weights() -> dict[str, float]:
    """Return the kilobytes that a first visit really sends, counted by Chromium from the programme's own server."""
    chromium = shutil.which("chromium")
    if not chromium:
        return {}
    with served() as root:
        return dict(_visits(chromium, root))


@contextmanager
def served() -> Iterator[str]:
    """Give the address of the programme's own server, which runs as long as it is needed."""
    port = _free_port()
    command = [str(Path(sys.executable).parent / "nawl"), "serve", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGTERM)


def _visits(chromium: str, root: str) -> Iterator[tuple[str, float]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        for username, address in ASKED:
            yield username + address, _visit(browser, root, username, address)
        browser.close()


def _visit(browser: Any, root: str, username: str, address: str) -> float:
    """Sign in on one device, then open the page with an empty cache."""
    from demonstration.people import PASSWORD

    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{root}/sign-in/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    line.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(root + address, wait_until="networkidle")
    context.close()
    return sum(sizes) / 1000


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(120):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise RuntimeError("the server did not come up")


if __name__ == "__main__":
    main()
