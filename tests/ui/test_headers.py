"""A page loads only what the programme serves, and pages of signed-in users are kept nowhere."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

PAGES = ["/keys/", "/styleguide/", "/styleguide/document/", "/nowhere/"]


def policy_of(answer) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _space, value in parts}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_forbids_what_is_not_ours(client, path):
    policy = policy_of(client.get(path))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert policy["img-src"] == "'self' data:"
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in str(policy)


def test_the_specimen_alone_may_be_framed_and_only_by_us(client):
    answer = client.get(reverse("ui:specimen", args=["en"]))
    assert policy_of(answer)["frame-ancestors"] == "'self'"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert policy_of(client.get(reverse("ui:both")))["frame-src"] == "'self'"


def test_no_page_asks_for_camera_microphone_or_place(client):
    devices = client.get("/keys/").headers["Permissions-Policy"]
    assert {"camera=()", "microphone=()", "geolocation=()"} <= {part.strip() for part in devices.split(",")}


@pytest.mark.django_db
def test_pages_of_signed_in_users_are_not_kept(client):
    assert "Cache-Control" not in client.get("/keys/").headers
    client.cookies[settings.SESSION_COOKIE_NAME] = "of-somebody"
    assert client.get("/keys/").headers["Cache-Control"] == "no-store"


def test_a_refusal_too_has_the_headers():
    answer = Client(enforce_csrf_checks=True).post(reverse("ui:language"), {"language": "en"})
    assert answer.status_code == 403
    assert "Content-Security-Policy" in answer.headers
