"""Pages of the designs: they answer, heed the scope, speak Arabic, and take a fixed number of queries."""

from __future__ import annotations

import html
import io
import json
import zlib
from decimal import Decimal
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.production.actions import begin_version, print_copy, send_to_review
from nawl.production.models import ChartCopy, ChartVersion, Design, PrintJob, YarnLot
from nawl.production.queries.charts import chart_of
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as
from tests.factories.production import (
    DYES,
    draw,
    first_version,
    knots_for,
    make_class,
    make_design,
    make_locked,
    make_lot,
    make_palette,
    make_version,
    reread,
)
from tests.production.acts import hand
from tests.production.test_drawing import photograph

pytestmark = pytest.mark.django_db
PAPER = {
    "paper": "a4",
    "layout": "tiles",
    "marks": "both",
    "reading": "right",
    "view": "front",
    "extent": "whole",
    "overlap": "0",
    "language": "ar",
}


def client_of(user: User, language: str = "ar") -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["nawl_language"] = language
    return client


def as_role(role: str, version: ChartVersion) -> Client:
    return client_of(hand(role, version.design.facility))


def at(version: ChartVersion, name: str, *more: Any) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number, *more])


def text(client: Client, address: str, status: int = 200, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


@pytest.fixture
def locked() -> ChartVersion:
    return make_locked()


@pytest.fixture
def drawn() -> ChartVersion:
    return draw(make_version())


def addresses(version: ChartVersion, copy: ChartCopy, job: PrintJob) -> list[str]:
    """Return every page that shows something of a version."""
    serial = version.design.serial
    lot = YarnLot.objects.unscoped("a test names a lot").first()
    kinds = ("chart", "rows", "layers", "table", "stitches", "woven", "view", "picture")
    return [
        reverse("production:design", args=[serial]),
        reverse("production:compare", args=[serial]),
        reverse("production:difference", args=[serial]),
        *(at(version, name) for name in ("version", "chart-png", "chart-json", "picture", "print-new")),
        *(at(version, "version-file", kind) for kind in kinds),
        reverse("production:copy", args=[copy.serial]),
        reverse("production:print-job", args=[job.pk]),
        reverse("production:print-pages", args=[job.pk]),
        reverse("production:lot", args=[lot.pk]),
    ]


def printed(version: ChartVersion) -> tuple[ChartCopy, PrintJob]:
    by = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility)
    client_of(by).post(at(version, "print-new"), {**PAPER, "is_copy": "on"})
    job = PrintJob.objects.unscoped("a test looks at a printing").select_related("copy").get()
    return job.copy, job


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_of_a_version_answers_who_may_see_it(locked: ChartVersion, language: str) -> None:
    client = client_of(hand(Role.CENTRE_CLERK, locked.design.facility), language)
    for address in addresses(locked, *printed(locked)):
        assert client.get(address).status_code == 200, address


def test_no_page_of_a_version_answers_from_beyond_the_scope(locked: ChartVersion) -> None:
    stranger = client_of(make_user_as(Role.DESIGNER, make_facility(at=make_district("SY1302"))))
    for address in addresses(locked, *printed(locked)):
        assert stranger.get(address).status_code == 404, address


def test_no_page_of_a_version_answers_a_role_that_has_nothing_to_do_with_it(locked: ChartVersion) -> None:
    pages = addresses(locked, *printed(locked))
    partner = as_role(Role.PARTNER, locked)
    for address in [*pages, reverse("production:design-list"), reverse("production:yarn-list")]:
        assert partner.get(address).status_code == 403, address


def test_the_register_shows_the_designs_of_the_scope_in_arabic() -> None:
    here, there = make_facility(), make_facility(at=make_district("SY1300"))
    make_palette(here)
    make_design(here, title_ar="نجمة صافيتا")
    make_design(there, title_ar="ليل السويداء")
    page = text(client_of(make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY10"))), "/designs/")
    assert "التصاميم" in page
    assert "نجمة صافيتا" in page
    assert "ليل السويداء" not in page
    assert "مسودة" in page
    assert "10 × 20 سم" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "نجمه"}, True),
        ({"q": "safita"}, True),
        ({"q": "DSN-2022-0001"}, True),
        ({"q": "السويداء"}, False),
        ({"state": "locked"}, True),
        ({"state": "review"}, False),
        ({"origin": "new"}, True),
        ({"origin": "traditional"}, False),
        ({"quality": "300"}, True),
        ({"quality": "400"}, False),
        ({"governorate": "SY10"}, True),
        ({"governorate": "SY13"}, False),
        ({"state": "nonsense"}, False),
    ],
)
def test_the_register_is_narrowed_by_words_state_origin_class_and_place(
    locked: ChartVersion, query: dict[str, str], found: bool
) -> None:
    page = text(as_role(Role.PROGRAMME_DIRECTOR, locked), "/designs/", **query)
    assert ("نجمة صافيتا" in page) is found
    assert ("لا تصميم يوافق المطلوب" in page) is not found


def test_htmx_gets_the_gallery_alone(locked: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, locked)
    answer = client.get("/designs/", headers={"HX-Request": "true"}).content.decode()
    assert 'id="rows"' in answer
    assert "<html" not in answer


def test_an_empty_register_says_how_to_begin() -> None:
    page = text(client_of(make_user_as(Role.DESIGNER, make_facility())), "/designs/")
    assert "لا تصاميم بعد" in page
    assert reverse("production:design-new") in page


def test_the_register_takes_as_many_queries_for_one_design_as_for_many(
    locked: ChartVersion, django_assert_max_num_queries: Any
) -> None:
    client = as_role(Role.PROGRAMME_DIRECTOR, locked)
    client.get("/designs/")
    with django_assert_max_num_queries(16) as few:
        client.get("/designs/")
    for number in range(4):
        draw(make_version(locked.design.facility, title_ar=f"تصميم {number}"))
    with django_assert_max_num_queries(len(few)):
        client.get("/designs/")


@pytest.mark.parametrize("name", ["design", "version"])
def test_a_page_takes_as_many_queries_for_one_version_as_for_many(
    locked: ChartVersion, name: str, django_assert_max_num_queries: Any
) -> None:
    client = as_role(Role.WORKSHOP_SUPERVISOR, locked)
    address = at(locked, name) if name == "version" else reverse("production:design", args=[locked.design.serial])
    client.get(address)
    with django_assert_max_num_queries(28) as few:
        client.get(address)
    by = hand(Role.DESIGNER, locked.design.facility)
    for _ in range(3):
        begin_version(locked, by=by)
        print_copy(locked, by=by)
    make_lot(locked.design.facility, batch="another")
    with django_assert_max_num_queries(len(few) + 4):  # the history's new entries name what changed
        client.get(address)


def test_a_design_is_begun_on_the_page(locked: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, locked)
    assert "الصنف والمقاس أولاً" in text(client, reverse("production:design-new"))
    sent = {
        "facility": locked.design.facility.code,
        "quality": "300/1",
        "size": "٢٠×٣٠ سم",
        "symmetry": "quarter",
        "border_cm": "2",
        "colours": "8",
        "title_ar": "وردة",
        "origin": "traditional",
        "beginning": "picture",
    }
    answer = client.post(reverse("production:design-new"), sent)
    design = Design.objects.unscoped("a test looks for its design").get(title_ar="وردة")
    version = first_version(design)
    assert answer.url == at(version, "picture-new")
    assert (version.wide, version.high, version.symmetry, version.beginning) == (60, 90, "quarter", "picture")


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"size": "كبير"}, "size", "ليس قياساً"),
        ({"size": "0x30"}, "size", "سم"),
        ({"border_cm": "99"}, "border_cm", "99"),
        ({"title_ar": ""}, "title_ar", "مطلوب"),
    ],
)
def test_what_is_wrong_with_a_new_design_stands_at_its_field(
    locked: ChartVersion, changes: dict[str, str], field: str, said: str
) -> None:
    sent = {
        "facility": locked.design.facility.code,
        "quality": "300/1",
        "size": "20x30 cm",
        "symmetry": "none",
        "border_cm": "0",
        "colours": "8",
        "title_ar": "وردة",
        "origin": "new",
        "beginning": "empty",
    }
    answer = as_role(Role.DESIGNER, locked).post(reverse("production:design-new"), {**sent, **changes})
    assert answer.status_code == 422
    faults = " ".join(answer.context["form"].errors[field])
    assert said in faults, faults


def test_the_way_from_draft_to_locked_is_walked_on_the_pages(drawn: ChartVersion) -> None:
    designer, supervisor = as_role(Role.DESIGNER, drawn), as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    assert "فتح المرسم" in text(designer, at(drawn, "version"))
    assert designer.post(at(drawn, "version-send")).status_code == 302
    assert "تثبيت النسخة" not in text(designer, at(drawn, "version"))
    assert "تثبيت النسخة" in text(supervisor, at(drawn, "version"))
    assert designer.get(at(drawn, "version-lock")).status_code == 403
    assert "لا تتغير أبداً" in text(supervisor, at(drawn, "version-lock"))
    assert supervisor.post(at(drawn, "version-lock")).status_code == 302
    assert reread(drawn).state == "locked"
    assert supervisor.post(at(drawn, "version-retire"), {"reason": ""}).status_code == 422
    assert supervisor.post(at(drawn, "version-retire"), {"reason": "لا يُطلب"}).status_code == 302
    assert reread(drawn).state == "retired"


def test_a_version_is_given_back_on_its_page_with_a_reason(drawn: ChartVersion) -> None:
    send_to_review(drawn, by=hand(Role.DESIGNER, drawn.design.facility))
    supervisor = as_role(Role.WORKSHOP_SUPERVISOR, drawn)
    assert supervisor.post(at(drawn, "version-return"), {"reason": "الكنار ضيق"}).status_code == 302
    page = text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))
    assert page.index("الكنار ضيق") < page.index("hung"), "the reason stands above the picture"
    send_to_review(reread(drawn), by=hand(Role.DESIGNER, drawn.design.facility))
    page = text(supervisor, at(drawn, "version"))
    assert page.index("hung") < page.index("الكنار ضيق"), "once it is sent again, the record alone tells it"


@pytest.mark.parametrize("name", ["version-lock", "version-return", "version-retire"])
def test_what_a_version_cannot_become_is_refused_before_it_is_asked_for(drawn: ChartVersion, name: str) -> None:
    if name == "version-return":
        make_locked(drawn)
    page = text(as_role(Role.WORKSHOP_SUPERVISOR, drawn), at(drawn, name), status=422)
    assert "لا تصير" in page


def test_a_draft_that_is_not_whole_says_what_is_missing_and_cannot_be_sent() -> None:
    version = make_version()
    designer = as_role(Role.DESIGNER, version)
    page = text(designer, at(version, "version"))
    assert "1,800" in page
    assert at(version, "version-send") not in page
    assert "لم يُرسم شيء بعد" in page
    assert designer.post(at(version, "version-send")).status_code == 422


def test_the_yarn_of_a_version_stands_against_the_stock_with_what_could_stand_in() -> None:
    unit = make_facility()
    make_palette(unit, grams=5)
    make_lot(unit, batch="اللون القريب", colour=None, grams=4000)
    drawn = draw(make_version(unit))
    page = text(as_role(Role.DESIGNER, drawn), at(drawn, "version"))
    assert "الموجود لا يكفي" in page
    assert "وأقرب الموجود إليه" in page
    assert "السعر بهامش 20%" in page
    assert "السعر بزيادة 20%" in page


def test_a_flat_weave_is_told_in_cells_and_weft_and_a_carpet_in_knots_and_pile(locked: ChartVersion) -> None:
    kilim = draw(make_version(make_facility(), quality=make_class("kilim")))
    page = text(as_role(Role.DESIGNER, kilim), at(kilim, "version"))
    assert "الخانات" in page
    assert "اللحمة الملوّنة" in page
    assert "العقد" not in page
    assert "الوبر" not in page
    page = text(as_role(Role.DESIGNER, locked), at(locked, "version"))
    assert "العقد" in page
    assert "الوبر" in page
    assert "الخانات" not in page


def test_the_studio_and_the_talking_chart_of_a_flat_weave_speak_of_cells() -> None:
    kilim = draw(make_version(make_facility(), quality=make_class("kilim")))
    designer = as_role(Role.DESIGNER, kilim)
    said = html.unescape(text(designer, at(kilim, "studio")).split('data-words="')[1].split('"')[0])
    told = json.loads(said)
    assert told["knots"]["other"] == "%(count)s خانة"
    assert not any("عقد" in str(one) for one in told.values())
    told = text(designer, at(kilim, "talking")).split('id="talk-words"')[1].split(">", 1)[1].split("</script>")[0]
    assert json.loads(told)["knots"] == "الخانات من %(first)s إلى %(last)s"


def test_slits_longer_than_ten_rows_are_told_in_the_right_plural() -> None:
    kilim = draw(make_version(make_facility(), quality=make_class("kilim"), size=(Decimal(20), Decimal(40))))
    page = text(as_role(Role.DESIGNER, kilim), at(kilim, "version-slits"), rows="3")
    assert "أطول من 3 أسطر" in page
    assert "صفوف" not in page


def test_a_carpet_and_a_flat_weave_of_one_design_are_compared() -> None:
    drawn = draw(make_version())
    by = hand(Role.DESIGNER, drawn.design.facility)
    begin_version(drawn, by=by, quality=make_class("kilim"), size_cm=(Decimal(20), Decimal(20)))
    page = text(client_of(by), reverse("production:compare", args=[drawn.design.serial]))
    assert "الخانات" in page
    assert drawn.quality.name in page
    assert "لا يوضع أحدهما فوق الآخر" in page


def test_who_draws_for_several_units_begins_at_the_one_with_yarn_then_at_the_last_one_drawn_for() -> None:
    bare, stocked = make_facility(), make_facility()
    make_palette(stocked)
    make_class()
    by = make_user_as(Role.DESIGNER)
    chosen = '<option value="{}" selected>'
    for name in ("design-new", "motif-new"):
        assert chosen.format(stocked.code) in text(client_of(by), reverse(f"production:{name}")), name
    make_design(bare, by=by)
    for name in ("design-new", "yarn-list", "motif-new"):
        assert chosen.format(bare.code) in text(client_of(by), reverse(f"production:{name}")), name


def test_two_versions_are_compared_with_the_knots_that_differ(locked: ChartVersion) -> None:
    by = hand(Role.DESIGNER, locked.design.facility)
    other = draw(begin_version(locked, by=by), seed=2, by=by)
    page = text(client_of(by), reverse("production:compare", args=[locked.design.serial]))
    changed = int(np.count_nonzero(chart_of(locked).knots != chart_of(other).knots))
    assert f"{changed:,}" in page
    assert "مواضع الاختلاف" in page
    nonsense = text(client_of(by), reverse("production:compare", args=[locked.design.serial]), a="x", b="99999999")
    assert "<bdi>1</bdi> إلى جانب النسخة <bdi>2</bdi>" in nonsense


def test_a_picture_is_brought_and_becomes_the_chart(drawn: ChartVersion) -> None:
    designer = as_role(Role.DESIGNER, drawn)
    assert "يحلّ محل الرسم" in text(designer, at(drawn, "picture-new"))
    sent = {
        "picture": SimpleUploadedFile("سجادة.jpg", photograph(), "image/jpeg"),
        "turn": "0",
        "left": "0",
        "right": "50",
        "top": "0",
        "bottom": "50",
        "colours": "2",
        "islands": "0",
        "rare": "0",
        "revision": str(drawn.revision),
    }
    assert designer.post(at(drawn, "picture-new"), sent).status_code == 302
    kept = reread(drawn)
    assert (kept.beginning, kept.recipe["crop"]) == ("picture", [0, 0, 0.5, 0.5])


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"left": "80", "right": "20"}, "left", "الجزء"),
        ({"picture": SimpleUploadedFile("x.jpg", b"nothing", "image/jpeg")}, "__all__", "x.jpg"),
        ({"revision": "9"}, "__all__", "في هذه الأثناء"),
    ],
)
def test_a_picture_that_cannot_be_drawn_says_why(
    drawn: ChartVersion, changes: dict[str, Any], field: str, said: str
) -> None:
    sent = {
        "picture": SimpleUploadedFile("سجادة.jpg", photograph(), "image/jpeg"),
        "turn": "0",
        "left": "0",
        "right": "100",
        "top": "0",
        "bottom": "100",
        "colours": "4",
        "islands": "0",
        "rare": "0",
        "revision": str(drawn.revision),
    }
    answer = as_role(Role.DESIGNER, drawn).post(at(drawn, "picture-new"), {**sent, **changes})
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors[field])


def test_the_register_is_searched_by_a_picture(locked: ChartVersion) -> None:
    other = draw(make_version(locked.design.facility, title_ar="آخر"), seed=1)
    client = as_role(Role.DESIGNER, locked)
    image = client.get(at(locked, "version-file", "picture")).content
    answer = client.post(reverse("production:alike"), {"picture": SimpleUploadedFile("a.png", image, "image/png")})
    assert answer.status_code == 200
    assert "هذه أشبه التصاميم بها" in answer.content.decode()
    assert answer.context["rows"][0][0].share > 0.9
    assert {row.design.pk for row, _ in answer.context["rows"]} <= {locked.design.pk, other.design.pk}


def test_a_search_by_picture_stays_within_the_scope(locked: ChartVersion) -> None:
    image = as_role(Role.DESIGNER, locked).get(at(locked, "version-file", "picture")).content
    stranger = client_of(make_user_as(Role.DESIGNER, make_facility(at=make_district("SY1302"))))
    answer = stranger.post(reverse("production:alike"), {"picture": SimpleUploadedFile("a.png", image, "image/png")})
    assert "لا شيء يشبهها" in answer.content.decode()


def test_the_studio_is_given_the_grid_and_its_words(drawn: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, drawn)
    words = json.loads(client.get(at(drawn, "chart-json")).content)
    image = Image.open(io.BytesIO(client.get(at(drawn, "chart-png")).content))
    assert (words["frame"]["wide"], words["frame"]["high"], words["revision"]) == (30, 60, 1)
    assert (words["state"], words["may_draw"], words["palette"]) == ("draft", True, list(DYES))
    assert Decimal(words["yarns"][0]["grams"]) == 5000
    assert len({yarn["symbol"] for yarn in words["yarns"]}) == len(words["yarns"])
    assert np.array_equal(np.asarray(image), knots_for(drawn))
    assert not json.loads(as_role(Role.CENTRE_CLERK, drawn).get(at(drawn, "chart-json")).content)["may_draw"]


def sending(version: ChartVersion, seed: int = 3, **changes: Any) -> dict[str, Any]:
    knots = zlib.compress(knots_for(version, seed).tobytes())
    kept = {"revision": str(version.revision), "key": str(uuid4()), "yarns": json.dumps(list(DYES)), "knots": knots}
    fields = {**kept, **changes}
    return {**fields, "knots": SimpleUploadedFile("knots", fields["knots"])}


def test_the_studio_saves_and_is_told_the_revision(drawn: ChartVersion) -> None:
    answer = as_role(Role.DESIGNER, drawn).post(at(drawn, "chart-save"), sending(drawn))
    assert answer.status_code == 200, answer.content
    assert json.loads(answer.content)["revision"] == 2
    assert np.array_equal(chart_of(reread(drawn)).knots, knots_for(drawn, 3))


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"revision": "0"}, 409, "chart_changed_meanwhile"),
        ({"revision": "x"}, 422, "chart_sending_unreadable"),
        ({"key": "x"}, 422, "chart_sending_unreadable"),
        ({"yarns": "x"}, 422, "chart_sending_unreadable"),
        ({"yarns": "[1]"}, 422, "chart_sending_unreadable"),
        ({"yarns": '["NONE"]'}, 404, "yarn_not_of_unit"),
        ({"knots": b"not deflated"}, 422, "chart_sending_unreadable"),
        ({"knots": zlib.compress(bytes(1799))}, 422, "chart_bytes_wrong"),
        ({"knots": zlib.compress(bytes(10_000_000))}, 422, "chart_bytes_wrong"),
        ({"knots": zlib.compress(b"\xfa" * 1800)}, 422, "chart_index_wrong"),
    ],
)
def test_a_saving_that_cannot_be_says_why_in_json(
    drawn: ChartVersion, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = as_role(Role.DESIGNER, drawn).post(at(drawn, "chart-save"), sending(drawn, **changes))
    said = json.loads(answer.content)
    assert (answer.status_code, said["code"]) == (status, code)
    assert said["message"]
    assert reread(drawn).revision == 1


def test_a_reader_does_not_save(drawn: ChartVersion) -> None:
    answer = as_role(Role.CENTRE_CLERK, drawn).post(at(drawn, "chart-save"), sending(drawn))
    assert (answer.status_code, json.loads(answer.content)["code"]) == (403, "role_may_not")


def test_a_picture_that_names_its_fingerprint_may_be_kept_and_others_not(locked: ChartVersion) -> None:
    client = as_role(Role.DESIGNER, locked)
    kept = client.get(at(locked, "picture"), {"v": locked.fingerprint[:12]})
    assert kept.headers["Cache-Control"] == "private, max-age=86400"
    assert "max-age" not in client.get(at(locked, "picture"), {"v": "x"}).headers.get("Cache-Control", "")


def test_a_file_that_is_not_offered_is_not_there(locked: ChartVersion) -> None:
    assert as_role(Role.DESIGNER, locked).get(at(locked, "version-file", "secret")).status_code == 404


def test_a_chart_is_printed_with_a_number_on_its_page(locked: ChartVersion) -> None:
    client = as_role(Role.WORKSHOP_SUPERVISOR, locked)
    answer = client.post(at(locked, "print-new"), {**PAPER, "is_copy": "on"})
    page = text(client, answer.url)
    assert "CHC-2022-0001" in page
    assert "المخطط جاهز" in page
    pages = client.get(answer.url + "chart.pdf")
    assert pages.content.startswith(b"%PDF")
    assert "CHC-2022-0001" in pages.headers["Content-Disposition"]


def test_a_printing_under_way_refreshes_itself_without_script_and_a_part_with(locked: ChartVersion) -> None:
    job = PrintJob.objects.create(version=locked, by=locked.by, state="running", pages_done=14, pages_total=36)
    client = as_role(Role.DESIGNER, locked)
    address = reverse("production:print-job", args=[job.pk])
    whole = client.get(address)
    assert "Refresh" in whole.headers
    assert 'hx-trigger="every 2s"' in whole.content.decode()
    part = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "14 من 36" in part.content.decode()
    assert client.get(address + "chart.pdf").status_code == 404


def test_a_version_leads_to_its_printings(locked: ChartVersion) -> None:
    _copy, job = printed(locked)
    page = text(as_role(Role.CENTRE_CLERK, locked), at(locked, "version"))
    assert reverse("production:print-job", args=[job.pk]) in page
    assert "جاهزة" in page


def test_a_failed_printing_says_why_and_offers_another(locked: ChartVersion) -> None:
    job = PrintJob.objects.create(version=locked, by=locked.by, state="failed", fault="chart_damaged")
    page = text(as_role(Role.DESIGNER, locked), reverse("production:print-job", args=[job.pk]))
    assert "بصمته مختلفة" in page
    assert at(locked, "print-new") in page


def test_a_copy_is_handed_out_and_taken_back_on_its_page(locked: ChartVersion) -> None:
    copy = print_copy(locked, by=hand(Role.DESIGNER, locked.design.facility))
    client = as_role(Role.WORKSHOP_SUPERVISOR, locked)
    address = reverse("production:copy", args=[copy.serial])
    assert client.post(address, {"act": "issued", "issued_to": "", "issued_on": "2022-07-14"}).status_code == 422
    sent = {"act": "issued", "issued_to": "النول ٣", "issued_on": "2022-07-14"}
    assert client.post(address, sent).status_code == 302
    assert "النول ٣" in text(client, reverse("production:copy-list"), state="issued")
    assert client.post(address, {"act": "returned", "returned_on": "2022-07-14"}).status_code == 302
    assert client.post(address, {"act": "lost", "note": "ضاعت"}).status_code == 302
    assert "مفقودة" in text(client, address)
    assert "تسجيل الفقد" not in text(as_role(Role.CENTRE_CLERK, locked), address)


def test_yarn_is_received_weighed_and_judged_on_the_pages() -> None:
    unit = make_facility()
    make_palette(unit)
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    sent = {
        "colour": "MAD",
        "type": "NM6-3",
        "batch": "22-900",
        "grams": "3000",
        "received_on": "2022-07-01",
        "currency": "USD",
        "price_kg": "8.6",
    }
    answer = client.post(reverse("production:lot-new", args=[unit.code]), sent)
    assert answer.status_code == 302
    assert "تنتظر الفحص" in text(client, answer.url)
    assert client.post(answer.url + "release/").status_code == 302
    assert client.post(answer.url, {"grams": "2500", "counted_on": "2022-07-10"}).status_code == 302
    assert "2,500" in text(client, answer.url)
    assert client.post(answer.url, {"grams": "9999", "counted_on": "2022-07-10"}).status_code == 422
    assert client.post(answer.url + "reject/", {"reason": "صباغ يسيل"}).status_code == 302
    assert "مرفوضة" in text(client, reverse("production:yarn-list"))


def test_a_colour_is_registered_on_its_page() -> None:
    unit = make_facility()
    client = client_of(make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    sent = {"code": "saf-9", "name_ar": "رمادي صافيتا", "srgb": "#808080", "dye": "natural"}
    assert client.post(reverse("production:colour-new", args=[unit.code]), sent).status_code == 302
    make_lot(unit)
    assert "SAF-9" in text(client, reverse("production:yarn-list"))
    wrong = client.post(reverse("production:colour-new", args=[unit.code]), {**sent, "code": "x", "srgb": "grey"})
    assert wrong.status_code == 422


def test_who_keeps_no_yarn_is_offered_no_act_on_it() -> None:
    unit = make_facility()
    make_palette(unit)
    clerk = client_of(make_user_as(Role.CENTRE_CLERK, unit))
    assert "استلام غزول" not in text(clerk, reverse("production:yarn-list"))
    assert clerk.get(reverse("production:lot-new", args=[unit.code])).status_code == 403


def test_a_class_is_published_on_its_page() -> None:
    make_class()
    client = client_of(make_user_as(Role.PROGRAMME_DIRECTOR))
    assert "صنف ٣٠٠" in text(client, reverse("production:class-list"))
    address = reverse("production:class-publish", args=["300"])
    form = client.get(address).context["form"]
    sent = {name: value for name, value in form.initial.items() if value is not None}
    answer = client.post(address, {**sent, "kh": "31", "valid_from": "2022-09-01"})
    assert answer.status_code == 302, answer.context["form"].errors
    assert "31 عرضاً" in text(client, reverse("production:class", args=["300"]))
    assert client.get(reverse("production:class", args=["999"])).status_code == 404
    assert client_of(make_user_as(Role.DESIGNER, make_facility())).get(address).status_code == 403


def test_english_pages_speak_english(locked: ChartVersion) -> None:
    client = client_of(hand(Role.DESIGNER, locked.design.facility), "en")
    page = text(client, at(locked, "version"))
    assert "Safita star" in page
    assert "Yarn, needed and on hand" in page
    assert "locked" in page
