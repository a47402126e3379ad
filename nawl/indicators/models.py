"""Tables of the indicators: definitions declared as data, targets for a place and period."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nawl.indicators.choices import Aggregation, Unit
from nawl.kit.identifiers import uuid7
from nawl.places.models import Area, Named


class Indicator(Named):
    """A figure that the programme answers for: what it counts, on which basis, from which facts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=50, unique=True)
    definition_ar = models.TextField(_("definition, Arabic"))
    definition_en = models.TextField(_("definition, English"))
    formula_ar = models.TextField(_("formula in words, Arabic"))
    formula_en = models.TextField(_("formula in words, English"))
    unit = models.CharField(_("unit"), max_length=10, choices=Unit.choices)
    basis = models.CharField(_("counting basis"), max_length=20)
    measure = models.CharField(_("measure"), max_length=60)
    aggregation = models.CharField(_("aggregation"), max_length=10, choices=Aggregation.choices)
    filters = models.JSONField(_("of which facts"), default=dict, blank=True)
    part_filters = models.JSONField(_("which part of the whole"), default=dict, blank=True)
    disaggregations = models.JSONField(_("can be parted by"), default=list)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("place in lists"), default=0)
    is_headline = models.BooleanField(_("key figure"), default=False)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering: ClassVar[list[str]] = ["position", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="indicator_validity_in_order",
            ),
        ]


class Target(models.Model):
    """What an indicator is meant to reach in a period, for the programme or for one area."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="targets", verbose_name=_("indicator")
    )
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("area")
    )
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    note = models.CharField(_("note"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering: ClassVar[list[str]] = ["-first", "last"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="target_period_in_order"),
            models.CheckConstraint(condition=Q(value__gt=0), name="target_above_nought"),
            models.UniqueConstraint(fields=["indicator", "area", "first", "last"], name="target_once_for_area"),
            models.UniqueConstraint(
                fields=["indicator", "first", "last"],
                condition=Q(area__isnull=True),
                name="target_once_for_programme",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.first}..{self.last}: {self.value}"
