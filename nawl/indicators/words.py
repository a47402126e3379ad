"""What figures say of themselves: basis in a period, units, names of their parts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nawl.indicators.rules import BasisNote


def basis_sentence(note: BasisNote) -> str:
    """Return the sentence that stands below a number: what one unit is, and how often it may count."""
    sentences = {
        BasisNote.CONTACTS: _("Each time a service is given counts; these are services, not persons"),
        BasisNote.EACH_PERSON_ONCE: _("Each person counts once since 1 January, however many services follow"),
        BasisNote.FIRST_TIME_THIS_YEAR: _("Persons served for the first time this year; earlier ones counted before"),
        BasisNote.ONCE_IN_EACH_YEAR: _("Each person counts once in each calendar year of the period"),
        BasisNote.ACTIVITIES: _("Each activity counts once, however many days it runs"),
        BasisNote.FACILITIES: _("Each centre or unit with a recorded service counts once"),
    }
    return sentences[note]


def overlap_sentence(note: BasisNote) -> str:
    """Return why the parts of a figure do not make the whole."""
    if note is BasisNote.ACTIVITIES:
        return _("One activity may stand in several parts, so the parts are not added up.")
    if note is BasisNote.FACILITIES:
        return _("One centre may stand in several parts, so the parts are not added up.")
    return _("Persons are counted anew each year, so the months of several years are not added up.")
