"""`nawl setup`: the tables, the reference data, the indicators."""

from __future__ import annotations

import click
from django.core.management import call_command

from config.cli.speech import both, say


@click.command(
    help=both(
        "Prepare the database: tables, places, services, indicators. A second time changes nothing.",
        "تجهيز قاعدة البيانات: الجداول والأماكن والخدمات والمؤشرات. تكراره لا يغيّر شيئاً.",
    ),
    short_help="Prepare the database · تجهيز قاعدة البيانات",
)
def setup() -> None:
    """Migrate, then load what every installation begins with."""
    from config.reference import load_reference

    call_command("migrate", verbosity=0, interactive=False)
    call_command("check", databases=["default"], fail_level="ERROR", verbosity=0)
    for line in load_reference():
        say(line)
