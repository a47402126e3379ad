"""How commands speak: both languages in help, one line a fault."""

from __future__ import annotations

import errno
from typing import Final

import click

_REASONS: Final = {
    errno.EACCES: "لا صلاحية",
    errno.EPERM: "لا صلاحية",
    errno.ENOENT: "غير موجود",
    errno.ENOTDIR: "ليس مجلداً",
    errno.EISDIR: "مجلد لا ملف",
    errno.EEXIST: "موجود وليس مجلداً",
    errno.ENOSPC: "لا متسع",
    errno.EDQUOT: "لا متسع",
    errno.EROFS: "للقراءة فقط",
    errno.ENAMETOOLONG: "الاسم طويل جداً",
}
"""Why a file cannot be read or written; what is not here is said in the words of the system."""


def both(english: str, arabic: str) -> str:
    """Return a help text that says the same in both languages, one under the other."""
    return f"{english}\n\n{arabic}"


def say(text: str) -> None:
    """Print one line."""
    try:
        click.echo(text)
    except BrokenPipeError:  # whoever listened has heard enough
        raise
    except OSError as fault:
        from nawl.kit.errors import NotPossible

        raise NotPossible("file_unwritable", file="stdout", reason=reason_of(fault)) from fault


def complain(text: str) -> None:
    """Print one line where faults go."""
    click.echo(text, err=True)


def reason_of(fault: OSError) -> str:
    """Return why the system refused, in the reader's language where it is known."""
    from nawl.ui.reader import current

    known = _REASONS.get(fault.errno or 0) if current().language == "ar" else None
    return known or fault.strerror or str(fault)
