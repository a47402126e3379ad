"""The talking chart of a version: a page that reads its rows aloud at the loom, also without a network, and as a file."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.queries.lots import meant_batches
from nawl.production.queries.voices import voice_of, voice_stamp
from nawl.production.views import on_device
from nawl.production.views.reader import reader_of
from nawl.ui import reader as readers
from nawl.weaving.chart import Chart
from nawl.weaving.speaking import page
from nawl.weaving.speaking.clips import Clips, clips_for, clips_wanted
from nawl.weaving.speaking.page import TalkingOptions
from nawl.weaving.speaking.wording import words


@require_safe
def talking(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show the talking chart."""
    version = version_seen_by(reader_of(request), serial, number)
    options = _options(version, chart_of(version))
    known = words(options.language, version.quality.quality)
    home = _link("talk-home", _address("version", version), known["to-version"])
    voice = _link("talk-home", reverse("production:voice", args=[version.design.facility.code]), known["own-voice"])
    file = format_html(
        '<a class="btn talk-file" href="{}" download>{}</a>', _address("talking-file", version), known["as-file"]
    )
    context = {
        "title": options.title,
        # the engine escapes each word and the title; the links are escaped above
        "body": mark_safe(page.body(options, home, file + home + voice)),  # noqa: S308
        "words": known,
        "start": page.start_data(options, _addresses(version, options.language)),
    }
    return render(request, "production/talking.html", context)


@require_safe
def talking_chart(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the knots and the yarns as the page's script takes them."""
    chart = chart_of(version_seen_by(reader_of(request), serial, number))
    return JsonResponse(page.chart_data(chart, readers.current().language), json_dumps_params={"ensure_ascii": False})


@require_safe
def talking_voice(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the clips of the chart; none where no voice can be had, which the page says."""
    version = version_seen_by(reader_of(request), serial, number)
    return JsonResponse(page.voice_data(_clips(version, chart_of(version))), json_dumps_params={"ensure_ascii": False})


@require_safe
def talking_keeper(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the keeper (service worker) from beside the page, so that its scope is this page and no other."""
    version_seen_by(reader_of(request), serial, number)
    return on_device.sent(on_device.KEEPER)


@require_safe
def talking_file(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the talking chart as one file for a tablet that never sees a network."""
    version = version_seen_by(reader_of(request), serial, number)
    chart = chart_of(version)
    content = page.talking_page(chart, _clips(version, chart), _options(version, chart))
    name = f"{version.design.serial}-{version.number}-talking.html"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/html; charset=utf-8", headers=headers)


def _options(version: ChartVersion, chart: Chart) -> TalkingOptions:
    chosen, meant = readers.current(), meant_batches(version)
    named = zip(chart.yarns, chart.counts, strict=True)
    lots = [(yarn.name(chosen.language), meant[yarn.code]) for yarn, knots in named if knots and yarn.code in meant]
    return TalkingOptions(version.design.title, chosen.language, chosen.digits, lots=tuple(lots))


def _clips(version: ChartVersion, chart: Chart) -> Clips:
    """Return the clips of a version: the unit's own, and made ones for the words that nobody recorded."""
    language = readers.current().language
    own = voice_of(version.design.facility, list(clips_wanted(chart, language)), language)
    return clips_for(chart, language, settings.DATA_DIR / "voice", own)


def _addresses(version: ChartVersion, language: str) -> dict[str, str]:
    """Return where the page loads from; chart and voice are named by what they hold, so that a kept one never grows old."""
    content = f"?v={version.fingerprint[:12]}-{language}"
    return {
        "chartUrl": _address("talking-chart", version) + content,
        "voiceUrl": _address("talking-voice", version) + content + voice_stamp(version.design.facility, language),
        "keeperUrl": _address("talking-keeper", version),
    }


def _link(kind: str, address: str, word: str) -> SafeString:
    return format_html('<a class="{}" href="{}">{}</a>', kind, address, word)


def _address(name: str, version: ChartVersion) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number])
