"""Templates of the whole house: nothing that the content-security policy forbids, and a head that says how to use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAVED = {
    "reports/templates/reports/export.html"
}  # a file that is saved and opened far from our server, its sheet inside
TEMPLATES = [
    path
    for path in sorted(ROOT.glob("nawl/*/templates/**/*.html"))
    if path.relative_to(ROOT / "nawl").as_posix() not in SAVED
]
COMPONENTS = sorted((ROOT / "nawl" / "ui" / "templates" / "ui").glob("*.html"))
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)
FORBIDDEN = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "a handler in an attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "something from outside": re.compile(r"""(?:src|href|action)=["']https?://""", re.IGNORECASE),
    "an hx-on handler or a computed hx value": re.compile(r"hx-on|=[\"']js:", re.IGNORECASE),
}


def ident(path: Path) -> str:
    return path.relative_to(ROOT / "nawl").as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=ident)
def test_a_template_holds_nothing_that_the_policy_forbids(path):
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    assert not [name for name, pattern in FORBIDDEN.items() if pattern.search(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=ident)
def test_a_template_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("path", TEMPLATES, ids=ident)
def test_a_form_that_posts_is_protected(path):
    text = path.read_text(encoding="utf-8")
    posts = len(re.findall(r"<form\b[^>]*method=[\"']?post", text, re.IGNORECASE))
    tokens = text.count("csrf_token") + text.count("csrfmiddlewaretoken")
    if path.parent.name != "guide":
        assert tokens >= posts


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_says_in_its_first_lines_what_it_is(path):
    head = path.read_text(encoding="utf-8").removeprefix('{% extends "ui/plain.html" %}\n')
    head = re.sub(r'^{% extends "ui/\w+.html" %}\n', "", head)
    assert head.startswith("{% comment %}")


@pytest.mark.parametrize("path", sorted((ROOT / "nawl" / "ui" / "scripts").glob("*.js")), ids=lambda path: path.stem)
def test_a_script_computes_no_code(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write|setAttribute\(\s*[\"'](style|on)", text)
