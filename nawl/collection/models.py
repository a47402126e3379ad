"""Tables of the collection: the registers that came from outside, kept as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nawl.collection.choices import RegisterKind, RegisterState
from nawl.kit.identifiers import uuid7
from nawl.places.models import Area, Facility
from nawl.places.scope import ScopedModel, ScopedQuerySet, scope_of

if TYPE_CHECKING:
    from nawl.accounts.models import User


class RegisterQuerySet(ScopedQuerySet):
    """Registers by the place they speak of: one facility, an area, or the whole programme."""

    def visible_to(self, user: User) -> Self:
        """Keep the registers whose facility, or whose whole area, lies within the user's scope."""
        scope = scope_of(user)
        kept = self.unscoped("narrowed to the reader's own scope in the same breath")
        if scope.is_national:
            return kept
        condition = Q(facility__in=scope.facility_ids)
        for path in scope.area_paths:
            condition |= Q(place_path__startswith=path)
        return kept.filter(condition)


class RegisterManager(models.Manager.from_queryset(RegisterQuerySet)):  # type: ignore[misc]  # a class made at run time
    """The manager of received registers."""


class RegisterFile(ScopedModel):
    """One register as it was received: its bytes for ever, what was found in it, and what became of it.

    `place_path` is the path of the area it speaks of, empty for the whole programme; `faults` and `preview` hold what
    the last check found, as `checking.findings` writes it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=RegisterKind.choices)
    file_name = models.CharField(_("file name"), max_length=160)
    sha256 = models.CharField(_("fingerprint"), max_length=64, db_index=True)
    size = models.PositiveIntegerField(_("size in bytes"))
    content = models.BinaryField(_("the file itself"))
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="registers", verbose_name=_("facility")
    )
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="registers", verbose_name=_("area")
    )
    place_path = models.CharField(_("path of its place"), max_length=120, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=RegisterState.choices)
    row_count = models.PositiveIntegerField(_("lines read"), default=0)
    fault_count = models.PositiveIntegerField(_("faults"), default=0)
    new_count = models.PositiveIntegerField(_("new"), default=0)
    changed_count = models.PositiveIntegerField(_("changed"), default=0)
    unchanged_count = models.PositiveIntegerField(_("unchanged"), default=0)
    faults = models.JSONField(_("faults found"), default=list, blank=True)
    preview = models.JSONField(_("what it changes"), default=dict, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("received from")
    )
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name=_("replaced by")
    )

    objects: ClassVar[RegisterManager] = RegisterManager()

    class Meta:
        verbose_name = _("received register")
        verbose_name_plural = _("received registers")
        ordering: ClassVar[list[str]] = ["-received_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state="recorded") | Q(recorded_at__isnull=False, recorded_by__isnull=False),
                name="register_recorded_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_waiting(self) -> bool:
        """Whether it can be recorded now."""
        return self.state == RegisterState.CHECKED
