"""Tables of the activities: types and services as data, activities, service days and their tallies."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nawl.activities.choices import AgeBand, ServiceArea, Sex
from nawl.kit.identifiers import uuid7
from nawl.partners.models import Organisation
from nawl.places.models import Facility, Named
from nawl.places.scope import ScopedModel


class Service(Named):
    """A kind of service that is counted, and the cells in which it can occur."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("code"), max_length=30, unique=True)
    area = models.CharField(_("field"), max_length=12, choices=ServiceArea.choices)
    sexes = models.JSONField(_("sexes it is given to"), default=list)
    age_bands = models.JSONField(_("age bands it is given to"), default=list)
    position = models.PositiveSmallIntegerField(_("place in lists"), default=0)

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering: ClassVar[list[str]] = ["position", "code"]


class ActivityType(Named):
    """A kind of activity and the services counted in it."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("code"), max_length=30, unique=True)
    area = models.CharField(_("field"), max_length=12, choices=ServiceArea.choices)
    services = models.ManyToManyField(Service, related_name="activity_types", verbose_name=_("services"))
    position = models.PositiveSmallIntegerField(_("place in lists"), default=0)

    class Meta:
        verbose_name = _("activity type")
        verbose_name_plural = _("activity types")
        ordering: ClassVar[list[str]] = ["position", "code"]


class Activity(ScopedModel):
    """Something a facility carries out in a period, alone or with a partner."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=30, unique=True)
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, related_name="activities", verbose_name=_("facility")
    )
    type = models.ForeignKey(
        ActivityType, on_delete=models.PROTECT, related_name="activities", verbose_name=_("activity type")
    )
    title = models.CharField(_("title"), max_length=200)
    title_key = models.CharField(_("normalised title"), max_length=200)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    partner = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("with partner"),
    )
    reach = models.PositiveIntegerField(_("persons it means to reach"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="activity_in_order"
            ),
            models.UniqueConstraint(fields=["facility", "title_key", "starts_on"], name="activity_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class ServiceDay(ScopedModel):
    """One facility's day of services: open while it is being counted, then closed."""

    id = models.BigAutoField(primary_key=True)
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, related_name="service_days", verbose_name=_("facility")
    )
    occurred_on = models.DateField(_("day"))
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("service day")
        verbose_name_plural = _("service days")
        ordering: ClassVar[list[str]] = ["-occurred_on"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["facility", "occurred_on"], name="service_day_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["occurred_on"], name="service_day_by_date")]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.occurred_on}"


class Tally(ScopedModel):
    """The count of one cell of a service day: contacts, and persons on their first visit of the year."""

    scope_prefix: ClassVar[str] = "day__facility__"

    id = models.BigAutoField(primary_key=True)
    day = models.ForeignKey(ServiceDay, on_delete=models.PROTECT, related_name="tallies", verbose_name=_("day"))
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, related_name="tallies", db_index=False, verbose_name=_("activity")
    )
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name=_("service")
    )
    sex = models.CharField(_("sex"), max_length=1, choices=Sex.choices)
    age_band = models.CharField(_("age band"), max_length=5, choices=AgeBand.choices)
    contacts = models.PositiveIntegerField(_("services delivered"))
    first_visits = models.PositiveIntegerField(_("first visits this year"), default=0)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day", "activity", "service", "sex", "age_band"], name="tally_cell_once"),
            models.CheckConstraint(
                condition=Q(first_visits__lte=F("contacts")), name="tally_first_visits_within_contacts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service_id} {self.sex} {self.age_band}: {self.contacts}"


class TallyMonth(ScopedModel):
    """The month's sum of a tally cell, kept in the same transaction and proved by `nawl reconcile`."""

    id = models.BigAutoField(primary_key=True)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+", verbose_name=_("facility"))
    month = models.DateField(_("month, as its first day"))
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="months", verbose_name=_("activity"))
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name=_("service")
    )
    sex = models.CharField(_("sex"), max_length=1, choices=Sex.choices)
    age_band = models.CharField(_("age band"), max_length=5, choices=AgeBand.choices)
    contacts = models.PositiveIntegerField(_("services delivered"), default=0)
    first_visits = models.PositiveIntegerField(_("first visits this year"), default=0)

    class Meta:
        verbose_name = _("month's tally")
        verbose_name_plural = _("months' tallies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["facility", "month", "activity", "service", "sex", "age_band"], name="tally_month_cell_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["month", "facility"], name="tally_month_by_month")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.service_id} {self.sex} {self.age_band}: {self.contacts}"


class ReceivedChange(models.Model):
    """A change that a device sent, by its key, so that a repeated sending changes nothing."""

    key = models.UUIDField(primary_key=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64)
    answer = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("received change")
        verbose_name_plural = _("received changes")

    def __str__(self) -> str:
        return str(self.key)
