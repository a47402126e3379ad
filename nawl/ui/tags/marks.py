"""The mark, the icons, the kilim band."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from nawl.ui.icons import DIRECTIONAL, ICONS

register = template.Library()

_MARK = (
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><g class="warp"><path d="M2 3h28v3H2zM2 26h28v3H2z"/>'
    '<path d="M7 6h2v6.8H7zM7 19.2h2V26H7zM15 6h2v6.8h-2zM15 19.2h2V26h-2zM23 6h2v6.8h-2zM23 19.2h2V26h-2z'
    'M11 6h2v20h-2zM19 6h2v20h-2z"/></g><path class="weft" d="M2 14h8v4H2zM14 14h4v4h-4zM22 14h8v4h-8z"/></svg>'
)


@register.simple_tag
def mark() -> SafeString:
    """`{% mark %}`: the programme's mark, beams, warps and one madder weft."""
    return mark_safe(_MARK)  # noqa: S308 - a constant of ours


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """`{% icon "search" %}`: a drawing beside a word; with `label` it stands alone and carries its name."""
    turned = " i--dir" if name in DIRECTIONAL else ""
    body = mark_safe(ICONS[name])  # noqa: S308 - our own drawings
    if label:
        return format_html(
            '<svg class="i{}" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>', turned, label, body
        )
    return format_html('<svg class="i{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', turned, body)


@register.simple_tag
def kilim(place: str = "", thin: bool = False) -> SafeString:
    """`{% kilim "SY10" %}`: the band of a governorate, or of the programme."""
    classes = f"kilim k-{place[:4] or 'nawl'}" + (" kilim--thin" if thin else "")
    return format_html('<div class="{}"></div>', classes)
