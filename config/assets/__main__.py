"""`python -m config.assets`: make what the pages load; quick when nothing changed."""

from __future__ import annotations

from config.assets import fonts, marks, packages, sheets, signs, talking, voice
from config.assets.steps import run


def main() -> None:
    """Make every part whose sources changed, and say so."""
    done = run([packages.STEP, fonts.STEP, signs.STEP, marks.STEP, sheets.STEP, talking.STEP, voice.STEP])
    print(f"Assets made: {', '.join(done)}." if done else "Assets stand.")


if __name__ == "__main__":
    main()
