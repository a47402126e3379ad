"""The smallest place that holds several."""

from __future__ import annotations

import pytest

from nawl.places.rules import common_path


@pytest.mark.parametrize(
    ("paths", "common"),
    [
        ([], ""),
        (["SY/SY10/SY1003/"], "SY/SY10/SY1003/"),
        (["SY/SY10/SY1003/", "SY/SY10/SY1000/"], "SY/SY10/"),
        (["SY/SY10/SY1003/", "SY/SY13/"], "SY/"),
        (["SY/SY10/", "LB/LB01/"], ""),
    ],
)
def test_the_smallest_common_place_is_found(paths: list[str], common: str) -> None:
    assert common_path(paths) == common
