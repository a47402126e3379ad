"""Addresses of the pages that span domains."""

from __future__ import annotations

from django.urls import path

from nawl.web import views

app_name = "web"
urlpatterns = [
    path("", views.today, name="today"),
    path("programme/", views.programme, name="programme"),
    path("facilities/<str:code>/", views.facility, name="facility"),
    path("search/", views.search, name="search"),
    path("more/", views.more, name="more"),
    path("history/<str:kind>/<str:key>/", views.history, name="history"),
]
