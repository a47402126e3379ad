"""`nawl report`: files of a period, drafts and issues; exit codes and sentences for scripts and people."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.cli.reporting import report
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.reports.models import Report
from tests.reports.conftest import World

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(report, list(words))


def test_a_draft_is_written_in_every_format_asked_for(world: World, tmp_path: Path) -> None:
    result = run("2022-H1", "--lang", "ar,en", "--format", "xlsx,html", "--out", str(tmp_path / "new"))
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "draft-2022-H1-ar.html",
        "draft-2022-H1-ar.xlsx",
        "draft-2022-H1-en.html",
        "draft-2022-H1-en.xlsx",
    ]
    assert result.output.count("draft-2022-H1") == 4
    assert not Report.objects.unscoped("a test looks at everything").exists()


def test_the_period_may_be_written_in_words(world: World, tmp_path: Path) -> None:
    result = run("النصف الأول 2022", "--format", "xlsx", "--place", "sy10", "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "draft-SY10-2022-H1-ar.xlsx").exists()


def test_an_issue_is_kept_and_named(world: World, tmp_path: Path) -> None:
    result = run("2022-H1", "--format", "xlsx", "--out", str(tmp_path), "--issue", "--by", world.director.username)
    assert result.exit_code == 0, result.output
    kept = Report.objects.visible_to(world.director).get()
    assert f"{kept.number}  sha256 {kept.sha256}" in result.output
    assert [path.name for path in tmp_path.iterdir()] == [f"{kept.number}-ar.xlsx"]
    assert kept.files.unscoped("a test looks at everything").count() == 8


def test_who_may_not_issue_is_refused(world: World, tmp_path: Path) -> None:
    result = run("2022-H1", "--out", str(tmp_path), "--issue", "--by", world.tartous.username)
    assert isinstance(result.exception, NotAllowed)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("period", ["2022-H7", "yesterday"])
def test_a_wrong_period_is_refused(db: None, period: str) -> None:
    result = run(period)
    assert result.exit_code == 1
    assert isinstance(result.exception, NotPossible)


@pytest.mark.parametrize(
    "words", [("--lang", "fr"), ("--format", "odt"), ("--by", "nobody"), ("--issue", "--by", "nobody")]
)
def test_a_wrong_word_is_a_wrong_use(db: None, words: tuple[str, ...]) -> None:
    assert run("2022-H1", *words).exit_code == 2
