"""Addresses of the production; each file of pages adds its own. Words come before serials."""

from __future__ import annotations

from nawl.production.urls import charts, composer, designs, motifs, slits, stock, studio, talking, voices

app_name = "production"
urlpatterns = [
    *charts.urlpatterns,
    *composer.urlpatterns,
    *motifs.urlpatterns,
    *slits.urlpatterns,
    *studio.urlpatterns,
    *talking.urlpatterns,
    *voices.urlpatterns,
    *stock.urlpatterns,
    *designs.urlpatterns,
]
