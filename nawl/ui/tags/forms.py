"""Forms: a field with its label, hint and faults; the list of all faults at the head of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
    Select,
    Textarea,
)
from django.utils.translation import gettext as _

from nawl.ui.parts import Fault

register = template.Library()


@register.inclusion_tag("ui/field.html")
def field(field: BoundField, hint: str = "", ltr: bool = False, width: str = "") -> dict[str, Any]:
    """`{% field form.starts_on ltr=True width="short" %}`: label, hint, control and faults of one form field."""
    widget = field.field.widget
    kind = _kind(widget)
    faults = list(field.errors)
    described = [
        part
        for part, there in ((f"{field.auto_id}_hint", hint or field.help_text), (f"{field.auto_id}_fault", faults))
        if there
    ]
    attrs: dict[str, str | bool] = {}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if faults:
        attrs["aria-invalid"] = "true"
    if kind in {"input", "select", "area"}:
        own = widget.attrs.get("class", "")
        attrs["class"] = " ".join(
            word for word in ("input", own, "ltr" if ltr else "", f"input--{width}" if width else "") if word
        )
    return {
        "field": field,
        "control": field.as_widget(attrs=attrs),
        "kind": kind,
        "hint": hint or field.help_text,
        "faults": faults,
        "wrong": bool(faults),
        "required": field.field.required,
    }


def _kind(widget: Any) -> str:
    if isinstance(widget, CheckboxSelectMultiple | RadioSelect):
        return "options"
    if isinstance(widget, CheckboxInput):
        return "check"
    if isinstance(widget, FileInput):
        return "file"
    return "select" if isinstance(widget, Select) else "area" if isinstance(widget, Textarea) else "input"


@register.inclusion_tag("ui/faults.html")
def faults(source: BaseForm | Sequence[Fault], title: str = "") -> dict[str, Any]:
    """`{% faults form %}` or `{% faults list title=… %}`: all faults at the page's head, each leading to its place."""
    rows = _of_form(source) if isinstance(source, BaseForm) else list(source)
    return {"faults": rows, "count": len(rows), "title": title}


def _of_form(form: BaseForm) -> list[Fault]:
    rows = [Fault(str(text)) for text in form.non_field_errors()]
    for bound in form:
        rows += [Fault(_named(bound, text), f"#{bound.id_for_label}") for text in bound.errors]
    return rows


def _named(bound: BoundField, text: object) -> str:
    """A fault as it reads away from its field."""
    return _("%(field)s: %(fault)s") % {"field": bound.label, "fault": text}
