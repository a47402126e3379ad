"""How much text the cells of a workbook hold together: one long text may be shared by a million cells."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from xml.parsers import expat

from nawl.collection.reading.limits import ALL_TEXT, LONGEST_TEXT
from nawl.collection.reading.survey import feed
from nawl.kit.errors import NotPossible


def text_lengths(pieces: Iterable[bytes]) -> array[int]:
    """Return the length in characters of each shared text of a workbook."""
    lengths: array[int] = array("I")

    def begin(name: str, _attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "si":
            lengths.append(0)

    def add(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = add
    feed(parser, pieces)
    if max(lengths, default=0) > LONGEST_TEXT:
        raise NotPossible("register_too_wide")
    return lengths


def refuse_much_text(pieces: Iterable[bytes], lengths: array[int]) -> None:
    """Raise `register_too_wide` when the texts that a sheet's cells point to are too long together."""
    counter = _TextCounter(lengths)
    parser = expat.ParserCreate()
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.CharacterDataHandler = counter.add
    feed(parser, pieces)


class _TextCounter:
    """Adds up the lengths of the shared texts that cells point to."""

    def __init__(self, lengths: array[int]) -> None:
        self.lengths = lengths
        self.total = 0
        self.points = False
        self.number = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            self.points = attributes.get("t") == "s"
        self.number = ""

    def add(self, text: str) -> None:
        self.number += text

    def end(self, name: str) -> None:
        if not self.points or name.rpartition(":")[2] != "v":
            return
        number = int(self.number)
        self.total += self.lengths[number] if 0 <= number < len(self.lengths) else 0
        if self.total > ALL_TEXT:
            raise NotPossible("register_too_wide")
