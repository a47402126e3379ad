"""Clips: any usual WAV is read; what comes out is short, equally loud, at one rate, and every browser's kind."""

from __future__ import annotations

import io
import struct
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.speaking import sound
from nawl.weaving.speaking.sound import Sound, clip, read_wav, write_wav


def tone(seconds: float = 0.5, rate: int = 22_050, strength: float = 0.4, pitch: float = 300.0) -> np.ndarray:
    return strength * np.sin(2 * np.pi * pitch * np.arange(int(seconds * rate)) / rate)


def wav(samples: np.ndarray, rate: int = 22_050, width: int = 2, channels: int = 1) -> bytes:
    """Write PCM with the standard library, as a recorder would."""
    whole = np.clip(np.round(samples * (2.0 ** (8 * width - 1) - 1)), -(2.0 ** (8 * width - 1)), None).astype(np.int64)
    raw = (whole + (128 if width == 1 else 0)).astype("<i8").view(np.uint8).reshape(-1, 8)[:, :width]
    into = io.BytesIO()
    with wave.open(into, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(np.repeat(raw, channels, axis=0).tobytes())
    return into.getvalue()


def of_kind(kind: int, bits: int, data: bytes, rate: int = 16_000, channels: int = 1, extra: bytes = b"") -> bytes:
    """Write a WAV of any kind by hand."""
    head = struct.pack("<HHIIHH", kind, channels, rate, rate, max(1, bits // 8), bits) + extra
    body = b"WAVEfmt " + struct.pack("<I", len(head)) + head + b"LIST\x03\0\0\0abc\0data" + struct.pack("<I", len(data))
    return b"RIFF" + struct.pack("<I", len(body) + len(data)) + body + data


@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("channels", [1, 2])
def test_samples_of_every_width_are_read(width, channels):
    read = read_wav(wav(tone(), width=width, channels=channels))
    assert read.rate == 22_050
    assert read.samples == pytest.approx(tone(), abs=2.0 ** -(8 * width - 2) + 1e-9)


def test_floats_and_extended_heads_are_read():
    samples = tone(rate=16_000)
    assert read_wav(of_kind(3, 32, samples.astype("<f4").tobytes())).samples == pytest.approx(samples, abs=1e-6)
    guid = struct.pack("<HHIH", 22, 16, 0, 1) + bytes(14)
    assert read_wav(of_kind(0xFFFE, 16, b"\0\x40", extra=guid)).samples == pytest.approx([0.5])


@pytest.mark.parametrize(
    ("code", "size"), [(0xFF, 0), (0x7F, 0), (0x80, 32124), (0x00, -32124), (0xF0, 120), (0xEF, 132)]
)
def test_mulaw_is_that_of_g711(code, size):
    assert read_wav(of_kind(7, 8, bytes([code]))).samples * 32768 == pytest.approx([size])


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=50))
def test_what_is_written_is_read_back_within_a_step_of_mulaw(values):
    samples = np.array(values)
    read = read_wav(write_wav(Sound(samples, sound.RATE)))
    assert read.rate == sound.RATE
    assert np.all(np.abs(read.samples - samples) <= np.maximum(np.abs(samples) / 16, 8 / 32768))


def test_a_clip_is_short_of_silence_and_at_the_rate_of_all():
    quiet = np.concatenate([np.zeros(20_000), tone(0.5), np.zeros(30_000)])
    made = read_wav(clip(read_wav(wav(quiet))))
    assert made.rate == sound.RATE
    assert 0.5 <= made.seconds <= 0.56


@pytest.mark.parametrize("strength", [0.02, 0.1, 0.9])
def test_clips_are_equally_loud_and_never_clipped(strength):
    made = read_wav(clip(Sound(tone(strength=strength), 22_050)))
    middle = made.samples[2000:-2000]
    assert np.sqrt((middle**2).mean()) == pytest.approx(10 ** (-16 / 20), rel=0.05)
    assert np.abs(made.samples).max() < 0.9


def test_resampling_keeps_a_pitch_and_drops_what_the_rate_cannot_hold():
    kept = sound.resampled(Sound(tone(1, 48_000, pitch=1_000), 48_000), 16_000)
    assert kept.samples[1000:15_000] == pytest.approx(tone(1, 16_000, pitch=1_000)[1000:15_000], abs=0.01)
    lost = sound.resampled(Sound(tone(1, 48_000, pitch=12_000), 48_000), 16_000)
    assert np.abs(lost.samples).max() < 0.01


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        (np.zeros(9000), "recording_silent"),
        (np.zeros(0), "recording_silent"),
        (tone(strength=0.005), "recording_silent"),
        (tone(0.03), "recording_length"),
        (tone(9), "recording_length"),
    ],
)
def test_what_cannot_be_a_clip_says_why(samples, code):
    with pytest.raises(NotPossible, match=code):
        clip(Sound(samples, 22_050))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"ID3 not a wav",
        b"RIFF\0\0\0\0WAVE",
        of_kind(2, 4, b"\0\0"),
        of_kind(1, 12, b"\0\0\0"),
        of_kind(1, 16, b"\0\0", channels=6),
        of_kind(1, 16, b"\0\0", rate=100),
        of_kind(3, 32, np.array([np.nan], "<f4").tobytes()),
        wav(tone())[:30],
    ],
)
def test_what_is_no_wav_of_a_usual_kind_is_refused(content):
    with pytest.raises(NotPossible, match="recording_not_wav"):
        read_wav(content)


@given(st.binary(max_size=120), st.integers(0, 80))
def test_damaged_files_are_refused_or_read_and_nothing_else(noise, place):
    whole = wav(tone(0.01))
    for content in (noise, whole[:place] + noise + whole[place:], b"RIFF\0\0\0\0WAVE" + noise):
        try:
            assert np.isfinite(read_wav(content).samples).all()
        except NotPossible as refusal:
            assert refusal.code == "recording_not_wav"
