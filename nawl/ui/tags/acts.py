"""Acts: links and buttons. One madder act a view; a button is a verbal noun."""

from __future__ import annotations

from typing import Any, Literal

from django import template
from django.template import RequestContext

register = template.Library()
Kind = Literal["", "main", "quiet", "wrong"]
Size = Literal["", "small", "wide"]


def _classes(kind: str, size: str) -> str:
    return " ".join(["btn", *(f"btn--{word}" for word in (kind, size) if word)])


@register.inclusion_tag("ui/act.html")
def act(
    label: str,
    href: str,
    kind: Kind = "",
    icon: str = "",
    size: Size = "",
    disabled: bool = False,
    download: bool = False,
) -> dict[str, Any]:
    """`{% act _("Send") href kind="main" icon="check" %}`: a link that looks like the act it is."""
    return {
        "label": label,
        "href": href,
        "classes": _classes(kind, size),
        "icon": icon,
        "disabled": disabled,
        "download": download,
    }


@register.inclusion_tag("ui/submit.html")
def submit(
    label: str, kind: Kind = "main", icon: str = "", size: Size = "", name: str = "", value: str = ""
) -> dict[str, Any]:
    """`{% submit _("Save") %}`: the button that sends its form; `name` and `value` tell two buttons apart."""
    return {"label": label, "classes": _classes(kind, size), "icon": icon, "name": name, "value": value}


@register.inclusion_tag("ui/post.html", takes_context=True)
def post(
    context: RequestContext,
    label: str,
    href: str,
    kind: Kind = "",
    icon: str = "",
    size: Size = "",
    name: str = "",
    value: str = "",
) -> dict[str, Any]:
    """`{% post _("Remind") href %}`: a button that changes something, a form of its own around it."""
    button = submit(label, kind, icon, size, name, value)
    return {**button, "href": href, "csrf_token": context.get("csrf_token", "")}
