"""Quality classes: those that hold, one with its versions, publishing a new version."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.places.queries import ensure_may, may
from nawl.production.forms.classes import KNOTS, ClassForm
from nawl.production.models import QualityClass
from nawl.production.queries.classes import classes_standing, standing_class, versions_of_class
from nawl.production.rules import CLASS_KEEPERS
from nawl.production.views.reader import reader_of, status_of
from nawl.ui import words
from nawl.ui.parts import Crumb, Fact


@require_safe
def class_list(request: HttpRequest) -> HttpResponse:
    """Show the classes that hold today, and what follows them."""
    classes = [(row, row.one.quality) for row in classes_standing()]
    context = {"classes": classes, "may_publish": may(reader_of(request), CLASS_KEEPERS, at=None)}
    return render(request, "production/class_list.html", context)


@require_safe
def quality_class(request: HttpRequest, code: str) -> HttpResponse:
    """Show a class: what it fixes today, and its versions."""
    versions = _versions(code)
    row = standing_class(versions)
    context = {
        "row": row,
        "shown": row.one,
        "versions": [(one, one.pk == row.one.pk and row.is_in_force, one.valid_from > today()) for one in versions],
        "facts": _facts(row.one),
        "may_publish": may(reader_of(request), CLASS_KEEPERS, at=None),
        "trail": [Crumb(_("Classes"), reverse("production:class-list")), Crumb(row.one.name)],
    }
    return render(request, "production/class.html", context)


def _versions(code: str) -> list[QualityClass]:
    versions = versions_of_class(code)
    if not versions:
        raise NotFound("not_found")
    return versions


def _facts(shown: QualityClass) -> list[Fact]:
    quality = shown.quality
    across, along = quality.density()
    mm = _("%(mm)s mm")
    rows = [
        (_("Density in 10 cm"), _("%(across)s across, %(along)s along") % _sides(across, along)),
        (_("In a square metre"), words.number(across * along * 100, 0)),
        (_("Knot"), str(dict(KNOTS)[quality.knot])),
        (_("Pile"), mm % {"mm": words.number(quality.pile_mm)} if quality.mode == "pile" else _("none, flat weave")),
        (_("Yarn of one knot"), mm % {"mm": words.number(quality.knot_mm)} if quality.knot_mm else ""),
        (
            _("Pile yarn") if quality.mode == "pile" else _("Coloured weft"),
            _("%(tex)s tex") % {"tex": words.number(quality.pile_tex)},
        ),
        (_("Warp"), _("%(tex)s tex") % {"tex": words.number(quality.warp_tex)}),
        (_("Waste"), words.percent(quality.waste)),
        (_("Mass, kg/m²"), _mass(shown)),
        (_in_a_day(quality.mode), words.number(quality.knots_per_day)),
        (_("Note"), quality.note),
    ]
    return [Fact(label, value) for label, value in rows if value]


def _in_a_day(mode: str) -> str:
    return _("Knots a weaver ties in a day") if mode == "pile" else _("Cells a weaver fills in a day")


def _sides(across: object, along: object) -> dict[str, str]:
    return {"across": words.in_digits(f"{across}"), "along": words.in_digits(f"{along}")}


def _mass(shown: QualityClass) -> str:
    low, high = shown.quality.mass_low, shown.quality.mass_high
    if low is None or high is None:
        return ""
    return _("from %(low)s to %(high)s") % {"low": words.number(low), "high": words.number(high)}


@require_http_methods(["GET", "POST"])
def class_publish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish a new version of a class."""
    reader = reader_of(request)
    ensure_may(reader, CLASS_KEEPERS, at=None)
    standing = _versions(code)[0]
    form = ClassForm(standing, request.POST or None)
    if request.method == "POST" and (published := form.publish(by=reader)):
        facts = {"version": words.number(published.version), "day": words.day(published.valid_from)}
        messages.success(request, _("Version %(version)s is published and holds from %(day)s.") % facts)
        return redirect("production:class", published.code)
    title = _("A new version of the class")
    trail = [
        Crumb(_("Classes"), reverse("production:class-list")),
        Crumb(standing.name, reverse("production:class", args=[standing.code])),
        Crumb(title),
    ]
    back = reverse("production:class", args=[standing.code])
    context = {"form": form, "title": title, "trail": trail, "back": back}
    return render(request, "production/yarn_form.html", context, status=status_of(request))
