"""The face as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Skeleton, components and sentences."""

    name = "nawl.ui"
    label = "ui"
    verbose_name = "Interface"
