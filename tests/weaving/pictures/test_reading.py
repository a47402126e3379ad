"""Every picture that a phone, a scanner or an enemy sends is read as it is meant, or refused in a sentence."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from nawl.kit.errors import NotPossible
from nawl.ui.sentences import sentence
from nawl.weaving.pictures import reading
from nawl.weaving.pictures.reading import read_picture
from tests.weaving.pictures.made import file_of, shown
from tests.weaving.pictures.ten import picture

QUIET = pytest.mark.filterwarnings("ignore")
SMALL = Image.fromarray(picture("flowers", 40, 30))


def png(wide: int, high: int, body: bytes = b"", depth: int = 8, kind: int = 2) -> bytes:
    """A PNG whose head says what it likes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", wide, high, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def webp_of_size(wide: int, high: int) -> bytes:
    body = (
        b"VP8X"
        + struct.pack("<I", 10)
        + b"\0\0\0\0"
        + (wide - 1).to_bytes(3, "little")
        + (high - 1).to_bytes(3, "little")
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def tiff_of_size(wide: int, high: int) -> bytes:
    tags = [
        (256, 4, 1, wide),
        (257, 4, 1, high),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (279, 4, 1, 9),
    ]
    return (
        b"II*\0" + struct.pack("<IH", 8, len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + b"\0" * 4
    )


def jpeg_of_size(wide: int, high: int, marker: int = 0xC0) -> bytes:
    """A small JPEG whose frame header claims another size."""
    data = bytearray(file_of(SMALL, "JPEG", progressive=marker == 0xC2))
    at = data.index(bytes([0xFF, marker]))
    data[at + 5 : at + 9] = struct.pack(">HH", high, wide)
    return bytes(data)


def clear() -> bytes:
    return file_of(Image.new("RGBA", (9, 9), (10, 20, 30, 0)))


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "picture_kind_unknown"),
    "a text": ("صورة".encode, "picture_kind_unknown"),
    "an SVG": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_kind_unknown"),
    "a GIF": (lambda: file_of(SMALL, "GIF"), "picture_kind_unknown"),
    "a BMP": (lambda: file_of(SMALL, "BMP"), "picture_kind_unknown"),
    "a PDF": (lambda: file_of(SMALL, "PDF"), "picture_kind_unknown"),
    "a RIFF that is no WebP": (lambda: b"RIFF\x10\0\0\0WAVEfmt " + bytes(20), "picture_damaged"),
    "100 megapixels of PNG": (lambda: png(10_000, 10_000), "picture_too_large"),
    "a PNG bomb": (lambda: png(60_000, 60_000, zlib.compress(bytes(10_000_000))), "picture_too_large"),
    "a WebP bomb": (lambda: webp_of_size(16_384, 16_384), "picture_too_large"),
    "a TIFF bomb": (lambda: tiff_of_size(100_000, 100_000), "picture_too_large"),
    "a JPEG of 400 megapixels": (lambda: jpeg_of_size(20_000, 20_000), "picture_too_large"),
    "a progressive JPEG of 100 megapixels": (lambda: jpeg_of_size(10_000, 10_000, 0xC2), "picture_too_large"),
    "no pixels": (lambda: png(0, 7), "picture_damaged"),
    "a PNG of a wrong sum": (lambda: file_of(SMALL).replace(b"IHDR\0\0\0(", b"IHDR\0\0\0)"), "picture_damaged"),
    "half a PNG": (lambda: file_of(SMALL)[:600], "picture_truncated"),
    "half a JPEG": (lambda: file_of(SMALL, "JPEG")[:900], "picture_truncated"),
    "half a WebP": (lambda: file_of(SMALL, "WEBP")[:200], "picture_truncated"),
    "half a TIFF": (lambda: file_of(SMALL, "TIFF")[:1000], "picture_truncated"),
    "the head of a JPEG": (lambda: b"\xff\xd8\xff\xe0", "picture_damaged"),
    "nothing but transparency": (clear, "picture_clear"),
}


@QUIET
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_or_broken_file_is_refused_in_a_sentence(name, settings):
    make, code = REFUSED[name]
    with pytest.raises(NotPossible) as refusal:
        read_picture(make(), "سجادة.jpg")
    assert refusal.value.code == code
    assert "سجادة.jpg" in sentence(refusal.value)


def test_a_file_of_more_bytes_than_are_read_is_refused_unopened(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000)
    with pytest.raises(NotPossible) as refusal:
        read_picture(file_of(SMALL))
    assert refusal.value.code == "picture_heavy"


@QUIET
@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_scrambled_file_raises_anything_but_a_refusal(data):
    whole = bytearray(file_of(SMALL, data.draw(st.sampled_from(["PNG", "JPEG", "WEBP", "TIFF"]))))
    for _number in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = read_picture(bytes(whole))
    except NotPossible as refusal:
        assert refusal.code.startswith("picture_")
    else:
        assert read.pixels.ndim == 3


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_pixels_of_lossless_files_are_read_as_they_are(kind):
    settings = {"lossless": True} if kind == "WEBP" else {}
    read = read_picture(file_of(SMALL, kind, **settings))
    assert (read.wide, read.high) == (40, 30)
    assert np.array_equal(read.pixels, np.asarray(SMALL))
    assert read.cover is None
    assert read.told == ()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_upright_whichever_way_the_phone_was_held(orientation, kind):
    upright = np.full((20, 40, 3), 230, np.uint8)
    upright[:10, :20] = (200, 20, 20)
    back = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}[orientation]
    turn = reading._TURNS.get(back)
    image = Image.fromarray(upright)
    stored = image if turn is None else image.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    read = read_picture(file_of(stored, kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {})))
    assert (read.wide, read.high) == (40, 20)
    assert read.pixels[3, 3, 1] < 90
    assert read.pixels[3, 30, 1] > 180
    assert read.pixels[16, 3, 1] > 180


def test_cmyk_becomes_the_colours_it_prints():
    cmyk = Image.new("CMYK", (8, 8), (0, 255, 255, 0))
    read = read_picture(file_of(cmyk, "JPEG", quality=100))
    assert read.told == ("cmyk",)
    red, green, blue = (int(level) for level in read.pixels[4, 4])
    assert red > 200
    assert green < 60
    assert blue < 60


def test_sixteen_bits_of_grey_keep_their_tone():
    grey = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    read = read_picture(file_of(Image.fromarray(grey)))
    assert read.told == ("sixteen_bit",)
    assert np.array_equal(read.pixels[..., 0].ravel(), np.arange(256))


def test_sixteen_bits_of_grey_keep_their_tone_where_one_level_is_clear():
    grey = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    file = io.BytesIO()
    Image.fromarray(grey).save(file, "PNG", transparency=0)
    read = read_picture(file.getvalue())
    assert np.abs(read.pixels[..., 0].astype(int) - grey // 257).max() <= 1
    assert read.cover is not None
    assert np.argwhere(read.cover == 0).tolist() == [[0, 0]]


def test_floating_point_with_holes_is_read_within_its_own_range():
    values = np.array([[0.0, 0.5], [1.0, np.nan]], np.float32)
    read = read_picture(file_of(Image.fromarray(values), "TIFF"))
    assert read.pixels[..., 0].tolist() == [[0, 128], [255, 0]]


@pytest.mark.parametrize(
    ("mode", "level"), [("L", (77, 77, 77)), ("1", (255, 255, 255)), ("P", (204, 51, 51)), ("YCbCr", (180, 60, 40))]
)
def test_grey_black_and_white_palettes_and_video_colours_are_read(mode, level):
    image = Image.new("RGB", (6, 6), level).convert(mode)
    kind = "JPEG" if mode == "YCbCr" else "PNG"
    read = read_picture(file_of(image, kind, **({"quality": 100} if kind == "JPEG" else {})))
    assert np.abs(read.pixels[2, 2].astype(int) - level).max() <= 2


def test_of_an_animation_the_first_picture_is_read_and_that_is_told():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ((200, 0, 0), (0, 200, 0))]
    for kind in ("PNG", "WEBP", "TIFF"):
        read = read_picture(file_of(frames[0], kind, save_all=True, append_images=frames[1:]))
        assert read.told == ("first_frame",)
        assert read.pixels[4, 4, 0] > 150
        assert read.pixels[4, 4, 1] < 50


def test_transparency_is_kept_as_cover_whether_by_channel_or_by_palette():
    channel = Image.new("RGBA", (4, 4), (90, 20, 20, 255))
    channel.putpixel((1, 2), (90, 20, 20, 0))
    for data in (file_of(channel), file_of(channel, "WEBP", lossless=True), file_of(channel, "TIFF")):
        read = read_picture(data)
        assert read.cover is not None
        assert np.argwhere(read.cover == 0).tolist() == [[2, 1]]


def test_the_transparent_entry_of_a_palette_is_empty():
    palette = Image.new("P", (2, 2), 1)
    palette.putpalette([9, 9, 9, 90, 20, 20])
    palette.putpixel((0, 1), 0)
    read = read_picture(file_of(palette, transparency=0))
    assert read.cover is not None
    assert read.cover.tolist() == [[255, 255], [0, 255]]
    assert read.pixels[0, 0].tolist() == [90, 20, 20]


def swapped_profile() -> bytes:
    """The profile of sRGB with red and green exchanged, under another name."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for one, other in ((b"rXYZ", b"tmp "), (b"gXYZ", b"rXYZ"), (b"tmp ", b"gXYZ")):
        profile = profile.replace(one, other, 1)
    return profile.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be")).replace(b"sRGB b", b"swap b")


def test_a_colour_profile_says_what_the_numbers_mean():
    red = Image.new("RGB", (4, 4), (220, 30, 30))
    read = read_picture(file_of(red, icc_profile=swapped_profile()))
    assert read.told == ("profile",)
    assert read.pixels[2, 2, 1] > 180 > 90 > read.pixels[2, 2, 0]


@pytest.mark.parametrize("profile", [b"broken", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()])
def test_a_broken_profile_and_that_of_srgb_change_nothing(profile):
    read = read_picture(file_of(SMALL, icc_profile=profile))
    assert read.told == ()
    assert np.array_equal(read.pixels, np.asarray(SMALL))


def test_a_large_baseline_jpeg_is_read_at_half_its_size(monkeypatch):
    monkeypatch.setattr(reading, "MOST_PIXELS", 1_000)
    read = read_picture(file_of(SMALL, "JPEG"))
    assert read.told == ("reduced",)
    assert (read.wide, read.high) == (20, 15)


def test_a_crop_takes_the_part_and_at_least_a_pixel():
    read = shown(picture("noise", 10, 20))
    part = read.cropped((0.2, 0.25, 0.5, 0.75))
    assert np.array_equal(part.pixels, read.pixels[5:15, 2:5])
    assert read.cropped((0.999, 0, 1, 1)).pixels.shape == (20, 1, 3)


@pytest.mark.parametrize(
    "box", [(0.5, 0, 0.5, 1), (-0.1, 0, 1, 1), (0, 0, 1, 1.1), (0, 0.9, 1, 0.2), (float("nan"), 0, 1, 1)]
)
def test_a_crop_outside_the_picture_is_refused(box):
    with pytest.raises(NotPossible) as refusal:
        shown(picture("noise", 4, 4)).cropped(box)
    assert refusal.value.code == "crop_unfit"


@pytest.mark.parametrize("quarters", [-1, 0, 1, 2, 3, 4, 5])
def test_a_picture_turns_clockwise_by_quarters_with_its_cover(quarters):
    pixels = picture("noise", 5, 3)
    read = shown(pixels, cover=pixels[..., 0]).turned(quarters)
    for _turn in range(quarters % 4):
        pixels = pixels[::-1].swapaxes(0, 1)
    assert np.array_equal(read.pixels, pixels)
    assert np.array_equal(read.cover, pixels[..., 0])
