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

    MONTH = "month", _("month")
    GOVERNORATE = "governorate", _("governorate")
    DISTRICT = "district", _("district")
    FACILITY = "facility", _("centre or unit")
    FACILITY_KIND = "facility_kind", _("kind of facility")
    ACTIVITY = "activity", _("activity")
    ACTIVITY_TYPE = "activity_type", _("activity type")
    SERVICE_AREA = "service_area", _("field")
    SERVICE = "service", _("service")
    SEX = "sex", _("sex")
    AGE_BAND = "age_band", _("age")
    PARTNER = "partner", _("partner")


class Level(models.TextChoices):
    """The places that a figure can stand for, from the widest down."""

    PROGRAMME = "programme", _("programme")
    GOVERNORATE = "governorate", _("governorate")
    DISTRICT = "district", _("district")
    FACILITY = "facility", _("centre or unit")
