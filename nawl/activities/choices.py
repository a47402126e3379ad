"""Closed lists of the activities."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ServiceArea(models.TextChoices):
    """The field that an activity or a service belongs to."""

    HEALTH = "health", _("Health")
    EDUCATION = "education", _("Education")
    TRAINING = "training", _("Vocational training")
    PRODUCTION = "production", _("Production")
    SOCIAL = "social", _("Social services")
    RECREATION = "recreation", _("Recreation")


class Sex(models.TextChoices):
    """Sex as the register holds it."""

    FEMALE = "f", _("Female")
    MALE = "m", _("Male")
    UNKNOWN = "u", _("Not recorded")


class AgeBand(models.TextChoices):
    """Age in completed years on the day of the service."""

    UNDER_5 = "00-04", _("0 to 4")
    CHILD = "05-17", _("5 to 17")
    YOUTH = "18-29", _("18 to 29")
    ADULT = "30-59", _("30 to 59")
    ELDER = "60+", _("60 and over")
    UNKNOWN = "u", _("Not recorded")
