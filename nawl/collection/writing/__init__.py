"""Spreadsheets that leave: the blank register with its drop-downs, and a register with its faults marked."""

from nawl.collection.writing.blank import Blank, blank_register
from nawl.collection.writing.marked import marked_register

__all__ = ["Blank", "blank_register", "marked_register"]
