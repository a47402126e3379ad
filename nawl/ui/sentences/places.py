"""Sentences of refusals and of acts: places."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "area_unknown": _("No place is known as “%(text)s”. Nearest: %(nearest)s."),
    "area_unheard": _("No place is known as “%(text)s”, and none is spelt like it."),
    "area_ambiguous": _(
        "Several places are called “%(text)s”: %(candidates)s. Writing what it lies in tells them apart."
    ),
    "facility_place_coarse": _(
        "A facility stands in a district, a subdistrict or a community; %(governorate)s is a whole governorate. Its"
        " districts: %(districts)s."
    ),
    "areas_refused": _("Faults in the table: %(faults)s, in rows: %(rows)s. Nothing of it was loaded."),
    "area_file_too_large": _("The file is larger than %(megabytes)s megabytes. A table of places is a CSV file."),
    "area_file_not_text": _("This is not a CSV file of text. Tables of places are saved as CSV in UTF-8."),
    "area_file_empty": _("The file holds no rows."),
    "area_headings_unknown": _(
        "The headings are not those of a table of places (%(level)s). Needed: pcode, name_ar, and below the governorates"
        " adm1_pcode, adm2_pcode or adm3_pcode."
    ),
    "row_fault": _("Row %(row)s: %(reason)s"),
    "area_name_missing": _("The Arabic name is missing."),
    "area_name_too_long": _("The name “%(text)s…” is longer than %(longest)s characters."),
    "area_code_missing": _("The P-code is missing."),
    "area_code_wrong": _("“%(pcode)s” is no P-code of this level; one looks like %(example)s."),
    "area_code_twice": _("The P-code %(pcode)s stands in several rows."),
    "area_code_of_other_level": _("The P-code %(pcode)s belongs to a place of another level."),
    "area_parent_missing": _("The P-code of the place that it lies in is missing."),
    "area_parent_unknown": _("It should lie in %(parent)s, which is not loaded yet. The level above is loaded first."),
    "area_prefix_wrong": _("The P-code %(pcode)s does not begin with that of the place it lies in, %(parent)s."),
    "area_would_move": _("%(pcode)s lies in %(standing)s; the row would move it to %(parent)s."),
    "area_value_unreadable": _("“%(text)s” in the column %(column)s is not a number that can be read."),
    "area_coordinates_half": _("Of latitude and longitude only one is there."),
    "area_coordinates_off": _("The point %(latitude)s, %(longitude)s lies outside the country."),
    "facility_unknown": _("No centre or unit is known as “%(text)s”. Nearest: %(nearest)s."),
    "facility_unheard": _("No centre or unit is known as “%(text)s”."),
    "facility_ambiguous": _(
        "Several centres or units are called “%(text)s”: %(candidates)s. The code tells them apart."
    ),
    "facility_name_missing": _("The Arabic name is missing."),
    "facility_name_taken": _("A %(kind)s of this name stands there already: %(standing)s."),
    "facility_code_unfit": _(
        "The code “%(text)s” does not fit the place and the kind; one there looks like %(example)s."
    ),
    "facility_code_taken": _("The code %(standing)s belongs to another centre or unit."),
    "facility_place_too_wide": _("The place must be a governorate or within one."),
    "facility_would_leave": _(
        "A centre or unit stays in its governorate (%(governorate)s); elsewhere a new one is opened."
    ),
    "facility_coordinates_half": _("Of latitude and longitude only one is there."),
    "facility_coordinates_off": _("The point %(latitude)s, %(longitude)s lies outside the country."),
    "facility_opens_later": _("The day of opening, %(day)s, lies after today. Until then its state is “planned”."),
    "facility_opening_missing": _("The day of opening is missing. Only a planned centre or unit has none."),
    "facility_opening_after_turn": _("The day of opening, %(day)s, lies after a later state that began on %(turn)s."),
    "facility_already_so": _("Its state is “%(state)s” already."),
    "facility_state_not_next": _("From “%(state)s” it cannot become “%(following)s”. Possible: %(possible)s."),
    "facility_turn_in_future": _("The day %(day)s lies after today."),
    "facility_turn_too_early": _("The day %(day)s lies before the present state began, %(since)s."),
    "facility_reason_missing": _("Why its doors shut must be said, in a few words."),
    "workshop_name_missing": _("The workshop's Arabic name is missing."),
    "account_of_oneself": _("Nobody closes their own account. Another administrator can."),
    "posting_to_oneself": _("Nobody gives a role to themselves. Another administrator can."),
    "posting_place_unfit": _("The role “%(role)s” is held %(where)s."),
    "posting_overlaps": _("This person holds the same role there from %(starts)s already."),
    "posting_dates_reversed": _("It would end on %(ends)s, before it begins on %(starts)s."),
    "posting_ended_already": _("This posting ended on %(ends)s."),
    "posting_ends_sooner": _("This posting ends on %(ends)s already. For a longer time the role is given anew."),
    "posting_of_closed_account": _("The account of %(name)s is closed. It is opened again first."),
}

ACTS: dict[str, str | Promise] = {
    "places.areas_loaded": _("Table of places loaded: %(added)s new, %(changed)s changed"),
    "places.facility_opened": _("Registered: %(name)s, %(code)s"),
    "places.facility_revised": _("Particulars changed"),
    "places.facility_state_changed": _("State changed as of %(since)s. Reason: %(reason)s"),
    "places.workshop_set": _("Workshop's particulars changed"),
    "places.user_posted": _("Given the role “%(role)s” at: %(where)s, from %(starts_on)s"),
    "places.posting_ended": _("The role “%(role)s” at %(where)s ends on %(ends_on)s"),
}

FACTS: dict[str, str | Promise] = {}
