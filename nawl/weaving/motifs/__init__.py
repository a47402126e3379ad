"""Motifs (النقوش): traditional forms as own parametric drawings, with names, what is known of their origin, and rights."""
