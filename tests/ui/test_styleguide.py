"""The style guide shows every component, in both languages and both widths, to everybody."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from nawl.ui.tags import acts, figures, forms, lists, marks, states, text

CLASSES = {
    "act": 'class="btn',
    "submit": 'type="submit"',
    "figure": "figure--hero",
    "woven": "woven--late",
    "tiles": 'class="tiles"',
    "bars": 'class="bars"',
    "chart": 'class="chart chart--columns"',
    "field": "field--wrong",
    "faults": 'class="faults"',
    "tag": "tag--box",
    "steps": 'class="steps"',
    "facts": 'class="dl"',
    "feed": 'class="feed"',
    "chips": 'class="chip"',
    "tabs": 'class="tabs"',
    "segments": 'class="seg"',
    "crumbs": 'class="crumbs"',
    "pages": 'class="pages"',
    "note": "note--line",
    "card": 'class="card',
    "empty": 'class="empty"',
    "loading": "loading",
    "work": 'class="work',
    "conflict": "table--pair",
    "icon": 'class="i',
    "mark": 'class="mark"',
    "kilim": "k-SY13",
    "counted": "<bdi>",
    "door": 'class="door"',
    "post": "",  # a button of a form: the same as submit
}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_it_shows_every_component_in_either_language(client, lang):
    page = client.get(reverse("ui:specimen", args=[lang])).content.decode()
    assert f'<html lang="{lang}"' in page
    assert not [name for name, sign in CLASSES.items() if sign not in page]


def test_every_component_is_among_those_looked_for():
    modules = (text, marks, acts, figures, forms, lists, states)
    assert {name for module in modules for name in module.register.tags} == set(CLASSES)


def test_the_english_guide_holds_no_arabic_but_names_of_languages_and_the_mark(client):
    page = client.get(reverse("ui:specimen", args=["en"])).content.decode()
    page = re.sub(r'<(button|span)[^>]*lang="ar"[^>]*>[^<]*</\1>', "", page)
    assert set(re.findall(r"[\u0621-\u064a]+", page)) == set()


def test_both_languages_and_both_widths_stand_side_by_side(client):
    page = client.get(reverse("ui:both")).content.decode()
    assert re.findall(r'<iframe src="/styleguide/(\w+)/" width="(\d+)"', page) == [
        ("ar", "360"),
        ("ar", "1080"),
        ("en", "360"),
        ("en", "1080"),
    ]


@pytest.mark.parametrize(("status", "name"), [(403, "403"), (404, "404"), (500, "500")])
def test_it_shows_refusals_as_they_are(client, status, name):
    assert client.get(reverse("ui:refusal", args=[int(name)])).status_code == status


def test_an_unknown_language_or_refusal_is_not_there(client):
    assert client.get("/styleguide/fr/").status_code == 404
    assert client.get("/styleguide/refusals/418/").status_code == 404


def test_a_document_is_always_light(client):
    client.cookies["nawl_theme"] = "dark"
    assert b'data-theme="light"' in client.get(reverse("ui:document")).content


def test_the_old_address_of_the_icon_leads_to_the_mark(client):
    assert client.get("/favicon.ico").headers["Location"].endswith("/ui/favicon.ico")


def test_the_keys_are_named(client):
    page = client.get(reverse("ui:keys")).content.decode()
    assert "<kbd>/</kbd>" in page
    assert "<kbd>?</kbd>" in page
