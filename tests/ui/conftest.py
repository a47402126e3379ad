"""Templates rendered for a reader, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import RequestContext, Template
from django.test import RequestFactory

from nawl.ui.reader import Digits, Language, Reader, reading_as

Render = Callable[..., str]


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    """Both languages, one after the other."""
    return request.param


@pytest.fixture
def as_reader() -> Iterator[Callable[..., Any]]:
    """Read as somebody who chose these."""

    def chosen(language: Language = "ar", digits: Digits = "western") -> Any:
        return reading_as(Reader(language, digits))

    return chosen


@pytest.fixture
def request_to(rf: RequestFactory) -> Callable[..., HttpRequest]:
    """A request of nobody in particular."""

    def made(path: str = "/", **headers: str) -> HttpRequest:
        return rf.get(path, headers=headers)

    return made


@pytest.fixture
def render(rf: RequestFactory) -> Render:
    """Render a piece of template for a reader."""

    def rendered(source: str, *, language: Language = "ar", digits: Digits = "western", **context: Any) -> str:
        request = rf.get("/somewhere/?kind=centre")
        with reading_as(Reader(language, digits)):
            return Template("{% load ui i18n %}" + source).render(
                RequestContext(request, {"request": request, **context})
            )

    return rendered
