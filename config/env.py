"""The one table of settings: name, type, default, what it is for. `docs/reference/settings.md` is printed from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class WrongSetting(Exception):  # noqa: N818  # it says what is wrong
    """A variable of the environment could not be read as its type."""


def _boolean(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    return words[text.strip().lower()]


def _names(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


@dataclass(frozen=True)
class Setting:
    """One variable of the environment."""

    name: str
    read: Callable[[str], Any]
    default: Any
    help: str
    kind: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "DATABASE_URL",
        str,
        "",
        "PostgreSQL as postgres://user:password@host:port/name; empty: SQLite in the data folder.",
        "text",
    ),
    Setting(
        "NAWL_DATA_DIR", Path, ROOT / "var", "Folder of the SQLite database, the secret key and built files.", "folder"
    ),
    Setting(
        "NAWL_SECRET_KEY", str, "", "Key that signs sessions; empty: made once and kept in the data folder.", "text"
    ),
    Setting(
        "NAWL_HOSTS",
        _names,
        ["127.0.0.1", "localhost", "[::1]"],
        "Host names that the server answers to, separated by commas.",
        "names",
    ),
    Setting(
        "NAWL_HTTPS",
        _boolean,
        False,
        "Behind HTTPS: secure cookies with the __Host- prefix, redirect, HSTS.",
        "yes or no",
    ),
    Setting(
        "NAWL_PROXIES",
        int,
        0,
        "How many servers of your own stand in front and pass on the reader's address (X-Forwarded-For).",
        "number",
    ),
    Setting("NAWL_DEBUG", _boolean, False, "Detailed error pages for developers; never in use.", "yes or no"),
    Setting(
        "NAWL_TODAY",
        date.fromisoformat,
        None,
        "Fixes the programme's day (YYYY-MM-DD), for demonstrations; empty: the real day.",
        "date",
    ),
    Setting("NAWL_TIME_ZONE", str, "Asia/Damascus", "Time zone of the programme's day.", "text"),
    Setting(
        "NAWL_ADDRESS",
        str,
        "",
        "The server's own address (https://…), printed in the QR codes of documents; empty: the path alone.",
        "text",
    ),
    Setting(
        "NAWL_SYNTHETIC",
        _boolean,
        False,
        "Marks every page and document as holding synthetic demonstration data.",
        "yes or no",
    ),
    Setting("NAWL_IMPORT_ROWS", int, 50_000, "The most rows that one imported register may hold.", "number"),
    Setting("NAWL_IMPORT_MB", int, 10, "The largest register file, in megabytes.", "number"),
)


KEPT_FILE = "nawl.env"


def read(environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Return every setting as its type; raises `WrongSetting` naming the variable that cannot be read.

    The environment comes first; below it stands the file `nawl.env` of the data folder, which the demonstration writes.
    """
    folder = Path(environ.get("NAWL_DATA_DIR") or ROOT / "var")
    texts = {**_kept(folder / KEPT_FILE), **environ}
    return {setting.name: _value(setting, texts.get(setting.name, "")) for setting in SETTINGS}


def keep(folder: Path, values: Mapping[str, str]) -> None:
    """Write the settings that belong to a data folder into it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}={value}\n" for name, value in sorted(values.items())]
    (folder / KEPT_FILE).write_text("".join(lines), encoding="utf-8")


def _kept(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    pairs = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _value(setting: Setting, text: str) -> Any:
    if not text:
        return setting.default
    try:
        return setting.read(text)
    except (ValueError, KeyError) as fault:
        raise WrongSetting(f"{setting.name}: “{text}” is not a {setting.kind}. {setting.help}") from fault
