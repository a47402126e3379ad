"""Pages of the reports: they answer, in Arabic, within the reader's scope; files come as they were kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.places.models import Area
from nawl.reports import actions
from nawl.reports.actions import issue_report
from nawl.reports.models import Report, ReportFile
from tests.factories.places import make_user_as
from tests.reports.conftest import H1, World
from tests.reports.test_actions import few_files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _light_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "make_files", few_files)


@pytest.fixture
def enter(client: Client) -> Callable[[User], Client]:
    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def issued(world: World) -> Report:
    return issue_report(H1, Area.objects.get(pcode="SY13"), by=world.suwayda)


def draft_url(**query: str) -> str:
    return reverse("reports:report-draft", query=query)


def test_the_list_shows_issued_reports_and_the_way_to_a_draft(world: World, issued: Report, enter: Any) -> None:
    page = enter(world.director).get(reverse("reports:report-list"))
    assert page.status_code == 200
    text = page.content.decode()
    assert issued.number in text
    assert "النصف الأول من عام 2022" in text
    assert "السويداء" in text


def test_an_empty_list_says_how_to_begin(world: World, enter: Any) -> None:
    assert "لم يصدر أي تقرير بعد" in enter(world.director).get(reverse("reports:report-list")).content.decode()


def test_the_list_takes_a_fixed_number_of_queries(world: World, enter: Any, django_assert_max_num_queries: Any) -> None:
    for code in ("SY10", "SY13"):
        issue_report(H1, Area.objects.get(pcode=code), by=world.director)
    client = enter(world.director)
    client.get(reverse("reports:report-list"))
    with django_assert_max_num_queries(14):
        client.get(reverse("reports:report-list"))


def test_a_draft_shows_the_figures_in_arabic(world: World, enter: Any) -> None:
    page = enter(world.director).get(draft_url(period="2022-H1"))
    assert page.status_code == 200
    text = page.content.decode()
    assert "تقرير النصف الأول من عام ٢٠٢٢" in text
    assert "استفاد ٣٤ شخصاً" in text
    assert "إصدار التقرير" in text
    assert " style=" not in text


def test_a_draft_speaks_english_to_who_chose_it(world: World, enter: Any) -> None:
    client = enter(world.director)
    client.cookies["nawl_language"] = "en"
    text = client.get(draft_url(period="2022-H1")).content.decode()
    assert "Report on the first half of 2022" in text
    assert "34 persons were served" in text


def test_a_running_period_can_be_seen_but_not_issued(world: World, enter: Any) -> None:
    text = enter(world.director).get(draft_url(period="2022-H2")).content.decode()
    assert "لم تنته الفترة بعد" in text
    assert reverse("reports:report-issue") not in text


def test_who_may_not_issue_sees_no_button(world: World, enter: Any) -> None:
    text = enter(make_user_as(Role.ADMINISTRATOR)).get(draft_url(period="2022-H1")).content.decode()
    assert reverse("reports:report-issue") not in text


@pytest.mark.parametrize("text", ["2022-H7", "أمس", "2022-01-15..2022-02-03"])
def test_a_wrong_period_is_refused_with_a_sentence(world: World, enter: Any, text: str) -> None:
    page = enter(world.director).get(draft_url(period=text))
    assert page.status_code == 422
    assert "التقرير عن شهر" in page.content.decode() or "ليس فترة" in page.content.decode()


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "html"])
def test_a_draft_is_taken_away_in_every_format(world: World, enter: Any, form: str) -> None:
    url = reverse("reports:report-draft-file", args=["ar", form], query={"period": "2022-H1"})
    answer = enter(world.director).get(url)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="draft-2022-H1-ar.{form}"'
    assert len(answer.content) > 5_000


@pytest.mark.parametrize("file", ["fr.pdf", "ar.exe"])
def test_an_unknown_language_or_format_is_not_found(world: World, enter: Any, file: str) -> None:
    assert enter(world.director).get(f"/reports/draft/{file}?period=2022-H1").status_code == 404


def test_issuing_leads_to_the_issued_report(world: World, enter: Any) -> None:
    client = enter(world.director)
    answer = client.post(reverse("reports:report-issue"), {"period": "2022-H1", "place": ""}, follow=True)
    report = Report.objects.visible_to(world.director).get()
    assert answer.redirect_chain[-1][0] == reverse("reports:report", args=[report.number])
    assert f"صدر التقرير {report.number}" in answer.content.decode()


def test_issuing_needs_a_post(world: World, enter: Any) -> None:
    assert enter(world.director).get(reverse("reports:report-issue")).status_code == 405


def test_issuing_beyond_ones_role_is_refused(world: World, enter: Any) -> None:
    answer = enter(world.tartous).post(reverse("reports:report-issue"), {"period": "2022-H1", "place": ""})
    assert answer.status_code == 403
    assert not Report.objects.unscoped("a test looks at everything").exists()


def test_an_issued_report_is_shown_as_it_was_issued(world: World, issued: Report, enter: Any) -> None:
    world.load(2, 5, 10, 4)
    text = enter(world.suwayda).get(reverse("reports:report", args=[issued.number])).content.decode()
    assert "استفاد ٣ أشخاص" in text
    assert issued.sha256[:4] in text


def test_an_earlier_issue_names_the_one_that_takes_its_place(world: World, issued: Report, enter: Any) -> None:
    world.load(2, 5, 10, 4)
    later = issue_report(H1, issued.place, by=world.suwayda)
    text = enter(world.suwayda).get(reverse("reports:report", args=[issued.number])).content.decode()
    assert "حل محل هذا الإصدار" in text
    assert reverse("reports:report", args=[later.number]) in text


def test_a_file_comes_byte_for_byte_as_it_was_kept(world: World, issued: Report, enter: Any) -> None:
    kept = ReportFile.objects.visible_to(world.suwayda).get(report=issued, format="pdf")
    answer = enter(world.suwayda).get(reverse("reports:report-file", args=[issued.number, "ar", "pdf"]))
    assert answer.content == bytes(kept.content)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")


def test_reports_of_another_governorate_are_not_found(world: World, issued: Report, enter: Any) -> None:
    client = enter(world.tartous)
    number = issued.number
    for url in (
        reverse("reports:report", args=[number]),
        reverse("reports:report-file", args=[number, "ar", "pdf"]),
        draft_url(period="2022-H1", place="SY13"),
    ):
        assert client.get(url).status_code == 404
    assert number not in client.get(reverse("reports:report-list")).content.decode()


def test_the_programmes_report_is_not_for_a_governorate(world: World, enter: Any) -> None:
    report = issue_report(H1, None, by=world.director)
    assert enter(world.tartous).get(reverse("reports:report", args=[report.number])).status_code == 404


def test_pages_of_reports_ask_for_a_sign_in(world: World, issued: Report, client: Client) -> None:
    for url in (reverse("reports:report-list"), draft_url(), reverse("reports:report", args=[issued.number])):
        assert client.get(url).status_code == 302


def test_anybody_may_verify_a_number(world: World, issued: Report, client: Client) -> None:
    page = client.get(reverse("reports:report-verify", args=[issued.number]))
    assert page.status_code == 200
    text = page.content.decode()
    assert "14 تموز 2022" in text
    assert world.suwayda.full_name not in text
    assert world.suwayda.username not in text


@pytest.mark.parametrize(
    ("typed", "words"), [("right", "البصمة بصمة هذا التقرير"), ("0" * 16, "ليست بصمة هذا التقرير")]
)
def test_a_typed_fingerprint_is_compared(world: World, issued: Report, client: Client, typed: str, words: str) -> None:
    typed = issued.sha256[:16] if typed == "right" else typed
    page = client.get(reverse("reports:report-verify", args=[issued.number]), {"fingerprint": typed})
    assert words in page.content.decode()


def test_the_hash_of_a_file_verifies_it_too(world: World, issued: Report, client: Client) -> None:
    kept = ReportFile.objects.visible_to(world.suwayda).filter(report=issued).first()
    page = client.get(reverse("reports:report-verify", args=[issued.number]), {"fingerprint": kept.sha256})
    assert "البصمة بصمة هذا التقرير" in page.content.decode()


def test_an_unknown_number_is_not_found(client: Client, db: None) -> None:
    assert client.get(reverse("reports:report-verify", args=["RPT-2022-9999-X"])).status_code == 404
