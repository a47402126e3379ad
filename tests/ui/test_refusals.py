"""A refusal answers in the shape that was asked for, with a whole sentence and the right status."""

from __future__ import annotations

import json
import logging

import pytest
from django.test import RequestFactory

from nawl.kit.errors import Conflict, NotAllowed, NotFound, NotPossible
from nawl.ui import refusals
from nawl.ui.middleware import ProgrammeErrors

SENTENCE = "لا يسمح دورك بهذا هنا."


@pytest.fixture
def refuse(rf: RequestFactory):
    def refused(error, **headers):
        request = rf.get("/x/", headers=headers)
        return ProgrammeErrors(lambda _request: None).process_exception(request, error)

    return refused


@pytest.mark.parametrize(("kind", "status"), [(NotAllowed, 403), (NotPossible, 422), (NotFound, 404), (Conflict, 409)])
def test_people_get_a_page_with_the_sentence(refuse, kind, status):
    answer = refuse(kind("role_may_not"), accept="text/html,application/xhtml+xml,*/*;q=0.8")
    body = answer.content.decode()
    assert answer.status_code == status
    assert SENTENCE in body
    assert "<!doctype html>" in body
    assert '<html lang="ar" dir="rtl"' in body


@pytest.mark.parametrize(("kind", "status"), [(NotAllowed, 403), (Conflict, 409)])
def test_htmx_gets_a_fragment_for_the_head_of_the_page(refuse, kind, status):
    answer = refuse(kind("role_may_not"), **{"hx-request": "true", "accept": "*/*"})
    body = answer.content.decode()
    assert answer.status_code == status
    assert answer.headers["HX-Retarget"] == "#notices"
    assert SENTENCE in body
    assert 'role="alert"' in body
    assert "<html" not in body


def test_a_boosted_link_gets_a_whole_page(refuse):
    answer = refuse(NotAllowed("role_may_not"), **{"hx-request": "true", "hx-boosted": "true", "accept": "text/html"})
    assert "<html" in answer.content.decode()


def test_programs_get_json_with_code_and_sentence(refuse):
    answer = refuse(NotPossible("role_may_not"), accept="application/json")
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/json"
    told = json.loads(answer.content)
    assert told["code"] == "role_may_not"
    assert told["message"].startswith(SENTENCE)
    assert SENTENCE in answer.content.decode()  # readable as it stands, not as \u escapes


@pytest.mark.parametrize("accept", ["", "*/*", "text/html", "text/html,application/json"])
def test_whoever_does_not_ask_for_json_first_gets_a_page(refuse, accept):
    headers = {"accept": accept} if accept else {}
    assert "<html" in refuse(NotFound("not_found"), **headers).content.decode()


def test_other_exceptions_are_left_to_the_page_of_incidents(refuse):
    assert refuse(RuntimeError("broken")) is None


def test_an_unknown_address_answers_in_arabic(client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "لا شيء في هذا العنوان" in answer.content.decode()


def test_an_incident_has_a_number_on_the_page_and_in_the_log_and_nothing_personal(rf, caplog):
    request = rf.post("/x/?name=fatima", {"national_id": "01020304050"})
    with caplog.at_level(logging.ERROR, logger="nawl.incidents"):
        try:
            raise RuntimeError("broken")
        except RuntimeError:
            answer = refusals.incident(request)
    number = caplog.records[0].args[0]
    assert answer.status_code == 500
    assert number in answer.content.decode()
    assert "01020304050" not in caplog.text
    assert "fatima" not in caplog.text


def test_the_page_of_an_incident_needs_neither_user_nor_session(rf):
    body = refusals.sample_incident(rf.get("/x/")).content.decode()
    assert "7F3A21" in body
    assert "data-menu" not in body


@pytest.mark.parametrize("handler", [refusals.not_found, refusals.not_allowed, refusals.not_readable])
def test_the_pages_of_django_speak_our_words(rf, handler):
    answer = handler(rf.get("/x/"), Exception("not for readers"))
    assert "not for readers" not in answer.content.decode()
    assert answer.status_code in {400, 403, 404}


@pytest.mark.parametrize("address", ["/keys/?q=a%00b", "/keys/?%00=a"])
def test_what_no_text_holds_is_refused_before_any_page(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.django_db
def test_a_field_that_is_no_text_is_refused_before_its_form_is_read(client):
    answer = client.post("/sign-in/", {"username": "fatima\0", "password": "x"})
    assert answer.status_code == 400
