"""Registration of this package with Django."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Definitions, targets and values of figures."""

    name = "nawl.indicators"
    label = "indicators"
    default_auto_field = "django.db.models.BigAutoField"
