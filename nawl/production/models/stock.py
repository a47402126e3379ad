"""Yarn in stock: dye lots of a unit, and what was counted of them; moves will join these facts later."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.places.models import Facility
from nawl.places.scope import ScopedModel
from nawl.production.choices import LotState
from nawl.production.models.reference import YarnColour, YarnType


class YarnLot(ScopedModel):
    """One dye lot of one colour and type at a unit; how much of it is left says its latest count."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, related_name="yarn_lots", verbose_name=_("facility")
    )
    colour = models.ForeignKey(YarnColour, on_delete=models.PROTECT, related_name="lots", verbose_name=_("yarn colour"))
    type = models.ForeignKey(YarnType, on_delete=models.PROTECT, related_name="lots", verbose_name=_("yarn type"))
    batch = models.CharField(_("dye batch"), max_length=40)
    supplier = models.CharField(_("supplier"), max_length=160, blank=True)
    received_g = models.DecimalField(_("grams received"), max_digits=12, decimal_places=1)
    price_kg = models.DecimalField(_("price of a kilogram"), max_digits=18, decimal_places=3, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    received_on = models.DateField(_("received on"))
    state = models.CharField(_("state"), max_length=10, choices=LotState.choices, default=LotState.RELEASED)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("yarn lot")
        verbose_name_plural = _("yarn lots")
        ordering: ClassVar[list[str]] = ["colour__code", "received_on", "batch"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["facility", "colour", "type", "batch"], name="yarn_lot_once"),
            models.CheckConstraint(condition=Q(received_g__gt=0), name="yarn_lot_weighs_something"),
            models.CheckConstraint(
                condition=Q(price_kg__isnull=True, currency="") | (Q(price_kg__gte=0) & ~Q(currency="")),
                name="yarn_lot_price_has_currency",
            ),
        ]

    def __str__(self) -> str:
        return self.batch


class LotCount(ScopedModel):
    """What was weighed of a lot on a day; added to, never changed: the latest day's last weighing is what is there."""

    scope_prefix: ClassVar[str] = "lot__facility__"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lot = models.ForeignKey(YarnLot, on_delete=models.PROTECT, related_name="counts", verbose_name=_("yarn lot"))
    grams = models.DecimalField(_("grams"), max_digits=12, decimal_places=1)
    counted_on = models.DateField(_("counted on"))
    note = models.CharField(_("note"), max_length=240, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("counted by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("lot count")
        verbose_name_plural = _("lot counts")
        ordering: ClassVar[list[str]] = ["-counted_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(grams__gte=0), name="lot_count_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.grams} g, {self.counted_on}"
