"""`nawl weave`: from a picture to a chart that a weaver can follow, without the pages and without the database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import click

from config.cli.speech import both, reason_of, say
from config.cli.weave_files import FILES, MOST_STITCHES, Asked, Language, write_files, write_whole
from config.cli.weave_given import (
    asked_for,
    class_of,
    classes_of,
    frame_of,
    opened_chart,
    options_of,
    picture_of,
    prices_of,
    reckoned,
    shelf_of,
    side_of_file,
    signed,
    taken_of,
    with_enough,
    without_slits,
)
from config.cli.weave_lots import lots
from config.cli.weave_options import (
    CLASS,
    CLASSES,
    FILE,
    LANG,
    OF_FRAME,
    OF_PICTURE,
    OUT,
    OWN_SIDE,
    PRICES,
    SIDE,
    WRITE,
    YARNS,
    Target,
)

if TYPE_CHECKING:
    from nawl.weaving.chart import Chart
    from nawl.weaving.pictures.pipeline import Drawn, Options


@click.group(
    help=both(
        "Weaving: charts from pictures, their rows, yarn, cost and files. The database is not touched.",
        "النسج: مخططات من الصور وأسطرها وغزولها وكلفتها وملفاتها، من غير قاعدة البيانات.",
    ),
    short_help="Charts for the loom · مخططات النسج",
)
def weave() -> None:
    """Hold the commands on weaving together."""


@weave.command(
    help=both(
        "Make a chart of a photograph or drawing (JPEG, PNG, WebP, TIFF) and write its files: the chart, its rows, "
        "yarn, cost, PDF and preview.",
        "تحويل صورة (JPEG أو PNG أو WebP أو TIFF) إلى مخطط نسج وكتابة ملفاته: المخطط وأسطره وغزوله وكلفته وPDF ومعاينة.",
    ),
    short_help="A picture into a chart · صورة إلى مخطط",
)
@click.argument("image", type=FILE)
@OF_FRAME
@OF_PICTURE
@YARNS
@PRICES
@OUT
@WRITE
@SIDE
@click.option("--title", default="", help="Title on paper; none: the file's name. / العنوان.")
@LANG
def chart(
    image: Path, folder: Path, names: tuple[str, ...] | None, side: str, title: str, language: str, **given: Any
) -> None:
    """Read, make, write, and say what became of it."""
    from nawl.weaving.pictures.pipeline import chart_from_picture

    _speak(language)
    shelf, prices = shelf_of(given["yarn_file"]), prices_of(given["price_file"])
    frame = frame_of(given)
    options = options_of(given, shelf)
    picture = picture_of(image)
    with _steps() as progress:

        def draw(asked: Options) -> Drawn:
            return chart_from_picture(picture, frame, shelf, asked, progress=progress)

        drawn = with_enough(draw, options) if given["enough"] else draw(options)
    made = signed(without_slits(drawn.chart, given["steps"]))
    asked = asked_for(made, shelf, prices, title or image.stem, side, language)
    _tell_drawn(drawn, cast("Language", language))
    _write(asked, names, folder)


@weave.command(
    help=both(
        "Take a chart drawn elsewhere: a PNG or BMP in which one pixel is one knot, an OXS file, or rows as CSV.",
        "أخذ مخطط رُسم في برنامج آخر: صورة PNG أو BMP كل نقطة فيها عقدة، أو ملف OXS، أو أسطر CSV.",
    ),
    short_help="A drawn chart from elsewhere · مخطط من برنامج آخر",
)
@click.argument("file", type=FILE)
@CLASS
@YARNS
@PRICES
@OUT
@WRITE
@SIDE
@click.option("--title", default="", help="Title on paper; none: the file's name. / العنوان.")
@LANG
def take(
    file: Path, folder: Path, names: tuple[str, ...] | None, side: str, title: str, language: str, **given: Any
) -> None:
    """Read it knot by knot and write the files of a chart."""
    from config.cli.weave_checks import told_of_taken

    _speak(language)
    shelf, quality = shelf_of(given["yarn_file"]), class_of(given)
    taken = signed(taken_of(file, quality, shelf))
    asked = asked_for(taken, shelf, prices_of(given["price_file"]), title or file.stem, side, language)
    for line in told_of_taken(taken, cast("Language", language)):
        say(line)
    _write(asked, names, folder)


@weave.command(
    help=both(
        "Say what a chart takes: yarn, warp, weft, days, cost; with --out, its preview too.",
        "ما يلزم المخطط: غزوله وسداه ولحمته وأيامه وكلفته؛ ومع ‎--out صورة معاينته.",
    ),
    short_help="What a chart takes · ما يلزم المخطط",
)
@click.argument("file", type=FILE)
@YARNS
@PRICES
@click.option(
    "--out",
    "target",
    type=Target(".png", ".webp"),
    default=None,
    help="File for the preview (.png, .webp). / ملف المعاينة.",
)
@LANG
def show(file: Path, yarn_file: Path | None, price_file: Path | None, target: Path | None, language: str) -> None:
    """Print the reckoning; draw the preview where a file is named."""
    from nawl.weaving.reckoning.wording import reckoning_text

    _speak(language)
    opened, shelf = opened_chart(file), shelf_of(yarn_file) if yarn_file else ()
    reckoning = reckoned(opened, shelf, prices_of(price_file))
    say(reckoning_text(reckoning, cast("Language", language)).rstrip())
    if target is not None:
        _draw(opened, target)


@weave.command(
    help=both(
        "Read a chart's rows aloud on paper: one row, or all; in running order or layered.",
        "تلاوة أسطر المخطط: سطر واحد أو كلها، بترتيب العقد أو كل لون مرة.",
    ),
    short_help="Rows as text · الأسطر نصاً",
)
@click.argument("file", type=FILE)
@click.option(
    "--row", "number", type=click.IntRange(1), default=None, help="Row, 1 is the lowest; none: all. / رقم السطر."
)
@click.option("--layered", is_flag=True, help="Each colour once a row, with its places. / كل لون مرة واحدة.")
@OWN_SIDE
@LANG
def tell(file: Path, number: int | None, layered: bool, side: str | None, language: str) -> None:
    """Print the rows."""
    from nawl.weaving.telling.runs import Side
    from nawl.weaving.telling.texts import layered_row, layered_text, row_text, running_text

    _speak(language)
    opened, begins, words = opened_chart(file), Side(side or side_of_file(file)), cast("Language", language)
    if number is not None:
        say((layered_row if layered else row_text)(opened, number, begins, words))
    else:
        say((layered_text if layered else running_text)(opened, begins, words).rstrip())


@weave.command(
    help=both(
        "Check a chart: mass, stock, symmetry, lone knots, slits of flat weave. Exit code 0: nothing found, 1: something.",
        "فحص المخطط: وزنه ومخزونه وتناظره وعقده المنفردة وشقوق البساط. رمز الخروج 0: لا ملاحظات، 1: توجد ملاحظات.",
    ),
    short_help="Check a chart · فحص المخطط",
)
@click.argument("file", type=FILE)
@YARNS
@click.option(
    "--slit", type=click.IntRange(1), default=10, show_default=True, help="The longest slit in rows. / أطول شق بالأسطر."
)
@LANG
def check(file: Path, yarn_file: Path | None, slit: int, language: str) -> None:
    """Print what was found, one line each."""
    from config.cli.weave_checks import findings

    _speak(language)
    opened = opened_chart(file)
    reckoning = reckoned(opened, shelf_of(yarn_file) if yarn_file else (), None)
    found = findings(opened, reckoning, slit, side_of_file(file), cast("Language", language))
    for line in found:
        say(line)
    if not found:
        say({"ar": "لا ملاحظات.", "en": "Nothing found."}[language])
    sys.exit(1 if found else 0)


@weave.command(
    name="print",
    help=both(
        "Print a chart as PDF: tiles or strips, colours, signs or both.",
        "طباعة المخطط PDF: قطعاً أو شرائط، بالألوان أو العلامات أو كليهما.",
    ),
    short_help="A chart on paper · المخطط على الورق",
)
@click.argument("file", type=FILE)
@click.option("--out", "target", type=Target(".pdf"), required=True, help="The PDF. / ملف PDF.")
@click.option("--paper", type=click.Choice(["a3", "a4"]), default="a3", show_default=True, help="Paper. / الورق.")
@click.option(
    "--layout",
    type=click.Choice(["tiles", "strips"]),
    default="tiles",
    show_default=True,
    help="Tiles or strips. / قطع أو شرائط.",
)
@click.option(
    "--marks",
    type=click.Choice(["both", "colour", "symbol"]),
    default="both",
    show_default=True,
    help="Colours, signs, both. / الألوان أو العلامات.",
)
@click.option(
    "--extent",
    type=click.Choice(["whole", "repeat"]),
    default="whole",
    show_default=True,
    help="Whole, or what repeats. / كامل أو المتكرر.",
)
@click.option(
    "--overlap", type=click.IntRange(0, 3), default=0, show_default=True, help="Knots shared by sheets. / عقد مشتركة."
)
@click.option(
    "--view",
    type=click.Choice(["front", "back"]),
    default="front",
    show_default=True,
    help="Seen from. / الوجه أو الظهر.",
)
@click.option(
    "--side",
    "reading",
    type=click.Choice(["right", "left"]),
    default=None,
    help="Where rows begin; none: as the file says. / جهة بدء السطر.",
)
@click.option("--title", default="", help="Title; none: the file's name. / العنوان.")
@LANG
def print_(file: Path, target: Path, title: str, language: str, reading: str | None, **paper: Any) -> None:
    """Write the PDF and name it."""
    from nawl.weaving.printing import ChartPaper, Titles, print_chart

    _speak(language)
    opened = opened_chart(file)
    with click.progressbar(length=100, label="PDF", file=sys.stderr) as bar:
        side = cast("Literal['right', 'left']", reading or side_of_file(file))
        asked = ChartPaper(language=cast("Language", language), reading=side, **paper)
        pdf = print_chart(
            opened,
            Titles(title or file.stem),
            asked,
            progress=lambda done, pages: bar.update(100 * done // pages - bar.pos),
        )
    with _writing(target):
        write_whole(pdf, target)
    say(str(target))


@weave.command(
    help=both(
        'Convert a density (40raj, 30x40/dm, 9/60 india, 210 kpsi) or a yarn count ("Nm 6x3", "Ne 20/12", 500tex) '
        "into one unit, or into all.",
        'تحويل كثافة (40raj أو 30x40/dm أو 210 kpsi) أو نمرة خيط ("Nm 6x3" أو 500tex) إلى وحدة أو إلى كل الوحدات.',
    ),
    short_help="Densities and yarn counts · الكثافات والنمر",
)
@click.argument("value")
@click.option("--to", "unit", default="", help="Unit; none: all. / الوحدة.")
@LANG
def convert(value: str, unit: str, language: str) -> None:
    """Print the value in the unit asked for, or one line a unit."""
    from config.cli.weave_units import converted

    _speak(language)
    for line in converted(value, unit, cast("Language", language)):
        say(line)


@weave.command(
    help=both(
        "List the classes: density, knot, yarn, mass, knots a day.",
        "قائمة الأصناف: الكثافة والعقدة والخيط والوزن وعقد اليوم.",
    ),
    short_help="The classes · الأصناف",
)
@CLASSES
@LANG
def classes(class_file: Path | None, language: str) -> None:
    """Print one line a class."""
    from config.cli.weave_units import class_lines

    _speak(language)
    for line in class_lines(classes_of(class_file), cast("Language", language)):
        say(line)


weave.add_command(lots)


def _speak(language: str) -> None:
    """Let refusals speak the language that was asked for, with its digits, as all other lines do."""
    from nawl.ui.reader import Reader, read_from_here

    read_from_here(Reader(cast("Language", language), "arabic" if language == "ar" else "western"))


def _write(asked: Asked, names: tuple[str, ...] | None, folder: Path) -> None:
    """Write all files, or those named; an OXS of a very large chart only where it is named."""
    chosen = names or tuple(name for name in FILES if name != "oxs" or asked.chart.frame.knots <= MOST_STITCHES)
    with _writing(folder):
        for path in write_files(asked, chosen, folder):
            say(str(path))


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    """Refuse in a sentence what the disk refuses: a folder that is not there, no right to write, no room."""
    try:
        yield
    except OSError as fault:
        from nawl.kit.errors import NotPossible

        raise NotPossible("file_unwritable", file=str(target), reason=reason_of(fault)) from fault


def _draw(chart: Chart, target: Path) -> None:
    from nawl.weaving.showing import preview

    with _writing(target):
        write_whole(preview(chart, form="webp" if target.suffix.lower() == ".webp" else "png"), target)
    say(str(target))


def _tell_drawn(drawn: Drawn, language: Language) -> None:
    from config.cli.weave_checks import told

    for line in told(drawn, language):
        say(line)


@contextmanager
def _steps() -> Iterator[Callable[[str, float], None]]:
    """Show how far the making of a chart has come."""
    with click.progressbar(length=100, label="chart · المخطط", file=sys.stderr) as bar:
        yield lambda _step, share: bar.update(round(share * 100) - bar.pos)
        bar.update(100 - bar.pos)
