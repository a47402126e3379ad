"""Registration of this package with Django."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """Organisations and their agreements."""

    name = "nawl.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"
