"""Sentences of refusals and of acts: production."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _  # noqa: F401 - the sentences use it

SENTENCES: dict[str, str | Promise] = {}

ACTS: dict[str, str | Promise] = {}

FACTS: dict[str, str | Promise] = {}
