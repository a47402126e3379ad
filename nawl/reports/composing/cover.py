"""The cover of a report: letterhead, title, number, day, state, and what is printed at the foot of every page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nawl.reports.composing.summary import between, reach
from nawl.reports.data import ReportData
from nawl.reports.document import Document, Fact, Words
from nawl.reports.voice import Voice


def cover(data: ReportData, voice: Voice, address: str, sha256: str) -> Document:
    """Return the report's frame, its sections still to come."""
    issue = data.issue
    return Document(
        language=voice.language,
        direction="rtl" if voice.language == "ar" else "ltr",
        digits=voice.digits,
        letterhead=_letterhead(data, voice),
        title=_("Report on %(period)s") % {"period": voice.in_sentence(data.period)},
        subtitle=place_name(data, voice),
        lead=reach(data, voice)[0],
        state=_("Issued") if issue.is_issued else _("Draft, without a number"),
        is_issued=issue.is_issued,
        number=issue.number,
        made_on=voice.day(issue.made_on),
        day=issue.made_on,
        band=data.place.code or "nawl",
        facts=tuple(_facts(data, voice)),
        synthetic=voice.text(synthetic_notice()) if data.is_synthetic else "",
        fingerprint=fingerprint(sha256),
        verify_address=f"{address}/verify/{issue.number}/" if issue.is_issued else "",
        words=_words(data),
    )


def place_name(data: ReportData, voice: Voice) -> str:
    """Name what the report covers: the programme, or a governorate with that word."""
    name = voice.name(data.place.name)
    return name if data.place.is_programme else _("%(place)s governorate") % {"place": name}


def fingerprint(sha256: str) -> str:
    """Return the beginning of the hash in groups that can be read aloud and typed."""
    return " ".join(sha256[start : start + 4] for start in range(0, 16, 4))


def synthetic_notice() -> str:
    """Say that the data are those of the demonstration."""
    return _(
        "Demonstration data: the totals that the programme published for the first half of 2022 are reproduced; every finer split"
        " (place, time, sex, age, activity) is synthetic, as are targets and titles."
    )


def _letterhead(data: ReportData, voice: Voice) -> tuple[str, str, str]:
    office = _("Rural Development")
    if not data.place.is_programme:
        office = _("Directorate of Social Affairs and Labour, %(place)s") % {"place": voice.name(data.place.name)}
    return (_("Syrian Arab Republic"), _("Ministry of Social Affairs and Labour"), office)


def _facts(data: ReportData, voice: Voice) -> list[Fact]:
    issue = data.issue
    facts = [
        Fact(_("Period"), between(data.period, voice)),
        Fact(_("Covers"), place_name(data, voice)),
        Fact(_("State of the document"), _("Issued") if issue.is_issued else _("Draft, without a number")),
    ]
    if issue.is_issued:
        facts += [
            Fact(_("Number"), issue.number, is_code=True),
            Fact(_("Date of issue"), voice.day(issue.made_on)),
            Fact(_("Edition"), voice.number(issue.edition)),
        ]
    else:
        facts.append(Fact(_("Figures as of"), voice.day(issue.made_on)))
    if issue.supersedes:
        facts.append(Fact(_("Takes the place of"), issue.supersedes, is_code=True))
    return facts


def _words(data: ReportData) -> Words:
    issued = _("Issued by Nawl and frozen at issue.")
    draft = _("Draft from Nawl; its figures may still change.")
    return Words(
        contents=_("Contents"),
        page_of=_("Page {page} of {pages}"),
        foot=issued if data.issue.is_issued else draft,
        fingerprint=_("Fingerprint"),
        notice=_("Demonstration data"),
        draft=_("Draft"),
        sections=_("Sections"),
        annexes=_("Annexes"),
    )
