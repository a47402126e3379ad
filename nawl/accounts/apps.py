"""Registration of this package with Django."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class AccountsConfig(AppConfig):
    """Users, sign-in and the audit trail."""

    name = "nawl.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks of the installation."""
        from nawl.accounts.checks import database_reads_arabic  # noqa: PLC0415 - needs the tables

        register(Tags.database)(database_reads_arabic)
