"""Sentences of the production: refusals by their code, acts by their verb, names of what changed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "chart_bytes_wrong": _("The chart has %(knots)s knots; %(sent)s arrived. Nothing was saved."),
    "chart_changed_meanwhile": _(
        "A colleague saved this drawing meanwhile (revision %(standing)s; this device had seen %(seen)s). Nothing was overwritten: this drawing can be kept as a new version."
    ),
    "chart_damaged": _(
        "What is kept of this chart is not what was saved: its fingerprint differs. It must not be woven; the administrator can bring it back from a copy of the data."
    ),
    "chart_changes_unfit": _(
        "The changes do not fit the chart that stands here. Nothing was saved; the whole is sent."
    ),
    "chart_not_whole": _("%(knots)s knots have no colour yet. Flooding or drawing over them makes the chart whole."),
    "chart_sending_unreadable": _("The drawing arrived incomplete, and nothing was saved. Sending it again helps."),
    "chart_too_colourful": _(
        "%(colours)s colours are used; this version allows %(most)s. Replacing a rare colour by its neighbour helps."
    ),
    "class_differs": _("The frame is of class %(one)s, and the class chosen is %(other)s."),
    "design_number_contended": _("Several designs were begun at this moment. Trying again helps."),
    "design_title_missing": _("The design has no Arabic title."),
    "motif_size_unfit": _("“%(text)s” is not a size for a motif; its longer side has 1 to %(most)s knots."),
    "version_not_open": _(
        "This version is %(state)s: it can be seen and printed, not drawn upon. A new version can be begun from it."
    ),
    "version_reason_missing": _("A reason is needed: whoever drew the chart will read it."),
    "version_state_unfit": _("A version that is “%(state)s” cannot become “%(following)s”."),
    "yarn_not_of_unit": _("The unit has no yarn with the code %(yarn)s."),
    "class_name_missing": _("A class needs a code and an Arabic name."),
    "class_version_too_early": _(
        "The class %(quality)s has a version from %(valid_from)s. A newer version begins on a later day."
    ),
    "colour_elsewhere": _(
        "“%(colour)s” is another unit's own colour. The programme's colours and the unit's own can be taken into stock."
    ),
    "copy_days_reversed": _(
        "The day given, %(later)s, lies before %(earlier)s, on which the copy was printed or handed out."
    ),
    "copy_place_missing": _("It is not said to which loom or place the copy goes."),
    "copy_state_unfit": _("The copy %(serial)s is “%(state)s”, and this cannot be done with it."),
    "lot_batch_missing": _("The number of the dye batch is missing: it stands on the label of the delivery."),
    "lot_count_above_received": _(
        "%(grams)s g were weighed, and only %(received)s g were received. More than a tenth above cannot be damp alone."
    ),
    "lot_counted_before_receipt": _(
        "The day of the count, %(day)s, lies before %(received_on)s, on which the lot was received."
    ),
    "lot_day_in_future": _("The day given, %(day)s, lies after today, %(today)s."),
    "lot_exists": _(
        "The batch %(batch)s of “%(colour)s” is in stock already. What is there now is kept by a new count."
    ),
    "lot_grams_unfit": _("A lot cannot weigh %(grams)s g."),
    "lot_elsewhere": _("The batch %(batch)s lies at another unit; a chart is woven from the yarn of its own."),
    "lot_not_fit": _("The batch %(batch)s is not released pile yarn. Release it, or choose another one."),
    "lot_of_other_colour": _("The batch %(batch)s is of the colour %(colour)s, not of %(asked)s."),
    "lot_state_unfit": _("A lot that is “%(state)s” cannot become “%(following)s”."),
    "motif_cells_unfit": _(
        "A motif cannot be %(wide)s × %(high)s knots; each side has %(1)s to %(most)s, each knot a known part."
    ),
    "motif_code_taken": _("There is already a motif with the code %(motif)s."),
    "motif_words_missing": _("A motif needs a code, an Arabic name, what is known of its origin, and its rights."),
    "print_cut_off": _(
        "The printing was cut off each time it was tried (%(cuts)s): what printed it ended in the middle. Another paper makes other sheets, and may help."
    ),
    "print_failed": _("Something failed on our side while the chart was printed. Printing again may help."),
    "print_under_way": _("This printing is ready, or on its way already. Its page tells how far it is."),
    "version_not_locked": _("This version is “%(state)s”. Numbered copies are printed of locked versions alone."),
    "yarn_colour_code_of_units": _(
        "The code %(text)s stands on shelves already, in units: %(units)s. A colour of the programme takes another code."
    ),
    "yarn_colour_code_reserved": _(
        "The code %(text)s is the programme's, for “%(name)s”, and means the same everywhere. Choose another one."
    ),
    "yarn_colour_code_taken": _("The code %(text)s is taken already, by “%(name)s”. Choose another one."),
    "yarn_colour_code_unfit": _(
        "“%(text)s” cannot be a colour's code: it takes %(1)s to %(20)s Latin letters, digits, dots or hyphens."
    ),
    "yarn_colour_name_missing": _("The colour has no Arabic name; the weaver is told colours by their names."),
    "yarn_colour_name_taken": _(
        "“%(name)s” is already the name of the colour %(standing)s. Two names alike would be mixed up at the loom."
    ),
}

ACTS: dict[str, str | Promise] = {
    "production.composed": _("Version %(number)s composed from the seed %(seed)s"),
    "production.drawn_from_picture": _("Version %(number)s drawn from a picture with %(colours)s colours"),
    "production.drawn_from_chart_file": _(
        "Version %(number)s taken from the chart file %(file)s with %(colours)s colours"
    ),
    "production.print_asked": _("Printing of version %(number)s of %(serial)s asked for: %(sheets)s sheets"),
    "production.print_asked_again": _(
        "Printing of version %(number)s of %(serial)s asked for again: %(sheets)s sheets"
    ),
    "production.design_begun": _("Design begun: “%(title)s”, %(serial)s"),
    "production.design_revised": _("What is said about the design was changed"),
    "production.drawing_saved": _("Drawing on version %(number)s of %(serial)s, from revision %(revision)s"),
    "production.slits_stepped": _("Slits longer than %(rows)s rows were broken by steps: %(cells)s cells changed"),
    "production.version_begun": _("Version %(number)s begun from version %(from)s"),
    "production.version_locked": _("Version %(number)s locked"),
    "production.version_retired": _("Version %(number)s retired. Reason: %(reason)s"),
    "production.version_returned": _("Version %(number)s given back to be drawn on. Reason: %(reason)s"),
    "production.version_sent": _("Version %(number)s sent to review"),
    "production.class_published": _("Class %(code)s: version %(version)s published, from %(valid_from)s"),
    "production.colour_registered": _("Colour “%(name)s” registered under the code %(code)s"),
    "production.copy_issued": _("Chart copy %(copy)s handed out to “%(issued_to)s”"),
    "production.copy_lost": _("Chart copy %(copy)s noted as lost: %(reason)s"),
    "production.copy_printed": _("Chart copy %(copy)s numbered, version %(number)s"),
    "production.copy_returned": _("Chart copy %(copy)s returned"),
    "production.lists_loaded": _("Shipped classes, yarns and colours loaded: %(records)s"),
    "production.lot_counted": _("Batch %(batch)s of “%(colour)s” weighed: %(grams)s g"),
    "production.lot_received": _("Batch %(batch)s of “%(colour)s” received: %(grams)s g"),
    "production.lot_rejected": _("Batch %(batch)s of “%(colour)s” rejected. Reason: %(reason)s"),
    "production.lot_released": _("Batch %(batch)s of “%(colour)s” released"),
    "production.lots_meant": _("Dye lots meant for version %(number)s: %(lots)s"),
    "production.motif_added": _("Motif “%(name)s” added"),
    "production.voice_dropped": _("The unit's own voice taken away, words: %(words)s"),
    "production.voice_recorded": _("The unit's own voice, words recorded: %(words)s"),
}

FACTS: dict[str, str | Promise] = {
    "title_ar": _("Arabic title"),
    "title_en": _("English title"),
    "origin": _("origin"),
    "author": _("drawn by"),
    "rights": _("rights"),
    "has_consent": _("the author agrees to its use"),
    "market_note": _("market note"),
    "leaning": _("governorate whose manner it follows"),
}
