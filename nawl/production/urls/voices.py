"""Addresses of a unit's own voice."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import voices

urlpatterns = [
    path("facilities/<str:code>/voice/", voices.voice, name="voice"),
    path("facilities/<str:code>/voice/drop/", voices.voice_drop, name="voice-drop"),
]
