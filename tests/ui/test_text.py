"""Numbers, days and periods are shown as the reader chose, each kept whole."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from nawl.kit.periods import Period


@pytest.mark.parametrize(
    ("source", "western", "arabic"),
    [
        ("{{ 155000|num }}", "155,000", "١٥٥٬٠٠٠"),
        ("{{ share|num:1 }}", "12.5", "١٢٫٥"),
        ("{{ 0.97|pct }}", "97%", "٩٧٪"),
        ("{{ day|day }}", "14 تموز 2022", "١٤ تموز ٢٠٢٢"),
        ("{{ moment|clock_time }}", "01:30", "٠١:٣٠"),
        ("{{ period|period_name }}", "النصف الأول من عام 2022", "النصف الأول من عام ٢٠٢٢"),
        ('{% counted 11 "service" %}', "11 خدمة", "١١ خدمة"),
        ('{% counted 2 "service" %}', "خدمتان", "خدمتان"),
        ('{{ "النول ٣"|in_digits }}', "النول 3", "النول ٣"),
    ],
)
def test_what_is_shown_in_arabic_with_either_digits(render, source, western, arabic):
    context = {
        "share": Decimal("12.5"),
        "day": date(2022, 7, 14),
        "moment": datetime(2022, 7, 13, 22, 30, tzinfo=UTC),
        "period": Period.half(2022, 1),
    }
    assert render(source, **context) == f"<bdi>{western}</bdi>"
    assert render(source, digits="arabic", **context) == f"<bdi>{arabic}</bdi>"


def test_a_moment_counts_in_the_time_zone_of_the_programme(render):
    late_evening_in_greenwich = datetime(2022, 7, 13, 22, 30, tzinfo=UTC)
    assert "14 July 2022" in render("{{ at|moment }}", language="en", at=late_evening_in_greenwich)


@pytest.mark.parametrize("name", ["num", "pct", "day", "moment", "clock_time", "period_name"])
def test_no_value_shows_nothing(render, name):
    assert render("{{ value|" + name + " }}", value=None) == ""


def test_nought_is_shown(render):
    assert render("{{ 0|num }}") == "<bdi>0</bdi>"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("بدأ «نجوم»، DSN-2022-0009-8", 'بدأ «نجوم»، <bdi class="ltr">DSN-2022-0009-8</bdi>'),
        ("وSY1003-RDC-02.", 'و<bdi class="ltr">SY1003-RDC-02</bdi>.'),
        ("A-1, x-2 <b> 22-401", "A-1, x-2 &lt;b&gt; 22-401"),
        ("CPY-2022-1 CPY-2022-2", '<bdi class="ltr">CPY-2022-1</bdi> <bdi class="ltr">CPY-2022-2</bdi>'),
        ("no code", "no code"),
    ],
)
def test_codes_within_a_sentence_are_kept_whole(render, sentence, shown):
    assert render("{{ sentence|with_codes }}", sentence=sentence) == shown


def test_a_code_is_read_from_left_to_right_and_keeps_its_digits(render):
    assert render("{{ 'SY1003-RDC-02'|code }}", digits="arabic") == '<bdi class="ltr">SY1003-RDC-02</bdi>'
