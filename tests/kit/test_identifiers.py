"""Identities: UUIDs in order, serials that catch slips of the hand."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit import identifiers
from nawl.kit.errors import NotPossible
from nawl.kit.identifiers import is_valid_serial, make_serial, uuid7, with_check

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
codes = st.text(SIGNS, min_size=1, max_size=16)


def test_a_uuid_is_of_version_7_and_of_now() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid7()
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_uuids_rise_within_a_process() -> None:
    made = [uuid7() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_uuids_rise_when_the_clock_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000)
    assert uuid7() > first


def test_a_full_counter_borrows_the_next_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    first = uuid7()
    monkeypatch.setattr(identifiers, "_last_count", (1 << 42) - 1)
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert uuid7() > first
    assert uuid7().version == 7


def test_threads_never_share_a_uuid() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [one for many in pool.map(lambda _: [uuid7() for _ in range(2000)], range(4)) for one in many]
    assert len(set(made)) == len(made)


def test_a_serial_is_prefix_year_number_and_check() -> None:
    serial = make_serial("RPT", 2022, 7)
    assert serial[:-1] == "RPT-2022-0007-"
    assert is_valid_serial(serial)
    assert make_serial("RPT", 2022, 12345).startswith("RPT-2022-12345-")


def test_the_check_character_is_that_of_the_standard() -> None:
    assert with_check("A12425GABC1234002") == "A12425GABC1234002-M"  # the published example of MOD 37,36


@given(codes)
def test_a_code_with_its_check_is_valid_however_it_is_written(code: str) -> None:
    serial = with_check(code)
    assert is_valid_serial(serial)
    assert is_valid_serial(serial.lower())
    assert is_valid_serial(" " + serial.replace("-", "") + " ")


@given(codes, st.data())
def test_every_wrong_sign_is_caught(code: str, data: st.DataObject) -> None:
    serial = with_check(code).replace("-", "")
    place = data.draw(st.integers(0, len(serial) - 1))
    wrong = data.draw(st.sampled_from(SIGNS.replace(serial[place], "")))
    assert not is_valid_serial(serial[:place] + wrong + serial[place + 1 :])


def test_of_the_swaps_in_real_serials_more_than_99_in_100_are_caught() -> None:
    serials = [make_serial(prefix, 2022, n) for prefix in ("RPT", "CRT", "PCE", "WRK") for n in range(0, 9999, 7)]
    answers = [is_valid_serial(swapped) for serial in serials for swapped in swaps(serial)]
    assert sum(answers) * 300 < len(answers)


def test_of_all_swaps_of_neighbours_fewer_than_one_in_500_pass() -> None:
    tried = passed = 0
    for start in SIGNS:
        for one in SIGNS:
            for other in SIGNS:
                serial = with_check(start + one + other + "7").replace("-", "")
                for swapped in swaps(serial):
                    tried += 1
                    passed += is_valid_serial(swapped)
    assert passed * 500 < tried


def swaps(serial: str) -> list[str]:
    """Return the serial with each pair of unlike neighbours swapped."""
    signs = serial.replace("-", "")
    pairs = (i for i in range(len(signs) - 1) if signs[i] != signs[i + 1])
    return [signs[:i] + signs[i + 1] + signs[i] + signs[i + 2 :] for i in pairs]


@pytest.mark.parametrize("text", ["", "-", "X", "RPT_2022_1", "مركز", "RPT-2022-0007-*"])
def test_what_is_no_serial_is_not_valid(text: str) -> None:
    assert not is_valid_serial(text)


def test_a_serial_in_arabic_digits_is_read() -> None:
    serial = make_serial("RPT", 2022, 7)
    assert is_valid_serial(serial.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))


def test_a_check_is_made_for_letters_and_digits_only() -> None:
    with pytest.raises(NotPossible, match="serial_unreadable"):
        with_check("تقرير")
