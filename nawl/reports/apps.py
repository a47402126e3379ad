"""Registration of this package with Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Official documents, frozen when issued."""

    name = "nawl.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
