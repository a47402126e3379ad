"""Addresses of the indicators and of the figures that lead to their records."""

from __future__ import annotations

from django.urls import path

from nawl.indicators import views

app_name = "indicators"
urlpatterns = [
    path("indicators/", views.catalogue, name="catalogue"),
    path("indicators/<slug:code>/", views.indicator, name="indicator"),
    path("figures/<slug:code>/", views.parts, name="parts"),
]
