"""The installation is refused where Arabic search would break."""

from __future__ import annotations

import pytest

from nawl.accounts import checks


def test_a_database_that_breaks_arabic_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "arabic_locale_fault", lambda _connection: "lc_ctype=C")
    (fault,) = checks.database_reads_arabic(["default"])
    assert fault.id == "nawl.E001"
    assert fault.is_serious()
    assert "lc_ctype=C" in fault.msg
    assert checks.database_reads_arabic(None) == []


@pytest.mark.django_db
def test_the_database_of_the_tests_reads_arabic() -> None:
    assert checks.database_reads_arabic(["default"]) == []
