"""Going back before units had codes of their own: done where it can be, else refused in words and left as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COLOURS = """
import django, sys
django.setup()
from tests.factories.places import make_facility
from tests.factories.production import make_colour
for code in sys.argv[1:]:
    make_colour(code, facility=make_facility())
"""


class House:
    """An installation of its own, on SQLite."""

    def __init__(self, folder: Path) -> None:
        known = {"NAWL_DATA_DIR": str(folder), "DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
        self.environ = {**os.environ, **known, "DJANGO_SETTINGS_MODULE": "config.settings"}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.environ, capture_output=True, text=True, check=False
        )

    def migrate(self, *to: str) -> subprocess.CompletedProcess[str]:
        return self.run("manage.py", "migrate", "-v", "0", *to)

    def has(self, migration: str) -> bool:
        return f"[X] {migration}" in self.run("manage.py", "showmigrations", "production").stdout


@pytest.fixture
def house(tmp_path: Path) -> House:
    found = House(tmp_path)
    assert found.migrate().returncode == 0
    return found


def test_codes_that_several_units_use_stand_against_it_and_are_named(house: House) -> None:
    assert house.run("-c", COLOURS, "R1", "R1", "B2").returncode == 0
    refused = house.migrate("production", "0007")
    assert refused.returncode == 1
    assert refused.stderr.startswith("CommandError: Before production 0008")
    assert "R1 (SY" in refused.stderr
    assert "B2" not in refused.stderr
    assert "Traceback" not in refused.stderr
    assert house.has("0008_yarn_codes_of_units")


def test_where_each_code_is_one_unit_s_it_is_done_and_done_again(house: House) -> None:
    assert house.run("-c", COLOURS, "R1", "B2").returncode == 0
    assert house.migrate("production", "0007").returncode == 0
    assert not house.has("0008_yarn_codes_of_units")
    assert house.migrate().returncode == 0
    assert house.has("0008_yarn_codes_of_units")
