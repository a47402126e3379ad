"""Addresses of the production; each file of pages adds its own. Words come before serials."""

from __future__ import annotations

from nawl.production.urls import charts, designs, motifs, studio

app_name = "production"
urlpatterns = [
    *charts.urlpatterns,
    *motifs.urlpatterns,
    *studio.urlpatterns,
    *designs.urlpatterns,
]
