"""Tone (الدرجة): what a designer's sliders do to a picture's colours before yarns are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible

MOST: Final = 100
_GREY: Final = tuple(np.float32(share) for share in (0.299, 0.587, 0.114))
"""How much each channel gives to a colour's own grey (ITU-R BT.601)."""


@dataclass(frozen=True)
class Tone:
    """Brightness, contrast and saturation, each −100 to 100; 0 leaves the picture as it is. Raises `tone_unfit`."""

    brightness: float = 0
    contrast: float = 0
    saturation: float = 0

    def __post_init__(self) -> None:
        for value in (self.brightness, self.contrast, self.saturation):
            if not -MOST <= value <= MOST:
                raise NotPossible("tone_unfit", value=value, most=MOST)

    @property
    def is_plain(self) -> bool:
        """Whether it changes nothing."""
        return not (self.brightness or self.contrast or self.saturation)


def toned(colours: NDArray[np.uint8], tone: Tone) -> NDArray[np.uint8]:
    """Return sRGB colours (channels last) after a tone.

    Brightness multiplies, contrast stretches about the middle grey, saturation about each colour's own grey: in this
    order, clipped after each, as the studio's preview does.
    """
    if tone.is_plain:
        return colours
    levels = np.clip(colours * np.float32(1 + tone.brightness / 100), 0, 255)
    levels = np.clip(128 + (levels - 128) * np.float32(1 + tone.contrast / 100), 0, 255)
    grey = sum(levels[..., n, None] * share for n, share in enumerate(_GREY))
    levels = np.clip(grey + (levels - grey) * np.float32(1 + tone.saturation / 100), 0, 255)
    changed: NDArray[np.uint8] = np.rint(levels).astype(np.uint8)
    return changed
