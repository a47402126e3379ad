"""What is said where a command was misused: click's own sentence, and under it the same in Arabic."""

from __future__ import annotations

from typing import NoReturn

import click

from config.cli.speech import complain


def refuse(error: click.ClickException) -> NoReturn:
    """Print what is wrong in both languages and leave with the error's code; a command without words shows its help."""
    error.show()
    if isinstance(error, click.UsageError) and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        complain(in_arabic(error))
    raise SystemExit(error.exit_code)


def in_arabic(error: click.UsageError) -> str:
    """Return what was wrong, by its kind and the name of the option."""
    if isinstance(error, click.NoSuchOption):
        return f"لا يوجد خيار باسم {error.option_name}؛ الخيارات يعرضها ‎--help."
    if isinstance(error, click.MissingParameter):
        return f"ينقص {_named(error)}؛ المطلوب يعرضه ‎--help."
    if isinstance(error, click.BadParameter):
        return f"القيمة المعطاة في {_named(error)} غير مقبولة أو أن ملفها غير موجود؛ المقبول يعرضه ‎--help."
    return "لم يُفهم هذا الأمر؛ الأوامر يعرضها ‎--help."


def _named(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    return error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
