"""Lists that a ministry keeps: quality classes in versions, yarn types, yarn colours."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.places.models import Facility, Named
from nawl.production.choices import DyeKind, YarnRole
from nawl.ui import words
from nawl.weaving.classes import QualityClass as ClassData
from nawl.weaving.classes import class_from


class Numbered(Named):
    """A record whose name bears a number, as «صنف ٣٠٠»: on pages in the reader's digits, as it was given in its data."""

    class Meta:
        abstract = True

    @property
    def name(self) -> str:
        """The name in the reader's language and digits."""
        return words.in_digits(super().name)


class QualityClass(Numbered):
    """A class in one version: `data` holds all that it fixes, numbers as exact text; a change is a new version."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=20)
    version = models.PositiveSmallIntegerField(_("version"))
    data = models.JSONField(_("what it fixes"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("quality class")
        verbose_name_plural = _("quality classes")
        ordering: ClassVar[list[str]] = ["code", "-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "version"], name="quality_class_version_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="quality_class_in_order"
            ),
        ]

    @property
    def quality(self) -> ClassData:
        """The class as the weaving engine reckons with it."""
        return class_from(self.data)

    @property
    def key(self) -> str:
        """The class and its version, as a chart names them."""
        return f"{self.code}/{self.version}"


class YarnType(Numbered):
    """A kind of yarn: what it is for, of what fibre, how thick."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=20, unique=True)
    role = models.CharField(_("use"), max_length=12, choices=YarnRole.choices)
    fibre_ar = models.CharField(_("fibre, Arabic"), max_length=80, blank=True)
    fibre_en = models.CharField(_("fibre, English"), max_length=80, blank=True)
    notation = models.CharField(_("count as written"), max_length=30, blank=True)
    tex = models.DecimalField(_("tex (g/km)"), max_digits=9, decimal_places=2)
    hank_g = models.PositiveIntegerField(_("grams of a hank"), default=250)

    class Meta:
        verbose_name = _("yarn type")
        verbose_name_plural = _("yarn types")
        ordering: ClassVar[list[str]] = ["role", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(tex__gt=0), name="yarn_type_has_thickness"),
        ]


class YarnColour(Named):
    """A colour of yarn, the programme's or one unit's own; the code stands on charts and shelves alike.

    A code means one colour within a unit: the programme's codes are reserved, by the database (decision record 0013).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=20)
    facility = models.ForeignKey(
        Facility,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="yarn_colours",
        verbose_name=_("unit whose own it is"),
    )
    red = models.PositiveSmallIntegerField(_("red"))
    green = models.PositiveSmallIntegerField(_("green"))
    blue = models.PositiveSmallIntegerField(_("blue"))
    lab = models.JSONField(_("measured CIELAB"), null=True, blank=True)
    symbol = models.CharField(_("sign"), max_length=40, blank=True)
    dye = models.CharField(_("dye"), max_length=10, choices=DyeKind.choices, default=DyeKind.UNKNOWN)
    fast_light = models.PositiveSmallIntegerField(_("fast to light, 1 to 8"), null=True, blank=True)
    fast_wash = models.PositiveSmallIntegerField(_("fast to washing, 1 to 5"), null=True, blank=True)
    fast_rub = models.PositiveSmallIntegerField(_("fast to rubbing, 1 to 5"), null=True, blank=True)
    search_key = models.CharField(_("normalised name"), max_length=340, db_index=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("yarn colour")
        verbose_name_plural = _("yarn colours")
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["facility", "code"], name="yarn_colour_code_once_in_a_unit"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(facility__isnull=True), name="yarn_colour_code_once_of_programme"
            ),
            models.CheckConstraint(
                condition=Q(red__lte=255, green__lte=255, blue__lte=255), name="yarn_colour_within_srgb"
            ),
            models.CheckConstraint(
                condition=(Q(fast_light__isnull=True) | Q(fast_light__range=(1, 8)))
                & (Q(fast_wash__isnull=True) | Q(fast_wash__range=(1, 5)))
                & (Q(fast_rub__isnull=True) | Q(fast_rub__range=(1, 5))),
                name="yarn_colour_fastness_graded",
            ),
        ]

    @property
    def srgb(self) -> tuple[int, int, int]:
        """The colour in 8-bit sRGB."""
        return self.red, self.green, self.blue

    @property
    def hex(self) -> str:
        """The colour as `#rrggbb`."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"
