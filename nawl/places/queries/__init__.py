"""Reading the places: who may act where, areas by any spelling, facilities within a scope."""

from nawl.places.queries.area_pages import AreaPage, AreasPage, area_page, areas_page
from nawl.places.queries.areas import area_label, children_of, find_area, find_site, governorates, joined, lineage
from nawl.places.queries.charges import charges_of, ensure_holds, ensure_may, holds, may
from nawl.places.queries.facilities import (
    FacilityFilter,
    FacilityList,
    facilities_seen_by,
    facility_facts,
    facility_seen_by,
    find_facility,
    state_of,
    turns_of,
    workshop_of,
)
from nawl.places.queries.maps import NetworkMap, counts_by_governorate, network_map
from nawl.places.queries.people import posting_listed, postings_of, user_listed, users_listed

__all__ = [
    "AreaPage",
    "AreasPage",
    "FacilityFilter",
    "FacilityList",
    "NetworkMap",
    "area_label",
    "area_page",
    "areas_page",
    "charges_of",
    "children_of",
    "counts_by_governorate",
    "ensure_holds",
    "ensure_may",
    "facilities_seen_by",
    "facility_facts",
    "facility_seen_by",
    "find_area",
    "find_facility",
    "find_site",
    "governorates",
    "holds",
    "joined",
    "lineage",
    "may",
    "network_map",
    "posting_listed",
    "postings_of",
    "state_of",
    "turns_of",
    "user_listed",
    "users_listed",
    "workshop_of",
]
