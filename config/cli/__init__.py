"""The command line `nawl`: one word for each thing that is done without the pages; help in both languages."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from config.cli.speech import both

COMMANDS = {
    "setup": "config.cli.setting_up:setup",
    "demo": "config.cli.demonstration:demo",
    "serve": "config.cli.serving:serve",
    "import": "config.cli.importing:importing",
    "report": "config.cli.reporting:report",
    "places": "config.cli.places:places",
    "weave": "config.cli.weave:weave",
    "reconcile": "config.cli.reconcile:reconcile",
    "docs": "config.cli.documents:docs",
}


class LazyGroup(click.Group):
    """Loads a command's module when the command is named, so that the others cost nothing."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name the commands in the order in which they are met."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(
    cls=LazyGroup,
    help=both(
        "Nawl, the information system of a rural development programme.",
        "نول: نظام معلومات برنامج التنمية الريفية.",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option("0.1.0", prog_name="nawl")
def nawl() -> None:
    """Hold the commands together."""


def main() -> NoReturn:
    """Begin: settings, then the command; a wrong setting or a programme error is one sentence and exit code 2."""
    import django

    from config.env import WrongSetting

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
    except WrongSetting as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    _run()


def _run() -> NoReturn:
    from config.cli.usage import refuse
    from nawl.kit.errors import ProgrammeError
    from nawl.ui.sentences import sentence

    try:
        left_with = nawl.main(prog_name="nawl", standalone_mode=False)
    except ProgrammeError as error:
        click.echo(sentence(error), err=True)
        sys.exit(1)
    except click.ClickException as error:
        refuse(error)
    except click.Abort:
        click.echo("Aborted · أُوقف", err=True)
        sys.exit(1)
    sys.exit(left_with if isinstance(left_with, int) else 0)
