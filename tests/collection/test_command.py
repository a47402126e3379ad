"""`nawl import register`: the same checks on the command line, with exit codes for scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from config.cli.importing import importing
from nawl.accounts.models import User
from nawl.activities.models import Tally
from nawl.collection.models import RegisterFile
from nawl.places.models import Facility
from tests.factories.accounts import make_system_user
from tests.factories.registers import line, tallies

pytestmark = pytest.mark.django_db


@pytest.fixture
def nawl(tmp_path: Path, centre: Facility, clerk: User) -> Any:
    def run(content: bytes, *options: str, name: str = "سجل.xlsx") -> Any:
        path = tmp_path / name
        path.write_bytes(content)
        return CliRunner().invoke(importing, ["register", str(path), *options])

    return run


def test_a_sound_register_is_recorded(nawl: Any) -> None:
    done = nawl(tallies([line()]), "--by", "clerk")
    assert (done.exit_code, done.stdout) == (0, "سجل.xlsx: سُجّل السجل. الجديد: سطر واحد\n")
    assert Tally.objects.unscoped("test").count() == 1


def test_the_same_register_again_says_that_it_brings_nothing_new(nawl: Any) -> None:
    nawl(tallies([line()]), "--by", "clerk")
    done = nawl(tallies([line()]), "--by", "clerk")
    assert done.exit_code == 0
    assert "ولا جديد فيه" in done.stdout


def test_a_faulty_register_is_told_fault_by_fault(nawl: Any) -> None:
    done = nawl(tallies([line(service="فحص طبيي")]), "--by", "clerk")
    assert done.exit_code == 1
    assert "سجل.xlsx: في الملف خطأ واحد، ولم يُحفظ شيء بعد" in done.stdout
    assert "الورقة «السجل»، الصف 2، العمود C (الخدمة): لا خدمة باسم «فحص طبيي»." in done.stderr
    assert not Tally.objects.unscoped("test").exists()


def test_an_unreadable_file_has_its_own_exit_code(nawl: Any) -> None:
    done = nawl(b"<html>", "--by", "clerk")
    assert done.exit_code == 2
    assert "الملف صفحة ويب" in done.stderr


def test_a_dry_run_keeps_nothing(nawl: Any) -> None:
    done = nawl(tallies([line()]), "--by", "clerk", "--dry-run")
    assert (done.exit_code, done.stdout) == (0, "سجل.xlsx: الجديد في السجل: سطر واحد، ولا يتغيّر شيء مما سُجّل\n")
    assert not RegisterFile.objects.unscoped("test").exists()
    assert nawl(tallies([line(sex="؟")]), "--by", "clerk", "--dry-run").exit_code == 1


def test_the_system_itself_records_for_a_named_facility(nawl: Any, centre: Facility) -> None:
    make_system_user()
    done = nawl(tallies([line()]), "--facility", centre.code)
    assert done.exit_code == 0, done.output
    assert RegisterFile.objects.unscoped("test").get().facility == centre


def test_an_unknown_user_is_a_wrong_usage(nawl: Any) -> None:
    done = nawl(tallies([line()]), "--by", "nobody")
    assert done.exit_code == 2
    assert "nobody" in done.stderr
    assert "لا مستخدم بهذا الاسم" in done.stderr


def test_an_unknown_facility_is_named_with_the_nearest(nawl: Any, centre: Facility) -> None:
    make_system_user()
    done = nawl(tallies([line()]), "--facility", f"{centre.code[:-2]}99")
    assert done.exit_code == 2
    assert f"{centre.code[:-2]}99" in done.stderr
    assert centre.code in done.stderr


def test_help_speaks_both_languages() -> None:
    shown = CliRunner().invoke(importing, ["register", "--help"]).output
    assert "whole or not at all" in shown
    assert "رمز الخروج" in shown
