"""The reckoning as a page of words in either language, for the file that goes with a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final, Literal

from nawl.kit.numbers import Digits, format_number, format_percent
from nawl.weaving.classes import Mode
from nawl.weaving.counted import in_cells
from nawl.weaving.reckoning.costs import CostSheet
from nawl.weaving.reckoning.needs import YarnNeed
from nawl.weaving.reckoning.rounding import rounded
from nawl.weaving.reckoning.sheet import Reckoning, Thread

Language = Literal["ar", "en"]
Number = Callable[..., str]

_AR: Final = {
    "size": "الصنف {quality}: {wide} عقدة × {high} سطراً = {knots} عقدة، {area} م²",
    "unset": "عقد بلا خيط: {unset}",
    "yarns": "الغزول",
    "yarn": "{name} ({code}): {knots} عقدة ({share})، {metres} م، {net} غ صافٍ، {gross} غ مع الهدر، الشلل: {hanks}",
    "stock": "في المخزون {stock} غ",
    "lot": "من الدفعة {lots}",
    "lots": "من أكثر من دفعة ({lots})، وقد يظهر فرق بينها",
    "short": "ينقص {short} غ",
    "stand_in": "أقرب خيط متوفر: {name} ({code})، فرق اللون ΔE2000 = {difference}",
    "no_stand_in": "لا خيط آخر يكفي مخزونه",
    "other_count": "نمرته غير نمرة الصنف",
    "pile": "المجموع: {net} غ صافٍ، {gross} غ مع الهدر",
    "foundation": "السدى واللحمة",
    "warp": "السدى: {number} خيط، {metres} م، {grams} غ ({tex} تكس)",
    "weft": "اللحمة {order}: {number} سطر، {metres} م، {grams} غ ({tex} تكس)",
    "weight": "الوزن قبل القص والغسل: {total} غ، {kg} كغ/م²",
    "range": "حدود الصنف {low} إلى {high} كغ/م²",
    "light": "أخف من الصنف",
    "fit": "ضمن الصنف",
    "heavy": "أثقل من الصنف",
    "unknown": "لا حدود لوزن الصنف",
    "work": "العمل",
    "days": "أيام نسّاجة واحدة: {days}؛ نسّاجات متجاورات: {weavers}؛ أيام النول: {loom}؛ أيام التقويم: {calendar}",
    "difficulty": "الصعوبة: نسبة تبدّل اللون {rate}، المعامل {coefficient}",
    "checks": "قابلية النسج",
    "runs": "متوسط طول اللون المتصل: {run} عقدة؛ تبدلات اللون في السطر: {changes} وسطياً، {most} على الأكثر",
    "colours": "ألوان السطر: {mean} وسطياً، {most} على الأكثر",
    "lone": "عقد منفردة: {eight} (من ثماني جارات)، {four} (من أربع)",
    "symmetry": "عقد تخالف التناظر: {errors}",
    "rare": "ألوان نادرة: {codes}",
    "cost": "الكلفة",
    "materials": "المواد",
    "pay": "الأجر",
    "finishing": "التشطيب",
    "loom_days": "أيام النول",
    "total": "مجموع الكلفة: {total} ({per_m2} للمتر المربع)",
    "margin": "السعر بهامش ربح {share} من السعر: {price}",
    "mark_up": "السعر بإضافة {share} على الكلفة: {price}",
    "and": "، ",
}
_EN: Final = {
    "size": "Class {quality}: {wide} knots × {high} rows = {knots} knots, {area} m²",
    "unset": "Knots without a yarn: {unset}",
    "yarns": "Yarns",
    "yarn": "{name} ({code}): {knots} knots ({share}), {metres} m, {net} g net, {gross} g with waste, hanks: {hanks}",
    "stock": "in stock {stock} g",
    "lot": "from the lot {lots}",
    "lots": "from several lots ({lots}), whose seam may be seen",
    "short": "short by {short} g",
    "stand_in": "nearest yarn in stock: {name} ({code}), ΔE2000 = {difference}",
    "no_stand_in": "no other yarn lies in stock in that amount",
    "other_count": "its count is not the class's",
    "pile": "Sum: {net} g net, {gross} g with waste",
    "foundation": "Warp and weft",
    "warp": "Warp: {number} threads, {metres} m, {grams} g ({tex} tex)",
    "weft": "Weft {order}: {number} rows, {metres} m, {grams} g ({tex} tex)",
    "weight": "Mass before shearing and washing: {total} g, {kg} kg/m²",
    "range": "range of the class {low} to {high} kg/m²",
    "light": "lighter than the class",
    "fit": "fits the class",
    "heavy": "heavier than the class",
    "unknown": "the class has no range",
    "work": "Work",
    "days": "Days of one weaver: {days}; weavers side by side: {weavers}; loom-days: {loom}; calendar days: {calendar}",
    "difficulty": "Difficulty: share of colour changes {rate}, coefficient {coefficient}",
    "checks": "Weavability",
    "runs": "Mean run: {run} knots; changes a row: {changes} on average, {most} at most",
    "colours": "Colours a row: {mean} on average, {most} at most",
    "lone": "Lone knots: {eight} (of eight neighbours), {four} (of four)",
    "symmetry": "Knots that break the symmetry: {errors}",
    "rare": "Rare colours: {codes}",
    "cost": "Cost",
    "materials": "Materials",
    "pay": "Pay",
    "finishing": "Finishing",
    "loom_days": "Loom-days",
    "total": "Cost in all: {total} ({per_m2} per m²)",
    "margin": "Price with a margin of {share} of the price: {price}",
    "mark_up": "Price with a mark-up of {share} on the cost: {price}",
    "and": ", ",
}


class _Speaker:
    """Says things in one language and its digits; of a flat weave it counts cells."""

    def __init__(self, language: Language, mode: Mode) -> None:
        self.language = language
        words = _AR if language == "ar" else _EN
        self.words = words if mode == "pile" else {key: in_cells(text) for key, text in words.items()}
        self.digits: Digits = "arabic" if language == "ar" else "western"

    def say(self, key: str, **facts: str) -> str:
        """Return a phrase with its facts filled in."""
        return self.words[key].format(**facts)

    def number(self, value: Decimal | float, places: int | None = None) -> str:
        """Return a number in the language's digits."""
        return format_number(value, self.digits, places)

    def percent(self, value: Decimal | float) -> str:
        """Return a share as a percentage to one decimal."""
        return format_percent(value, self.digits)


def reckoning_text(reckoning: Reckoning, language: Language = "ar") -> str:
    """Return the whole reckoning as lines of text, parted by headings."""
    say = _Speaker(language, reckoning.mode)
    parts = [_size(reckoning, say), _yarns(reckoning, say), _foundation(reckoning, say), _work(reckoning, say)]
    parts.append(_checks(reckoning, say))
    if reckoning.cost is not None:
        parts.append(_cost(reckoning.cost, say))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _size(one: Reckoning, say: _Speaker) -> Iterator[str]:
    yield say.say(
        "size",
        quality=one.quality,
        wide=say.number(one.wide),
        high=say.number(one.high),
        knots=say.number(one.knots),
        area=say.number(rounded(one.area_m2, 4)),
    )
    if one.unset:
        yield say.say("unset", unset=say.number(one.unset))


def _yarns(one: Reckoning, say: _Speaker) -> Iterator[str]:
    yield say.words["yarns"]
    for need in one.yarns:
        yield "- " + _yarn(need, say)
    yield "- " + say.say("pile", net=say.number(one.pile_g, 1), gross=say.number(one.pile_gross_g, 1))


def _yarn(need: YarnNeed, say: _Speaker) -> str:
    phrases = [
        say.say(
            "yarn",
            name=need.yarn.name(say.language),
            code=need.yarn.code,
            knots=say.number(need.knots),
            share=say.percent(need.share),
            metres=say.number(need.metres, 1),
            net=say.number(need.net_g, 1),
            gross=say.number(need.gross_g, 1),
            hanks=say.number(need.hanks),
        )
    ]
    if need.stock_g is not None:
        phrases.append(say.say("stock", stock=say.number(need.stock_g)))
    if need.lots:
        numbers = say.words["and"].join(lot.number for lot in need.lots)
        phrases.append(say.say("lot" if len(need.lots) == 1 else "lots", lots=numbers))
    if need.short_g:
        phrases += [say.say("short", short=say.number(need.short_g, 1)), _stand_in(need, say)]
    if need.is_other_count:
        phrases.append(say.words["other_count"])
    return say.words["and"].join(phrases)


def _stand_in(need: YarnNeed, say: _Speaker) -> str:
    other = need.stand_in
    if other is None:
        return say.words["no_stand_in"]
    name, code = other.yarn.name(say.language), other.yarn.code
    return say.say("stand_in", name=name, code=code, difference=say.number(other.difference, 1))


def _foundation(one: Reckoning, say: _Speaker) -> Iterator[str]:
    yield say.words["foundation"]
    yield "- " + _thread("warp", one.warp, say)
    for order, weft in enumerate(one.wefts, 1):
        yield "- " + _thread("weft", weft, say, order=say.number(order))
    weight = one.weight
    phrases = [say.say("weight", total=say.number(weight.total_g, 1), kg=say.number(weight.kg_m2, 3))]
    if weight.low is not None and weight.high is not None:
        phrases.append(say.say("range", low=say.number(weight.low), high=say.number(weight.high)))
    yield "- " + say.words["and"].join([*phrases, say.words[str(weight.verdict)]])


def _thread(key: str, thread: Thread, say: _Speaker, **facts: str) -> str:
    return say.say(
        key,
        number=say.number(thread.number),
        metres=say.number(thread.metres, 1),
        grams=say.number(thread.grams, 1),
        tex=say.number(thread.tex),
        **facts,
    )


def _work(one: Reckoning, say: _Speaker) -> Iterator[str]:
    work, hard = one.labour, one.difficulty
    yield say.words["work"]
    yield "- " + say.say(
        "days",
        days=say.number(work.weaver_days),
        weavers=say.number(work.weavers),
        loom=say.number(work.loom_days),
        calendar=say.number(work.calendar_days),
    )
    yield "- " + say.say("difficulty", rate=say.percent(hard.change_rate), coefficient=say.number(hard.coefficient, 3))


def _checks(one: Reckoning, say: _Speaker) -> Iterator[str]:
    check = one.weavability
    yield say.words["checks"]
    changes = {"changes": say.number(check.mean_changes, 1), "most": say.number(check.most_changes)}
    yield "- " + say.say("runs", run=say.number(check.mean_run, 1), **changes)
    yield "- " + say.say("colours", mean=say.number(check.mean_colours, 1), most=say.number(check.most_colours))
    yield "- " + say.say("lone", eight=say.percent(check.lone_share), four=say.percent(check.lone_share_four))
    if check.symmetry_errors:
        yield "- " + say.say("symmetry", errors=say.number(check.symmetry_errors))
    if check.rare:
        yield "- " + say.say("rare", codes=say.words["and"].join(check.rare))


def _cost(cost: CostSheet, say: _Speaker) -> Iterator[str]:
    yield say.words["cost"]
    for line in cost.lines:
        yield f"- {say.words[line.code]}: {line.amount.format(say.language, say.digits)}"
    total, per_m2 = (amount.format(say.language, say.digits) for amount in (cost.total, cost.per_m2))
    yield "- " + say.say("total", total=total, per_m2=per_m2)
    for key, share, price in (
        ("margin", cost.margin, cost.price_by_margin),
        ("mark_up", cost.mark_up, cost.price_by_mark_up),
    ):
        yield "- " + say.say(key, share=say.percent(share), price=price.format(say.language, say.digits))
