"""How much one register may hold, so that no file can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The bounds of one register file.

    megabytes      size of the file as it arrives
    rows           filled rows over all its sheets; a row of a wide sheet may give several lines
    """

    megabytes: int = 10
    rows: int = 50_000

    @property
    def bytes(self) -> int:
        """The largest file in bytes."""
        return self.megabytes * 1_000_000

    @property
    def cells(self) -> int:
        """The largest box of cells that one sheet may span, filled or not; each takes about 70 bytes while read."""
        return min(self.rows * 20, 1_000_000)

    @property
    def lines(self) -> int:
        """The most lines that all rows together may give."""
        return self.rows * 2


ARCHIVE_MEMBERS = 2_000
ARCHIVE_BYTES = 100_000_000
"""The most bytes of sheets that are unpacked of one archive."""

ARCHIVE_RATIO = 100
"""How many times larger than packed an archive may become; honest sheets stay below 40."""

LONGEST_TEXT = 40_000
"""The longest text of one cell in characters; Excel itself stops at 32,767."""

ALL_TEXT = 20_000_000
"""The most characters in all cells of a workbook together."""

DEEPEST = 64
"""How deep elements of a sheet may lie in each other."""

LONGEST_RUN = 400_000
"""The longest stretch of a sheet's mark-up without a tag, in bytes."""

COLUMNS = 400
"""The most columns that a register's sheet may use."""
