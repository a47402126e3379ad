"""Tables of the places: areas and their names, facilities, workshops, postings."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nawl.accounts.choices import Role
from nawl.kit.clock import today
from nawl.kit.identifiers import uuid7
from nawl.places.choices import FacilityKind, FacilityState, Level
from nawl.places.scope import ScopedModel


class Named(models.Model):
    """A record with its name in both languages."""

    name_ar = models.CharField(_("Arabic name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language; Arabic where there is no other."""
        is_english = (get_language() or "ar").startswith("en")
        return self.name_en if is_english and self.name_en else self.name_ar


class Area(Named):
    """A country, governorate, district, subdistrict or community, by its P-code."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices)
    pcode = models.CharField(_("P-code"), max_length=12, unique=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    path = models.CharField(_("path"), max_length=120, unique=True)
    iso_3166_2 = models.CharField(_("ISO 3166-2"), max_length=6, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    area_km2 = models.DecimalField(_("area in km²"), max_digits=10, decimal_places=3, null=True, blank=True)
    population_2004 = models.PositiveIntegerField(_("population of 2004"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering: ClassVar[list[str]] = ["pcode"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="area_validity_in_order",
            ),
        ]


class AreaName(models.Model):
    """One spelling by which an area is found; `key` is the normalised form."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="names", verbose_name=_("area"))
    text = models.CharField(_("spelling"), max_length=160)
    key = models.CharField(_("normalised spelling"), max_length=160, db_index=True)

    class Meta:
        verbose_name = _("area name")
        verbose_name_plural = _("area names")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["area", "key"], name="area_spelling_once"),
        ]

    def __str__(self) -> str:
        return self.text


class Facility(Named, ScopedModel):
    """A rural development centre, a rural industries unit or an alternative centre."""

    scope_prefix: ClassVar[str] = ""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=20, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=FacilityKind.choices)
    search_key = models.CharField(_("normalised name"), max_length=340, db_index=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="facilities", verbose_name=_("place"))
    governorate = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name=_("governorate"))
    district = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("district")
    )
    place_path = models.CharField(_("path of its place"), max_length=120, db_index=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=FacilityState.choices, default=FacilityState.OPEN)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(opened_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="facility_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="facility_coordinates_on_earth",
            ),
        ]


class FacilityStatus(ScopedModel):
    """A turn in a facility's life: its state since a day, and why."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, related_name="statuses", verbose_name=_("facility")
    )
    state = models.CharField(_("state"), max_length=16, choices=FacilityState.choices)
    since = models.DateField(_("since"))
    reason = models.CharField(_("reason"), max_length=240, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("facility status")
        verbose_name_plural = _("facility statuses")
        ordering: ClassVar[list[str]] = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.since}"


class Workshop(Named, ScopedModel):
    """A facility's production workshop and the crafts it works in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    facility = models.OneToOneField(
        Facility, on_delete=models.PROTECT, related_name="workshop", verbose_name=_("facility")
    )
    crafts_ar = models.CharField(_("crafts, Arabic"), max_length=240, blank=True)
    crafts_en = models.CharField(_("crafts, English"), max_length=240, blank=True)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)

    class Meta:
        verbose_name = _("production workshop")
        verbose_name_plural = _("production workshops")

    @property
    def crafts(self) -> str:
        """The crafts in the reader's language; Arabic where there is no other."""
        is_english = (get_language() or "ar").startswith("en")
        return self.crafts_en if is_english and self.crafts_en else self.crafts_ar


class PostingQuerySet(models.QuerySet["Posting"]):
    """Postings by time."""

    def running(self) -> Self:
        """Keep the postings that run on the programme's day."""
        day = today()
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)


class Posting(models.Model):
    """A role that a user holds at a place or facility for a time; neither means the whole programme."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="postings", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=24, choices=Role.choices)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="postings", verbose_name=_("area")
    )
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="postings", verbose_name=_("facility")
    )
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(area__isnull=True) | Q(facility__isnull=True), name="posting_at_one_place"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="posting_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.facility or self.area or ''}".strip()

    @property
    def is_national(self) -> bool:
        """Whether the posting reaches the whole programme."""
        return self.area_id is None and self.facility_id is None
