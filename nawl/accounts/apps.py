"""Registration of this package with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, sign-in and the audit trail."""

    name = "nawl.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
