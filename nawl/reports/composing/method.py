"""How the figures were counted, and what the programme does that the report does not cover yet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nawl.indicators.rules import BasisNote, basis_note
from nawl.kit.facts import Basis
from nawl.reports.data import ReportData
from nawl.reports.document import Block, Prose, Term, Terms
from nawl.reports.voice import Voice


def method(data: ReportData, voice: Voice) -> tuple[Block, ...]:
    """Return the definitions of the figures and the rules of their sums."""
    definitions = Terms(tuple(Term(voice.name(figure.name), voice.name(figure.definition)) for figure in data.figures))
    rules = Terms(
        (
            Term(_("Persons"), persons(data)),
            Term(
                _("Persons and services"),
                _("These are two bases. They are never added to each other and never drawn on one axis."),
            ),
            Term(_("Totals of activities and centres"), counted_once()),
            Term(
                _("Comparison"),
                _(
                    "A figure is compared with the nearest earlier period that counts in the same way. Persons are counted"
                    " anew each January, so the first half of a year is compared with the first half of the year before."
                ),
            ),
            Term(_("Percentages"), _("Percentages are rounded, so that they may not add up to exactly one hundred.")),
            Term(
                _("Source"),
                _(
                    "All figures are computed from the service days that the facilities recorded, as they stood on %(day)s."
                )
                % {"day": voice.day(data.issue.made_on)},
            ),
        )
    )
    return (definitions, rules)


def persons(data: ReportData) -> str:
    """Say when a person is counted, as it reads for this period."""
    said = _(
        "A person is counted at the first visit of the calendar year to a centre or unit, under the service that was the"
        " reason for coming; someone who uses two centres is counted in both."
    )
    if basis_note(Basis.FIRST_VISITS, data.period) is BasisNote.EACH_PERSON_ONCE:
        return said
    return (
        said
        + " "
        + _(
            "This period does not begin in January: its figure is of those who came for the first time this year, and not of all"
            " who came."
        )
    )


def counted_once() -> str:
    """Say why totals of activities and centres are not sums."""
    return _(
        "Activities and centres are counted once each. An activity or a centre that was at work in several months stands in"
        " every one of them; so the total is counted anew and is not the sum of its column."
    )


def not_covered(voice: Voice) -> tuple[Block, ...]:
    """Name what the programme also does and its registers do not hold yet; without numbers, for there are no records."""
    del voice  # the words alone, in the language of the moment
    lead = _(
        "The programme does more than this report counts. The following parts have no records in the system yet; they are"
        " named so that their absence is not read as nought, and no figure is given for them."
    )
    return (Prose((lead,)), Terms(tuple(Term(word, meaning) for word, meaning in _uncovered())))


def _uncovered() -> tuple[tuple[str, str], ...]:
    return (
        (_("Livelihood beneficiaries"), _("those employed in centres and units, and those given a productive grant")),
        (_("Weavers' contracts"), _("contracts of employment in the workshops, their duration and pay")),
        (_("Productive grants"), _("applications, awards, instalments and the projects founded with them")),
        (_("Training courses"), _("courses in carpet making and other crafts, trainees and certificates")),
        (_("Production"), _("carpets, wall tapestries and other products of the workshops")),
        (
            _("Exhibitions and marketing"),
            _("exhibitions, the directory of productive families, joint survey tours, sales"),
        ),
        (_("Funding and works"), _("rehabilitation, maintenance and equipping of facilities, by source of funding")),
    )
