"""`nawl demo`: the demonstration programme, through the same doors as a clerk's."""

from __future__ import annotations

import click
from django.conf import settings

from config.cli.speech import both, say


@click.command(
    help=both(
        "Make the demonstration programme: registers from a fixed seed, loaded like a clerk's.",
        "إعداد البرنامج التجريبي: سجلات مولَّدة من بذرة ثابتة، تُستورد كما يستوردها الموظف.",
    ),
    short_help="Make the demonstration programme · إعداد البرنامج التجريبي",
)
@click.option("--keep/--anew", default=True, help="Keep what is there / remove it and begin again.")
def demo(keep: bool) -> None:
    """Build it when there is nothing yet, or anew when asked."""
    from demonstration.build import build, clear, is_built

    if keep and is_built():
        say("The demonstration programme is there; its data are kept. البرنامج التجريبي قائم وبياناته محفوظة.")
        return
    if not keep:
        clear()
    build(settings.DATA_DIR / "registers")
