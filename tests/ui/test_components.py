"""Every component renders in both languages, with all its inputs and with none of those it can do without."""

from __future__ import annotations

import pytest
from django import forms
from django.core.paginator import Paginator

from nawl.ui import charts, parts
from nawl.ui.icons import DIRECTIONAL, ICONS
from nawl.ui.tags import acts, figures, lists, marks, states, text
from nawl.ui.tags import forms as form_tags

SOURCES = {
    "act": '{% act "Send" "/to/" %}{% act "Send" "/to/" kind="main" icon="check" size="wide" %}',
    "submit": '{% submit "Save" %}{% submit "Save" kind="" name="then" value="again" %}',
    "post": '{% post "Remind" "/remind/" %}',
    "figure": '{% figure "Persons" 155000 %}{% figure "Persons" None "once each" %}',
    "door": '{% door 155000 %}{% door 155000 "/records/" %}{% door "many" "/records/" %}',
    "woven": "{% woven 62 %}{% woven 3 4 label='spent' state='late' %}{% woven 3 0 %}",
    "tiles": "{% tiles tiles label='Where' %}",
    "bars": "{% bars bars %}{% bars bars total=100 %}",
    "chart": "{% chart columns %}{% chart rows %}{% chart points late_label='late' %}",
    "field": "{% for bound in form %}{% field bound %}{% endfor %}",
    "faults": "{% faults wrong %}{% faults listed title='Three' %}{% faults none %}",
    "tag": '{% tag "late" %}{% tag "late" "late" box=True %}',
    "steps": "{% steps steps label='June' %}",
    "facts": "{% facts facts %}",
    "feed": "{% feed events %}",
    "chips": "{% chips choices label='Filters' %}",
    "tabs": "{% tabs choices label='Parts' %}",
    "segments": "{% segments choices label='Period' %}",
    "crumbs": "{% crumbs trail %}",
    "pages": "{% pages page %}",
    "note": '{% note %}One.{% endnote %}{% note "wrong" %}Two.{% endnote %}',
    "card": '{% card %}x{% endcard %}{% card title="T" aside="a" href="/a/" flush=True %}x{% endcard %}',
    "empty": '{% empty "Nothing" %}{% empty "Nothing" "because" "Begin" "/begin/" icon="plus" %}',
    "loading": '{% loading "The figures are counted." %}',
    "work": '{% work "Importing" 3 9 %}{% work "Importing" 3 0 text="wait" href="/stop/" state="late" %}',
    "conflict": '{% conflict differences who="Tartous" %}{% conflict differences who="Tartous" when="now" %}',
    "icon": '{% icon "search" %}{% icon "next" "Next" %}',
    "mark": "{% mark %}",
    "kilim": '{% kilim %}{% kilim "SY1003" %}{% kilim "SY10" True %}',
    "counted": '{% counted 11 "service" %}',
}


class Form(forms.Form):
    title = forms.CharField(label="Title", help_text="short")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")])
    remarks = forms.CharField(label="Remarks", required=False, widget=forms.Textarea)
    told = forms.BooleanField(label="Told", required=False)
    days = forms.MultipleChoiceField(
        label="Days", required=False, choices=[("1", "1")], widget=forms.CheckboxSelectMultiple
    )
    file = forms.FileField(label="File", required=False)


@pytest.fixture
def samples():
    return {
        "tiles": [parts.Tile("SY10", "Tartous", 31_200, "/t/", late=True), parts.Tile("SY07", "Idleb")],
        "bars": [parts.Bar("Tartous", 31_200, "/t/"), parts.Bar("Homs", 13_600)],
        "columns": charts.columns("By month", ["now", "then"], [charts.Column("June", (3, None), "Jun", "/j/")]),
        "rows": charts.bars("By place", [charts.Row("Tartous", 31_200, "/t/")]),
        "points": charts.points("Map", [charts.Point("Safita", 34.8, 36.1, "/s/", late=True)]),
        "form": Form(),
        "wrong": Form({}),
        "listed": [parts.Fault("Row 3: no date", "#row-3"), parts.Fault("Row 4: no place")],
        "none": [],
        "steps": [parts.Step("Sent", "done"), parts.Step("Verified", "now", "waits"), parts.Step("Locked")],
        "facts": [parts.Fact("Code", "SY1003-RDC-02", code=True), parts.Fact("Place", "Safita", "/s/")],
        "events": [parts.Event("Approved", "Tartous", "/e/", "good"), parts.Event("Opened")],
        "choices": [parts.Choice("All", "?", on=True, count=64), parts.Choice("Late", "?late")],
        "trail": [parts.Crumb("Centres", "/c/"), parts.Crumb("Safita")],
        "page": Paginator(range(60), 20).page(2),
        "differences": [parts.Difference("Ends", "30 June", "31 July"), parts.Difference("Title", "a", "a")],
    }


@pytest.mark.parametrize("name", SOURCES)
def test_a_component_renders_in_both_languages(name, language, render, samples):
    assert render(SOURCES[name], language=language, **samples).strip()


def test_every_tag_of_the_library_is_among_those_that_are_tried():
    modules = (text, marks, acts, figures, form_tags, lists, states)
    tags = {name for module in modules for name in module.register.tags}
    assert tags == set(SOURCES)


@pytest.mark.parametrize("digits", ["western", "arabic"])
def test_a_figure_shows_number_basis_target_and_change(render, digits):
    source = '{% figure "Persons" 155000 "once each" "/r/" target=160000 change=-1240 against="before" hero=True %}'
    shown = render(source, language="ar", digits=digits)
    assert ("١٥٥٬٠٠٠" if digits == "arabic" else "155,000") in shown
    assert ("٩٧٪" if digits == "arabic" else "97%") in shown
    assert 'href="/r/"' in shown
    assert "delta--down" in shown


def test_a_figure_without_a_value_says_so_and_leads_nowhere(render):
    shown = render('{% figure "Persons" None "once each" "/r/" target=10 %}', language="en")
    assert "No figures yet" in shown
    assert "href" not in shown
    assert "<progress" not in shown


def test_less_can_be_welcome(render):
    shown = render('{% figure "Late" 6 change=-3 against="before" good="down" %}', language="en")
    assert "delta--down" not in shown


def test_names_are_escaped_everywhere(render):
    script = "<script>alert(1)</script>"
    shown = render(
        "{% figure name 1 name name %}{% tag name %}{% door name name %}{% facts facts %}{% feed events %}"
        "{% card title=name %}x{% endcard %}{% chart bars %}{% act name name %}{{ name|code }}{{ name|bdi }}",
        name=script,
        facts=[parts.Fact(script, script)],
        events=[parts.Event(script, script)],
        bars=charts.bars(script, [charts.Row(script, 3, "/x/")]),
    )
    assert "<script" not in shown


def test_a_wrong_field_is_tied_to_its_fault_and_keeps_what_was_typed(render):
    form = Form({"title": "", "kind": "zz"})
    shown = render("{% field form.kind %}", form=form, language="en")
    assert 'aria-invalid="true"' in shown
    assert 'aria-describedby="id_kind_fault"' in shown
    assert "field--wrong" in shown


def test_a_file_is_chosen_in_the_readers_words_whatever_the_browser_speaks(render):
    class Sending(forms.Form):
        picture = forms.FileField()

    shown = render("{% field form.picture %}", form=Sending())
    assert "data-drop" in shown
    assert "اختيار الملف" in shown
    assert 'type="file"' in shown


@pytest.mark.parametrize(("kind", "button"), [("", 'class="btn"'), ("main", 'class="btn btn--main"')])
def test_the_act_of_an_empty_place_is_the_main_one_unless_said(render, kind, button):
    assert button in render('{% empty "Nothing" "" "Begin" "/begin/" kind=kind %}', kind=kind)


def test_faults_of_a_form_lead_to_their_fields_and_name_them(render):
    shown = render("{% faults form %}", form=Form({"kind": "a"}), language="en")
    assert 'href="#id_title"' in shown
    assert "Title: This field is required." in shown
    assert "1 fault, and nothing has been saved yet" in shown


def test_the_count_of_faults_takes_the_right_arabic_form(render):
    shown = {n: render("{% faults f %}", f=[parts.Fault("x")] * n) for n in (1, 2, 3, 11, 100)}
    assert "خطأ واحد" in shown[1]
    assert "خطآن" in shown[2]
    assert "3 أخطاء" in shown[3]
    assert "11 خطأً" in shown[11]
    assert "100 خطأ،" in shown[100]


def test_pages_keep_the_rest_of_the_address(render, samples):
    shown = render("{% pages page %}", language="en", **samples)
    assert 'href="?page=1&amp;kind=centre"' in shown
    assert 'href="?page=3&amp;kind=centre"' in shown


def test_a_short_list_has_no_pages(render):
    assert "<nav" not in render("{% pages page %}", page=Paginator(range(3), 20).page(1))


def test_what_cannot_be_done_is_no_link(render):
    shown = render('{% act "Lock" "/lock/" disabled=True %}')
    assert "/lock/" not in shown
    assert 'aria-disabled="true"' in shown


@pytest.mark.parametrize("name", ICONS)
def test_only_directional_icons_turn_round(render, name):
    assert ("i--dir" in render(f'{{% icon "{name}" %}}')) == (name in DIRECTIONAL)


def test_an_icon_alone_carries_its_name(render):
    assert 'role="img" aria-label="Search"' in render('{% icon "search" "Search" %}')
    assert 'aria-hidden="true"' in render('{% icon "search" %}')


def test_the_band_of_a_district_is_that_of_its_governorate(render):
    assert "k-SY10" in render('{% kilim "SY1003" %}')
    assert "k-nawl" in render("{% kilim %}")


def test_only_fields_that_differ_are_marked(render, samples):
    assert render('{% conflict differences who="x" %}', **samples).count('class="differs"') == 1


def test_a_change_that_reads_as_nought_points_nowhere_and_shares_move_by_points(render):
    still = render('{% figure "Women" 0.5 change=0.0003 against="before" places=1 percent=True %}', language="en")
    assert "No change before" in still
    assert "<svg" not in still
    moved = render('{% figure "Women" 0.5 change=0.014 against="before" places=1 percent=True %}', language="en")
    assert "1.4 percentage points" in moved


def test_a_step_of_one_number_is_named_once(render):
    shown = render("{% tiles rows label='x' steps=steps %}", language="en", rows=[], steps=(2, 3, 4, 5))
    assert "3 to 3" not in shown
    assert "<bdi>3</bdi>" in shown
