"""What `nawl weave` says of a chart when it was made or checked: findings and notes, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal

from nawl.kit.numbers import format_percent
from nawl.weaving.counted import Counted, said_of

if TYPE_CHECKING:
    from nawl.weaving.chart import Chart
    from nawl.weaving.classes import QualityClass
    from nawl.weaving.pictures.pipeline import Drawn
    from nawl.weaving.reckoning.sheet import Reckoning

Language = Literal["ar", "en"]
Side = Literal["right", "left"]
SLITS_SHOWN: Final = 20
MOST_LONE: Final = 0.01
"""A larger share of lone knots is hardly weavable (WORKSHOP 0: 2.7 % by four neighbours without any cleaning)."""

_AR: Final = {
    "chart": "{wide:knot} × {high:row}، الخيوط: {yarns}، متوسط فرق اللون ΔE2000 = {difference}",
    "taken": "{wide:knot} × {high:row}، الخيوط: {yarns}",
    "later": "الصنف {code}: أُخذت النسخة {version} السارية اليوم؛ وتسري النسخة {later} من {day}.",
    "step": "{step}، عدد العقد التي تغيّرت: {changed}",
    "isolated": "العقد المنفردة",
    "confetti": "النثار",
    "islands": "البقع",
    "rare": "الألوان النادرة",
    "dithered": "المزج",
    "reduced": "الصورة كبيرة جداً وقُرئت مصغّرة.",
    "first_frame": "في الملف صور متتابعة؛ أُخذت الأولى.",
    "profile": "حُوّلت ألوان الصورة من ملفها اللوني.",
    "cmyk": "حُوّلت الصورة من ألوان الطباعة CMYK.",
    "sixteen_bit": "حُوّلت الصورة من ١٦ بتاً.",
    "turned": "أُديرت الصورة كما تقول آلة التصوير.",
    "large": "المخطط كبير جداً ({many:knot})، وملفاته ثقيلة وبطيئة.",
    "unset": "عقد بلا خيط: {knots}",
    "short": "ينقص من {name} ({code}) {short} غ",
    "lots": "{name} ({code}) من أكثر من دفعة ({lots})، وقد يظهر فرق بينها",
    "light": "الوزن {kg} كغ/م² أخف من حدود الصنف",
    "heavy": "الوزن {kg} كغ/م² أثقل من حدود الصنف",
    "symmetry": "عقد تخالف التناظر: {knots}",
    "lone": "عقد منفردة كثيرة: {share}",
    "few": "لون نادر: {name} ({code})، {many:knot}",
    "slits": "شقوق طويلة: {number}، أطولها {rows:row}",
    "right": "من اليمين",
    "left": "من اليسار",
    "slit_step": "شق بين العمودين {column} و{next} {side}، الأسطر {first} إلى {last}: تكسره درجة",
    "slit_interlock": "شق بين العمودين {column} و{next} {side}، الأسطر {first} إلى {last}: تُشبك اللحمتان",
}
_EN: Final = {
    "chart": "{wide:knot} × {high:row}, yarns: {yarns}, mean ΔE2000 = {difference}",
    "taken": "{wide:knot} × {high:row}, yarns: {yarns}",
    "later": "Class {code}: version {version}, in force today, was taken; version {later} is in force from {day}.",
    "step": "{step}, knots changed: {changed}",
    "isolated": "Lone knots",
    "confetti": "Confetti",
    "islands": "Spots",
    "rare": "Rare colours",
    "dithered": "Mixing",
    "reduced": "The picture is very large and was read at a smaller size.",
    "first_frame": "The file holds several pictures; the first was taken.",
    "profile": "The picture's colours were converted from its profile.",
    "cmyk": "The picture was converted from printing colours (CMYK).",
    "sixteen_bit": "The picture was converted from 16 bits.",
    "turned": "The picture was turned as its camera says.",
    "large": "The chart is very large ({many:knot}); its files are heavy and slow.",
    "unset": "Knots without a yarn: {knots}",
    "short": "{name} ({code}) is short by {short} g",
    "lots": "{name} ({code}) comes from several lots ({lots}), whose seam may be seen",
    "light": "The mass of {kg} kg/m² is below the range of the class",
    "heavy": "The mass of {kg} kg/m² is above the range of the class",
    "symmetry": "Knots that break the symmetry: {knots}",
    "lone": "Many lone knots: {share}",
    "few": "Rare colour: {name} ({code}), {many:knot}",
    "slits": "Long slits: {number}, the longest of {rows:row}",
    "right": "from the right",
    "left": "from the left",
    "slit_step": "Slit between columns {column} and {next}, {side}, rows {first} to {last}: a step breaks it",
    "slit_interlock": "Slit between columns {column} and {next}, {side}, rows {first} to {last}: interlock the wefts",
}


def _say(language: Language, quality: QualityClass, key: str, **facts: Any) -> str:
    """Fill a phrase: numbers in the language's digits, texts as they are; of a flat weave it counts cells."""
    shown = {name: one if isinstance(one, str) else Counted(one, language) for name, one in facts.items()}
    return said_of((_AR if language == "ar" else _EN)[key], quality).format(**shown)


def told(drawn: Drawn, language: Language) -> Iterator[str]:
    """Say how a picture became a chart: what was done on reading, its size, its likeness, what cleaning changed."""
    frame = drawn.chart.frame
    say = partial(_say, language, frame.quality)
    for note in drawn.told:
        yield say(note)
    if frame.is_large:
        yield say("large", many=frame.knots)
    facts = {"wide": frame.wide, "high": frame.high, "yarns": len(drawn.chart.yarns)}
    yield say("chart", **facts, difference=round(drawn.difference, 1))
    words = _AR if language == "ar" else _EN
    for step in drawn.steps:
        yield say("step", step=said_of(words[step.code], frame.quality), changed=step.changed)
    if drawn.chart.unset:
        yield say("unset", knots=drawn.chart.unset)
    for one in drawn.short:
        named = {"name": one.yarn.name(language), "code": one.yarn.code}
        yield say("short", **named, short=one.need_g - one.stock_g)


def told_of_taken(chart: Chart, language: Language) -> Iterator[str]:
    """Say what was taken of another program's file."""
    say = partial(_say, language, chart.frame.quality)
    yield say("taken", wide=chart.frame.wide, high=chart.frame.high, yarns=len(chart.yarns))
    if chart.unset:
        yield say("unset", knots=chart.unset)


def later_version(taken: QualityClass, offered: Sequence[QualityClass], asked: str) -> Iterator[str]:
    """Say that a class has a version which is not yet in force, where none was asked for by its number."""
    from nawl.ui import words
    from nawl.ui.reader import current

    ahead = [one for one in offered if one.code == taken.code and one.valid_from > taken.valid_from]
    if "/" in asked or not ahead:
        return
    later = min(ahead, key=lambda one: one.valid_from)
    facts = {"code": taken.code, "version": taken.version, "later": later.version}
    yield _say(current().language, taken, "later", **facts, day=words.day(later.valid_from))


def findings(chart: Chart, reckoning: Reckoning, slit: int, side: Side, language: Language) -> list[str]:
    """Return what stands against weaving a chart as it is; columns are counted from the side where its rows begin."""
    return [
        _say(language, chart.frame.quality, key, **facts)
        for key, facts in _found(chart, reckoning, slit, side, language)
    ]


def _found(
    chart: Chart, reckoning: Reckoning, slit: int, side: Side, language: Language
) -> Iterator[tuple[str, dict[str, Any]]]:
    check, weight = reckoning.weavability, reckoning.weight
    if reckoning.unset:
        yield "unset", {"knots": reckoning.unset}
    yield from _of_yarns(reckoning, language)
    if str(weight.verdict) in {"light", "heavy"}:
        yield str(weight.verdict), {"kg": weight.kg_m2}
    if check.symmetry_errors:
        yield "symmetry", {"knots": check.symmetry_errors}
    if check.lone_share > MOST_LONE:
        yield "lone", {"share": format_percent(check.lone_share, "arabic" if language == "ar" else "western")}
    if chart.frame.quality.mode == "flat":
        yield from _slits(chart, slit, side, language)


def _of_yarns(reckoning: Reckoning, language: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    """What stands against a yarn: too little, only in several lots, hardly used."""
    for need in reckoning.yarns:
        named = {"name": need.yarn.name(language), "code": need.yarn.code}
        if need.short_g:
            yield "short", {**named, "short": need.short_g}
        if len(need.lots) > 1:
            comma = "، " if language == "ar" else ", "
            yield "lots", {**named, "lots": comma.join(lot.number for lot in need.lots)}
        if need.yarn.code in reckoning.weavability.rare:
            yield "few", {**named, "many": need.knots}


def _slits(chart: Chart, most: int, side: Side, language: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    from nawl.weaving.flat import slits

    found = slits(chart, most)
    if found:
        yield "slits", {"number": len(found), "rows": found[0].length}
    for one in found[:SLITS_SHOWN]:
        first, last = one.rows_on_paper(chart.frame.high)
        column = chart.frame.wide - one.column if side == "right" else one.column
        begins = (_AR if language == "ar" else _EN)[side]
        yield (
            f"slit_{one.remedy}",
            {"column": column, "next": column + 1, "side": begins, "first": first, "last": last},
        )
