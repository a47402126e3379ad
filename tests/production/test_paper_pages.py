"""Paper on the pages: a chart is printed, its copies are handed out and come back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.production.actions import print_copy
from nawl.production.models import ChartVersion, PrintJob
from tests.production.acts import hand
from tests.production.pages import PAPER, as_role, at, printed, text

pytestmark = pytest.mark.django_db


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
    assert "النول 3" in text(client, reverse("production:copy-list"), state="issued")
    assert client.post(address, {"act": "returned", "returned_on": "2022-07-14"}).status_code == 302
    assert client.post(address, {"act": "lost", "note": "ضاعت"}).status_code == 302
    assert "مفقودة" in text(client, address)
    assert "تسجيل الفقد" not in text(as_role(Role.CENTRE_CLERK, locked), address)
