"""Composing (التأليف): carpets from motifs: symmetry groups, borders that turn their corners, fields, medallions, proposals."""
