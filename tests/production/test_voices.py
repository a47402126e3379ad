"""A unit lends its charts a voice of its own: what is good is kept, what is not is named, the others are made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.places.models import Facility
from nawl.production.actions import voices
from nawl.production.actions.voices import drop_voice, keep_voice
from nawl.production.queries.voices import voice_lines, voice_listed, voice_of, voice_stamp
from nawl.production.views import talking
from nawl.weaving.speaking.clips import Clips
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_locked
from tests.weaving.speaking.test_recordings import zipped
from tests.weaving.speaking.test_sound import tone, wav

pytestmark = pytest.mark.django_db
GOOD = wav(tone())


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def unit() -> Facility:
    return make_locked().design.facility


@pytest.fixture
def inside(unit: Facility, client: Client) -> Client:
    client.force_login(make_user_as(Role.WORKSHOP_SUPERVISOR, unit, "salma"))
    return client


def sent(files: dict[str, bytes]) -> dict[str, SimpleUploadedFile]:
    return {"recordings": SimpleUploadedFile("voice.zip", zipped(files))}


def test_what_is_good_is_kept_and_told_in_the_trail(unit: Facility) -> None:
    by = make_user_as(Role.DESIGNER, unit, "huda")
    read = keep_voice(unit, zipped({"8.wav": GOOD, "كحلي.wav": GOOD, "2.wav": b"x"}), "ar", by=by)
    assert set(voice_of(unit, ["8", "2", "yarn:كحلي"], "ar")) == {"8", "yarn:كحلي"}
    assert [fault.file for fault in read.faults] == ["2.wav"]
    assert AuditEntry.objects.get(verb="production.voice_recorded").changes == {"language": "ar", "words": 2}
    assert [one.line.key for one in voice_listed(unit, "ar") if one.is_recorded] == ["8", "yarn:كحلي"]
    assert not voice_of(unit, ["8"], "en")


def test_a_word_recorded_anew_replaces_the_old_and_the_stamp_changes(unit: Facility) -> None:
    by = make_user_as(Role.DESIGNER, unit, "huda")
    assert voice_stamp(unit, "ar") == ""
    keep_voice(unit, zipped({"8.wav": GOOD}), "ar", by=by)
    old, stamp = voice_of(unit, ["8"], "ar")["8"], voice_stamp(unit, "ar")
    keep_voice(unit, zipped({"8.wav": wav(tone(0.9))}), "ar", by=by)
    assert voice_of(unit, ["8"], "ar")["8"] != old
    assert voice_stamp(unit, "ar") != stamp


def test_a_voice_taken_away_leaves_the_made_one(unit: Facility) -> None:
    by = make_user_as(Role.WORKSHOP_SUPERVISOR, unit, "salma")
    keep_voice(unit, zipped({"8.wav": GOOD, "9.wav": GOOD}), "ar", by=by)
    assert drop_voice(unit, "ar", by=by) == 2
    assert drop_voice(unit, "ar", by=by) == 0
    assert voice_of(unit, ["8", "9"], "ar") == {}
    assert AuditEntry.objects.filter(verb="production.voice_dropped").count() == 1


@pytest.mark.parametrize(
    "act", [lambda unit, by: keep_voice(unit, b"", "ar", by=by), lambda unit, by: drop_voice(unit, "ar", by=by)]
)
def test_who_does_not_draw_for_the_unit_gives_it_no_voice(unit: Facility, act: Callable[..., object]) -> None:
    for by in (make_user_as(Role.CENTRE_CLERK, unit, "clerk"), make_user_as(Role.DESIGNER, make_facility(), "other")):
        with pytest.raises(NotAllowed):
            act(unit, by)


def test_no_clip_is_kept_of_which_no_entry_tells(unit: Facility, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "record", Mock(side_effect=RuntimeError("the trail is full")))
    with pytest.raises(RuntimeError, match="the trail is full"):
        keep_voice(unit, zipped({"8.wav": GOOD}), "ar", by=make_user_as(Role.DESIGNER, unit, "huda"))
    assert voice_of(unit, [line.key for line in voice_lines(unit, "ar")], "ar") == {}


def test_a_zip_that_is_too_heavy_is_refused(unit: Facility, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "MOST_ZIP", 100)
    with pytest.raises(NotPossible, match="recordings_too_heavy"):
        keep_voice(unit, zipped({"8.wav": GOOD}), "ar", by=make_user_as(Role.DESIGNER, unit, "huda"))


def test_the_page_lists_the_words_and_takes_a_zip(inside: Client, unit: Facility) -> None:
    address = f"/facilities/{unit.code}/voice/"
    page = inside.get(address).content.decode()
    assert "ثَمَانِيَة" in page
    assert "كحلي.wav" in page
    assert inside.post(address, sent({"8.wav": GOOD})).status_code == 302
    assert voice_of(unit, ["8"], "ar")
    assert inside.post(f"{address}drop/").status_code == 302
    assert not voice_of(unit, ["8"], "ar")


def test_the_page_names_every_fault_and_keeps_the_rest(inside: Client, unit: Facility) -> None:
    answer = inside.post(f"/facilities/{unit.code}/voice/", sent({"8.wav": GOOD, "x.wav": GOOD, "9.wav": b"x"}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ليست هذه الكلمة في القائمة" in page
    assert "ليس الملف تسجيل WAV يمكن قراءته" in page
    assert voice_of(unit, ["8"], "ar")


def test_what_is_no_zip_is_refused_beside_its_field(inside: Client, unit: Facility) -> None:
    broken = {"recordings": SimpleUploadedFile("voice.zip", b"Rar!")}
    page = inside.post(f"/facilities/{unit.code}/voice/", broken).content.decode()
    assert "ليس هذا ملفاً مضغوطاً من التسجيلات" in page


def test_a_strangers_unit_is_not_there_and_a_clerk_only_reads(client: Client, unit: Facility) -> None:
    client.force_login(make_user_as(Role.DESIGNER, make_facility(), "other"))
    assert client.get(f"/facilities/{unit.code}/voice/").status_code == 404
    client.force_login(make_user_as(Role.CENTRE_CLERK, unit, "clerk"))
    assert b"multipart/form-data" not in client.get(f"/facilities/{unit.code}/voice/").content
    assert client.post(f"/facilities/{unit.code}/voice/", sent({"8.wav": GOOD})).status_code == 403


def test_the_talking_chart_speaks_with_the_units_own_voice(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    version = make_locked()
    monkeypatch.setattr(talking, "clips_for", lambda chart, language, cache, own: Clips(language, own))
    by = make_user_as(Role.WORKSHOP_SUPERVISOR, version.design.facility, "salma")
    client.force_login(by)
    address = f"/designs/{version.design.serial}/versions/1/talking/"
    before = client.get(address).content.decode()
    assert client.get(f"{address}voice.json").json() == {}
    keep_voice(version.design.facility, zipped({"3.wav": GOOD}), "ar", by=by)
    assert list(client.get(f"{address}voice.json").json()) == ["3"]
    after = client.get(address).content.decode()
    assert json_of(before)["voiceUrl"] != json_of(after)["voiceUrl"]  # kept pages take the new voice


def json_of(content: str) -> dict[str, str]:
    begin = content.index('id="talk-start"')
    found: dict[str, str] = json.loads(content[content.index(">", begin) + 1 : content.index("</script>", begin)])
    return found
