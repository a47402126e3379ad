"""Addresses of yarns, classes, chart copies and printings."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import classes, copies, printing, yarns

_VERSION = "designs/<str:serial>/versions/<int:number>"
urlpatterns = [
    path("yarns/", yarns.yarn_list, name="yarn-list"),
    path("yarns/lots/<uuid:key>/", yarns.lot, name="lot"),
    path("yarns/lots/<uuid:key>/release/", yarns.lot_release, name="lot-release"),
    path("yarns/lots/<uuid:key>/reject/", yarns.lot_reject, name="lot-reject"),
    path("yarns/<str:code>/lots/new/", yarns.lot_new, name="lot-new"),
    path("yarns/<str:code>/colours/new/", yarns.colour_new, name="colour-new"),
    path("classes/", classes.class_list, name="class-list"),
    path("classes/<str:code>/", classes.quality_class, name="class"),
    path("classes/<str:code>/publish/", classes.class_publish, name="class-publish"),
    path("chart-copies/", copies.copy_list, name="copy-list"),
    path("chart-copies/<str:serial>/", copies.copy, name="copy"),
    path(f"{_VERSION}/print/", printing.print_new, name="print-new"),
    path("printings/<uuid:key>/", printing.print_job, name="print-job"),
    path("printings/<uuid:key>/again/", printing.print_once_more, name="print-again"),
    path("printings/<uuid:key>/chart.pdf", printing.print_pages, name="print-pages"),
]
