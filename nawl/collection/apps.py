"""Registration of this package with Django."""

from django.apps import AppConfig


class CollectionConfig(AppConfig):
    """Registers from outside."""

    name = "nawl.collection"
    label = "collection"
    default_auto_field = "django.db.models.BigAutoField"
