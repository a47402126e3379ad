"""Words are collected from code and templates, kept when they return, and every fault is named."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from config.words import catalogue
from config.words.__main__ import check, packages
from config.words.extract import texts_of
from config.words.faults import faults_of, said_differently

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
TITLE = _("Centres")
def spoken(n):
    return ngettext("%(n)s row", "%(n)s rows", n) % {"n": n}
MONTH = pgettext("menu", "Light")
NOT_OURS = "left alone"
"""
PAGE = """{% load i18n %}
  {% if x %}
      {% translate "Search" %}
  {% endif %}
{% blocktranslate trimmed count n=n with place=place %}
  {{ n }} centre in {{ place }}
{% plural %}
  {{ n }} centres in {{ place }}
{% endblocktranslate %}
{% translate "Light" context "menu" %}
<p title="it's not Python">{{ a|default:"x" }}</p>
"""


@pytest.fixture
def package(tmp_path):
    house = tmp_path / "house"
    (house / "templates" / "house").mkdir(parents=True)
    (house / "migrations").mkdir()
    (house / "__init__.py").write_text(CODE, encoding="utf-8")
    (house / "migrations" / "0001.py").write_text('_("never")', encoding="utf-8")
    (house / "templates" / "house" / "list.html").write_text(PAGE, encoding="utf-8")
    return house


def collected(package: Path) -> catalogue.Words:
    path = catalogue.po_path(package)
    words = catalogue.merge(texts_of(package), catalogue.read(path))
    catalogue.write(words, path)
    return catalogue.read(path)


def translate(package: Path, **texts: object) -> None:
    path = catalogue.po_path(package)
    words = catalogue.merge(texts_of(package), catalogue.read(path))
    for message in words:
        single = message.id[0] if isinstance(message.id, tuple) else message.id
        if single in texts:
            message.string = texts[single]
    catalogue.write(words, path)


def test_texts_are_found_in_code_and_templates(package):
    assert set(texts_of(package)) == {
        ("", "Centres"),
        ("", "%(n)s row"),
        ("menu", "Light"),
        ("", "Search"),
        ("", "%(n)s centre in %(place)s"),
    }


def test_a_text_names_the_files_it_stands_in_without_lines(package):
    collected(package)
    text = catalogue.po_path(package).read_text(encoding="utf-8")
    assert "#: __init__.py templates/house/list.html" in text
    assert ".py:" not in text


def test_the_head_names_no_person_no_machine_and_no_hour(package):
    collected(package)
    head = catalogue.po_path(package).read_text(encoding="utf-8").split("\n\n")[0]
    assert not [word for word in ("Date", "Translator", "Team", "@", "Generated", "Project") if word in head]
    assert "nplurals=6" in head


def test_collecting_twice_changes_nothing(package):
    collected(package)
    path = catalogue.po_path(package)
    words = catalogue.merge(texts_of(package), catalogue.read(path))
    assert not catalogue.write(words, path)


def test_a_translation_is_kept_set_aside_when_its_text_goes_and_returns_with_it(package):
    collected(package)
    translate(package, Centres="المراكز")
    source = package / "__init__.py"
    source.write_text(CODE.replace('_("Centres")', '_("Units")'), encoding="utf-8")
    without = collected(package)
    assert without.get("Centres") is None
    assert any("no longer used: 'Centres'" in fault for fault in faults_of(texts_of(package), without))
    source.write_text(CODE, encoding="utf-8")
    assert collected(package).get("Centres").string == "المراكز"


def test_a_new_text_is_left_empty_and_never_guessed(package):
    collected(package)
    translate(package, Centres="المراكز")
    (package / "__init__.py").write_text(CODE.replace("Centres", "Centre"), encoding="utf-8")
    assert collected(package).get("Centre").string == ""


def test_what_is_untranslated_is_named(package):
    faults = faults_of(texts_of(package), collected(package))
    assert sum(fault.startswith("untranslated") for fault in faults) == 5


def test_five_of_six_forms_are_not_enough(package):
    collected(package)
    translate(package, **{"%(n)s row": ("a", "b", "c", "%(n)s d", "%(n)s e", "")})
    faults = faults_of(texts_of(package), catalogue.read(catalogue.po_path(package)))
    assert any("'%(n)s row'" in fault for fault in faults)


def test_a_fact_may_be_left_out_of_the_forms_that_say_it_in_words_and_of_no_other(package):
    collected(package)
    path = catalogue.po_path(package)
    translate(package, **{"%(n)s row": ("لا صفوف", "صف", "صفان", "%(n)s صفوف", "%(n)s صفاً", "%(n)s صف")})
    assert not [fault for fault in faults_of(texts_of(package), catalogue.read(path)) if "row" in fault]
    translate(package, **{"%(n)s row": ("لا صفوف", "صف", "صفان", "صفوف", "%(m)s صفاً", "%(n)s صف")})
    faults = [fault for fault in faults_of(texts_of(package), catalogue.read(path)) if "row" in fault]
    assert any("missing fact n" in fault for fault in faults)
    assert any("unknown fact m" in fault for fault in faults)


def test_what_was_compiled_speaks_with_six_forms(package):
    collected(package)
    forms = ("لا صفوف", "صف", "صفان", "%(n)s صفوف", "%(n)s صفاً", "%(n)s صف")
    translate(package, **{"%(n)s row": forms, "Centres": "المراكز"})
    path = catalogue.po_path(package)
    assert catalogue.compiled(path)
    assert not catalogue.compiled(path)
    with path.with_suffix(".mo").open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    assert spoken.gettext("Centres") == "المراكز"
    said = {n: spoken.ngettext("%(n)s row", "%(n)s rows", n) % {"n": n} for n in (0, 1, 2, 3, 11, 100, 103)}
    assert list(said.values()) == ["لا صفوف", "صف", "صفان", "3 صفوف", "11 صفاً", "100 صف", "103 صفوف"]


def test_two_packages_that_say_one_text_in_two_ways_are_named(package):
    one, other = catalogue.Words(), catalogue.Words()
    one.add("Search", "بحث")
    other.add("Search", "تفتيش")
    assert said_differently({"one": one, "other": other})
    assert not said_differently({"one": one, "same": one})


def test_an_unknown_package_is_refused():
    with pytest.raises(SystemExit, match="No package nowhere"):
        packages(["nowhere"])
    assert [path.name for path in packages(["nawl.ui", "places", "nawl/web/"])] == ["ui", "places", "web"]


@pytest.mark.parametrize("package", packages([]), ids=lambda path: path.name)
def test_the_words_of_a_package_are_complete(package):
    assert not check(package)


def test_one_text_is_said_in_one_way_through_the_house():
    assert not said_differently({path.name: catalogue.read(catalogue.po_path(path)) for path in packages([])})
