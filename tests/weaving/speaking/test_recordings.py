"""A unit's own voice: files named as they are said, each a clip or a fault with its reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from nawl.kit.errors import NotPossible
from nawl.weaving.speaking import recordings
from nawl.weaving.speaking.recordings import missing, read_recordings, recording_list
from nawl.weaving.speaking.sound import read_wav
from tests.weaving.speaking.charts import YARNS
from tests.weaving.speaking.test_sound import tone, wav

LINES = recording_list(YARNS)
GOOD = wav(tone())


def zipped(files: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return into.getvalue()


def test_the_list_names_each_file_as_it_is_said():
    by_key = {line.key: line for line in LINES}
    assert by_key["8"].file == "8.wav"
    assert by_key["8"].text == "ثَمَانِيَة"
    assert by_key["and-20"].file == "وعشرون.wav"
    assert by_key["yarn:أحمر قانٍ"].file == "أحمر قان.wav"
    assert by_key["end"].file == "انتهى السطر.wav"
    assert len({line.file for line in LINES}) == len(LINES) < 75


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("8.wav", "8"),
        ("٨.wav", "8"),
        ("ثمانية.WAV", "8"),
        ("numbers/ثَمَانِيَة.wav", "8"),
        ("كحلي.wav", "yarn:كحلي"),
        ("أحمر_قانٍ.wav", "yarn:أحمر قانٍ"),
        ("end.wav", "end"),
        ("انتهى  السطر.wav", "end"),
        ("وعشرون.wav", "and-20"),
    ],
)
def test_a_file_is_known_by_digits_of_either_kind_by_its_word_or_its_key(file, key):
    read = read_recordings(zipped({file: GOOD}), LINES)
    assert list(read.clips) == [key]
    assert not read.faults
    assert read_wav(read.clips[key]).seconds == pytest.approx(0.5, abs=0.06)


def test_a_folder_is_read_as_a_zip_is_and_hidden_files_are_left_out(tmp_path):
    (tmp_path / "colours").mkdir()
    (tmp_path / "colours" / "كحلي.wav").write_bytes(GOOD)
    (tmp_path / ".DS_Store").write_bytes(b"x")
    read = read_recordings(tmp_path, LINES)
    assert list(read.clips) == ["yarn:كحلي"]
    assert not read.faults
    assert list(read_recordings(zipped({"__MACOSX/._8.wav": b"x", ".hidden": b"y"}), LINES).faults) == []


def test_every_fault_is_named_with_its_file_and_good_files_are_kept(monkeypatch):
    monkeypatch.setattr(recordings, "MOST_BYTES", 30_000)
    files = {
        "1.wav": GOOD,
        "١.wav": GOOD,
        "2.wav": b"ID3",
        "3.wav": wav(tone(0.4, strength=0.001)),
        "4.wav": wav(tone(0.02)),
        "5.wav": GOOD + bytes(30_000),
        "فستقي.wav": GOOD,
    }
    read = read_recordings(zipped(files), LINES)
    assert list(read.clips) == ["1"]
    assert {fault.file: fault.reason.code for fault in read.faults} == {
        "١.wav": "recording_twice",
        "2.wav": "recording_not_wav",
        "3.wav": "recording_silent",
        "4.wav": "recording_length",
        "5.wav": "recording_too_large",
        "فستقي.wav": "recording_unknown",
    }


def test_what_nobody_recorded_is_told():
    read = read_recordings(zipped({line.file: GOOD for line in LINES[3:]}), LINES)
    assert missing(LINES, read) == LINES[:3]


def test_what_is_no_zip_is_refused(tmp_path):
    (tmp_path / "voice.zip").write_bytes(b"Rar!")
    for source in (tmp_path / "voice.zip", b"", zipped({"8.wav": GOOD})[:200]):
        with pytest.raises(NotPossible, match="recordings_unreadable"):
            read_recordings(source, LINES)


def test_a_zip_that_would_swell_is_refused(monkeypatch):
    monkeypatch.setattr(recordings, "MOST_IN_ALL", 50_000)
    with pytest.raises(NotPossible, match="recordings_too_many"):
        read_recordings(zipped({"8.wav": bytes(60_000)}), LINES)
