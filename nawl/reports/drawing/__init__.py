"""Drawings that only a report has, as SVG: months in panels, ages, tiles and points; bars come from the face."""
