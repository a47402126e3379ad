"""Addresses of the face: the reader's choices, the style guide, the keys."""

from __future__ import annotations

from django.urls import path

from nawl.ui import views

app_name = "ui"
urlpatterns = [
    path("reader/language/", views.language, name="language"),
    path("reader/theme/", views.theme, name="theme"),
    path("reader/digits/", views.digits, name="digits"),
    path("keys/", views.keys, name="keys"),
    path("styleguide/", views.styleguide, name="styleguide"),
    path("styleguide/both/", views.both, name="both"),
    path("styleguide/refusals/<int:status>/", views.refusal, name="refusal"),
    path("styleguide/document/", views.document, name="document"),
    path("styleguide/<slug:lang>/", views.specimen, name="specimen"),
    path("favicon.ico", views.favicon, name="favicon"),
]
