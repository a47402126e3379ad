"""Reading a picture: what is read, how large it may be, how it is turned, which colours it means; hostile files too.

JPEG, PNG, WebP and TIFF, told by their first bytes and by nothing else. The size is known before a pixel is decoded.
What comes out is 8-bit sRGB, upright, without metadata: colour profiles, CMYK, 16 bits and palettes end here.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from nawl.kit.errors import NotPossible

MOST_BYTES: Final = 100_000_000
MOST_PIXELS: Final = 64_000_000
MOST_REDUCED: Final = 256_000_000
"""A baseline JPEG up to this size is decoded at a half or a quarter; nothing larger is read at all."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the picture, 0 to 1."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture: `pixels` in 8-bit sRGB, shape (high, wide, 3); `cover` says how opaque each is (None: all are).

    `told` names what was done on reading: `reduced`, `first_frame`, `profile`, `cmyk`, `sixteen_bit`, `turned`.
    """

    pixels: NDArray[np.uint8]
    cover: NDArray[np.uint8] | None = None
    name: str = ""
    told: tuple[str, ...] = ()

    @property
    def wide(self) -> int:
        """Pixels across."""
        return int(self.pixels.shape[1])

    @property
    def high(self) -> int:
        """Pixels down."""
        return int(self.pixels.shape[0])

    def cropped(self, box: Box) -> Picture:
        """Return the part within a box; at least one pixel. Raises `crop_unfit`."""
        left, top, right, bottom = box
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            raise NotPossible("crop_unfit", crop=", ".join(f"{side:g}" for side in box))
        across, down = _span(left, right, self.wide), _span(top, bottom, self.high)
        return replace(
            self, pixels=self.pixels[down, across], cover=None if self.cover is None else self.cover[down, across]
        )

    def turned(self, quarters: int) -> Picture:
        """Return the picture turned clockwise by quarters of a turn."""
        if quarters % 4 == 0:
            return self
        cover = None if self.cover is None else np.rot90(self.cover, -quarters)
        return replace(self, pixels=np.rot90(self.pixels, -quarters), cover=cover)


def _span(first: float, last: float, pixels: int) -> slice:
    begin = min(round(first * pixels), pixels - 1)
    return slice(begin, max(begin + 1, round(last * pixels)))


def check_bytes(size: int, name: str) -> None:
    """Refuse a file of too many bytes, before it is read where its size is known; raises `picture_heavy`."""
    if size > MOST_BYTES:
        raise NotPossible("picture_heavy", file=name, megabytes=size // 1_000_000, most=MOST_BYTES // 1_000_000)


def read_picture(data: bytes, name: str = "") -> Picture:
    """Read a picture from the bytes of a file; `name` only serves the messages.

    Raises `picture_heavy`, `picture_kind_unknown`, `picture_too_large`, `picture_truncated`, `picture_damaged`,
    `picture_clear` (not one opaque pixel).
    """
    name = name[-60:] or "—"
    check_bytes(len(data), name)
    try:
        image, is_reduced = _opened(data, name)
        return _upright(image, ["reduced"] if is_reduced else [], name)
    except NotPossible:
        raise
    except Exception as fault:  # a decoder fed with hostile bytes may raise anything
        is_short = re.search(r"truncat|unexpected end|premature", str(fault), re.IGNORECASE)
        raise NotPossible("picture_truncated" if is_short else "picture_damaged", file=name) from fault


def _opened(data: bytes, name: str) -> tuple[ImageFile.ImageFile, bool]:
    """Open without decoding, by the plugin that the first bytes call for; refuse by size; say whether it is reduced."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        _check_size(*_webp_size(data), name)  # its plugin would allocate the whole canvas at once
        if int.from_bytes(data[4:8], "little") + 8 > len(data):
            raise NotPossible("picture_truncated", file=name)
    for start, plugin in _PLUGINS.items():
        if data.startswith(start):
            image = plugin(io.BytesIO(data))
            break
    else:
        raise NotPossible("picture_kind_unknown", file=name)
    is_reduced = isinstance(image, JpegImageFile) and _reduce(image)
    _check_size(*image.size, name)
    return image, is_reduced


_PLUGINS: Final[dict[bytes, type[ImageFile.ImageFile]]] = {
    b"\xff\xd8\xff": JpegImageFile,
    b"\x89PNG\r\n\x1a\n": PngImageFile,
    b"RIFF": WebPImageFile,
    b"II*\0": TiffImageFile,
    b"MM\0*": TiffImageFile,
}


def _webp_size(data: bytes) -> tuple[int, int]:
    """Read width and height from the head of a WebP file (RFC 9649)."""
    kind, head = data[12:16], data[20:30]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[4:7], "little"), 1 + int.from_bytes(head[7:10], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF


def _reduce(image: JpegImageFile) -> bool:
    """Let a very large baseline JPEG be decoded at ½ or ¼; a progressive one would hold all its coefficients first."""
    pixels = image.size[0] * image.size[1]
    if not MOST_PIXELS < pixels <= MOST_REDUCED or "progressive" in image.info or image.mode not in {"L", "RGB"}:
        return False
    share = 2 if pixels <= 4 * MOST_PIXELS else 4
    image.draft(image.mode, (-(-image.size[0] // share), -(-image.size[1] // share)))
    return True


def _check_size(wide: int, high: int, name: str) -> None:
    if wide * high > MOST_PIXELS:
        megapixels = wide * high // 1_000_000
        raise NotPossible("picture_too_large", file=name, megapixels=megapixels, most=MOST_PIXELS // 1_000_000)
    if wide * high < 1:
        raise NotPossible("picture_damaged", file=name)


def _upright(image: Image.Image, told: list[str], name: str) -> Picture:
    """Decode, turn as EXIF says, and bring into 8-bit sRGB."""
    if getattr(image, "n_frames", 1) > 1:
        told.append("first_frame")
    image.load()
    before = image
    image = _turned(image)
    if image is not before:
        told.append("turned")
    flat, alpha = _without_alpha(image)
    colours, step = _in_srgb(flat)
    told += step
    cover = None if alpha is None or int(alpha.min()) == 255 else alpha
    if cover is not None and not cover.any():
        raise NotPossible("picture_clear", file=name)
    return Picture(pixels=colours, cover=cover, name=name, told=tuple(told))


def _turned(image: Image.Image) -> Image.Image:
    try:
        orientation = image.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001, RUF100 - broken EXIF says nothing about the pixels
        return image
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return image if turn is None else image.transpose(turn)


_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What EXIF's orientation (tag 0x0112) asks for."""


def _without_alpha(image: Image.Image) -> tuple[Image.Image, NDArray[np.uint8] | None]:
    """Part the colours from the opacity: an alpha channel, or the transparent entry of a palette or of a plain PNG."""
    if image.mode.startswith(_DEEP):
        return image, _named_clear(image)
    profile = image.info.get("icc_profile")
    if image.mode == "LA":
        alpha = np.asarray(image.getchannel("A"))
        flat = image.getchannel("L")
    elif image.mode in {"RGBA", "RGBa", "La", "PA"} or "transparency" in image.info:
        rgba = image.convert("RGBA")
        alpha = np.asarray(rgba.getchannel("A"))
        flat = rgba.convert("RGB")
    else:
        return image, None
    if profile:
        flat.info["icc_profile"] = profile
    return flat, alpha


_DEEP: Final = ("I", "F")
"""Modes of grey with more than eight bits."""


def _named_clear(image: Image.Image) -> NDArray[np.uint8] | None:
    """Opacity of a grey picture of 16 bits in which one level means clear; Pillow would cut its levels off at 255."""
    level = image.info.get("transparency")
    return np.where(np.asarray(image) == level, 0, 255).astype(np.uint8) if isinstance(level, int) else None


def _in_srgb(image: Image.Image) -> tuple[NDArray[np.uint8], list[str]]:
    """Return sRGB of shape (high, wide, 3), and what had to be done for it."""
    told: list[str] = []
    if image.mode.startswith(_DEEP):
        return _levels(image), ["sixteen_bit"]
    if image.mode == "CMYK":
        told.append("cmyk")
    managed = _by_profile(image)
    if managed is not None:
        return np.asarray(managed), [*told, "profile"]
    return np.asarray(image if image.mode == "RGB" else image.convert("RGB")), told


def _levels(image: Image.Image) -> NDArray[np.uint8]:
    """Bring grey of 16 bits, 32 bits or floating point to 8 bits."""
    values = np.asarray(image).astype(np.float64)
    values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    top = 65535.0 if image.mode.startswith("I;16") or 255 < values.max() <= 65535 else max(float(values.max()), 1.0)
    grey = np.rint(np.clip(values / top, 0, 1) * 255).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=2)


def _by_profile(image: Image.Image) -> Image.Image | None:
    """Return the picture as its colour profile means it; None where it has none, a broken one, or sRGB's own."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return None
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(own).casefold():
            return None
        return ImageCms.profileToProfile(image, own, _srgb_profile(), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


@cache
def _srgb_profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
