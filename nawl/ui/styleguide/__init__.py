"""What the style guide shows: one invented sample of every component."""

from nawl.ui.styleguide.samples import samples

__all__ = ["samples"]
