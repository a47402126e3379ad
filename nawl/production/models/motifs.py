"""A unit's own motifs, beside the drawings that come with the programme."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.places.models import Facility, Named
from nawl.places.scope import ScopedModel


class OwnMotif(Named, ScopedModel):
    """A form that a unit took from an old carpet or drew: its cells by part, its history, its rights.

    The photograph it was taken from is kept only where its owner agreed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(_("code"), max_length=40, unique=True)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="motifs", verbose_name=_("facility"))
    origin_ar = models.TextField(_("what is known of it, Arabic"), max_length=1000)
    origin_en = models.TextField(_("what is known of it, English"), max_length=1000, blank=True)
    rights = models.CharField(_("rights"), max_length=240)
    tags = models.JSONField(_("tags"), default=list)
    wide = models.PositiveSmallIntegerField(_("knots wide"))
    high = models.PositiveSmallIntegerField(_("knots high"))
    cells = models.BinaryField(_("parts of its knots, compressed"))
    has_consent = models.BooleanField(_("the owner agrees that the photograph is kept"), default=False)
    photograph = models.BinaryField(_("photograph"), null=True, blank=True)
    search_key = models.CharField(_("normalised name"), max_length=340, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_on = models.DateField(_("added on"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("own motif")
        verbose_name_plural = _("own motifs")
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(photograph__isnull=True) | Q(has_consent=True), name="own_motif_photograph_by_consent"
            ),
        ]
