"""Tables of the accounts: users and the append-only audit trail."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from nawl.kit.identifiers import uuid7


class UserManager(BaseUserManager["User"]):
    """Finds users by their sign-in name."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """Make a user; without a password nobody can sign in as them."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in, or the system's own hand (`is_system`)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(_("user name"), max_length=60, unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_system = models.BooleanField(_("the system itself"), default=False)
    language = models.CharField(_("language"), max_length=5, default="ar")
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    USERNAME_FIELD: ClassVar[str] = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.full_name


class AuditEntry(models.Model):
    """One act of writing: who did what, when, and what changed; never altered, never removed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    verb = models.CharField(_("act"), max_length=60)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="acts", verbose_name=_("by"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True, db_index=True)
    place_path = models.CharField(_("place"), max_length=120, blank=True)
    changes = models.JSONField(_("changes"), default=dict)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering: ClassVar[list[str]] = ["-recorded_at", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place_path", "-recorded_at"], name="audit_by_place"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.recorded_at:%Y-%m-%d %H:%M}"


class AuditSubject(models.Model):
    """A record that an audit entry is about; one act may touch many."""

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="subjects")
    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(_("key"), max_length=60)

    class Meta:
        verbose_name = _("audit subject")
        verbose_name_plural = _("audit subjects")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "key"], name="audit_by_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
