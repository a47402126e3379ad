"""The talking page's script is made of every part, and what a file carries names nothing outside of it."""

from __future__ import annotations

import re

from config.assets import talking
from config.assets.steps import PAGE

KEEPER = "keeper"


def test_the_script_is_made_of_every_part_but_the_keeper():
    parts = {path.stem for path in talking.SCRIPTS.glob("*.js")}
    assert parts == {*talking.ORDER, KEEPER}
    assert talking.script().count('"use strict"') == 1


def test_no_part_computes_code():
    for path in talking.SCRIPTS.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|new Function|innerHTML|document\.write|setAttribute\(\s*[\"'](style|on)", text)


def test_the_style_of_a_file_has_its_faces_within_and_dark_values_for_dark_devices():
    style = talking.style_of_file()
    addresses = re.findall(r"url\(\"?([^)\"]{0,20})", style)
    assert len(addresses) == len(talking.FACES)
    assert all(address.startswith("data:font/woff2") for address in addresses)
    assert style.count("--wool: #1a1511") == 2
    assert "@import" not in style


def test_the_made_parts_stand():
    assert (PAGE / "talking.js").read_text(encoding="utf-8") == talking.script()
    assert (PAGE / "talking-keeper.js").read_bytes() == (talking.SCRIPTS / f"{KEEPER}.js").read_bytes()
