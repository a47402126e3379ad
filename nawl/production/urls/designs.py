"""Addresses of the designs and their versions."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import designs

urlpatterns = [
    path("designs/", designs.design_list, name="design-list"),
    path("designs/<str:serial>/", designs.design, name="design"),
    path("designs/<str:serial>/versions/<int:number>/", designs.version, name="version"),
]
