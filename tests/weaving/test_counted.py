"""A flat weave has no knots, so no text about one speaks of them."""

from __future__ import annotations

import pytest

from nawl.weaving.counted import Counted, in_cells, said_of
from nawl.weaving.reckoning.sheet import reckon
from nawl.weaving.reckoning.wording import reckoning_text
from nawl.weaving.telling.runs import Side
from nawl.weaving.telling.texts import layered_text, running_text
from tests.factories.charts import chart_of

KILIM, PILE = chart_of("abba aaaa abba", "kilim"), chart_of("abba aaaa abba")


@pytest.mark.parametrize(("language", "knot", "cell"), [("ar", "عقد", "خان"), ("en", "knot", "cell")])
def test_what_is_said_of_a_flat_weave_counts_cells_and_of_pile_knots(language, knot, cell):
    for say in (
        lambda chart: running_text(chart, language=language),
        lambda chart: layered_text(chart, Side.CENTRE, language),
        lambda chart: reckoning_text(reckon(chart), language),
    ):
        assert knot not in say(KILIM).lower()
        assert cell in say(KILIM).lower()
        assert knot in say(PILE).lower()
        assert cell not in say(PILE).lower()


def test_a_place_in_a_phrase_keeps_its_name():
    assert in_cells("Rare: {knots} knots, Knots") == "Rare: {knots} cells, Cells"
    assert said_of("٣ عقد", PILE.frame.quality) == "٣ عقد"
    assert in_cells("عقدتان، وعقدتين، وعقدتها") == "خانتان، وخانتين، وخانتها"
    assert said_of("عقدة، عقد: {knots}", KILIM.frame.quality) == "خانة، خانات: {knots}"


@pytest.mark.parametrize(
    ("number", "noun", "arabic", "english"),
    [
        (1, "row", "سطر واحد", "1 row"),
        (2, "knot", "عقدتان", "2 knots"),
        (3, "row", "٣ أسطر", "3 rows"),
        (11, "row", "١١ سطراً", "11 rows"),
        (450, "row", "٤٥٠ سطراً", "450 rows"),
        (900, "row", "٩٠٠ سطر", "900 rows"),
        (1005, "cell", "١٬٠٠٥ خانات", "1,005 cells"),
        (12.5, "", "١٢٫٥", "12.5"),
    ],
)
def test_a_number_in_a_phrase_takes_its_noun_as_it_is_counted(
    number: float, noun: str, arabic: str, english: str
) -> None:
    phrase = "{n:" + noun + "}" if noun else "{n}"
    assert phrase.format(n=Counted(number, "ar")) == arabic
    assert phrase.format(n=Counted(number, "en")) == english
