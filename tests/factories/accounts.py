"""Users for tests; the same calls always make the same people."""

from __future__ import annotations

from nawl.accounts.models import User

PASSWORD = "a-long-password-for-tests"


def make_user(
    username: str = "",
    *,
    full_name: str = "",
    password: str | None = None,
    is_active: bool = True,
    is_system: bool = False,
) -> User:
    """Make a user; without a name, the next of user-1, user-2 and so on; without a password nobody signs in."""
    username = username or f"user-{User.objects.count() + 1}"
    return User.objects.create_user(
        username,
        password,
        full_name=full_name or f"مستخدم {username}",
        is_active=is_active,
        is_system=is_system,
    )


def make_system_user() -> User:
    """Return the system's own hand, made once."""
    return User.objects.filter(is_system=True).first() or make_user("system", full_name="النظام", is_system=True)
