"""Addresses of a version's chart as bytes."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import charts

_VERSION = "designs/<str:serial>/versions/<int:number>"
urlpatterns = [
    path(f"{_VERSION}/chart.png", charts.chart_png, name="chart-png"),
    path(f"{_VERSION}/chart.json", charts.chart_json, name="chart-json"),
    path(f"{_VERSION}/save/", charts.chart_save, name="chart-save"),
    path(f"{_VERSION}/picture.png", charts.picture, name="picture"),
]
