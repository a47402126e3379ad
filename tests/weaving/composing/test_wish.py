"""Market notes are read by rule: what is understood, and what is told as not understood."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving.composing.families import COLOURS
from nawl.weaving.composing.kinds import BY_MOTIF, KINDS, STYLES
from nawl.weaving.composing.phrases import table
from nawl.weaving.composing.wish import Wish, from_words


def size(width: int | str, length: int | str) -> tuple[Decimal, Decimal]:
    return Decimal(width), Decimal(length)


NOTES = [
    (
        "طرطوس، أحمر، سجادة صالون ٢×٣",
        Wish(governorate="tartus", colours=("red",), kind="salon", size_cm=size(200, 300)),
    ),
    (
        "لوحة جدارية ٦٠×٩٠ كحلي شجرة",
        Wish(colours=("navy",), kind="panel", size_cm=size(60, 90), motifs=("tree",)),
    ),
    ("ممر 80x300 هندسي بني", Wish(colours=("brown",), kind="runner", size_cm=size(80, 300), styles=("geometric",))),
    ("سجادة صلاة خضراء من ريف دمشق", Wish(governorate="rif_dimashq", colours=("green",), kind="prayer")),
    ("السويداء: أسود وأحمر، صنف ٣٠٠", Wish(governorate="as_suwayda", colours=("black", "red"), quality="300")),
    ("بساط مخطط بألوان زعفرانية", Wish(colours=("saffron",), kind="kilim", motifs=("stripes",))),
    ("سجادة باللون الأزرق الفاتح", Wish(colours=("sky",), kind="salon")),
    ("لوحة كوفية «بركة» ٦٠ × ٩٠ سم", Wish(kind="panel", size_cm=size(60, 90), motifs=("kufic",), words="بركة")),
    ("سجّادةٌ حمراءُ للصالون بقياس ٢ × ٣ م", Wish(colours=("red",), kind="salon", size_cm=size(200, 300))),
    ("مصلية فيروزية", Wish(colours=("turquoise",), kind="prayer")),
    ("سجادة وردية وبيضاء نباتية", Wish(colours=("pink", "white"), kind="salon", styles=("floral",))),
    ("red carpet 2x3 from Tartous", Wish(governorate="tartus", colours=("red",), kind="salon", size_cm=size(200, 300))),
    (
        "navy wall panel 60x90 cm, tree of life",
        Wish(colours=("navy",), kind="panel", size_cm=size(60, 90), motifs=("tree",)),
    ),
    ("geometric runner, brown", Wish(colours=("brown",), kind="runner", styles=("geometric",))),
    ("prayer rug with a niche, class 360", Wish(kind="prayer", quality="360", motifs=("niche",))),
    ("a unicorn in green", Wish(colours=("green",), unknown=("unicorn",))),
    ("سجادة فضائية", Wish(kind="salon", unknown=("فضائية",))),
    ("", Wish()),
]


@pytest.mark.parametrize(("note", "wish"), NOTES)
def test_a_market_note_is_read_as_a_wish(note: str, wish: Wish) -> None:
    assert from_words(note) == wish


def test_a_second_governorate_is_told_and_not_dropped() -> None:
    assert from_words("طرطوس اللاذقية").unknown == ("اللاذقية",)


@pytest.mark.parametrize("note", ["سجادة ٢ في ٣", "سجادة 200*300", "٢٫٠×٣ م", "2 by 3"])
def test_a_size_is_read_however_it_is_written(note: str) -> None:
    assert from_words(note).size_cm == size(200, 300)


def test_light_and_large_alone_are_told_for_nothing_is_guessed_from_them() -> None:
    assert from_words("سجادة كبيرة").unknown == ("كبيرة",)


REFUSALS = [
    ("بلا أحمر", Wish(without=("red",))),
    ("بدون أخضر", Wish(without=("green",))),
    ("من غير أزرق", Wish(without=("blue",))),
    ("لا أحمر", Wish(without=("red",))),
    ("بلا اللون الأحمر", Wish(without=("red",))),
    ("ما بدي أحمر", Wish(without=("red",))),
    ("بلا أحمر ولا أسود", Wish(without=("red", "black"))),
    ("بلا أحمر وأسود", Wish(without=("red", "black"))),
    ("بلا أحمر، أسود وأخضر", Wish(without=("red", "black", "green"))),
    ("بدون الأحمر أو الأخضر أو الأزرق", Wish(without=("red", "green", "blue"))),
    ("طرطوس، بلا أحمر، كحلي", Wish(governorate="tartus", colours=("navy",), without=("red",))),
    ("سجادة زرقاء ولا حمراء", Wish(kind="salon", colours=("blue",), without=("red",))),
    ("سجادة خالية من الأحمر والأسود", Wish(kind="salon", without=("red", "black"))),
    ("بلا أحمر مع أزرق", Wish(colours=("blue",), without=("red",))),
    ("بلا أحمر وسجادة صلاة خضراء", Wish(kind="prayer", colours=("green",), without=("red",))),
    ("حمراء بلا خمري", Wish(colours=("red",), without=("wine",))),
    ("أزرق بلا كحلي", Wish(colours=("blue",), without=("navy",))),
    ("كحلي بلا أزرق", Wish(without=("blue",), unknown=("كحلي",))),
    ("بلا ميدالية، أحمر", Wish(colours=("red",), unknown=("بلا ميدالية",))),
    ("بلا زعفطيط", Wish(unknown=("بلا زعفطيط",))),
    ("no red", Wish(without=("red",))),
    ("without green", Wish(without=("green",))),
    ("Without any Red", Wish(without=("red",))),
    ("without red or black", Wish(without=("red", "black"))),
    ("without red and black", Wish(without=("red", "black"))),
    ("neither red nor black", Wish(without=("red", "black"))),
    ("without red, black or green", Wish(without=("red", "black", "green"))),
    ("no red, no black; blue", Wish(colours=("blue",), without=("red", "black"))),
    ("no red, blue", Wish(colours=("blue",), without=("red",))),
    ("blue rug, not red", Wish(kind="salon", colours=("blue",), without=("red",))),
    ("no red but blue", Wish(colours=("blue",), without=("red",))),
    ("green without black and with blue", Wish(colours=("green", "blue"), without=("black",))),
    ("without light blue", Wish(without=("sky",))),
    ("not only red", Wish(colours=("red",))),
    ("red without red", Wish(without=("red",), unknown=("red",))),
    ("without stars or red", Wish(without=("red",), unknown=("without stars",))),
]


@pytest.mark.parametrize(("note", "wish"), REFUSALS)
def test_what_a_note_refuses_is_never_taken_as_wished(note: str, wish: Wish) -> None:
    read = from_words(note)
    assert (read, read.without) == (wish, wish.without)


@pytest.mark.parametrize("colour", sorted(COLOURS))
@pytest.mark.parametrize(
    "written",
    ["بلا {}", "بدون {}", "من غير {}", "لا {}", "بلا زرقاء ولا {}", "no {}", "without {}", "without blue or {}"],
)
def test_every_word_of_every_colour_can_be_refused(colour: str, written: str) -> None:
    for word, meaning in table().items():
        if meaning == ("colour", colour):
            read = from_words(written.format(word))
            assert colour in read.without, word
            assert read.colours == (), word


@given(st.text(max_size=60))
def test_any_text_is_read_without_fault(text: str) -> None:
    assert isinstance(from_words(text), Wish)


def test_every_meaning_of_the_table_is_one_the_composer_knows() -> None:
    known = {
        "colour": set(COLOURS),
        "kind": set(KINDS),
        "style": set(STYLES),
    }
    for group, meaning in table().values():
        if group in known:
            assert meaning in known[group], meaning
    assert set(BY_MOTIF) <= {meaning for group, meaning in table().values() if group == "motif"}
