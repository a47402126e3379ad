"""Reading the places: who may act where, areas by any spelling, facilities within a scope."""

from nawl.places.queries.areas import area_label, children_of, find_area, governorates, lineage
from nawl.places.queries.charges import charges_of, ensure_may, may

__all__ = [
    "area_label",
    "charges_of",
    "children_of",
    "ensure_may",
    "find_area",
    "governorates",
    "lineage",
    "may",
]
