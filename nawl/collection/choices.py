"""Closed lists of the collection."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterKind(models.TextChoices):
    """What a register holds, known by its headings."""

    TALLIES = "tallies", _("services by day")
    FACILITIES = "facilities", _("centres and units")
    ACTIVITIES = "activities", _("activities")


class RegisterState(models.TextChoices):
    """How far a received register has come."""

    CHECKED = "checked", _("checked, waits to be recorded")
    RECORDED = "recorded", _("recorded")
    REFUSED = "refused", _("has faults")
    REPLACED = "replaced", _("replaced by another")
