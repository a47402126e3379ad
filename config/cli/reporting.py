"""`nawl report`: the report of a period as files, as a draft or issued."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.cli.speech import both, say

if TYPE_CHECKING:
    from nawl.accounts.models import User
    from nawl.kit.periods import Period
    from nawl.reports.data import ReportData
    from nawl.reports.formats import FileKey

LANGUAGES = ("ar", "en")
FORMATS = ("pdf", "docx", "xlsx", "html")


class Names(click.ParamType[tuple[str, ...]]):
    """Several names of a closed list, separated by commas."""

    name = "names"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names without repeats; an unknown one is refused with those that there are."""
        if isinstance(value, tuple):
            return value
        names = tuple(dict.fromkeys(part.strip().lower() for part in str(value).split(",") if part.strip()))
        unknown = [name for name in names if name not in self.known]
        if unknown or not names:
            self.fail(f"{', '.join(unknown) or value!r}: not one of {', '.join(self.known)}", param, ctx)
        return names


@click.command(
    help=both(
        "Make the report of a period (2022-H1, 2022-Q2, 2022, «النصف الأول 2022») as files; a draft unless --issue.",
        "إعداد تقرير فترة (2022-H1 أو 2022-Q2 أو 2022 أو «النصف الأول 2022») في ملفات؛ مسودة ما لم يُطلب الإصدار.",
    ),
    short_help="Make a report · إعداد تقرير",
)
@click.argument("period")
@click.option("--lang", "languages", type=Names(LANGUAGES), default="ar", show_default=True, help="ar, en / اللغات.")
@click.option(
    "--format", "forms", type=Names(FORMATS), default="pdf", show_default=True, help="pdf, docx, xlsx, html / الصيغ."
)
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    show_default="here",
    help="Folder for the files. / مجلد الملفات.",
)
@click.option("--place", default="", help="P-code of a governorate; none: the programme. / رمز المحافظة.")
@click.option("--issue", is_flag=True, help="Issue it: number, date, frozen. / إصدار برقم وتاريخ.")
@click.option("--by", "username", default="", help="User who issues; none: the system. / اسم المستخدم المُصدِر.")
def report(
    period: str,
    languages: tuple[str, ...],
    forms: tuple[str, ...],
    folder: Path,
    place: str,
    issue: bool,
    username: str,
) -> None:
    """Make, write, and name the files; errors are one sentence and exit code 1."""
    from nawl.kit.periods import parse_period

    if username and not issue:
        raise click.UsageError("--by belongs to --issue. / الخيار --by مع --issue فقط.")
    asked = parse_period(period)
    by = _user(username)
    make = _issued if issue else _drafted
    data, files = make(asked, place.strip().upper(), by, languages, forms)
    _write(data, files, folder)


def _user(username: str) -> User:
    from nawl.accounts.actions import the_system
    from nawl.accounts.models import User

    if not username:
        return the_system()
    user = User.objects.filter(username=username).first()
    if user is None:
        raise click.BadParameter(f"{username}: no such user. / لا مستخدم بهذا الاسم.", param_hint="--by")
    return user


def _drafted(
    period: Period, place: str, by: User, languages: tuple[str, ...], forms: tuple[str, ...]
) -> tuple[ReportData, Mapping[FileKey, bytes]]:
    from nawl.reports.formats import make_files
    from nawl.reports.queries import draft

    data = draft(period, place, user=by)
    return data, make_files(data, languages, forms)


def _issued(
    period: Period, place: str, by: User, languages: tuple[str, ...], forms: tuple[str, ...]
) -> tuple[ReportData, Mapping[FileKey, bytes]]:
    """Issue the report; all its files are kept, those asked for are written."""
    from nawl.reports.actions import issue_report
    from nawl.reports.queries import area_reported

    kept = issue_report(period, area_reported(place), by=by)
    files = kept.files.unscoped("the files of the report just issued").filter(language__in=languages, format__in=forms)
    return kept.content, {(file.language, file.format): bytes(file.content) for file in files}


def _write(data: ReportData, files: Mapping[FileKey, bytes], folder: Path) -> None:
    from nawl.reports.formats import file_name

    folder.mkdir(parents=True, exist_ok=True)
    for (language, form), content in files.items():
        path = folder / file_name(data, language, form)
        path.write_bytes(content)
        say(f"{path}  {len(content) / 1000:,.0f} kB")
    if data.issue.is_issued:
        say(f"{data.issue.number}  sha256 {data.sha256}")
