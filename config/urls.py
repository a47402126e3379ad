"""Addresses: each domain brings its own; plural nouns, verbs at the end."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("nawl.accounts.urls")),
    path("", include("nawl.places.urls")),
    path("", include("nawl.partners.urls")),
    path("", include("nawl.activities.urls")),
    path("", include("nawl.production.urls")),
    path("", include("nawl.indicators.urls")),
    path("", include("nawl.reports.urls")),
    path("", include("nawl.collection.urls")),
    path("", include("nawl.web.urls")),
    path("", include("nawl.ui.urls")),
]

handler400 = "nawl.ui.refusals.not_readable"
handler403 = "nawl.ui.refusals.not_allowed"
handler404 = "nawl.ui.refusals.not_found"
handler500 = "nawl.ui.refusals.incident"
