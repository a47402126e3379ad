"""The ten designs are the same to the knot as when they were last looked at.

After a change that is meant, look at the pictures, then print the new sums: `python -m tests.weaving.composing.test_golden`.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from nawl.weaving.composing.compose import frame_of, painted
from nawl.weaving.composing.designs import design, designs

GOLDEN = Path(__file__).with_name("golden.toml")


def sums() -> dict[str, str]:
    """Return the SHA-256 of the roles of every knot of each design."""
    sheets = {code: painted(recipe, frame_of(recipe)) for code, recipe in designs().items()}
    return {
        code: hashlib.sha256(str(sheet.shape).encode() + sheet.tobytes()).hexdigest() for code, sheet in sheets.items()
    }


def test_every_design_has_its_golden_sum() -> None:
    assert set(tomllib.loads(GOLDEN.read_text(encoding="utf-8"))) == set(designs())


@pytest.mark.parametrize("code", sorted(designs()))
def test_a_design_is_the_same_to_the_knot(code: str) -> None:
    sheet = painted(design(code), frame_of(design(code)))
    made = hashlib.sha256(str(sheet.shape).encode() + sheet.tobytes()).hexdigest()
    assert made == tomllib.loads(GOLDEN.read_text(encoding="utf-8"))[code]


if __name__ == "__main__":
    GOLDEN.write_text("".join(f'{code} = "{made}"\n' for code, made in sums().items()), encoding="utf-8")
