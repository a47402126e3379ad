"""Addresses of the shelf of motifs."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import motifs

urlpatterns = [
    path("motifs/", motifs.motif_list, name="motif-list"),
    path("motifs/new/", motifs.motif_new, name="motif-new"),
    path("motifs/<str:code>/", motifs.motif, name="motif"),
    path("motifs/<str:code>/picture.png", motifs.motif_png, name="motif-picture"),
]
