"""Checking registers against the programme: names, rules, duplicates, and what recording would change."""

from nawl.collection.checking.examination import Examination, Progress, apply, examine

__all__ = ["Examination", "Progress", "apply", "examine"]
