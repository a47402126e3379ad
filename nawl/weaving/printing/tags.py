"""Tags (PDF structure) of pages bound together: what a screen reader is told, for pypdf binds pages and drops it."""

from __future__ import annotations

from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject


class Tags:
    """The structure of a bound document: the first part is its root, every later one a part of it."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._root: Any = None
        self._document: Any = None
        self._pages: Any = None
        self._next = 0

    def append(self, reader: PdfReader) -> None:
        """Add the pages of a part and what it says of them."""
        first = len(self._writer.pages)
        self._writer.append(reader, import_outline=False)
        whole: Any = reader.root_object["/StructTreeRoot"].get_object()
        tree = whole.clone(self._writer)
        numbered = tree["/ParentTree"].get_object()["/Nums"]
        for at in range(0, len(numbered), 2):
            numbered[at] = NumberObject(numbered[at] + self._next)
        for page, made in zip(reader.pages, self._writer.pages[first:], strict=True):
            place: Any = page["/StructParents"]
            made[NameObject("/StructParents")] = NumberObject(place + self._next)
        self._next += len(numbered) // 2
        if self._root is None:
            self._begin(tree, numbered)
        else:
            self._join(tree, numbered)

    def _begin(self, tree: Any, numbered: ArrayObject) -> None:
        root = self._writer.root_object
        root[NameObject("/StructTreeRoot")] = tree.indirect_reference
        root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        self._root, self._pages, self._document = tree, numbered, _document(tree)

    def _join(self, tree: Any, numbered: ArrayObject) -> None:
        part = _document(tree)
        part[NameObject("/S")] = NameObject("/Part")
        part[NameObject("/P")] = self._document.indirect_reference
        self._document["/K"].append(part.indirect_reference)
        self._pages.extend(numbered)
        self._root[NameObject("/ParentTreeNextKey")] = NumberObject(self._next)


def _document(tree: Any) -> Any:
    """Return the one element under a structure's root, its children as a list."""
    kids = tree["/K"]
    found = (kids[0] if isinstance(kids, list) else kids).get_object()
    if not isinstance(found["/K"].get_object(), list):
        found[NameObject("/K")] = ArrayObject([found["/K"]])
    return found
