"""How soon the studio's preview follows a change, and how smoothly a chart of six million knots is moved; in Chromium."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

CHANGES = 24
STEPS = 60
CHANGED = {
    "tone": """(n) => {
        const field = document.querySelector('[name="contrast"]');
        field.value = n * 2 - 24;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }""",
    "crop": "(n) => { const { cropping } = window.nawlStudio.desk; cropping.set({ ...cropping.crop, x: (n % 2) * .01 }); }",
}
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(done))"


def main() -> None:
    """Make two drafts, open them as a designer would, and print one line of JSON; empty without Chromium."""
    chromium = shutil.which("chromium")
    if not chromium:
        print(json.dumps({}))
        return
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    usual, large = _drafts()
    with tempfile.TemporaryDirectory() as folder:
        photograph = Path(folder) / "photograph.jpg"
        _photograph().save(photograph, quality=90)
        print(json.dumps(_visited(chromium, usual, large, photograph)))


def _drafts() -> tuple[str, str]:
    """Return the addresses of a usual draft and a large one."""
    from nawl.accounts.choices import Role
    from tests.factories.accounts import PASSWORD
    from tests.factories.places import make_facility, make_user_as
    from tests.factories.production import make_palette, make_version

    unit = make_facility()
    make_palette(unit)
    make_user_as(Role.DESIGNER, unit, "designer", password=PASSWORD)
    made = [make_version(unit, size=size) for size in ((Decimal(200), Decimal(300)), (Decimal(660), Decimal(1000)))]
    first, second = (f"/designs/{one.design.serial}/versions/{one.number}/studio/" for one in made)
    return first, second


def _photograph() -> Any:
    from PIL import Image

    from bench.weaving import photograph

    return Image.fromarray(photograph(4240, 2830))


def _visited(chromium: str, usual: str, large: str, photograph: Path) -> dict[str, Any]:
    from playwright.sync_api import sync_playwright

    from bench.pages import served

    options = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
    with served() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        _sign_in(page, root)
        _open(page, root + usual)
        preview = _previews(page, photograph)
        _open(page, root + large)
        moves = _moves(page)
        browser.close()
    return {**preview, **moves}


def _sign_in(page: Any, root: str) -> None:
    from tests.factories.accounts import PASSWORD

    page.goto(f"{root}/sign-in/")
    page.fill("input[name=username]", "designer")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def _open(page: Any, address: str) -> None:
    page.goto(address)
    page.locator('[data-studio][data-ready="yes"]').wait_for(timeout=60_000)


def _previews(page: Any, photograph: Path) -> dict[str, Any]:
    """Return the milliseconds from a change of a slider, and of the crop, to the frame that shows its preview."""
    page.locator('[data-do="picture"]').first.click()
    page.set_input_files('[name="file"]', str(photograph))
    page.locator("[data-picture-work]").wait_for(timeout=60_000)
    changed = {}
    for name, change in CHANGED.items():
        page.wait_for_timeout(1000)
        page.evaluate("window.nawlStudio.desk.took.length = 0")
        for number in range(CHANGES):
            page.evaluate(change, number)
            page.wait_for_timeout(250)
        taken = sorted(page.evaluate("window.nawlStudio.desk.took"))
        changed[f"{name}_ms"] = statistics.median(taken)
        changed[f"{name}_most_ms"] = taken[-2]
    return {"knots": 600 * 900, **changed}


def _moves(page: Any) -> dict[str, Any]:
    """Return the milliseconds a frame takes while the large chart is moved, whole and near."""
    found: dict[str, Any] = {"large": page.evaluate("window.nawlStudio.easel.sheet.cells.length")}
    for name, scale in (("whole", 0.5), ("near", 12)):
        page.evaluate(
            f"window.nawlStudio.stage.camera.scale = {scale}; window.nawlStudio.stage.camera.centreOn(900, 1500)"
        )
        page.evaluate("window.nawlStudio.stage.frames.length = 0")
        for number in range(STEPS):
            page.evaluate(
                f"window.nawlStudio.stage.camera.pan({-18 if number < STEPS / 2 else 18}, 7); window.nawlStudio.stage.look()"
            )
            page.evaluate(NEXT_FRAME)
        taken = sorted(page.evaluate("window.nawlStudio.stage.frames"))
        found[f"{name}_ms"] = statistics.median(taken)
        found[f"{name}_most_ms"] = taken[-2]
    return found


if __name__ == "__main__":
    main()
