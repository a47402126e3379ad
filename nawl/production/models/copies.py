"""Paper and printing: numbered chart copies that are tracked like tools, and the printings that are under way."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.places.scope import ScopedModel
from nawl.production.choices import CopyState, JobState
from nawl.production.models.designs import ChartVersion


class ChartCopy(ScopedModel):
    """A numbered paper copy of a locked chart: printed, handed out to a loom, returned or lost."""

    scope_prefix: ClassVar[str] = "version__design__facility__"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    serial = models.CharField(_("serial"), max_length=24, unique=True)
    version = models.ForeignKey(
        ChartVersion, on_delete=models.PROTECT, related_name="copies", verbose_name=_("chart version")
    )
    state = models.CharField(_("state"), max_length=8, choices=CopyState.choices, default=CopyState.PRINTED)
    printed_on = models.DateField(_("printed on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("printed by")
    )
    issued_to = models.CharField(_("handed out to"), max_length=160, blank=True)
    issued_on = models.DateField(_("handed out on"), null=True, blank=True)
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=240, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("chart copy")
        verbose_name_plural = _("chart copies")
        ordering: ClassVar[list[str]] = ["-serial"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | Q(issued_on__gte=F("printed_on")),
                name="chart_copy_issued_after_printing",
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(returned_on__gte=F("issued_on")),
                name="chart_copy_returned_after_issue",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["printed", "lost"])
                | Q(state="returned", returned_on__isnull=False)
                | (Q(state="issued", issued_on__isnull=False, returned_on__isnull=True) & ~Q(issued_to="")),
                name="chart_copy_where_its_state_says",
            ),
        ]

    def __str__(self) -> str:
        return self.serial


class PrintJob(ScopedModel):
    """A printing of a version's chart: what was asked, how far it is, and the pages when they are ready."""

    scope_prefix: ClassVar[str] = "version__design__facility__"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(
        ChartVersion, on_delete=models.PROTECT, related_name="printings", verbose_name=_("chart version")
    )
    options = models.JSONField(_("what was asked"), default=dict)
    state = models.CharField(_("state"), max_length=8, choices=JobState.choices, default=JobState.QUEUED)
    pages_done = models.PositiveIntegerField(_("pages ready"), default=0)
    pages_total = models.PositiveIntegerField(_("pages in all"), default=0)
    pdf = models.BinaryField(_("pages"), null=True, blank=True)
    fault = models.CharField(_("why it failed"), max_length=400, blank=True)
    fault_facts = models.JSONField(_("facts of the failure"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    copy = models.ForeignKey(
        ChartCopy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="printings",
        verbose_name=_("chart copy"),
    )
    told_at = models.DateTimeField(_("last heard of at"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        verbose_name = _("chart printing")
        verbose_name_plural = _("chart printings")
        ordering: ClassVar[list[str]] = ["-asked_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state__in=["queued", "running"])
                | Q(state="done", pdf__isnull=False)
                | (Q(state="failed") & ~Q(fault="")),
                name="print_job_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
