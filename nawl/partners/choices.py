"""Closed lists of the partners."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What kind of body a partner is."""

    SOCIETY = "society", _("civil-society organisation")
    UNION = "union", _("union")
    INTERNATIONAL = "international", _("international organisation")
    PUBLIC = "public", _("public body")
