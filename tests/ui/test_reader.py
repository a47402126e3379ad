"""Language, theme and digits are the reader's choice, kept in cookies, and never taken from the browser."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

KEYS = "/keys/"


@pytest.fixture
def client() -> Client:
    return Client()


def test_the_first_page_is_arabic_whatever_the_browser_prefers(client):
    page = client.get(KEYS, headers={"accept-language": "en-US,en;q=0.9"})
    assert b'<html lang="ar" dir="rtl"' in page.content
    assert page.headers["Content-Language"] == "ar"


def test_pages_differ_by_cookie_and_not_by_language_header(client):
    vary = client.get(KEYS).headers["Vary"]
    assert "Cookie" in vary
    assert "Accept-Language" not in vary


def test_a_chosen_language_stays(client):
    client.post(reverse("ui:language"), {"language": "en", "next": KEYS})
    assert b'<html lang="en" dir="ltr"' in client.get(KEYS).content


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_a_chosen_theme_stays(client, theme):
    client.post(reverse("ui:theme"), {"theme": theme})
    assert f'data-theme="{theme}"'.encode() in client.get(KEYS).content


def test_chosen_digits_stay(client):
    client.post(reverse("ui:digits"), {"digits": "arabic"})
    assert "١٥٥٬٠٠٠" in client.get(reverse("ui:styleguide")).content.decode()


@pytest.mark.parametrize(("name", "value"), [("language", "fr"), ("theme", "pink"), ("digits", ""), ("language", "")])
def test_an_unknown_choice_is_refused_and_not_kept(client, name, value):
    answer = client.post(reverse(f"ui:{name}"), {name: value})
    assert answer.status_code == 400
    assert f"nawl_{name}" not in answer.cookies


def test_a_cookie_with_an_unknown_value_counts_as_not_chosen(client):
    client.cookies["nawl_language"] = "xx"
    assert b'lang="ar"' in client.get(KEYS).content


def test_a_choice_is_made_by_post_alone(client):
    assert client.get(reverse("ui:language"), {"language": "en"}).status_code == 405


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_the_way_back_never_leads_elsewhere(client, back):
    answer = client.post(reverse("ui:language"), {"language": "en", "next": back})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"


def test_the_way_back_leads_to_the_same_page(client):
    answer = client.post(reverse("ui:language"), {"language": "en", "next": "/keys/?a=1"})
    assert answer.headers["Location"] == "/keys/?a=1"


def test_a_choice_is_kept_a_year_and_out_of_reach_of_scripts(client):
    cookie = client.post(reverse("ui:language"), {"language": "en"}).cookies["nawl_language"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 365 * 24 * 3600


def test_a_choice_is_protected_against_other_sites():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("ui:language"), {"language": "en"})
    assert answer.status_code == 403
    assert "انتهت صلاحية الاستمارة" in answer.content.decode()
