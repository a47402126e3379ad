"""Closed lists of the places."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.IntegerChoices):
    """How fine an area is; P-codes grow with it."""

    COUNTRY = 0, _("country")
    GOVERNORATE = 1, _("governorate")
    DISTRICT = 2, _("district")
    SUBDISTRICT = 3, _("subdistrict")
    COMMUNITY = 4, _("community")


class FacilityKind(models.TextChoices):
    """The three kinds of facility."""

    CENTRE = "centre", _("rural development centre")
    UNIT = "unit", _("rural industries unit")
    ALTERNATIVE = "alternative", _("alternative centre")


class FacilityState(models.TextChoices):
    """What a facility's doors are doing."""

    PLANNED = "planned", pgettext_lazy("facility", "planned")
    OPEN = "open", pgettext_lazy("facility", "open")
    REHABILITATION = "rehabilitation", pgettext_lazy("facility", "under rehabilitation")
    SUSPENDED = "suspended", pgettext_lazy("facility", "suspended")
    CLOSED = "closed", pgettext_lazy("facility", "closed")
