"""Sentences of refusals: weaving."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "border_too_thick": _(
        "A border of %(thick)s knots leaves no side between its corners on %(wide)s × %(high)s knots. Make it thinner."
    ),
    "border_unfit": _("A border of %(border)s cm leaves no field within it."),
    "chart_class_unfit": _(
        "The file holds a chart of class %(quality)s with %(wide)s knots by %(high)s rows; this version is of class %(own)s with %(own_wide)s by %(own_high)s. Begin a version of the file's class and size, and bring the file there."
    ),
    "chart_field_wrong": _("The chart file says nothing fitting in the field “%(field)s”."),
    "chart_file_missing": _("The chart's file %(file)s is not there; a chart is a picture and its JSON, side by side."),
    "chart_grid_unfit": _(
        "The file holds %(wide)s knots by %(high)s rows; this version has %(own_wide)s by %(own_high)s. In class %(quality)s the file fits a size of %(width)s × %(length)s cm: begin a version of that size, and bring the file there."
    ),
    "chart_hash_wrong": _("The chart's knots are not those that were written; take the file again from where it came."),
    "carpet_too_small": _(
        "A carpet of %(wide)s × %(high)s knots has no room for borders and a field: its shorter side needs %(least)s knots. A larger size or a finer class helps."
    ),
    "chart_index_wrong": _("The chart names the yarn number %(index)s; it has %(yarns)s yarns."),
    "chart_kind_unknown": _(
        "The file %(file)s is none of the charts that are read here: a chart file of Nawl (PNG), OXS, or a table of rows (CSV)."
    ),
    "chart_newer": _(
        "The chart comes from a newer version (%(version)s; this one reads %(known)s). Bring the programme up to date."
    ),
    "chart_not_indexed": _("The picture has no palette; a chart's picture holds one number a knot."),
    "chart_not_mirrored": _(
        "Row %(row)s does not mirror itself, so the chart cannot be read from the middle; read it from the right or the left."
    ),
    "chart_not_symmetric": _(
        "No half of the design mirrors the other, so no part of it can stand for the whole. Print the whole chart."
    ),
    "chart_palette_wrong": _("Colour %(index)s of the picture is not that of the yarn %(yarn)s."),
    "chart_shape_wrong": _(
        "The chart has %(wide)s knots by %(high)s rows; its class and size ask for %(frame_wide)s by %(frame_high)s."
    ),
    "chart_sizes_differ": _(
        "The chart's sizes differ: its picture has %(knots_wide)s × %(knots_high)s knots, its file says %(wide)s × %(high)s, its class and size ask for %(frame_wide)s × %(frame_high)s."
    ),
    "chart_too_large": _("The chart would have %(knots)s knots; at most %(most)s are possible."),
    "chart_unreadable": _("This is not a chart file, or it did not arrive whole."),
    "chart_without_sidecar": _("The picture carries no chart inside; its JSON belongs beside it."),
    "class_field_wrong": _("The file of classes says nothing fitting in the field “%(field)s”."),
    "class_twice": _("The class %(quality)s stands in the file twice; a change is a new version."),
    "class_not_yet": _(
        "The class %(quality)s is in force only from %(valid_from)s. To draw for that time, name its version: %(key)s."
    ),
    "class_unknown": _("No class is known as “%(quality)s”. Known: %(known)s."),
    "class_without_density": _(
        "The class %(quality)s says no density; knots per %(10)s cm each way are needed before a chart can be made."
    ),
    "class_without_output": _("The class says no knots a day, so days of work cannot be told."),
    "class_without_passes": _("The class %(quality)s is woven flat and says no passes per cm."),
    "classes_unreadable": _("This is not a file of classes; they are written as [[class]] tables in TOML."),
    "colours_few_unfit": _("A motif has 2 to %(most)s colours, not %(colours)s."),
    "colours_refused": _(
        "So many colours are refused that too few are left to weave with. Name fewer, or add yarns in other colours."
    ),
    "colours_too_few": _(
        "You keep %(kept)s yarns, but only %(colours)s colours are allowed. Allow more, or keep fewer."
    ),
    "colours_unfit": _("A chart has %(1)s to %(most)s colours, not %(colours)s."),
    "composed_design_unknown": _("No composed design is known as “%(design)s”. Known: %(known)s."),
    "corners_unfit": _(
        "The four corners do not span a four-sided piece. Mark them in turn: upper left, upper right, lower right, lower left."
    ),
    "crop_unfit": _(
        "The part to be cut out (%(crop)s) does not lie within the picture. Its sides are fractions from %(0)s to %(1)s."
    ),
    "density_unfit": _("A density cannot be %(value)s in the unit %(unit)s."),
    "density_unit_unknown": _("No density unit is known as “%(unit)s”. Known: %(known)s."),
    "density_unreadable": _("“%(text)s” is not a density. Examples: 40raj, 30x40/dm, 9/60 india, 210 kpsi."),
    "file_heavy": _("The file %(file)s has more than %(most)s MB; so much is not read."),
    "file_unreadable": _("%(file)s cannot be read (%(reason)s)."),
    "file_unwritable": _("%(file)s cannot be written (%(reason)s). Name a folder that is there and has room."),
    "group_not_on_grid": _(
        "The group %(group)s turns by a third or a sixth: no grid of knots can carry it. Draw it in centimetres."
    ),
    "group_unknown": _("No symmetry group is known as “%(group)s”. Known: %(known)s."),
    "kufic_too_low": _("A Kufic text of this kind is at least %(least)s knots high; %(high)s are too few."),
    "kufic_too_narrow": _("This text is at least %(least)s knots wide; %(wide)s are too few."),
    "letter_without_shape": _("The sign “%(letter)s” has no Kufic shape here. Arabic letters and digits have one."),
    "margin_unfit": _(
        "A margin is a share of the price, from %(0)s to below %(1)s; it cannot be %(margin)s. A share of the cost is a mark-up."
    ),
    "mask_shape_wrong": _("The mask has %(wide)s × %(high)s knots; the chart has another size. Mark the part again."),
    "motif_unknown": _("No motif is known as “%(motif)s”. Known: %(known)s."),
    "no_yarn_in_stock": _("None of the yarns is in stock. Enter what lies on the shelf, or keep a yarn by choice."),
    "no_yarns": _("There is not one yarn to weave with. Add the colours that the unit has."),
    "number_unspoken": _("The number %(number)s cannot be said; numbers up to %(most)s can."),
    "oxs_unreadable": _("The OXS file cannot be read at line %(line)s."),
    "picture_clear": _("The picture %(file)s is transparent all over; there is nothing in it to weave."),
    "picture_damaged": _(
        "The picture %(file)s is damaged and cannot be read. Save it anew as JPEG or PNG and try again."
    ),
    "picture_heavy": _(
        "The picture %(file)s has %(megabytes)s MB; at most %(most)s MB are read. Save it smaller, as JPEG."
    ),
    "picture_kind_unknown": _("The file %(file)s is no picture that can be read here. JPEG, PNG, WebP and TIFF can."),
    "picture_too_large": _(
        "The picture %(file)s has %(megapixels)s million pixels; at most %(most)s million are read. Save it smaller and try again."
    ),
    "picture_truncated": _(
        "The picture %(file)s ends too early: a part of the file is missing. Copy or send it again."
    ),
    "plain_many_colours": _(
        "The picture %(file)s has %(colours)s colours; where one pixel is one knot, at most %(most)s are taken. Make a chart of it as of a photograph."
    ),
    "plain_unreadable": _(
        "The picture %(file)s cannot be read; where one pixel is one knot, PNG and BMP of eight bits are taken."
    ),
    "prices_unreadable": _("The prices cannot be read: “%(field)s” is missing, unknown or no number."),
    "recipe_too_new": _(
        "The recipe is of form %(version)s; this programme reads up to form %(known)s. Bring the programme up to date."
    ),
    "recipe_unreadable": _("The recipe of the carpet cannot be read: %(part)s. Choose a proposal anew."),
    "recording_length": _(
        "The recording lasts %(seconds)s seconds without its silence; from %(least)s to %(most)s are right. Record the word alone."
    ),
    "recording_not_wav": _("The file is no WAV recording that can be read. Save it as WAV (PCM, one or two channels)."),
    "recording_silent": _("The recording is silent, or too quiet. Record again, nearer to the microphone."),
    "recording_too_large": _("The file is larger than %(most_mb)s MB. One word is enough."),
    "recording_twice": _("The same word stands in another file already. Keep one of the two."),
    "recording_unknown": _("The list knows no such word. Name the file as the list says."),
    "recordings_too_heavy": _(
        "The zip is larger than %(most_mb)s MB. Save the recordings with one channel, or send them in parts."
    ),
    "recordings_too_many": _(
        "The zip holds %(files)s files; at most %(most)s files and %(most_mb)s MB are read. Take only those of the list."
    ),
    "recordings_unreadable": _("This is no zip of recordings, or it did not arrive whole."),
    "repeat_not_square": _(
        "The group %(group)s turns a quarter, so its unit is as wide as it is high; this one has %(wide)s × %(high)s knots."
    ),
    "repeat_odd": _(
        "The group %(group)s shifts by half a repeat; a repeat of %(wide)s × %(high)s knots cannot be halved. Add a knot."
    ),
    "row_unknown": _("There is no row %(row)s; the chart has rows %(1)s to %(rows)s."),
    "rows_yarn_unknown": _(
        "Line %(line)s names the yarn %(yarn)s, which the unit does not have. A table of rows says no colours, so none can be found that is near: register the yarn, or bring the chart as PNG or OXS."
    ),
    "rows_table_wrong": _(
        "The table of rows breaks off or jumps at line %(line)s; each row holds every knot once, in order."
    ),
    "sheet_overlap_unfit": _("Sheets can overlap by %(0)s to %(most)s knots, not by %(overlap)s."),
    "sheet_unfit": _(
        "A sheet cannot have %(wide)s × %(high)s knots; it is %(10)s to %(most)s knots wide and %(10)s to %(most_high)s rows high."
    ),
    "side_unfit": _("A table of rows is read from the right or the left."),
    "signature_unreadable": _("The signature of a design cannot be read; it has to be reckoned anew."),
    "size_too_small": _("A piece of %(width)s × %(length)s cm has not one knot in this class."),
    "size_unfit": _("A piece cannot be %(width)s × %(length)s cm; each side is above %(0)s and at most %(most)s cm."),
    "size_unreadable": _("“%(text)s” is not a size. Examples: 200x300, 2×3 m; the width comes first."),
    "sketch_unfit": _("A motif cannot have %(wide)s × %(high)s cells; each side has %(1)s to %(most)s."),
    "slit_unfit": _("A slit is longer than at least one row; %(rows)s rows cannot be the limit."),
    "strength_unfit": _("Two yarns can be mixed at a strength of %(1)s to %(most)s per cent, not %(strength)s."),
    "talking_parts_missing": _("The talking page's %(part)s is not there. Run the set-up once more."),
    "text_empty": _("There is no text to draw. Write a word."),
    "tile_overlap_unfit": _("A tile of %(tile)s knots cannot overlap its neighbour by %(overlap)s."),
    "tone_unfit": _("Brightness, contrast and saturation lie between −%(most)s and %(most)s; %(value)s does not."),
    "words_too_long": _(
        "“%(words)s” needs a field of %(wide)s × %(high)s knots; this one has %(field_wide)s × %(field_high)s. Take fewer words or a larger piece."
    ),
    "typeface_missing": _("The typeface %(typeface)s is not there. Run the set-up once more."),
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
    "yarn_not_known": _("Line %(line)s names the yarn %(yarn)s, which is none of the chart's."),
    "yarn_not_offered": _("Among the yarns to choose from there is none with the code %(yarn)s."),
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
