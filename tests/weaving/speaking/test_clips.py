"""Clips are made once by an offline voice, kept, and give way to a unit's own; without a voice a chart goes without."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from config.assets import voice as setup
from nawl.weaving.speaking import clips, voice
from nawl.weaving.speaking.counting import MOST, PHRASES
from nawl.weaving.speaking.sound import RATE, read_wav
from nawl.weaving.speaking.voice import Voice
from tests.weaving.speaking.charts import YARNS, medallion

LIBRARY = Voice("espeakng-loader", None)


@pytest.fixture(autouse=True)
def nothing_made(monkeypatch, tmp_path):
    """What set-up made on this machine is out of the way."""
    monkeypatch.setattr(clips, "MADE_AT_SETUP", tmp_path / "made")


@pytest.fixture
def no_voice(monkeypatch):
    monkeypatch.setattr(clips, "find_voice", lambda: None)


@pytest.fixture
def program(tmp_path) -> Path:
    """A program in the manner of espeak-ng: a tone for every letter that it is given; it notes what it was asked."""
    place = tmp_path / "bin" / "espeak-ng"
    place.parent.mkdir()
    place.write_text(
        f"#!{sys.executable}\n"
        "import array, math, pathlib, struct, sys\n"
        "text = sys.stdin.read()\n"
        f"pathlib.Path({str(tmp_path / 'asked')!r}).open('a').write(' '.join(sys.argv[1:]) + ' ' + text + '\\n')\n"
        "if 'fail' in text: sys.exit(1)\n"
        "wave = array.array('h', (int(9000 * math.sin(n / 12)) for n in range(900 * len(text)))).tobytes()\n"
        "head = struct.pack('<4sI4s4sIHHIIHH4sI', b'RIFF', 0x7ffff024, b'WAVE', b'fmt ', 16, 1, 1, 22050, 44100, 2, 16, b'data', 0x7ffff000)\n"
        "sys.stdout.buffer.write(head + wave)\n"
    )
    place.chmod(0o755)
    return place


@pytest.mark.parametrize(("text", "language"), [("ثَمَانِيَة", "ar"), ("أحمر قانٍ", "ar"), ("eight", "en")])
def test_the_library_says_a_text_in_a_process_of_its_own(text, language):
    (said,) = LIBRARY.say([text], language)
    assert said is not None
    assert said.rate == 22_050
    assert 0.3 < said.seconds < 3
    assert abs(said.samples).max() > 0.1


def test_a_clip_is_small_and_at_the_rate_of_all(tmp_path):
    (made,) = clips.make(LIBRARY, ["ثَمَانِيَة"], "ar", tmp_path).values()
    assert read_wav(made).rate == RATE
    assert 0.4 < read_wav(made).seconds < 1.5
    assert len(made) < 20_000


def test_the_machines_program_is_given_the_text_by_its_input_never_as_an_argument(program, tmp_path):
    (said, failed) = Voice("espeak-ng", str(program)).say(["--fun", "fail"], "en")
    assert said is not None
    assert said.seconds == pytest.approx(900 * 5 / 22_050, abs=0.001)
    assert failed is None
    assert (tmp_path / "asked").read_text().splitlines()[0] == "-v en -s 150 -p 45 --stdin --stdout --fun"


def test_a_program_that_cannot_be_run_says_nothing():
    assert Voice("espeak-ng", "/nowhere/espeak-ng").say(["one"], "en") == [None]


def test_a_library_that_fails_says_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(voice, "_SCRIPT", tmp_path / "absent.py")
    assert LIBRARY.say(["one", "two"], "en") == [None, None]


def test_the_machines_program_comes_before_the_library_and_neither_is_no_voice(monkeypatch, program):
    monkeypatch.setattr(voice.shutil, "which", lambda name: str(program))
    assert voice.find_voice() == Voice("espeak-ng", str(program))
    monkeypatch.setattr(voice.shutil, "which", lambda name: None)
    assert voice.find_voice() == LIBRARY
    monkeypatch.setattr(voice.importlib.util, "find_spec", lambda name: None)
    assert voice.find_voice() is None


def test_a_program_that_has_no_arabic_gives_way_to_the_library(monkeypatch, tmp_path):
    mute = tmp_path / "espeak-ng"
    mute.write_text("#!/bin/sh\nexit 1\n")
    mute.chmod(0o755)
    monkeypatch.setattr(voice.shutil, "which", lambda name: str(mute))
    assert voice.find_voice() == LIBRARY


def test_a_text_is_said_once_and_then_taken_from_its_folder(monkeypatch, program, tmp_path):
    monkeypatch.setattr(clips, "find_voice", lambda: Voice("espeak-ng", str(program)))
    first = clips.clip_for("جملي", "ar", tmp_path / "cache")
    assert first
    monkeypatch.setattr(clips, "find_voice", lambda: pytest.fail("asked twice"))
    assert clips.clip_for("جملي", "ar", tmp_path / "cache") == first
    assert not list((tmp_path / "cache").rglob(".*.new"))


def test_arabic_letters_are_never_read_by_the_english_voice():
    assert clips.language_of("جملي", "en") == "ar"
    assert clips.language_of("Camel", "ar") == "ar"
    assert clips.language_of("Camel", "en") == "en"


def test_another_way_of_saying_is_another_file(monkeypatch):
    before = clips.file_of("أحمر", "ar")
    monkeypatch.setitem(clips.MANNERS, "ar", clips.MANNERS["ar"]._replace(speed=100))
    assert clips.file_of("أحمر", "ar") != before


def test_a_chart_gets_its_numbers_phrases_and_colours(monkeypatch, program):
    monkeypatch.setattr(clips, "find_voice", lambda: Voice("espeak-ng", str(program)))
    chart = medallion()
    got = clips.clips_for(chart, "en")
    assert set(got.by_key) == {
        *map(str, range(21)),
        "30",
        *PHRASES,
        "yarn:Deep red",
        "yarn:Navy",
        "yarn:Cream",
    }
    assert got.size == sum(len(content) for content in got.by_key.values())


def test_a_units_own_recordings_come_first_and_strange_ones_are_left_out(no_voice):
    got = clips.clips_for(
        medallion(), "ar", recorded={"8": b"own", "yarn:كحلي": b"navy", "yarn:فستقي": b"of another chart"}
    )
    assert got.by_key == {"8": b"own", "yarn:كحلي": b"navy"}


def test_without_a_voice_there_are_no_clips_and_no_fault(no_voice):
    assert clips.clips_for(medallion(), "ar").by_key == {}
    assert clips.clip_for("أحمر") is None


def test_set_up_makes_numbers_phrases_and_the_shipped_yarns_in_both_languages(monkeypatch, tmp_path, program):
    monkeypatch.setattr(setup, "BUILD", tmp_path)
    monkeypatch.setattr(setup, "_PROOF", tmp_path / "voice" / "made.json")
    monkeypatch.setattr(setup, "_YARNS", tmp_path / "yarns.toml")
    monkeypatch.setattr(setup, "find_voice", lambda: Voice("espeak-ng", str(program)))
    (tmp_path / "yarns.toml").write_text('[[yarn]]\ncode = "1"\nname_ar = "كحلي"\nname_en = "Navy"\n', encoding="utf-8")
    setup.STEP.make()
    made = json.loads((tmp_path / "voice" / "made.json").read_text())
    assert made["ar"] == len(set(clips.texts_to_say("ar", (), MOST).values())) + 1
    assert (tmp_path / "voice" / clips.file_of("كحلي", "ar")).exists()
    assert (tmp_path / "voice" / clips.file_of("Navy", "en")).exists()
    monkeypatch.setattr(clips, "MADE_AT_SETUP", tmp_path / "voice")
    monkeypatch.setattr(clips, "find_voice", lambda: pytest.fail("all of it was made at set-up"))
    assert clips.clips_of(clips.texts_to_say("ar", YARNS[1:2], 900).values(), "ar")


def test_set_up_goes_on_without_a_voice_and_tries_again_the_next_time(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(setup, "BUILD", tmp_path)
    monkeypatch.setattr(setup, "_PROOF", tmp_path / "voice" / "made.json")
    monkeypatch.setattr(setup, "find_voice", lambda: None)
    setup.STEP.make()
    assert "No offline voice was found" in capsys.readouterr().out
    assert not (tmp_path / "voice" / "made.json").exists()
