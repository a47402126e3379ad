"""What the studio says and shows: tools with their keys, the script's sentences in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.weaving.classes import QualityClass
from nawl.weaving.counted import said_of

SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number of each plural form, by the name that the browser gives the form."""
ICONS = ("warning", "info", "check")
"""Icons that the script puts into its lists."""


@dataclass(frozen=True)
class Tool:
    """A tool or an act: its name in the script, its word, its key, its icon, what must be there before it can be used."""

    name: str
    word: str
    key: str
    icon: str
    needs: str = ""


def tools() -> list[Tool]:
    """Return the tools in the order in which they stand."""
    return [
        Tool("hand", _("Move"), "H", "hand"),
        Tool("pencil", _("Pencil"), "P", "edit"),
        Tool("line", _("Line"), "L", "line"),
        Tool("rectangle", _("Rectangle"), "R", "rectangle"),
        Tool("ellipse", _("Ellipse"), "E", "ellipse"),
        Tool("fill", _("Fill"), "F", "fill"),
        Tool("dropper", _("Take a colour"), "I", "dropper"),
        Tool("recolour", _("Change a colour"), "C", "recolour"),
        Tool("select", _("Select"), "S", "select"),
        Tool("motif", _("Motif"), "M", "knot"),
        Tool("repeat", _("Repeat"), "T", "grid"),
        Tool("border", _("Border"), "B", "border"),
        Tool("kufic", _("Kufic"), "K", "kufic"),
    ]


def carried() -> list[Tool]:
    """Return what can be done with what is selected or carried."""
    return [
        Tool("copy", _("Copy"), "Ctrl C", "copy", "selection"),
        Tool("cut", _("Cut"), "Ctrl X", "cut", "selection"),
        Tool("paste", _("Paste"), "Ctrl V", "paste", "clipboard"),
        Tool("across", _("Turn left and right over"), "X", "mirror", "selection"),
        Tool("over", _("Turn upside down"), "V", "upend", "selection"),
        Tool("quarter", _("Turn by a quarter"), "Q", "turn", "selection"),
        Tool("erase", _("Empty"), "Del", "close", "selection"),
    ]


def keys(quality: QualityClass) -> list[tuple[str, str]]:
    """Return the other keys with what they do, as the class counts."""
    return [(key, said_of(word, quality)) for key, word in _keys()]


def _keys() -> list[tuple[str, str]]:
    return [
        ("Y", _("The next symmetry")),
        ("← ↑ → ↓", _("To the next knot; with Shift ten knots on; moves what is carried")),
        ("Space", _("Draws where the frame stands; held, the arrows draw on")),
        ("Enter", _("Lays down what is carried")),
        ("Esc", _("Gives up what is carried or selected")),
        ("1 – 9", _("The colour of this place in the palette")),
        ("[ ]", _("A narrower or a wider stroke")),
        ("+ − Home", _("Larger, smaller, the whole chart")),
        ("G", _("Lines between the knots")),
        ("N", _("Signs of the colours")),
        ("J", _("The next lonely knot")),
        ("O", _("From a picture")),
        ("Ctrl Z, Ctrl Y", _("Undo, redo")),
        ("Ctrl S", _("Saves at once")),
        *((tool.key, tool.word) for tool in carried()),
    ]


def page_words(quality: QualityClass) -> dict[str, str]:
    """Return the page's own words for what is counted, as the class counts it: knots, or cells of a flat weave."""
    words = {
        "all": _("Knots"),
        "some": _("knots"),
        "stage": _("The chart: arrows move over the knots, Space draws"),
        "lines": _("Lines between the knots"),
        "stroke": _("Width of the stroke in knots"),
        "lonely": _("Clean lonely knots"),
    }
    return {name: said_of(word, quality) for name, word in words.items()}


def script_words(quality: QualityClass) -> dict[str, str | dict[str, str]]:
    """Return the sentences that the script shows, as the class counts; `%(count)s` and other facts it fills in itself."""
    said = {**_keeping(), **_palette(), **_checks(), **_acts(), **_picture()}
    if quality.mode == "flat":
        said["wool"] = _("All the weft %(grams)s g")
    return {name: _as_counted(one, quality) for name, one in said.items()}


def _as_counted(said: str | dict[str, str], quality: QualityClass) -> str | dict[str, str]:
    if isinstance(said, str):
        return said_of(said, quality)
    return {form: said_of(one, quality) for form, one in said.items()}


def _keeping() -> dict[str, str | dict[str, str]]:
    return {
        "saved": _("Saved %(time)s"),
        "sending": _("Being saved…"),
        "waiting": _("Saved on this device"),
        "offline": _("Saved on this device; it is sent when the network returns."),
        "failed": _("The server does not answer. Sending is tried again by itself."),
        "signedOut": _("Your session has ended. What you drew is kept on this device."),
        "elsewhere": _(
            "This chart is open in another window of this browser, and is drawn there. Here it can be looked at."
        ),
        "again": _("Look again"),
        "signIn": _("Sign in again"),
        "conflictShort": _("A colleague saved this chart too."),
        "unpacking": _("The chart is being spread out…"),
        "unopened": _("The chart could not be opened. Try to load the page again."),
        "bothKept": _("Both drawings are kept: yours here, the colleague's on the server."),
        "saveAsNew": _("Save mine as a new version"),
        "loadTheirs": _("Load the colleague's and drop mine"),
        "leaving": _("Your last strokes are on this device only; they are sent when the studio is opened here again."),
        "leave": _("Leave all the same"),
        "stay": _("Stay"),
        "understood": _("Good"),
        "layOver": _("Lay mine over it"),
        "removeHere": _("Remove mine from this device"),
        "restored": _forms(_restored),
        "stale": _forms(_stale),
    }


def _palette() -> dict[str, str | dict[str, str]]:
    return {
        "colours": _forms(lambda n: ngettext("%(count)s colour", "%(count)s colours", n)),
        "knots": _forms(lambda n: ngettext("%(count)s knot", "%(count)s knots", n)),
        "bare": _forms(lambda n: ngettext("%(count)s knot has no colour", "%(count)s knots have no colour", n)),
        "wool": _("All the wool %(grams)s g"),
        "lot": _("lot %(lot)s"),
        "missing": _("%(grams)s short"),
        "stock": _("%(grams)s on hand"),
        "short": _("“%(yarn)s” does not suffice: %(grams)s g are missing"),
        "noYarns": _("The unit has no other yarns."),
        "lastYarn": _("A chart keeps at least one colour."),
        "yarnUsed": _forms(_yarn_used),
        "replaceYarn": _("Replace the colour"),
        "bareKnot": _("no colour"),
        "knotAt": _("Column %(column)s, row %(row)s, %(colour)s"),
    }


def _checks() -> dict[str, str | dict[str, str]]:
    return {
        "nothingDrawn": _("Nothing is drawn yet; what is drawn is checked here."),
        "isolated": _forms(_isolated),
        "oneByOne": _("Show them one by one"),
        "cleanIsolated": _("Clean them"),
        "lonelyAt": _("Lonely knot %(number)s of %(of)s: column %(column)s, row %(row)s"),
        "inRow": _forms(_in_row),
        "meanRun": _("A colour runs %(run)s knots on average"),
        "broken": _forms(_broken),
        "slit": _forms(_slit),
        "toSlits": _("To the slits"),
        "tooManyColours": _forms(_too_many),
        "cleaned": _forms(lambda n: ngettext("%(count)s knot was changed.", "%(count)s knots were changed.", n)),
    }


def _acts() -> dict[str, str | dict[str, str]]:
    return {
        "step_undo": _("Taken back."),
        "step_redo": _("Done again."),
        "noUndo": _("There is nothing to take back."),
        "noRedo": _("There is nothing to do again."),
        "borderLaid": _("The border is laid."),
        "borderNoRoom": _("The border finds no room: it is deeper than half the chart."),
        "borderNoUnit": _("First select one unit and take it."),
        "carried": _("Move it to its place; Enter or a touch beside it lays it down."),
        "shelfFailed": _("This could not be fetched. Try again when the network is back."),
        "symmetry_none": _("No symmetry"),
        "symmetry_left_right": _("Left and right alike"),
        "symmetry_top_bottom": _("Top and bottom alike"),
        "symmetry_quarter": _("Four quarters alike"),
        "symmetry_point": _("Turned about the middle"),
    }


def _picture() -> dict[str, str | dict[str, str]]:
    return {
        "reading": _("The picture is being read…"),
        "pictureUnread": _("This browser cannot read the picture. Try JPEG or PNG."),
        "noYarnTicked": _("Tick at least one yarn."),
        "shortYarns": _("not enough on hand: %(yarns)s"),
        "drawing": _("The chart is being drawn…"),
        "drawn": _("The picture is drawn; undo brings the chart before it back."),
    }


def symmetries() -> list[tuple[str, str]]:
    """Return the symmetries in a word each."""
    return [
        ("none", _("none")),
        ("left_right", _("left–right")),
        ("top_bottom", _("top–bottom")),
        ("quarter", _("quarters")),
        ("point", _("turned")),
    ]


def _forms(sentence: Callable[[int], str]) -> dict[str, str]:
    return {name: sentence(count) for name, count in SAMPLES.items()}


def _restored(count: int) -> str:
    return ngettext(
        "%(count)s stroke that was only on this device has been put back.",
        "%(count)s strokes that were only on this device have been put back.",
        count,
    )


def _stale(count: int) -> str:
    return ngettext(
        "%(count)s stroke on this device was drawn on an older state; a colleague has saved since.",
        "%(count)s strokes on this device were drawn on an older state; a colleague has saved since.",
        count,
    )


def _yarn_used(count: int) -> str:
    return ngettext(
        "%(yarn)s has %(count)s knot; change its colour first.",
        "%(yarn)s has %(count)s knots; change their colour first.",
        count,
    )


def _isolated(count: int) -> str:
    return ngettext("%(count)s lonely knot", "%(count)s lonely knots", count)


def _in_row(count: int) -> str:
    return ngettext(
        "At most %(count)s colour in a row (row %(row)s)", "At most %(count)s colours in a row (row %(row)s)", count
    )


def _broken(count: int) -> str:
    return ngettext("%(count)s pair breaks the symmetry", "%(count)s pairs break the symmetry", count)


def _slit(count: int) -> str:
    return ngettext(
        "The longest slit has %(count)s row (column %(column)s, from row %(row)s)",
        "The longest slit has %(count)s rows (column %(column)s, from row %(row)s)",
        count,
    )


def _too_many(count: int) -> str:
    return ngettext(
        "%(count)s colour, and the frame allows %(most)s", "%(count)s colours, and the frame allows %(most)s", count
    )
