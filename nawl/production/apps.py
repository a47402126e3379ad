"""Registration of this package with Django."""

from django.apps import AppConfig


class ProductionConfig(AppConfig):
    """Designs and their charts, yarns and their lots."""

    name = "nawl.production"
    label = "production"
    default_auto_field = "django.db.models.BigAutoField"
