"""Clips (مقاطع الصوت): short WAV files, one channel, 16,000 samples a second, 8-bit µ-law, silence cut, equally loud.

µ-law (ITU-T G.711) halves what a page has to carry and every browser decodes it. Samples within are floats, −1 to 1.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible

Samples = NDArray[np.float64]
RATE = 16_000
"""Samples a second of every clip: speech up to 8 kHz, as on a good telephone line."""
LEAST_S, MOST_S = 0.08, 6.0
"""The shortest and the longest that a recording may be, in seconds, without its silence."""
QUIET = 0.01
"""A recording whose loudest moment stays below this share of full scale holds nothing that can be made louder."""
LOUD_DB = -16
"""Root mean square of what sounds, in dB of full scale: loud enough for a hall with looms at work."""
_LOUD = 10 ** (LOUD_DB / 20)
_PEAK = 10 ** (-1 / 20)  # and no sample above −1 dB
_MULAW, _PCM, _FLOAT, _EXTENSIBLE = 7, 1, 3, 0xFFFE


@dataclass(frozen=True)
class Sound:
    """Samples of one channel and their rate a second."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate


def clip(sound: Sound) -> bytes:
    """Return a sound as a clip: cut, equally loud, at the clips' rate; raises `recording_*` where it cannot be one."""
    if not len(sound.samples) or float(np.abs(sound.samples).max()) < QUIET:
        raise NotPossible("recording_silent")
    cut = trimmed(resampled(sound, RATE))
    if not LEAST_S <= cut.seconds <= MOST_S:
        raise NotPossible("recording_length", seconds=round(cut.seconds, 2), least=LEAST_S, most=MOST_S)
    return write_wav(levelled(cut))


def resampled(sound: Sound, rate: int) -> Sound:
    """Return a sound at another rate, by its spectrum: what lies above half of the new rate is left out."""
    if sound.rate == rate:
        return sound
    length = max(1, round(len(sound.samples) * rate / sound.rate))
    spectrum = np.fft.rfft(sound.samples)
    kept = np.zeros(length // 2 + 1, dtype=complex)
    common = min(len(kept), len(spectrum))
    kept[:common] = spectrum[:common]
    return Sound(np.fft.irfft(kept, length) * (length / len(sound.samples)), rate)


def loudness(sound: Sound) -> Samples:
    """Return the root mean square of each hundredth of a second."""
    step = max(1, sound.rate // 100)
    frames = np.pad(sound.samples, (0, -len(sound.samples) % step)).reshape(-1, step)
    return np.asarray(np.sqrt((frames**2).mean(axis=1)), dtype=float)


def trimmed(sound: Sound, below: float = 0.02) -> Sound:
    """Cut the silence at both ends (frames below a share of the loudest), keep 20 ms of breath, fade 5 ms in and out."""
    loud = loudness(sound)
    heard = np.flatnonzero(loud > below * loud.max())
    step = max(1, sound.rate // 100)
    begin, end = max(0, heard[0] - 2) * step, min(len(sound.samples), (heard[-1] + 3) * step)
    samples = sound.samples[begin:end].copy()
    fade = min(len(samples), sound.rate // 200)
    ramp = np.linspace(0, 1, fade)
    samples[:fade] *= ramp
    samples[len(samples) - fade :] *= ramp[::-1]
    return Sound(samples, sound.rate)


def levelled(sound: Sound) -> Sound:
    """Bring what sounds to one loudness; peaks that would pass the limit are rounded off, not clipped."""
    loud = loudness(sound)
    active = loud[loud > 0.1 * loud.max()]
    samples = sound.samples * (_LOUD / float(np.sqrt((active**2).mean())))
    knee = 0.6 * _PEAK
    over = np.abs(samples) > knee
    room = _PEAK - knee
    samples[over] = np.sign(samples[over]) * (knee + room * np.tanh((np.abs(samples[over]) - knee) / room))
    return Sound(samples, sound.rate)


def write_wav(sound: Sound) -> bytes:
    """Return a sound as a µ-law WAV file."""
    data = _to_mulaw(sound.samples).tobytes()
    head = struct.pack("<HHIIHHH", _MULAW, 1, sound.rate, sound.rate, 1, 8, 0)
    fact = struct.pack("<I", len(data))
    body = b"WAVE" + _chunk(b"fmt ", head) + _chunk(b"fact", fact) + _chunk(b"data", data)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _to_mulaw(samples: Samples) -> NDArray[np.uint8]:
    """G.711 µ-law of 14-bit magnitudes: sign, three bits of segment, four bits of step, all inverted."""
    whole = np.clip(np.abs(samples) * 32768, 0, 32635).astype(np.int64) + 132
    segment = np.floor(np.log2(whole)).astype(np.int64) - 7
    step = (whole >> (segment + 3)) & 15
    codes = ~((np.signbit(samples) << 7) | (segment << 4) | step) & 255
    return np.asarray(codes, dtype=np.uint8)


def _from_mulaw(codes: NDArray[np.uint8]) -> Samples:
    plain = ~codes.astype(np.int64) & 255
    size = ((((plain & 15) << 3) + 132) << ((plain >> 4) & 7)) - 132
    return np.asarray(np.where(plain & 128, -size, size) / 32768, dtype=float)


def read_wav(content: bytes) -> Sound:
    """Read a WAV file of any usual kind (8 to 32 bits, float, µ-law; one or two channels); raises `recording_not_wav`."""
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        raise NotPossible("recording_not_wav")
    try:
        chunks = _chunks(content)
        kind, channels, rate, _bytes, _align, bits = struct.unpack_from("<HHIIHH", chunks[b"fmt "])
        if kind == _EXTENSIBLE:
            kind = struct.unpack_from("<H", chunks[b"fmt "], 24)[0]
        samples = _samples(chunks[b"data"], kind, bits)
    except (KeyError, struct.error, ValueError) as fault:
        raise NotPossible("recording_not_wav") from fault
    if not 1 <= channels <= 2 or not 4_000 <= rate <= 192_000 or not np.isfinite(samples).all():
        raise NotPossible("recording_not_wav")
    whole = samples[: len(samples) // channels * channels].reshape(-1, channels)
    return Sound(np.asarray(whole.mean(axis=1), dtype=float) if len(whole) else samples[:0], rate)


def _chunks(content: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    stream = io.BytesIO(content[12:])
    while len(head := stream.read(8)) == 8:
        name, size = struct.unpack("<4sI", head)
        found.setdefault(name, stream.read(size))
        stream.seek(size % 2, io.SEEK_CUR)
    return found


def _samples(data: bytes, kind: int, bits: int) -> Samples:
    """Return the samples of all channels as floats; raises ValueError for a kind that is not read."""
    width = bits // 8
    data = data[: len(data) // width * width] if width else b""
    if kind == _MULAW and bits == 8:
        return _from_mulaw(np.frombuffer(data, np.uint8))
    if kind == _FLOAT and bits in {32, 64}:
        return np.frombuffer(data, f"<f{width}").astype(float)
    if kind == _PCM and bits == 8:
        return (np.frombuffer(data, np.uint8).astype(float) - 128) / 128
    if kind == _PCM and bits in {16, 32}:
        return np.frombuffer(data, f"<i{width}").astype(float) / 2.0 ** (bits - 1)
    if kind == _PCM and bits == 24:
        parts = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.int64)
        whole = parts[:, 0] | parts[:, 1] << 8 | parts[:, 2] << 16
        return np.where(whole >= 2**23, whole - 2**24, whole) / 2.0**23
    raise ValueError(f"a WAV of kind {kind} with {bits} bits")
