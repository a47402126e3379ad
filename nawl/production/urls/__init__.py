"""Addresses of the production; each file of pages adds its own. Words come before serials."""

from __future__ import annotations

from nawl.production.urls import charts, designs

app_name = "production"
urlpatterns = [
    *charts.urlpatterns,
    *designs.urlpatterns,
]
