"""Checks of the installation before it may serve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from nawl.kit.database import arabic_locale_fault


def database_reads_arabic(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Refuse a PostgreSQL database whose locale or encoding breaks Arabic search."""
    return [
        Error(
            f"The database's setting {fault} breaks Arabic search.",
            hint="Make the database anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.",
            obj=alias,
            id="nawl.E001",
        )
        for alias in databases or ()
        if (fault := arabic_locale_fault(connections[alias]))
    ]
