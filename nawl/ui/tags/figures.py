"""Figures: numbers that are doors, woven bars, the tile map, breakdowns, charts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from nawl.ui import words
from nawl.ui.charts import Drawing, for_page
from nawl.ui.maps import tile_map
from nawl.ui.parts import Bar, Number, State, Tile

register = template.Library()


@register.inclusion_tag("ui/door.html")
def door(value: Number | str, href: str = "", places: int | None = None) -> dict[str, Any]:
    """`{% door 155000 href %}`: a number that opens the records it is made of."""
    return {"text": value if isinstance(value, str) else words.number(value, places), "href": href}


@register.inclusion_tag("ui/figure.html")
def figure(  # noqa: PLR0913 - each is one part that a template may leave out
    label: str,
    value: Number | None,
    basis: str = "",
    href: str = "",
    *,
    target: Number | None = None,
    change: Number | None = None,
    against: str = "",
    places: int | None = None,
    hero: bool = False,
    unit: str = "",
    good: Literal["up", "down"] = "up",
    percent: bool = False,
) -> dict[str, Any]:
    """`{% figure label value basis href target=160000 change=13800 against="the half before" hero=True %}`: one figure."""
    share = float(value) / float(target) if value is not None and target else None
    written = words.percent if percent else words.number
    moved = _moved(change, places, percent=percent)
    return {
        "label": label,
        "value": value,
        "text": "" if value is None else written(value, places),
        "basis": basis,
        "href": href,
        "target": target,
        "goal": written(target, places),
        "share": share,
        "change": moved,
        "amount": None if moved is None else _amount(moved, places, percent=percent),
        "rising": moved is not None and moved > 0,
        "falling": moved is not None and moved < 0,
        "welcome": moved is not None and (moved > 0) == (good == "up"),
        "against": against,
        "places": places,
        "hero": hero,
        "unit": unit,
    }


def _moved(change: Number | None, places: int | None, *, percent: bool) -> Number | None:
    """Return a change as it is written, so that what reads as nought points nowhere; of shares, percentage points."""
    if change is None or (places is None and not percent):
        return change
    return round(Decimal(str(change)) * (100 if percent else 1), places or 0)


def _amount(moved: Number, places: int | None, *, percent: bool) -> str:
    text = words.number(moved if moved > 0 else -moved, places)
    return _("%(points)s percentage points") % {"points": text} if percent else text


@register.inclusion_tag("ui/woven.html")
def woven(value: Number, of: Number = 100, label: str = "", state: State = "") -> dict[str, Any]:
    """`{% woven 62 label="Spent" state="late" %}`: how far; bare warp is still to do. A text beside it is a must."""
    share = 0 if not of else max(0, min(100, round(100 * float(value) / float(of))))
    return {"share": share, "label": label, "state": state}


@register.inclusion_tag("ui/tiles.html")
def tiles(
    tiles: Sequence[Tile], label: str, late_label: str = "", steps: Sequence[int] = (), places: int | None = None
) -> dict[str, Any]:
    """`{% tiles governorates label=… late_label=… %}`: the 14 governorates where they lie; never mirrored."""
    return {"map": tile_map(tiles, steps), "label": label, "late_label": late_label, "places": places}


@register.inclusion_tag("ui/bars.html")
def bars(rows: Sequence[Bar], total: Number | None = None, places: int | None = None) -> dict[str, Any]:
    """`{% bars rows total=155000 %}`: a breakdown; each bar against the longest, each share of the total if given."""
    longest = max((float(row.value) for row in rows), default=0) or 1
    shown = [
        {
            "row": row,
            "share": round(100 * float(row.value) / longest),
            "part": float(row.value) / float(total) if total else None,
        }
        for row in rows
    ]
    return {"rows": shown, "places": places}


@register.inclusion_tag("ui/chart.html")
def chart(drawing: Drawing, late_label: str = "") -> dict[str, Any]:
    """`{% chart drawing %}`: a chart in two widths with its legend; the table beside it is the page's duty."""
    late = late_label if any(point.late for point in drawing.points) else ""
    return {"chart": for_page(drawing), "late_label": late}


@register.filter
def drawn(svg: str) -> SafeString:
    """`{{ chart.wide|drawn }}`: an SVG that `ui.charts` made and cleaned."""
    return mark_safe(svg)  # noqa: S308 - built by ui.charts: only elements and attributes from its list
