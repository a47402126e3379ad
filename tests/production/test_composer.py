"""The composer's pages: a note becomes proposals, a proposal a design; the address says all."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import NotPossible
from nawl.kit.numbers import to_western_digits
from nawl.production.choices import Beginning
from nawl.production.forms.parts import PartsForm
from nawl.production.models import ChartVersion, Design, QualityClass
from nawl.production.queries.charts import chart_of
from nawl.production.queries.composing import ENOUGH, composing_unit, composing_yarns
from nawl.production.rules import part_words
from nawl.production.rules.packing import class_words
from nawl.production.rules.recipes import packed_recipe, unpacked_recipe, wish_of, word_for
from nawl.production.views.slits import USUAL
from nawl.weaving.classes import load_classes
from nawl.weaving.composing import KINDS, UNITS, compose, families, from_words, proposals, recipe_from
from nawl.weaving.composing.drawing.forms import OWN
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.medallions import SHAPES
from nawl.weaving.composing.shades import is_of
from nawl.weaving.composing.unslit import MOST_SLIT
from nawl.weaving.stock import shipped_yarns
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_class, make_colour, make_lot, make_palette, make_version

pytestmark = pytest.mark.django_db
RECIPE = proposals(from_words("لوحة ٦٠×٩٠ كحلي"), 1, 3)[0]


@pytest.fixture
def facility():
    """A unit with yarns and the classes that the recipes ask for."""
    place = make_facility()
    make_palette(place)
    for code in ("300", "360", "wall", "kilim"):
        make_class(code)
    return place


@pytest.fixture
def designer(facility) -> Client:
    """The browser of a designer of the unit."""
    client = Client()
    client.force_login(make_user_as(Role.DESIGNER, facility))
    return client


def test_a_recipe_comes_back_from_its_address_as_it_was():
    assert unpacked_recipe(packed_recipe(RECIPE)) == RECIPE
    assert packed_recipe(unpacked_recipe(packed_recipe(RECIPE))) == packed_recipe(RECIPE)


@pytest.mark.parametrize("text", ["", "x", "!!!!", "eJwDAAAAAAE", "A" * 5000, "eJyrVspLzE1VslIqqSxIBQAbLwSR"])
def test_an_address_that_holds_no_recipe_is_told(text):
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        unpacked_recipe(text)


def test_a_kind_that_was_chosen_goes_before_the_note():
    assert wish_of("سجادة صالون", kind="runner").kind == "runner"
    assert wish_of("سجادة", motif="star").motifs == ("star",)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_word_in_both_languages(kind):
    assert word_for("kind", kind, "ar") != kind
    assert any(sign >= "\u0600" for sign in word_for("kind", kind, "ar"))
    assert word_for("kind", kind, "en").isascii()


def test_a_note_becomes_proposals_and_what_was_not_understood_is_told(designer):
    page = designer.get(reverse("production:composer"), {"q": "طرطوس، أحمر، سجادة صالون ٢×٣، زعفطيط"}).content.decode()
    assert page.count('class="proposal"') == 12
    assert "«زعفطيط»" in page
    assert "أحمر" in page


@pytest.mark.parametrize(
    ("language", "note", "said"),
    [
        ("ar", "لوحة ٦٠×٩٠ بلا أحمر ولا أسود", ("بلا أحمر", "بلا أسود")),
        ("ar", "60x90 panel without red", ("بلا أحمر",)),
        ("en", "لوحة ٦٠×٩٠ بلا أحمر ولا أسود", ("without red", "without black")),
    ],
)
def test_what_a_note_refuses_is_said_back_and_in_no_proposal(designer, language, note, said):
    designer.cookies["nawl_language"] = language
    page = designer.get(reverse("production:composer"), {"q": note}).content.decode()
    understood = page.split('<bdi class="ink">')[1:]
    assert {one.split("</bdi>")[0] for one in understood} >= set(said)
    recipes = [unpacked_recipe(one.split("&")[0]) for one in page.split("composer/parts/?recipe=")[1:]]
    assert len(recipes) == 12
    for recipe in recipes:
        assert "red" in recipe.without
        assert not any(is_of(recipe.without, colour) for colour in vars(recipe.palette).values())


def test_so_many_refused_colours_that_none_are_left_are_told(designer):
    note = "بلا أحمر أو أزرق أو أخضر أو أصفر أو برتقالي أو بني أو جملي أو أبيض أو رمادي أو بنفسجي أو وردي"
    answered = designer.get(reverse("production:composer"), {"q": note})
    assert answered.status_code == 422
    assert 'class="proposal"' not in answered.content.decode()


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("40x40 م أحمر", "4,000"),
        ("لوحة ٤×٤ سم", "40"),
        ("سجادة صنف 999", "999"),
        ("بلا أحمر أو أزرق أو أخضر أو أصفر أو برتقالي أو بني أو جملي أو أبيض أو رمادي أو بنفسجي أو وردي", ""),
    ],
)
def test_a_note_that_cannot_be_followed_stays_on_the_page_under_the_reason(designer, facility, note, said):
    draft = make_version(facility, size=(Decimal(60), Decimal(90)), quality=make_class("300"), colours=16)
    for address, is_refused in (
        (reverse("production:composer"), True),
        (reverse("production:compose", args=[draft.design.serial, draft.number]), not said),
    ):
        answered = designer.get(address, {"q": note})
        page = answered.content.decode()
        assert answered.status_code == (422 if is_refused else 200)
        assert f'id="q" name="q" type="search" value="{note}"' in page
        if is_refused:
            reason = page.split('<div role="alert">')[1].split("</div></div>")[0]
            assert said in to_western_digits(reason)
            assert page.index('<div role="alert">') < page.index('id="q"')


def test_a_neighbour_of_an_unreadable_carpet_leads_back_to_the_note(designer):
    answered = designer.get(reverse("production:composer"), {"q": "لوحة", "like": "x"})
    assert answered.status_code == 422
    assert '<div role="alert">' in answered.content.decode()
    assert answered.context["back"] in answered.content.decode().replace("&amp;", "&")


def test_dyes_chosen_by_hand_go_before_what_the_note_refused():
    refused = replace(RECIPE, without=("red", "purple"))
    kept, chosen_red = (PartsForm(refused, chosen(refused, family=family)) for family in ("keep", "madder:0"))
    assert kept.is_valid(), kept.errors
    assert chosen_red.is_valid(), chosen_red.errors
    assert "red" not in chosen_red.changed().without
    assert "purple" in chosen_red.changed().without


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_two_choices_of_a_part_bear_the_same_word(language):
    with translation.override(language):
        form = PartsForm(RECIPE)
        for name in ("pattern", "first_motif", "second_motif", "medallion", "corners", "border", "family"):
            words = [str(word).casefold() for _code, word in form.fields[name].choices]
            assert len(words) == len(set(words)), name


def test_the_same_address_shows_the_same_page_and_the_next_seed_another(designer):
    first, again, other = (
        designer.get(reverse("production:composer"), {"q": "لوحة", "seed": seed}).content.decode() for seed in (0, 0, 1)
    )
    recipes = [page.split("recipe=")[1:] for page in (first, again, other)]
    assert recipes[0] == recipes[1] != recipes[2]


def test_a_proposal_is_shown_in_its_proportion(designer, facility):
    answered = designer.get(
        reverse("production:recipe-picture"), {"recipe": packed_recipe(RECIPE), "unit": facility.code}
    )
    image = Image.open(io.BytesIO(answered.content))
    assert answered.headers["Content-Type"] == "image/webp"
    assert image.height / image.width == pytest.approx(float(RECIPE.size_cm[1] / RECIPE.size_cm[0]), rel=0.02)


def test_more_like_this_shows_neighbours_and_the_way_back(designer):
    like = packed_recipe(RECIPE)
    page = designer.get(reverse("production:composer"), {"like": like, "q": "لوحة"}).content.decode()
    assert 1 < page.count('class="proposal"') <= 12
    assert like not in page.split('class="proposals"')[1].replace(f"like={like}", "")


def test_a_proposal_becomes_a_design_with_its_recipe(designer, facility):
    form = {"recipe": packed_recipe(RECIPE), "title_ar": "شجرة الزيتون", "facility": facility.code, "market_note": ""}
    answered = designer.post(reverse("production:composed-new"), form)
    design = Design.objects.unscoped("a test looks").get()
    version = ChartVersion.objects.unscoped("a test looks").select_related("design__facility", "quality").get()
    assert answered.headers["Location"] == reverse("production:version", args=[design.serial, 1])
    assert (version.beginning, version.unset) == (Beginning.COMPOSED, 0)
    assert (version.width_cm, version.length_cm) == RECIPE.size_cm
    assert recipe_from(version.recipe["recipe"]).with_size(RECIPE.width_cm, RECIPE.length_cm) == RECIPE
    assert chart_of(version).fingerprint == version.fingerprint
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"production.design_begun", "production.composed"} <= verbs


def test_a_design_without_a_title_is_not_begun(designer, facility):
    form = {"recipe": packed_recipe(RECIPE), "title_ar": " ", "facility": facility.code}
    assert designer.post(reverse("production:composed-new"), form).status_code == 422
    assert not Design.objects.unscoped("a test looks").exists()


def test_a_draft_takes_a_proposal_in_its_own_size(designer, facility):
    version = make_version(facility, size=(Decimal(60), Decimal(90)), quality=make_class("300"), colours=16)
    args = [version.design.serial, version.number]
    page = designer.get(reverse("production:compose", args=args), {"q": "هندسي"})
    assert page.status_code == 200
    take = {"recipe": packed_recipe(RECIPE), "revision": version.revision}
    answered = designer.post(reverse("production:compose-take", args=args), take)
    kept = ChartVersion.objects.unscoped("a test looks").get(pk=version.pk)
    assert answered.status_code == 302
    assert (kept.wide, kept.high, kept.unset) == (180, 270, 0)


def test_a_proposal_over_a_drawing_that_was_saved_meanwhile_is_refused(designer, facility):
    version = make_version(facility, size=(Decimal(60), Decimal(90)), quality=make_class("300"), colours=16)
    take = {"recipe": packed_recipe(RECIPE), "revision": version.revision + 1}
    answered = designer.post(reverse("production:compose-take", args=[version.design.serial, version.number]), take)
    assert answered.status_code == 409


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.PARTNER])
def test_who_does_not_draw_does_not_compose(role, facility):
    client = Client()
    client.force_login(make_user_as(role, facility))
    for name in ("composer", "recipe-picture"):
        assert client.get(reverse(f"production:{name}"), {"recipe": packed_recipe(RECIPE)}).status_code == 403


def test_a_design_of_another_unit_is_not_composed_into(facility):
    client = Client()
    client.force_login(make_user_as(Role.DESIGNER, make_facility()))
    version = make_version(facility)
    args = [version.design.serial, version.number]
    assert client.get(reverse("production:compose", args=args)).status_code == 404
    assert client.post(reverse("production:compose-take", args=args), {"recipe": "x"}).status_code == 404


def test_a_unit_composes_from_what_is_on_hand_once_that_is_enough():
    facility = make_facility()
    make_palette(facility)
    make_colour("NONE")
    assert "NONE" in {yarn.code for yarn in composing_yarns(facility)}
    for number in range(ENOUGH - 4):
        make_lot(facility, make_colour(f"C{number}"), batch=f"22-{number}")
    assert "NONE" not in {yarn.code for yarn in composing_yarns(facility)}


def test_the_composer_and_the_page_of_slits_have_one_rule():
    assert MOST_SLIT == USUAL


def test_a_small_piece_has_a_picture_of_as_many_pixels_as_knots(designer, facility):
    recipe = proposals(from_words("لوحة 30x40 صنف 300"), 1, 2)[0]
    answered = designer.get(
        reverse("production:recipe-picture"), {"recipe": packed_recipe(recipe), "unit": facility.code}
    )
    assert Image.open(io.BytesIO(answered.content)).size == (90, 120)


@pytest.mark.parametrize(
    ("offered", "told"),
    [(PATTERNS, part_words.PATTERNS), (UNITS, part_words.UNITS), (SHAPES, part_words.SHAPES), (OWN, part_words.FORMS)],
)
def test_every_part_that_the_composer_knows_has_its_word(offered, told):
    assert set(offered) <= set(told)


def chosen(recipe, **fields):
    """Return what the page of parts sends when nothing but `fields` is touched."""
    form = PartsForm(recipe)
    kept = {name: form.initial[name] for name in form.fields}
    return {"recipe": packed_recipe(recipe), **{name: value or "" for name, value in kept.items()}, **fields}


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"pattern": "trellis"}, lambda recipe: recipe.field.pattern == "trellis"),
        ({"medallion": "octagon"}, lambda recipe: recipe.medallion.form == "octagon"),
        ({"border": "waves"}, lambda recipe: any(plan.unit == "waves" for plan in recipe.borders)),
        ({"first_motif": "pomegranate"}, lambda recipe: recipe.field.motifs[0] == "pomegranate"),
        ({"family": "basalt:0"}, lambda recipe: recipe.palette == families()["basalt"].palette(0)),
        ({"size": "70x100"}, lambda recipe: recipe.size_cm == (70, 100)),
        ({"pattern": "letters", "words": "سلام"}, lambda recipe: recipe.field.words == "سلام"),
    ],
)
def test_a_part_is_changed_and_the_carpet_laid_out_anew(fields, part):
    form = PartsForm(RECIPE, chosen(RECIPE, **fields))
    assert form.is_valid(), form.errors
    changed = form.changed()
    assert part(changed)
    assert compose(changed, shipped_yarns()).unset == 0
    assert unpacked_recipe(packed_recipe(changed)) == changed


def test_nothing_touched_changes_nothing_but_the_name():
    form = PartsForm(RECIPE, chosen(RECIPE))
    assert form.is_valid(), form.errors
    assert replace(form.changed(), name_ar=RECIPE.name_ar, name_en=RECIPE.name_en) == RECIPE


def test_the_page_of_parts_shows_the_changed_carpet(designer, facility):
    sent = chosen(RECIPE, pattern="khatam", unit=facility.code)
    page = designer.get(reverse("production:composed-parts"), sent).content.decode()
    changed = PartsForm(RECIPE, sent)
    assert changed.is_valid()
    assert packed_recipe(changed.changed()) in page


def test_the_market_note_stays_with_a_carpet_through_its_parts(designer, facility):
    note = {"q": "أحمر، نجوم", "unit": facility.code}
    proposals = designer.get(reverse("production:composer"), note).context["proposed"]
    parts = designer.get(proposals[0]["parts"])
    assert '<input type="hidden" name="q" value="أحمر، نجوم" />' in parts.content.decode()
    begun = designer.get(reverse("production:composed-new") + "?" + parts.context["tile"]["begin"])
    assert begun.context["form"].initial["market_note"] == note["q"]


def test_a_wrong_choice_is_told_and_the_carpet_stays(designer, facility):
    page = designer.get(reverse("production:composed-parts"), chosen(RECIPE, step_cm="-3")).content.decode()
    assert 'class="faults"' in page
    assert packed_recipe(RECIPE) in page


@pytest.mark.parametrize("size", ["1x1", "5x400", "8x8"])
def test_a_size_without_room_for_a_carpet_says_so(designer, size):
    answered = designer.get(reverse("production:composer"), {"q": f"سجادة {size} سم"})
    assert answered.status_code == 422
    assert 'class="proposal"' not in answered.content.decode()


def test_a_class_of_the_ministrys_own_is_composed_in(designer, facility):
    shipped = class_words(next(one for one in load_classes() if one.code == "300"))
    own = {**shipped, "code": "RUG", "kh": "24", "kv": "26", "name_ar": "صنف خاص", "name_en": "Own class"}
    quality = QualityClass.objects.create(
        code="RUG", version=1, data=own, valid_from=date(2022, 1, 1), name_ar="صنف خاص", name_en="Own class"
    )
    version = make_version(facility, size=(Decimal(60), Decimal(90)), quality=quality)
    args = [version.design.serial, version.number]
    page = designer.get(reverse("production:compose", args=args), {"q": "هندسي"}).content.decode()
    assert "صنف خاص" in page
    recipe = page.split('name="recipe" value="')[1].split('"')[0]
    picture = designer.get(reverse("production:recipe-picture"), {"recipe": recipe, "unit": facility.code})
    assert picture.status_code == 200
    take = {"recipe": recipe, "revision": version.revision}
    assert designer.post(reverse("production:compose-take", args=args), take).status_code == 302
    kept = ChartVersion.objects.unscoped("a test looks").get(pk=version.pk)
    assert (kept.wide, kept.high, kept.unset) == (144, 234, 0)


def test_a_page_of_proposals_takes_the_same_queries_whatever_stands_on_it(designer, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        designer.get(reverse("production:composer"), {"q": "لوحة"})


def test_a_designer_of_several_units_composes_for_one_that_has_yarn():
    bare, stocked = make_facility(), make_facility()
    make_palette(stocked)
    unit, offered = composing_unit(make_user_as(Role.DESIGNER))
    assert unit == stocked
    assert set(offered) == {bare, stocked}


@pytest.mark.parametrize(("size", "is_offered"), [((10, 20), False), ((60, 90), True)])
def test_the_composer_is_offered_where_there_is_room(designer, facility, size, is_offered):
    version = make_version(facility, size=tuple(map(Decimal, size)), quality=make_class("300"))
    args = [version.design.serial, version.number]
    page = designer.get(reverse("production:version", args=args)).content.decode()
    assert (reverse("production:compose", args=args) in page) == is_offered


def test_a_size_with_its_unit_runs_as_the_page_does(designer, facility):
    version = make_version(facility)
    asked = [reverse("production:composed-parts") + "?" + urlencode({"recipe": packed_recipe(RECIPE)})]
    asked += [reverse("production:version-new", args=[version.design.serial, version.number])]
    for address in asked:
        [control] = re.findall(r'<input[^>]*name="size"[^>]*>', designer.get(address).content.decode())
        assert "سم" in control
        assert "ltr" not in control
