"""Addresses of a flat weave's slits."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import slits

urlpatterns = [
    path("designs/<str:serial>/versions/<int:number>/slits/", slits.version_slits, name="version-slits"),
]
