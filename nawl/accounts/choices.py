"""Closed lists of the accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does in the programme; given by a posting, at a place and for a time."""

    CENTRE_CLERK = "centre_clerk", _("Centre clerk")
    WORKSHOP_SUPERVISOR = "workshop_supervisor", _("Workshop supervisor")
    DESIGNER = "designer", _("Carpet designer")
    GRANTS_OFFICER = "grants_officer", _("Grants officer")
    FINANCE_OFFICER = "finance_officer", _("Finance officer")
    GOVERNORATE_DIRECTOR = "governorate_director", _("Governorate director")
    PROGRAMME_DIRECTOR = "programme_director", _("Director of rural development")
    PARTNER = "partner", _("Partner organisation")
    UNION_OFFICE = "union_office", _("Union regional office")
    ADMINISTRATOR = "administrator", _("System administrator")


class Theme(models.TextChoices):
    """Light or dark, or as the device says."""

    SYSTEM = "system", _("As the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")
