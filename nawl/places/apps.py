"""Registration of this package with Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Areas, facilities, workshops and postings."""

    name = "nawl.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
