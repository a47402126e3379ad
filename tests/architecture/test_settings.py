"""The table of settings is read as it says, and its page says what the table says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from config import env
from config.parts.database import database

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    values = env.read({"NAWL_DATA_DIR": str(tmp_path)})
    assert values["DATABASE_URL"] == ""
    assert values["NAWL_TODAY"] is None
    assert values["NAWL_HTTPS"] is False


def test_values_are_read_as_their_type(tmp_path: Path) -> None:
    values = env.read(
        {"NAWL_DATA_DIR": str(tmp_path), "NAWL_TODAY": "2022-07-14", "NAWL_HTTPS": "yes", "NAWL_HOSTS": "a.sy, b.sy"}
    )
    assert values["NAWL_TODAY"] == date(2022, 7, 14)
    assert values["NAWL_HTTPS"] is True
    assert values["NAWL_HOSTS"] == ["a.sy", "b.sy"]


@pytest.mark.parametrize(
    ("name", "text"), [("NAWL_TODAY", "yesterday"), ("NAWL_HTTPS", "perhaps"), ("NAWL_IMPORT_MB", "ten")]
)
def test_a_value_that_cannot_be_read_names_its_variable(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(env.WrongSetting, match=name):
        env.read({"NAWL_DATA_DIR": str(tmp_path), name: text})


def test_a_data_folder_keeps_its_own_settings_below_the_environment(tmp_path: Path) -> None:
    env.keep(tmp_path, {"NAWL_TODAY": "2022-07-14", "NAWL_SYNTHETIC": "yes"})
    assert env.read({"NAWL_DATA_DIR": str(tmp_path)})["NAWL_SYNTHETIC"] is True
    assert env.read({"NAWL_DATA_DIR": str(tmp_path), "NAWL_TODAY": "2023-01-01"})["NAWL_TODAY"] == date(2023, 1, 1)


def test_sqlite_writes_so_that_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    options = database("", tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]


def test_a_postgresql_address_is_taken_apart(tmp_path: Path) -> None:
    parts = database("postgres://nawl:p%40ss@db.local:5433/programme", tmp_path)
    assert (parts["NAME"], parts["USER"], parts["PASSWORD"], parts["HOST"], parts["PORT"]) == (
        "programme",
        "nawl",
        "p@ss",
        "db.local",
        5433,
    )


def test_the_page_of_settings_names_every_setting() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    missing = [setting.name for setting in env.SETTINGS if f"`{setting.name}`" not in page or setting.help not in page]
    assert not missing, "run `make docs`"
