"""Modules of a script become one file: each in its own scope, those it needs before it, nothing left that only modules know."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.assets.modules import joined
from config.assets.sheets import SCRIPTS


def make(folder: Path, **sources: str) -> Path:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return folder / "main.js"


def test_what_is_needed_stands_before_who_needs_it_and_only_once(tmp_path: Path) -> None:
    entry = make(
        tmp_path,
        main='import { one } from "./left.js";\nimport { one as other } from "./right.js";\nuse(one, other);\n',
        left='import { base } from "./base.js";\nexport const one = base;\n',
        right='import { base } from "./base.js";\nexport function one() {}\n',
        base="export const base = 1;\n",
    )
    script = joined(entry)
    assert script.count("const base = 1;") == 1
    assert script.index("const base = 1;") < script.index("const one = base;") < script.index("use(one, other)")
    assert "const { one: other } = m" in script
    assert not {"import {", "export "} & set(script.splitlines())


def test_a_circle_is_refused_with_its_names(tmp_path: Path) -> None:
    entry = make(
        tmp_path, main='import { a } from "./a.js";\n', a='import { m } from "./main.js";\nexport const a = 1;\n'
    )
    with pytest.raises(ValueError, match=r"main\.js → a\.js → main\.js"):
        joined(entry)


@pytest.mark.parametrize("source", ['import all from "./a.js";\n', "export default 1;\n", "export let a = 1;\n"])
def test_forms_that_would_be_lost_are_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(ValueError, match=r"main\.js"):
        joined(make(tmp_path, main=source))


@pytest.mark.parametrize("name", ["main", "behind"])
def test_the_studio_is_whole(name: str) -> None:
    script = joined(SCRIPTS / "studio" / f"{name}.js")
    assert script.startswith('(function () {\n"use strict";\n')
    assert not [line for line in script.splitlines() if line.startswith(("import ", "export "))]
