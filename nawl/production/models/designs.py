"""Designs and their chart versions. The bytes of a chart stand in a row of their own, so that no list ever reads them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.places.models import Area, Facility
from nawl.places.scope import ScopedModel
from nawl.production.choices import Beginning, DesignOrigin, Symmetry, VersionState
from nawl.production.models.reference import QualityClass, YarnColour
from nawl.production.models.stock import YarnLot
from nawl.weaving.composing.proposals import LEAST_KNOTS


class Design(ScopedModel):
    """What is to be woven: a title, where it comes from, whose it is; the drawing itself is in its versions."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    serial = models.CharField(_("serial"), max_length=24, unique=True)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="designs", verbose_name=_("facility"))
    title_ar = models.CharField(_("Arabic title"), max_length=160)
    title_en = models.CharField(_("English title"), max_length=160, blank=True)
    origin = models.CharField(_("origin"), max_length=12, choices=DesignOrigin.choices)
    author = models.CharField(_("drawn by"), max_length=160, blank=True)
    rights = models.CharField(_("rights"), max_length=240, blank=True)
    has_consent = models.BooleanField(_("the author agrees to its use"), default=False)
    market_note = models.TextField(_("market note"), max_length=1000, blank=True)
    leaning = models.ForeignKey(
        Area,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("governorate whose manner it follows"),
    )
    search_key = models.CharField(_("normalised title"), max_length=700, db_index=True)
    begun_on = models.DateField(_("begun on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("design")
        verbose_name_plural = _("designs")
        ordering: ClassVar[list[str]] = ["-serial"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language; Arabic where there is no other."""
        is_english = (get_language() or "ar").startswith("en")
        return self.title_en if is_english and self.title_en else self.title_ar


class ChartVersion(ScopedModel):
    """One version of a design's chart: class and size, how far it has come, what was counted and reckoned."""

    scope_prefix: ClassVar[str] = "design__facility__"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    design = models.ForeignKey(Design, on_delete=models.PROTECT, related_name="versions", verbose_name=_("design"))
    number = models.PositiveSmallIntegerField(_("number"))
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("begun from")
    )
    quality = models.ForeignKey(
        QualityClass, on_delete=models.PROTECT, related_name="versions", verbose_name=_("quality class")
    )
    width_cm = models.DecimalField(_("width in cm"), max_digits=6, decimal_places=1)
    length_cm = models.DecimalField(_("length in cm"), max_digits=6, decimal_places=1)
    symmetry = models.CharField(_("symmetry"), max_length=10, choices=Symmetry.choices, default=Symmetry.NONE)
    border_cm = models.DecimalField(_("border in cm"), max_digits=5, decimal_places=1, default=0)
    colours = models.PositiveSmallIntegerField(_("most colours"), default=16)
    wide = models.PositiveIntegerField(_("knots along the width"))
    high = models.PositiveIntegerField(_("rows"))
    state = models.CharField(_("state"), max_length=10, choices=VersionState.choices, default=VersionState.DRAFT)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    counts = models.JSONField(_("knots of each colour"), default=list)
    unset = models.PositiveIntegerField(_("knots without a colour"))
    reckoning = models.JSONField(_("reckoning"), null=True, blank=True)
    likeness = models.BinaryField(_("likeness"), null=True, blank=True)
    revision = models.PositiveIntegerField(_("revision"), default=0)
    beginning = models.CharField(_("begun"), max_length=8, choices=Beginning.choices)
    recipe = models.JSONField(_("recipe"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    begun_on = models.DateField(_("begun on"))
    sent_on = models.DateField(_("sent to review on"), null=True, blank=True)
    locked_on = models.DateField(_("locked on"), null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("locked by"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    drawn_at = models.DateTimeField(_("last drawn at"))

    class Meta:
        verbose_name = _("chart version")
        verbose_name_plural = _("chart versions")
        ordering: ClassVar[list[str]] = ["design", "-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["design", "number"], name="chart_version_once"),
            models.CheckConstraint(
                condition=Q(width_cm__gt=0, length_cm__gt=0, wide__gt=0, high__gt=0), name="chart_version_has_size"
            ),
            models.CheckConstraint(condition=Q(unset__lte=F("wide") * F("high")), name="chart_version_unset_within"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "review"], locked_on__isnull=True, locked_by__isnull=True)
                | Q(
                    state__in=["locked", "superseded", "retired"],
                    locked_on__isnull=False,
                    locked_by__isnull=False,
                    unset=0,
                ),
                name="chart_version_locked_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.design_id}/{self.number}"

    @property
    def knots(self) -> int:
        """Knots in all."""
        return self.wide * self.high

    @property
    def is_open(self) -> bool:
        """Whether it can still be drawn upon."""
        return self.state == VersionState.DRAFT

    @property
    def has_room_for_borders(self) -> bool:
        """Whether it is large enough for the composer."""
        return min(self.wide, self.high) >= LEAST_KNOTS

    @property
    def is_frozen(self) -> bool:
        """Whether it has been locked and will never change."""
        return self.locked_on is not None


class ChartFile(ScopedModel):
    """A version's chart as bytes, and its picture for lists; frozen with its version."""

    scope_prefix: ClassVar[str] = "version__design__facility__"

    version = models.OneToOneField(
        ChartVersion, on_delete=models.PROTECT, primary_key=True, related_name="file", verbose_name=_("chart version")
    )
    image = models.BinaryField(_("indexed picture, a knot a pixel"))
    beside = models.BinaryField(_("what stands beside it"))
    picture = models.BinaryField(_("small picture"))

    class Meta:
        verbose_name = _("chart file")
        verbose_name_plural = _("chart files")

    def __str__(self) -> str:
        return str(self.version_id)


class ChartColour(ScopedModel):
    """One colour of a version: its index in the grid, its yarn, the lot meant for it, its knots.

    All but the lot is frozen with its version: a lot is stock, and may be another one when the first has run out.
    """

    scope_prefix: ClassVar[str] = "version__design__facility__"

    id = models.BigAutoField(primary_key=True)
    version = models.ForeignKey(
        ChartVersion, on_delete=models.PROTECT, related_name="palette", verbose_name=_("chart version")
    )
    index = models.PositiveSmallIntegerField(_("index"))
    colour = models.ForeignKey(YarnColour, on_delete=models.PROTECT, related_name="+", verbose_name=_("yarn colour"))
    lot = models.ForeignKey(
        YarnLot, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("yarn lot")
    )
    knots = models.PositiveIntegerField(_("knots"), default=0)

    class Meta:
        verbose_name = _("chart colour")
        verbose_name_plural = _("chart colours")
        ordering: ClassVar[list[str]] = ["version", "index"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "index"], name="chart_colour_index_once"),
            models.UniqueConstraint(fields=["version", "colour"], name="chart_colour_yarn_once"),
            models.CheckConstraint(condition=Q(index__lt=250), name="chart_colour_index_within"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}:{self.index}"


class DraftSave(models.Model):
    """One saving of a draft, by the key of its sending: a repetition is answered, not saved again. Added to only."""

    key = models.UUIDField(primary_key=True)
    version = models.ForeignKey(
        ChartVersion, on_delete=models.PROTECT, related_name="saves", verbose_name=_("chart version")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("saved by")
    )
    revision = models.PositiveIntegerField(_("revision"))
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    saved_at = models.DateTimeField(_("saved at"))

    class Meta:
        verbose_name = _("draft save")
        verbose_name_plural = _("draft saves")
        ordering: ClassVar[list[str]] = ["version", "revision"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "revision"], name="draft_save_revision_once"),
        ]

    def __str__(self) -> str:
        return str(self.key)


class DesignPicture(ScopedModel):
    """A picture that a chart was drawn from, encoded anew and without what a camera writes beside it."""

    scope_prefix: ClassVar[str] = "design__facility__"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    design = models.ForeignKey(Design, on_delete=models.PROTECT, related_name="pictures", verbose_name=_("design"))
    version = models.ForeignKey(
        ChartVersion, on_delete=models.PROTECT, related_name="pictures", verbose_name=_("chart version")
    )
    image = models.BinaryField(_("picture"))
    media_type = models.CharField(_("media type"), max_length=20)
    wide = models.PositiveIntegerField(_("pixels wide"))
    high = models.PositiveIntegerField(_("pixels high"))
    options = models.JSONField(_("how it was read"), default=dict)
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("brought by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("design picture")
        verbose_name_plural = _("design pictures")
        ordering: ClassVar[list[str]] = ["-recorded_at"]

    def __str__(self) -> str:
        return str(self.id)
