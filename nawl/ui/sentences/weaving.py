"""Sentences of refusals: weaving."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "border_unfit": _("A border of %(border)s cm leaves no field within it."),
    "chart_index_wrong": _("The chart names the yarn number %(index)s; it has %(yarns)s yarns."),
    "chart_shape_wrong": _(
        "The chart has %(wide)s knots by %(high)s rows; its class and size ask for %(frame_wide)s by %(frame_high)s."
    ),
    "chart_too_large": _("The chart would have %(knots)s knots; at most %(most)s are possible."),
    "class_unknown": _("No class is known as “%(quality)s”. Known: %(known)s."),
    "class_without_density": _(
        "The class %(quality)s says no density; knots per 10 cm each way are needed before a chart can be made."
    ),
    "colours_unfit": _("A chart has 1 to %(most)s colours, not %(colours)s."),
    "motif_unknown": _("No motif is known as “%(motif)s”. Known: %(known)s."),
    "row_unknown": _("There is no row %(row)s; the chart has rows 1 to %(rows)s."),
    "size_too_small": _("A piece of %(width)s × %(length)s cm has not one knot in this class."),
    "size_unfit": _("A piece cannot be %(width)s × %(length)s cm; each side lies between 0 and %(most)s cm."),
    "size_unreadable": _("“%(text)s” is not a size. Examples: 200x300, 2×3 m; the width comes first."),
}

ACTS: dict[str, str | Promise] = {}

FACTS: dict[str, str | Promise] = {}
