"""The README's pictures: pages of the demonstration in Chromium, as a reader sees them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

from demonstration.people import PASSWORD

SHOTS = (
    ("programme-ar-1280", "director", "/programme/?period=2022-H1", 1280, 860, "ar"),
    ("programme-ar-360", "director", "/programme/?period=2022-H1", 360, 760, "ar"),
    ("programme-en-1280", "director", "/programme/?period=2022-H1", 1280, 860, "en"),
    ("day-ar-1280", "clerk", "/facilities/SY1003-RDC-02/days/2022-06-30/", 1280, 860, "ar"),
    ("day-ar-360", "clerk", "/facilities/SY1003-RDC-02/days/2022-06-30/", 360, 760, "ar"),
    ("designs-ar-1280", "designer", "/designs/", 1280, 1180, "ar"),
    ("studio-ar-1280", "designer", "/designs/DSN-2022-0009-8/versions/1/studio/", 1280, 860, "ar"),
    ("composer-ar-1280", "designer", "/composer/?q=السويداء، أسود وأحمر، سجادة صالون ٢×٣", 1280, 1180, "ar"),
)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's own name
        """Say nothing."""


def take(folder: Path) -> Iterator[Path]:
    """Take every picture into `folder` and give its path; needs Chromium and the tools of the tests."""
    from django.core.management import call_command

    folder.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    from config.wsgi import application  # whitenoise looks once for what there is to serve

    server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield from _shoot(folder, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()


def _shoot(folder: Path, address: str) -> Iterator[Path]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        for name, username, page, width, height, language in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height})
            sheet = context.new_page()
            sheet.goto(f"{address}/sign-in/")
            sheet.fill("input[name=username]", username)
            sheet.fill("input[name=password]", PASSWORD)
            sheet.press("input[name=password]", "Enter")
            sheet.wait_for_url(lambda url: "/sign-in/" not in url)
            if language == "en":
                sheet.locator("form[action*='language'] button").first.click()
            sheet.goto(address + page)
            sheet.wait_for_load_state("networkidle")
            sheet.evaluate("document.fonts.ready")
            if sheet.locator("[data-studio]").count():
                sheet.locator("[data-studio][data-ready=yes]").wait_for()
            path = folder / f"{name}.png"
            sheet.screenshot(path=path)
            context.close()
            yield path
        browser.close()
