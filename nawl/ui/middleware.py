"""What happens around every page: security headers, the reader's language, refusals as pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from nawl.kit.errors import ProgrammeError
from nawl.ui import reader, refusals
from nawl.ui.policy import NO_DEVICES, POLICY

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ContentSecurityPolicy:
    """Let a page load only what the programme itself serves, and keep pages of signed-in users out of every store."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, then set the headers that the view has not set."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", NO_DEVICES)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class ReaderLanguage:
    """Make every page in the language that the reader chose, Arabic until then; never by the browser's header."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Set the reader for the time of the answer."""
        chosen = reader.of_request(request)
        request.LANGUAGE_CODE = chosen.language
        with reader.reading_as(chosen):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", chosen.language)
        patch_vary_headers(response, ["Cookie"])
        return response


class ReadableText:
    """Refuse what holds the sign NUL: no text has it, and PostgreSQL keeps none; so nothing behind has to ask again."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; what cannot be read is refused before its view."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Return a refusal when the address or a field of the form is no text."""
        fields = (value for values in (request.GET, request.POST) for pair in values.lists() for value in _texts(pair))
        is_text = "\0" not in request.path_info and not any("\0" in value for value in fields)
        return None if is_text else refusals.not_readable(request)


def _texts(pair: tuple[str, list[str]]) -> Iterator[str]:
    name, values = pair
    yield name
    yield from values


class ProgrammeErrors:
    """Turn a refusal of the programme into a page, a fragment or JSON with its sentence and status."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; refusals arrive through `process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the answer to a refusal; other exceptions go on to the page of incidents."""
        return refusals.answer(request, error) if isinstance(error, ProgrammeError) else None
