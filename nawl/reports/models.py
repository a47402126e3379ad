"""Tables of the reports: issued reports and their files; added to, never changed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7
from nawl.kit.periods import Period
from nawl.places.models import Area
from nawl.places.scope import ScopedModel
from nawl.reports.choices import Format, Language, ReportKind
from nawl.reports.data import ReportData, fingerprint_of, from_json


class Report(ScopedModel):
    """An issued report: numbered, dated, hashed, frozen; `data` is all that it says, in no language."""

    scope_prefix: ClassVar[str] = ""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=ReportKind.choices, default=ReportKind.PROGRESS)
    number = models.CharField(_("number"), max_length=20, unique=True)
    sequence = models.PositiveIntegerField(_("place in its year"))
    edition = models.PositiveSmallIntegerField(_("edition"))
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    place = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    place_path = models.CharField(_("path of its place"), max_length=120, blank=True, db_index=True)
    data = models.JSONField(_("what it says"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    content_sha256 = models.CharField(_("fingerprint of its figures"), max_length=64)
    issued_on = models.DateField(_("issued on"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("issued by")
    )
    supersedes = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("takes the place of"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering: ClassVar[list[str]] = ["-issued_on", "-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "first", "last", "place_path", "edition"], name="report_edition_once"
            ),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="report_period_in_order"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def period(self) -> Period:
        """The days it covers."""
        return Period(self.first, self.last)

    @property
    def content(self) -> ReportData:
        """What it says, as values."""
        return from_json(self.data)

    @property
    def is_intact(self) -> bool:
        """Whether what is kept still has the fingerprint of its issue."""
        return fingerprint_of(self.data) == self.sha256


class ReportFile(ScopedModel):
    """One file of an issued report, kept byte for byte as it was handed out."""

    scope_prefix: ClassVar[str] = "report__"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="files", verbose_name=_("report"))
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    format = models.CharField(_("format"), max_length=4, choices=Format.choices)
    content = models.BinaryField(_("content"))
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)

    class Meta:
        verbose_name = _("report file")
        verbose_name_plural = _("report files")
        ordering: ClassVar[list[str]] = ["language", "format"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "language", "format"], name="report_file_once"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.language}.{self.format}"
