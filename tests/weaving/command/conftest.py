"""A picture and a chart file, and a reader of Arabic."""

import numpy as np
import pytest
from PIL import Image

from nawl.ui.reader import Reader, reading_as
from nawl.weaving.filing import pack
from tests.factories.charts import chart_of


@pytest.fixture(autouse=True)
def _language():
    with reading_as(Reader()):
        yield


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    """A medallion on a field with a border, and some noise as of a camera."""
    y, x = np.mgrid[0:240, 0:180]
    pixels = np.full((240, 180, 3), (150, 50, 45), float)
    pixels[np.minimum(np.minimum(x, 179 - x), np.minimum(y, 239 - y)) < 20] = (35, 60, 95)
    pixels[np.hypot((x - 90) / 60, (y - 120) / 80) < 1] = (225, 205, 165)
    pixels += np.random.default_rng(3).normal(0, 5, pixels.shape)
    path = tmp_path_factory.mktemp("photo") / "medallion.png"
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def file(tmp_path):
    """A chart file on disk."""
    png, beside = pack(chart_of("abba abba aaaa"))
    (tmp_path / "small.png").write_bytes(png)
    (tmp_path / "small.json").write_bytes(beside)
    return tmp_path / "small.png"
