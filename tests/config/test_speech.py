"""What a command says reaches its reader, or it is said why not; reasons of the system are told in Arabic too."""

from __future__ import annotations

import errno
import os

import pytest

from config.cli.speech import reason_of, say
from nawl.kit.errors import NotPossible
from nawl.ui.reader import Reader, reading_as

ARABIC, ENGLISH = Reader("ar", "arabic"), Reader("en", "western")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EROFS, errno.ENOTDIR])
def test_the_systems_reason_is_said_in_the_readers_language(code):
    fault = OSError(code, os.strerror(code))
    with reading_as(ENGLISH):
        assert reason_of(fault) == os.strerror(code)
    with reading_as(ARABIC):
        assert any("\u0621" <= letter <= "\u064a" for letter in reason_of(fault))


def test_an_unknown_reason_is_said_as_the_system_says_it():
    with reading_as(ARABIC):
        assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
        assert reason_of(OSError("no number")) == "no number"


def test_what_cannot_be_printed_is_a_refusal_and_who_stopped_listening_is_none(monkeypatch):
    def full(_text):
        raise OSError(errno.ENOSPC, "No space left on device")

    def closed(_text):
        raise BrokenPipeError

    monkeypatch.setattr("click.echo", full)
    with reading_as(ARABIC), pytest.raises(NotPossible, match="file_unwritable"):
        say("سطر")
    monkeypatch.setattr("click.echo", closed)
    with pytest.raises(BrokenPipeError):
        say("سطر")
