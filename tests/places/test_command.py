"""`nawl places load`: exit codes and faults for scripts and people."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.cli import nawl
from nawl.kit.errors import ProgrammeError
from nawl.places.actions.areas import SHIPPED
from nawl.places.models import Area

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(nawl, ["places", "load", *words])


def test_tables_load_and_say_what_they_brought() -> None:
    result = run(str(SHIPPED / "governorates.csv"), str(SHIPPED / "districts.csv"))
    assert result.exit_code == 0
    assert "districts.csv" in result.output
    assert "+62" in result.output
    assert Area.objects.filter(level=2).count() == 62


def test_a_refused_table_names_its_rows_and_leaves_nothing(tmp_path: Path) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("pcode,name_ar\nSY1,طرطوس\nSY10,طرطوس\n", encoding="utf-8")
    result = run(str(table))
    assert isinstance(result.exception, ProgrammeError)  # the command line makes of it one sentence and exit code 1
    assert "السطر 2" in result.output or "الصف 2" in result.output
    assert not Area.objects.filter(level=1).exists()


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.csv")).exit_code == 2
    assert run().exit_code == 2
    assert run("--level", "9", str(SHIPPED / "districts.csv")).exit_code == 2
