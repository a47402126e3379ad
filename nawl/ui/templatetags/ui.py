"""`{% load ui %}`: every component and filter of the face."""

from __future__ import annotations

from django import template

from nawl.ui.tags import acts, figures, forms, lists, marks, states, text

register = template.Library()
for part in (text, marks, acts, figures, forms, lists, states):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
