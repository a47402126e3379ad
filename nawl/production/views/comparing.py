"""Two versions of a design side by side: what changed, where, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nawl.kit.errors import NotFound
from nawl.places.models import Facility
from nawl.production.models import ChartVersion
from nawl.production.queries.comparing import Comparison, comparison_of
from nawl.production.queries.designs import design_seen_by, versions_of
from nawl.production.queries.reckoning import reckoning_of
from nawl.production.rules.pictures import difference_picture
from nawl.production.views.reader import language, reader_of
from nawl.production.views.showing import shown, trail_of
from nawl.production.views.weaves import WeaveWords, weave_words
from nawl.ui import words
from nawl.ui.parts import Crumb
from nawl.weaving.chart import Chart


@dataclass(frozen=True)
class Line:
    """One thing that is compared: what, before, after."""

    label: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Whether the versions differ in it."""
        return self.before != self.after


@require_safe
def compare(request: HttpRequest, serial: str) -> HttpResponse:
    """Show two versions of a design side by side; without a choice, the newest and the one that it was begun from."""
    design = design_seen_by(reader_of(request), serial)
    versions = versions_of(design)
    one, other = _pair(request, versions)
    found = comparison_of(one, other)
    context = {
        "design": design,
        "versions": versions,
        "one": shown(one, design),
        "other": shown(other, design),
        "found": found,
        "noun": weave_words(found.charts[1].frame.quality).noun,
        "lines": _lines(found, design.facility),
        "colours": [(row, row.yarn.name(language())) for row in found.colours],
        "difference": f"{reverse('production:difference', args=[serial])}?a={one.number}&b={other.number}",
        "trail": trail_of(design, Crumb(_("Comparing versions"))),
    }
    return render(request, "production/compare.html", context)


@require_safe
def difference(request: HttpRequest, serial: str) -> HttpResponse:
    """Send the picture in which the knots that differ stand out."""
    design = design_seen_by(reader_of(request), serial)
    found = comparison_of(*_pair(request, versions_of(design)))
    if found.changed is None:
        raise NotFound("not_found")
    return HttpResponse(difference_picture(*found.charts), content_type="image/png")


def _pair(request: HttpRequest, versions: list[ChartVersion]) -> tuple[ChartVersion, ChartVersion]:
    """Return the older and the newer version that are asked for."""
    by_number = {one.number: one for one in versions}
    newest = versions[0]
    other = by_number.get(_number(request, "b"), newest)
    parent = next((one for one in versions if one.pk == other.parent_id), versions[-1])
    return by_number.get(_number(request, "a"), parent), other


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def _lines(found: Comparison, facility: Facility) -> list[Line]:
    said = weave_words(found.charts[1].frame.quality)
    before, after = (_said(chart, facility, said) for chart in found.charts)
    return [Line(label, before[label], after[label]) for label in before]


def _said(chart: Chart, facility: Facility, said: WeaveWords) -> dict[str, str]:
    """Return what a version is and takes, by its words; two versions are told in one manner, whatever their classes."""
    frame = chart.frame
    reckoning = reckoning_of(chart, facility)
    cost = reckoning.cost
    return {
        _("Class"): words.in_digits(frame.quality.name_en if language() == "en" else frame.quality.name_ar),
        said.parts: words.number(frame.knots),
        _("Without colour"): words.number(chart.unset),
        _("Colours"): words.number(sum(1 for knots in chart.counts if knots)),
        said.yarn_kg: words.number(reckoning.pile_gross_g / 1000, 2),
        _("Days of one weaver"): words.number(reckoning.labour.weaver_days),
        _("Mean run of one colour"): words.number(reckoning.weavability.mean_run, 1),
        said.lone: words.percent(reckoning.weavability.lone_share, 2),
        _("Difficulty"): words.number(reckoning.difficulty.coefficient, 2),
        _("Cost"): words.in_digits(cost.total.format(language())) if cost else "–",
        _("Price with the margin"): words.in_digits(cost.price_by_margin.format(language())) if cost else "–",
    }
