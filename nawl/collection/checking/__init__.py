"""Checking registers against the programme: names, rules, duplicates, and what recording would change."""

from nawl.collection.checking.examination import Examination, apply, examine
from nawl.collection.checking.tallies import Progress

__all__ = ["Examination", "Progress", "apply", "examine"]
