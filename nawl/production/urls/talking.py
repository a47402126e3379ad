"""Addresses of the talking chart: its page, what the page loads, its keeper (service worker) whose scope is that page, the page as a file."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import talking

_TALKING = "designs/<str:serial>/versions/<int:number>/talking"
urlpatterns = [
    path(f"{_TALKING}/", talking.talking, name="talking"),
    path(f"{_TALKING}/chart.json", talking.talking_chart, name="talking-chart"),
    path(f"{_TALKING}/voice.json", talking.talking_voice, name="talking-voice"),
    path(f"{_TALKING}/keeper.js", talking.talking_keeper, name="talking-keeper"),
    path(f"{_TALKING}/file/", talking.talking_file, name="talking-file"),
]
