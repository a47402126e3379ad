"""Closed lists of the indicators."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Aggregation(models.TextChoices):
    """How the facts of a period become one number."""

    SUM = "sum", _("added up")
    DISTINCT = "distinct", _("each counted once")
    SHARE = "share", _("a part of a whole")


class Unit(models.TextChoices):
    """What the number counts."""

    PERSON = "person", _("persons")
    SERVICE = "service", _("services")
    ACTIVITY = "activity", _("activities")
    FACILITY = "facility", _("centres and units")
    PERCENT = "percent", _("percent")


class Disaggregation(models.TextChoices):
    """By what a figure may be parted; the standard columns of facts."""

    MONTH = "month", _("Month")
    GOVERNORATE = "governorate", _("Governorate")
    DISTRICT = "district", _("District")
    FACILITY = "facility", _("Centre or unit")
    FACILITY_KIND = "facility_kind", _("Kind of facility")
    ACTIVITY = "activity", _("Activity")
    ACTIVITY_TYPE = "activity_type", _("Activity type")
    SERVICE_AREA = "service_area", _("Field of work")
    SERVICE = "service", _("Service")
    SEX = "sex", _("Sex")
    AGE_BAND = "age_band", _("Age")
    PARTNER = "partner", _("Partner")
