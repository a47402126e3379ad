"""How commands speak: both languages in help, one line a fault."""

from __future__ import annotations

import click


def both(english: str, arabic: str) -> str:
    """Return a help text that says the same in both languages, one under the other."""
    return f"{english}\n\n{arabic}"


def say(text: str) -> None:
    """Print one line."""
    click.echo(text)


def complain(text: str) -> None:
    """Print one line where faults go."""
    click.echo(text, err=True)
