"""`nawl docs`: prints the reference from the code, and takes the README's pictures of the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from config import env
from config.cli.speech import both, complain, say

DOCS = env.ROOT / "docs"
HEAD = "<!-- Printed from the code by `make docs`; do not edit. -->\n"


@click.command(
    help=both(
        "Print the reference pages from the code and take the README's pictures.",
        "طباعة صفحات المرجع من الشيفرة والتقاط صور التعريف.",
    ),
    short_help="Print the reference · طباعة المرجع",
)
@click.option(
    "--pictures/--no-pictures", default=True, help="Take pictures too (needs Chromium and the demonstration)."
)
def docs(pictures: bool) -> None:
    """Write the pages and name them."""
    for path, text in reference_pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        say(str(path.relative_to(env.ROOT)))
    if pictures:
        _take_pictures()


def reference_pages() -> dict[Path, str]:
    """Return each reference page's path and text, as the code stands now."""
    return {
        DOCS / "reference" / "settings.md": _settings(),
        DOCS / "reference" / "commands.md": _commands(),
        DOCS / "reference" / "indicators.md": _indicators(),
        DOCS / "reference" / "addresses.md": _addresses(),
    }


def _settings() -> str:
    rows = [f"| `{one.name}` | {one.kind} | {_default(one.default)} | {one.help} |" for one in env.SETTINGS]
    head = "# Settings\n\nNothing has to be set to begin on SQLite.\n\n| variable | kind | default | what it is for |\n|---|---|---|---|\n"
    return HEAD + head + "\n".join(rows) + "\n"


def _default(value: object) -> str:
    if isinstance(value, Path):
        return f"`{value.relative_to(env.ROOT)}`"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(f"`{one}`" for one in value)
    return f"`{value}`" if value not in ("", None) else "–"


def _commands() -> str:
    from config.cli import nawl

    parts = [HEAD, "# Commands\n"]
    parts += [_help(("nawl",), nawl)]
    return "\n".join(parts)


def _help(names: tuple[str, ...], command: click.Command) -> str:
    vars(command)["_help_option"] = None  # click keeps the first one it made, under whatever names
    settings = {"help_option_names": ["-h", "--help"], "max_content_width": 110, "terminal_width": 100}
    context = click.Context(command, info_name=" ".join(names), **settings)  # type: ignore[arg-type]  # click's own
    text = f"## `{' '.join(names)}`\n\n```\n{command.get_help(context)}\n```\n"
    if not isinstance(command, click.Group):
        return text
    below = [command.get_command(context, name) for name in command.list_commands(context)]
    return "\n".join([text, *(_help((*names, str(one.name)), one) for one in below if one)])


def _indicators() -> str:
    import tomllib

    path = env.ROOT / "nawl" / "indicators" / "data" / "indicators.toml"
    declared = tomllib.loads(path.read_text(encoding="utf-8"))["indicator"]
    return "\n".join([HEAD, "# Indicators · المؤشرات\n", *(_indicator(one) for one in declared)])


def _indicator(one: dict[str, Any]) -> str:
    return (
        f"## `{one['code']}`: {one['name_en']} · {one['name_ar']}\n\n{one['definition_en']}\n\n"
        f"{one['definition_ar']}\n\n- how: {one['formula_en']} · {one['formula_ar']}\n"
        f"- measure: `{one['measure']}`, {one['aggregation']}\n"
        f"- parts: {', '.join(one['disaggregations'])}\n"
    )


def _addresses() -> str:
    from django.urls import get_resolver
    from django.urls.resolvers import URLPattern, URLResolver

    rows: list[str] = []

    def walk(patterns: list[URLPattern | URLResolver], stem: str, space: str) -> None:
        for pattern in patterns:
            where = stem + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, where, f"{pattern.namespace}:" if pattern.namespace else space)
            else:
                rows.append(f"| `/{where}` | `{space}{pattern.name}` |")

    walk(get_resolver().url_patterns, "", "")
    return HEAD + "# Addresses\n\n| address | name |\n|---|---|\n" + "\n".join(sorted(rows)) + "\n"


def _take_pictures() -> None:
    from demonstration.build import is_built
    from demonstration.pictures import take

    if not is_built():
        complain("The pictures are taken of the demonstration: `nawl demo` first.")
        raise SystemExit(1)
    for path in take(DOCS / "pictures"):
        say(str(path.relative_to(env.ROOT)))
