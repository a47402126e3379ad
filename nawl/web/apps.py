"""Registration of this package with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages that span domains."""

    name = "nawl.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
