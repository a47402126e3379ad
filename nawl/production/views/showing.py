"""How designs and versions are shown: pictures with their sizes, states with their knots, swatches, ways back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.production.choices import CopyState, JobState, LotState, VersionState
from nawl.production.models import ChartVersion, Design
from nawl.production.rules.pictures import SMALL, fitted
from nawl.ui import words
from nawl.ui.parts import Crumb, State

KNOTS: dict[str, State] = {
    VersionState.DRAFT: "open",
    VersionState.REVIEW: "late",
    VersionState.LOCKED: "good",
    VersionState.SUPERSEDED: "run",
    VersionState.RETIRED: "run",
    CopyState.PRINTED: "open",
    CopyState.ISSUED: "run",
    CopyState.RETURNED: "good",
    CopyState.LOST: "wrong",
    LotState.QUARANTINE: "late",
    LotState.RELEASED: "good",
    LotState.REJECTED: "wrong",
    LotState.DEPLETED: "run",
    JobState.QUEUED: "open",
    JobState.RUNNING: "late",
    JobState.DONE: "good",
    JobState.FAILED: "wrong",
}
"""The knot that stands with the word of a state."""


@dataclass(frozen=True)
class Pic:
    """A picture on a page: its address, its size in pixels, what it shows."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Shown:
    """A version as lists show it: its picture, its words, where it leads."""

    version: ChartVersion
    title: str
    pic: Pic
    size: str
    quality: str
    state: str
    knot: State
    url: str


def pic_of(version: ChartVersion, title: str, longest: int = SMALL) -> Pic:
    """Return a version's small picture, at most so many pixels on its longer side."""
    address = reverse("production:picture", args=[version.design.serial, version.number])
    across, along = version.width_cm, version.length_cm
    wide, high = fitted(float(across), float(along), longest)
    alt = _("Carpet design “%(title)s”, version %(number)s") % {"title": title, "number": words.number(version.number)}
    return Pic(f"{address}?v={version.fingerprint[:12]}", wide, high, alt)


def hero_of(version: ChartVersion, title: str, kind: str = "view", longest: int = 760) -> Pic:
    """Return a version's picture for the head of its page: its drawing, or ("woven") its simulation."""
    small = pic_of(version, title, longest)
    address = reverse("production:version-file", args=[version.design.serial, version.number, kind])
    return Pic(f"{address}?v={version.fingerprint[:12]}", small.width, small.height, small.alt)


def shown(version: ChartVersion, design: Design) -> Shown:
    """Return a version of a design for a list."""
    version.design = design
    return Shown(
        version=version,
        title=design.title,
        pic=pic_of(version, design.title),
        size=size_words(version.width_cm, version.length_cm),
        quality=version.quality.name,
        state=str(version.get_state_display()),
        knot=KNOTS[version.state],
        url=reverse("production:version", args=[design.serial, version.number]),
    )


def size_words(width: Decimal, length: Decimal) -> str:
    """Return a size as it is read: width, then length, with the unit."""
    sides = {"width": words.number(plain(width)), "length": words.number(plain(length))}
    return _("%(width)s × %(length)s cm") % sides


def plain(value: Decimal) -> Decimal:
    """Return a number without the noughts behind its point."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def trail_of(design: Design, *further: Crumb) -> list[Crumb]:
    """Return the way to a page below a design."""
    register = Crumb(_("Designs"), reverse("production:design-list"))
    own = Crumb(design.title, reverse("production:design", args=[design.serial]) if further else "")
    return [register, own, *further]


def version_crumb(version: ChartVersion, *, leads: bool = True) -> Crumb:
    """Return the step of a version on the way to a page below it."""
    address = reverse("production:version", args=[version.design.serial, version.number]) if leads else ""
    return Crumb(_("Version %(number)s") % {"number": words.number(version.number)}, address)
