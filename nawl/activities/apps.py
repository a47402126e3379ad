"""Registration of this package with Django."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Activities and the services tallied in them."""

    name = "nawl.activities"
    label = "activities"
    default_auto_field = "django.db.models.BigAutoField"
