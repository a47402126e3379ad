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
    "density_unfit": _("A density cannot be %(value)s in the unit %(unit)s."),
    "density_unit_unknown": _("No density unit is known as “%(unit)s”. Known: %(known)s."),
    "density_unreadable": _("“%(text)s” is not a density. Examples: 40raj, 30x40/dm, 9/60 india, 210 kpsi."),
    "group_not_on_grid": _(
        "The group %(group)s turns by a third or a sixth: no grid of knots can carry it. Draw it in centimetres."
    ),
    "group_unknown": _("No symmetry group is known as “%(group)s”. Known: %(known)s."),
    "motif_unknown": _("No motif is known as “%(motif)s”. Known: %(known)s."),
    "repeat_not_square": _(
        "The group %(group)s turns a quarter, so its unit is as wide as it is high; this one has %(wide)s × %(high)s knots."
    ),
    "repeat_odd": _(
        "The group %(group)s shifts by half a repeat; a repeat of %(wide)s × %(high)s knots cannot be halved. Add a knot."
    ),
    "row_unknown": _("There is no row %(row)s; the chart has rows 1 to %(rows)s."),
    "size_too_small": _("A piece of %(width)s × %(length)s cm has not one knot in this class."),
    "size_unfit": _("A piece cannot be %(width)s × %(length)s cm; each side lies between 0 and %(most)s cm."),
    "size_unreadable": _("“%(text)s” is not a size. Examples: 200x300, 2×3 m; the width comes first."),
    "yarn_code_missing": _("The yarn has no code."),
    "yarn_code_twice": _("The yarn %(yarn)s stands in the file twice."),
    "yarn_colour_unreadable": _("“%(value)s” is not a colour. Examples: #9a2e2b or 154, 46, 43."),
    "yarn_count_unfit": _("A yarn cannot have the count %(count)s with %(ends)s ends."),
    "yarn_count_unreadable": _("“%(text)s” is not a yarn count. Examples: Nm 6×3, Ne 20/12, 60 den × 30, 500 tex."),
    "yarn_grams_differ": _("The grams of the yarn %(yarn)s and the sum of its lots or kilograms differ."),
    "yarn_heading_missing": _("The table has no column “%(heading)s”."),
    "yarn_lot_twice": _("The yarn %(yarn)s has the lot %(lot)s twice."),
    "yarn_lots_unreadable": _("A lot needs a number and its grams or kilograms."),
    "yarn_nameless": _("The yarn %(yarn)s has no name."),
    "yarn_number_unreadable": _("“%(value)s” in “%(field)s” is not a number that fits; write 1500 or 1.5."),
    "yarn_symbol_unknown": _("No sign is known as “%(symbol)s”."),
    "yarns_empty": _("The file %(name)s holds no yarns."),
    "yarns_line": _("Line %(line)s: %(reason)s"),
    "yarns_refused": _("The yarns of %(name)s were not taken; faults: %(faults)s."),
    "yarns_too_large": _("The file %(name)s is larger than %(most)s MB; a list of yarns is not that long."),
    "yarns_unreadable": _("The file %(name)s cannot be read at line %(line)s; yarns come as TOML, CSV or JSON."),
}

ACTS: dict[str, str | Promise] = {}

FACTS: dict[str, str | Promise] = {}
