"""A reader who follows every link, every form that only asks, and every download, and reads all that comes back."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from PIL import Image
from pypdf import PdfReader

from nawl.accounts.models import User

HOST = "http://testserver"
TYPED = ("ZZ", "مركز")
OPTIONS_TRIED = 4
PICTURES = (b"\x89PNG", b"RIFF")
ALIKE = 4
"""So many addresses of one view with the same parameters are opened; what differs further is only values."""


@dataclass(frozen=True)
class Answer:
    """What one address gave."""

    address: str
    status: int
    text: str
    is_door: bool


@dataclass
class Page(HTMLParser):
    """The addresses that a page leads to."""

    base: str
    links: list[str] = field(default_factory=list)
    _form: str | None = None
    _fields: dict[str, list[str]] = field(default_factory=dict)
    _select: str | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, and the fields of forms that only ask."""
        given = {name: value or "" for name, value in attrs}
        for name in ("href", "src", "hx-get"):
            if given.get(name) and tag != "base":
                self.links.append(urljoin(self.base, given[name]))
        if tag == "form" and given.get("method", "get").lower() == "get":
            self._form, self._fields = urljoin(self.base, given.get("action", "") or self.base.split("?")[0]), {}
        elif self._form is not None:
            self._note_field(tag, given)

    def _note_field(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "input" and name:
            is_typed = given.get("type", "text") in {"text", "search"}
            self._fields[name] = [given.get("value", ""), *(TYPED if is_typed else ())]
        elif tag == "select":
            self._select = name
            self._fields[name] = []
        elif tag == "option" and self._select:
            self._fields[self._select].append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        """Send the form once for every value of every field, the others as they stand."""
        if tag == "select":
            self._select = None
        if tag == "form" and self._form is not None:
            plain = {name: values[0] if values else "" for name, values in self._fields.items()}
            for name, values in self._fields.items():
                for value in values[: OPTIONS_TRIED + 1]:
                    self.links.append(f"{self._form}?{urlencode({**plain, name: value})}")
            self._form = None


class Crawler:
    """Walks as one user, or as nobody; keeps every answer."""

    def __init__(self, user: User | None, *, of_a_view: int = 12, most: int = 400) -> None:
        self.client = Client(raise_request_exception=False)
        if user:
            self.client.force_login(user)
        self.of_a_view, self.most = of_a_view, most
        self.views: Counter[str] = Counter()
        self.answers: list[Answer] = []
        self._alike: Counter[Any] = Counter()
        self._seen: set[str] = set()

    def walk(self, begun_at: Iterable[str]) -> list[Answer]:
        """Open all that can be reached."""
        waiting = [(f"{HOST}{address}", False) for address in begun_at]
        while waiting and len(self.answers) < self.most:
            address, is_door = waiting.pop(0)
            if not self._is_new(address):
                continue
            answer, links = self.open(address, is_door=is_door)
            self.answers.append(answer)
            waiting += [(link, True) for link in links]
        return self.answers

    def _is_new(self, address: str) -> bool:
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" != HOST or parts.path.startswith("/static/"):
            return False
        kept = f"{parts.path}?{parts.query}"
        view = resolve_name(parts.path)
        kind = (view, tuple(sorted(name for name, value in parse_qsl(parts.query))))
        if kept in self._seen or self._alike[kind] >= ALIKE or self.views[view] >= self.of_a_view:
            return False
        self._seen.add(kept)
        self._alike[kind] += 1
        self.views[view] += 1
        return True

    def open(self, address: str, *, is_door: bool = False) -> tuple[Answer, list[str]]:
        """Open one address; redirections are followed as links."""
        response = self.client.get(address.removeprefix(HOST))
        text = "\n".join(read(response))
        links = [urljoin(address, response.headers["Location"])] if "Location" in response.headers else []
        if response.headers.get("Content-Type", "").startswith("text/html"):
            page = Page(address)
            page.feed(response.content.decode())
            links += [link.split("#")[0] for link in page.links]
        return Answer(address.removeprefix(HOST), response.status_code, text, is_door), links


def resolve_name(path: str) -> str:
    """Return the name of the view that a path leads to, or the path itself."""
    try:
        return resolve(unquote(path)).view_name
    except Exception:
        return path


def read(response: Any) -> Iterator[str]:
    """Give everything that can be read in an answer: headers, page, workbook, document, PDF, picture, what is packed."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    yield "\n".join(f"{name}: {unquote(value)}" for name, value in response.headers.items())
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield archive.read(name).decode("utf-8", "ignore")
    elif content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        yield from (page.extract_text() for page in reader.pages)
        yield str(reader.metadata)
    else:
        yield gzip.decompress(content).decode("utf-8", "ignore") if content.startswith(b"\x1f\x8b") else ""
        yield content.decode("utf-8", "ignore")
        yield from _beside(content)


def _beside(content: bytes) -> Iterator[str]:
    """Give the words that stand beside the pixels of a picture, packed or not."""
    if content.startswith(PICTURES):
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            yield f"{image.format} {image.size} {image.info}"


def patterns() -> dict[str, URLPattern]:
    """Return every address of the programme by its view's name."""
    return dict(_patterns(get_resolver(), ""))


def _patterns(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, f"{entry.namespace}:" if entry.namespace else space)
        else:
            assert entry.name, f"an address without a name: {entry.pattern}"
            yield f"{space}{entry.name}", entry


def begun_at() -> list[str]:
    """Return "/" and every address that takes no argument, but for signing out."""
    plain = [name for name, entry in patterns().items() if not entry.pattern.converters]
    return ["/", *(reverse(name) for name in plain if name not in {"accounts:sign-out", "accounts:sign-in"})]


_ONCE = re.compile(
    r'"time": "[^"]*"|'
    r"<dcterms:(created|modified)[^<]*<|"
    r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|<input type="hidden" name="key" value="[^"]*"'
)
_INCIDENT = re.compile(r"\b[0-9A-F]{6}\b")


def steady(response: Any) -> str:
    """Return what a page or a file says, without what is new on every opening."""
    text = "\n".join(part for part in read(response) if not part.startswith("Content-Type"))
    return _INCIDENT.sub("", _ONCE.sub("", text))
