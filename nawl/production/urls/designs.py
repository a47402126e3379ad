"""Addresses of the designs and their versions; words come before serials."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import alike, chart_files, comparing, designs, files, lots, pictures, versions

_VERSION = "designs/<str:serial>/versions/<int:number>"
urlpatterns = [
    path("designs/", designs.design_list, name="design-list"),
    path("designs/new/", designs.design_new, name="design-new"),
    path("designs/alike/", alike.alike, name="alike"),
    path("designs/<str:serial>/", designs.design, name="design"),
    path("designs/<str:serial>/revise/", designs.design_revise, name="design-revise"),
    path("designs/<str:serial>/compare/", comparing.compare, name="compare"),
    path("designs/<str:serial>/difference.png", comparing.difference, name="difference"),
    path(f"{_VERSION}/", versions.version, name="version"),
    path(f"{_VERSION}/new/", versions.version_new, name="version-new"),
    path(f"{_VERSION}/send/", versions.version_send, name="version-send"),
    path(f"{_VERSION}/return/", versions.version_return, name="version-return"),
    path(f"{_VERSION}/lock/", versions.version_lock, name="version-lock"),
    path(f"{_VERSION}/retire/", versions.version_retire, name="version-retire"),
    path(f"{_VERSION}/lots/", lots.version_lots, name="version-lots"),
    path(f"{_VERSION}/from-picture/", pictures.picture_new, name="picture-new"),
    path(f"{_VERSION}/from-file/", chart_files.chart_file_new, name="chart-file-new"),
    path(f"{_VERSION}/files/<slug:kind>/", files.version_file, name="version-file"),
]
