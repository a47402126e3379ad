"""The options that the commands of `nawl weave` share."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

import click

from config.cli.reporting import Names
from config.cli.weave_files import FILES

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
SIDES = ("right", "left", "centre")
SYMMETRIES = ("none", "left_right", "top_bottom", "quarter", "point")
_MOST = 10**9
_DECIMAL_COMMA = re.compile(r"٫|(?<=\d),(?=\d{1,2}$)")
Command = TypeVar("Command", bound=Callable[..., Any])


class Number(click.ParamType[Decimal]):
    """An exact number that is not negative."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Return the number, in Western or Arabic-Indic digits."""
        from nawl.kit.numbers import to_western_digits

        try:
            number = Decimal(_DECIMAL_COMMA.sub(".", to_western_digits(str(value))))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number <= _MOST:
            self.fail(f"{value!r}: no number · ليس عدداً", param, ctx)
        return number


class Crop(click.ParamType[tuple[float, ...]]):
    """Four fractions of a picture: left, top, right, bottom."""

    name = "crop"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, ...]:
        """Return the four numbers; whether they fit is for the picture to say."""
        if isinstance(value, tuple):
            return value
        from nawl.kit.numbers import to_western_digits

        plain = to_western_digits(str(value)).replace("٫", ".").replace("،", ",").replace(";", ",")
        try:
            left, top, right, bottom = (float(part) for part in plain.split(","))
        except ValueError:
            self.fail(f"{value!r}: left,top,right,bottom as 0 … 1 · يسار،أعلى،يمين،أسفل", param, ctx)
        return left, top, right, bottom


class Target(click.Path):
    """A file to be written; its ending says its form, so another ending is refused."""

    def __init__(self, *endings: str) -> None:
        super().__init__(dir_okay=False, path_type=Path)
        self.endings = endings

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        path = super().convert(value, param, ctx)
        if Path(str(value)).suffix.lower() not in self.endings:
            self.fail(f"{value}: {' / '.join(self.endings)}", param, ctx)
        return path


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Lay several options on a command, the first one first."""

    def lay(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return lay


LANG = click.option(
    "--lang", "language", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="ar, en / اللغة."
)
SIDE = click.option(
    "--side", type=click.Choice(SIDES), default="right", show_default=True, help="Where rows begin. / جهة بدء السطر."
)
OWN_SIDE = click.option(
    "--side", type=click.Choice(SIDES), default=None, help="Where rows begin; none: as the file says. / جهة بدء السطر."
)
YARNS = click.option(
    "--yarns", "yarn_file", type=FILE, default=None, help="TOML, CSV or JSON; none: those shipped. / ملف الغزول."
)
PRICES = click.option(
    "--prices", "price_file", type=FILE, default=None, help="TOML; none: those shipped. / ملف الأسعار."
)
CLASSES = click.option(
    "--classes", "class_file", type=FILE, default=None, help="TOML; none: those shipped. / ملف الأصناف."
)
CLASS = _options(
    click.option("--class", "code", required=True, help="Class, as in `nawl weave classes`. / الصنف."), CLASSES
)
OUT = click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    show_default="here",
    help="Folder. / المجلد.",
)
WRITE = click.option(
    "--write",
    "names",
    type=Names(tuple(FILES)),
    default=None,
    help=f"Which files: {', '.join(FILES)}; none: all. / أي ملفات.",
)
OF_FRAME = _options(
    CLASS,
    click.option("--size", required=True, help="Width × length: 200x300 (cm), 2×3 m. / العرض × الطول."),
    click.option(
        "--symmetry",
        type=click.Choice(SYMMETRIES),
        default="none",
        show_default=True,
        help="How the design mirrors itself. / التناظر.",
    ),
    click.option(
        "--border", type=Number(), default="0", show_default=True, help="Width of the border in cm. / عرض الكنار سم."
    ),
    click.option(
        "--colours", type=click.IntRange(1, 250), default=16, show_default=True, help="The most yarns. / أكثر الألوان."
    ),
)
OF_PICTURE = _options(
    click.option("--crop", type=Crop(), default=None, help="left,top,right,bottom as 0 … 1; none: the middle. / القصّ."),
    click.option("--turn", type=click.IntRange(0, 3), default=0, help="Quarter turns clockwise. / أرباع دورة."),
    click.option("--keep", type=str, default="", help="Codes of yarns to take in any case. / رموز غزول تُؤخذ حتماً."),
    click.option("--without", type=str, default="", help="Codes of yarns to leave out. / رموز غزول تُترك."),
    click.option(
        "--enough", is_flag=True, help="Draw again without the yarns that run short. / بلا الغزول التي لا تكفي."
    ),
    click.option("--ground", default="", help="Code of the yarn for clear parts. / رمز خيط الأجزاء الشفافة."),
    click.option(
        "--clean/--no-clean", default=True, show_default=True, help="Take lone knots away. / إزالة العقد المنفردة."
    ),
    click.option(
        "--islands", type=click.IntRange(0), default=0, help="Take spots of fewer knots away. / إزالة البقع الصغيرة."
    ),
    click.option(
        "--rare", type=click.IntRange(0), default=0, help="Take colours of fewer knots away. / إزالة الألوان النادرة."
    ),
    click.option(
        "--steps",
        type=click.IntRange(0),
        default=0,
        help="Flat weave: break slits longer than so many rows; 0: leave them. / كسر شقوق البساط.",
    ),
    click.option(
        "--dither",
        type=click.IntRange(0, 40),
        default=0,
        help="Mix yarns, in per cent; 0: not at all. / مزج الألوان ٪.",
    ),
)
