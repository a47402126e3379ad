"""Tables of the partners: organisations and the agreements that point to facilities."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.partners.choices import OrganisationKind
from nawl.places.models import Facility, Named


class Organisation(Named):
    """A body that works with the programme."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=20, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=OrganisationKind.choices)
    search_key = models.CharField(_("normalised name"), max_length=340, db_index=True)

    class Meta:
        verbose_name = _("partner organisation")
        verbose_name_plural = _("partner organisations")
        ordering: ClassVar[list[str]] = ["code"]


class Agreement(models.Model):
    """What a partner has undertaken, at which facilities, and from when to when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("partner organisation")
    )
    number = models.CharField(_("number"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    facilities = models.ManyToManyField(
        Facility, related_name="agreements", blank=True, verbose_name=_("facilities it operates")
    )

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering: ClassVar[list[str]] = ["-starts_on"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="agreement_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.number
