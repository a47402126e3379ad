"""What all tests share: plain static files, quick passwords, the fixed day, PostgreSQL when it is asked for."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

TODAY = date(2022, 7, 14)


def pytest_configure() -> None:
    """Turn the settings into those of tests before Django reads them."""
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.NAWL_TODAY = TODAY
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.ALLOWED_HOSTS = ["*"]
    settings.WHITENOISE_AUTOREFRESH = True
    options = settings.TEMPLATES[0]["OPTIONS"]
    options["string_if_invalid"] = UnknownVariable()
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    from tests.emptying import let_append_only_tables_be_emptied

    let_append_only_tables_be_emptied()


class UnknownVariable(str):
    """Fails the test whose template names a variable that is not there."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"a template names an unknown variable: {name}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out the tests of PostgreSQL on SQLite: they are run again on PostgreSQL, where none is left out."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    mark = pytest.mark.skip(reason="needs PostgreSQL: set DATABASE_URL")
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(mark)


@pytest.fixture(autouse=True)
def _forget_cached_words() -> None:
    """Begin every test with an empty cache."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def is_postgres() -> bool:
    """Whether the tests run on PostgreSQL."""
    return connection.vendor == "postgresql"


@pytest.fixture(scope="session")
def shared_places() -> Path | None:
    """The folder with the full tables of places, where it lies beside the checkout."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data" / "places"
    return folder if folder.is_dir() else None
