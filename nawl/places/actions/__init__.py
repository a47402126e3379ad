"""Writing in the places: tables of areas, facilities, postings."""

from nawl.places.actions.areas import AreasRefused, LoadedAreas, load_areas, load_shipped_areas, load_table

__all__ = ["AreasRefused", "LoadedAreas", "load_areas", "load_shipped_areas", "load_table"]
