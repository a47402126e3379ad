"""Reading registers: from the bytes of a file to lines with their rows, without database and without trust."""

from nawl.collection.reading.limits import Limits
from nawl.collection.reading.opening import ensure_size, open_book
from nawl.collection.reading.records import Record, RecordReader
from nawl.collection.reading.sheets import Book
from nawl.collection.reading.tables import NoHeadings, Table, find_table
from nawl.collection.reading.tallies import TallyLine, TallyReader
from nawl.collection.reading.telling import Teller

__all__ = [
    "Book",
    "Limits",
    "NoHeadings",
    "Record",
    "RecordReader",
    "Table",
    "TallyLine",
    "TallyReader",
    "Teller",
    "ensure_size",
    "find_table",
    "open_book",
]
