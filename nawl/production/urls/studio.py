"""Addresses of the studio: the page where a chart is drawn, and what its script asks for."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import studio, studio_shelf

_VERSION = "designs/<str:serial>/versions/<int:number>"
urlpatterns = [
    path(f"{_VERSION}/studio/", studio.studio, name="studio"),
    path(f"{_VERSION}/studio/keeper.js", studio.keeper, name="studio-keeper"),
    path(f"{_VERSION}/studio/behind.js", studio.behind, name="studio-behind"),
    path(f"{_VERSION}/knots/", studio.knots, name="studio-knots"),
    path(f"{_VERSION}/branch/", studio.branch, name="studio-branch"),
    path(f"{_VERSION}/studio/picture/", studio.picture_into, name="studio-picture"),
    path("studio/motifs/", studio_shelf.motif_cells, name="motif-cells"),
    path("studio/borders/", studio_shelf.border_cells, name="border-cells"),
    path("studio/kufic/", studio_shelf.kufic_cells, name="kufic-cells"),
]
