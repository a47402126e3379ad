"""Closed lists of the reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportKind(models.TextChoices):
    """What a report answers for."""

    PROGRESS = "progress", _("progress report")


class Language(models.TextChoices):
    """The languages that a report is made in."""

    ARABIC = "ar", _("Arabic")
    ENGLISH = "en", _("English")


class Format(models.TextChoices):
    """The forms that a report is handed out in."""

    PDF = "pdf", _("PDF, for printing")
    DOCX = "docx", _("Word document")
    XLSX = "xlsx", _("Excel workbook")
    HTML = "html", _("Page, for any browser")
