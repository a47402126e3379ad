"""Sentences of the collection: files that cannot be read, faults and remarks by row, acts by their verb."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FILES: dict[str, str | Promise] = {
    "register_empty": _("The file is empty."),
    "register_too_large": _(
        "The file is larger than %(limit)s megabytes. Pictures can be taken out of it, or it can be split by month."
    ),
    "register_text_too_large": _(
        "The file is larger than %(limit)s megabytes. Split by month, it can be read part by part."
    ),
    "register_encrypted": _(
        "The file is locked with a password. It can be read once it is saved again without one: File, Save as."
    ),
    "register_old_excel": _(
        "The file is in the old Excel form (xls). Opened in Excel and saved as “Excel Workbook (xlsx)”, it can be read."
    ),
    "register_macros": _(
        "The file carries macros, and such files are not opened. Saved as “Excel Workbook (xlsx)”, it can be read."
    ),
    "register_other_workbook": _(
        "The file is a workbook of another kind. Saved as “Excel Workbook (xlsx)” or as CSV, it can be read."
    ),
    "register_not_a_spreadsheet": _("The file is no spreadsheet. Registers are read from XLSX and CSV files."),
    "register_web_page": _(
        "The file is a web page that only bears the name of a spreadsheet. Opened in Excel and saved as xlsx, it can"
        " be read."
    ),
    "register_damaged": _(
        "The file is damaged, or was not made by a spreadsheet programme. Opening it and saving it again often helps."
    ),
    "register_bomb": _(
        "The file would swell to an enormous size when opened, so it was not opened. Its rows can be copied into the"
        " template."
    ),
    "register_many_rows": _("The file holds more than %(limit)s rows. Split by month, it can be read part by part."),
    "register_much_text": _(
        "Unpacked, the sheets of the file are larger than %(limit)s megabytes. Split by month, they can be read part by"
        " part."
    ),
    "register_many_lines": _(
        "The file counts in more than %(limit)s cells. Split by month, it can be read part by part."
    ),
    "register_too_wide": _(
        "The sheet reaches too far down or to the side. Usually something stands far outside the table; deleted rows"
        " and columns there make it fit."
    ),
    "register_headings_unknown": _(
        "No row of the file reads as headings. A register of services needs at least: date, service, sex, age band,"
        " number of services. The template has them all."
    ),
    "register_facility_needed": _("Which centre or unit the register is about is missing; you work at several."),
    "register_has_faults": _("The register has faults, and nothing of it was recorded. Mended, it can be sent again."),
    "register_was_replaced": _("This register was replaced by a later one."),
    "register_recorded_already": _("This register was recorded already; its figures can be corrected by a later one."),
}

TABLES: dict[str, str | Promise] = {
    "heading_missing_date": _("The column with the date is missing."),
    "heading_missing_service": _("The column with the service is missing."),
    "heading_missing_sex": _("The sex is missing: neither a column of its own nor headings for women and men."),
    "heading_missing_age_band": _("The age band is missing: neither a column of its own nor headings with ages."),
    "heading_missing_contacts": _(
        "The column with the number of services is missing. “Beneficiaries” alone does not say whether services or"
        " persons are counted."
    ),
    "heading_missing_kind": _("The column with the kind of centre or unit is missing."),
    "heading_missing_name_ar": _("The column with the Arabic name is missing."),
    "heading_missing_governorate": _("The columns with the place are missing: at least the governorate."),
    "heading_missing_title": _("The column with the activity's title is missing."),
    "heading_missing_type": _("The column with the activity's type is missing."),
    "heading_missing_starts_on": _("The column with the first day is missing."),
    "heading_twice": _("The heading “%(heading)s” stands twice; only one of the columns can be meant."),
    "sheet_of_other_kind": _(
        "This sheet holds another kind of register than the sheets before it. It can be sent on its own."
    ),
    "sheet_of_other_facility": _(
        "The title names another centre or unit than the chosen one, %(chosen)s: “%(title)s”."
    ),
    "register_without_lines": _("There is no line with a count below the headings."),
    "total_differs": _("The rows above make %(sum)s; the total written is %(written)s."),
    "row_total_differs": _("The counts of this row make %(sum)s; the total written is %(written)s."),
    "row_repeats": _(
        "The same day, service, sex and age were counted in row %(first)s already; only one of them can stand."
    ),
    "row_repeats_sheet": _(
        "The same day, service, sex and age were counted in row %(first)s of the sheet “%(other)s” already; only one of"
        " them can stand."
    ),
}

CELLS: dict[str, str | Promise] = {
    "date_missing": _("The date is missing."),
    "date_unreadable": _("“%(text)s” is no date. A date looks like 14/7/2022, the day first."),
    "date_month_first": _("In “%(text)s” the month stands before the day. Did you mean %(suggestion)s?"),
    "count_not_whole": _("“%(text)s” is not a whole number; persons and services are counted whole."),
    "count_is_date": _(
        "Here stands a date, %(text)s, where a number is expected. Excel may have changed what was typed."
    ),
    "cell_holds_error": _("The cell holds an error of the spreadsheet."),
    "cell_formula_uncounted": _(
        "The cell holds a formula without its result. Opened in Excel and saved again, the file carries the results."
    ),
    "sex_missing": _("The sex is missing. Where it was not recorded, “not recorded” is written."),
    "sex_unread": _("“%(text)s” is not one of the values for sex: female, male, not recorded."),
    "age_band_missing": _("The age band is missing. Where it was not recorded, “not recorded” is written."),
    "age_band_unread": _("“%(text)s” is not one of the age bands: 0 to 4, 5 to 17, 18 to 29, 30 to 59, 60 and over."),
    "age_band_unread_near": _("“%(text)s” is not one of the age bands. Is it “%(band)s”?"),
    "service_missing": _("The service is missing."),
    "service_unknown": _("There is no service called “%(text)s”. Is it “%(nearest)s”?"),
    "service_unheard": _(
        "There is no service called “%(text)s”, and none is spelt like it. The template lists them all."
    ),
    "facility_missing": _(
        "It is not said which centre or unit this is about: neither in the row, nor above the table."
    ),
    "facility_not_chosen": _("The register was sent for %(chosen)s, but this row is about “%(text)s”."),
    "facility_not_yours": _("Your role does not record services at %(facility)s (%(standing)s)."),
    "activity_unknown": _("The centre has no activity called “%(text)s”. Is it “%(nearest)s”?"),
    "activity_none_near": _("The centre has no activity called “%(text)s”. Its activities: %(titles)s."),
    "activity_unheard": _("The centre has no activity called “%(text)s”; none is planned there yet."),
    "activity_needed": _(
        "“%(service)s” is counted in several activities here: %(titles)s. The activity must be named."
    ),
    "activity_none_counts": _("No activity that runs here on this day counts “%(service)s”."),
    "first_visits_alone": _("Here stand first visits, but no number of services beside them."),
    "kind_missing_here": _("The kind is missing: centre, unit or alternative centre."),
    "kind_unread": _("“%(text)s” is no kind of facility: centre, unit or alternative centre."),
    "state_unread": _("“%(text)s” is not one of the states: open, planned, under rehabilitation, suspended, closed."),
    "name_ar_missing_here": _("The Arabic name is missing here."),
    "place_missing_here": _("The place is missing: at least the governorate."),
    "coordinate_unreadable": _("“%(text)s” is no coordinate. One looks like 34.8209, in degrees."),
    "facility_kind_stays": _("%(standing)s is registered as another kind, and a kind stays as it is."),
    "record_repeats": _("The same stands in row %(first)s already."),
    "partner_unknown": _("No partner is known as “%(text)s”. Is it “%(nearest)s”?"),
    "partner_unheard": _("No partner is known as “%(text)s”. Partners are registered before their activities."),
    "agreement_missing": _(
        "No agreement names %(partner)s as the operator here. Agreements are signed on the partner's page."
    ),
    "title_missing_here": _("The activity's title is missing."),
    "type_missing_here": _("The activity's type is missing."),
    "activity_type_unknown": _("There is no type of activity called “%(text)s”. Is it “%(nearest)s”?"),
    "activity_type_unheard": _("There is no type of activity called “%(text)s”. The template lists them all."),
    "activity_type_stays": _("%(standing)s is of another type, and a type stays as it is: its counts depend on it."),
}

REMARKS: dict[str, str | Promise] = {
    "dates_day_first": _("Dates such as “%(text)s” were read with the day first: %(day)s."),
    "filled_from_above": _("“%(heading)s” was empty here and was taken from the row above."),
    "row_without_counts": _("Nothing is counted in these rows; they were passed over."),
    "totals_agree": _("The totals written here agree with the rows above."),
    "heading_not_read": _("The column “%(heading)s” was not understood and was not read."),
    "sheet_hidden": _("The hidden sheet “%(name)s” was not read."),
    "sheet_without_headings": _("This sheet has no headings of a register and was not read."),
    "first_visits_not_counted": _(
        "The register does not count first visits: services are recorded, persons served are not. First visits that were"
        " recorded before stay."
    ),
}

SENTENCES: dict[str, str | Promise] = FILES | TABLES | CELLS | REMARKS

ACTS: dict[str, str | Promise] = {
    "collection.register_received": _("The register “%(file)s” was received and checked"),
    "collection.register_recorded": _("The register “%(file)s” was recorded: %(new)s new, %(changed)s changed"),
    "collection.register_checked_again": _("The register “%(file)s” was checked once more: the programme had changed"),
}

FACTS: dict[str, str | Promise] = {
    "file": _("file"),
    "lines": _("lines"),
    "faults": _("faults"),
}
