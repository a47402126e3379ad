"""Addresses of the composer."""

from __future__ import annotations

from django.urls import path

from nawl.production.views import composer

_VERSION = "designs/<str:serial>/versions/<int:number>"
urlpatterns = [
    path("composer/", composer.composer, name="composer"),
    path("composer/picture.webp", composer.recipe_picture, name="recipe-picture"),
    path("composer/parts/", composer.composed_parts, name="composed-parts"),
    path("composer/new/", composer.composed_new, name="composed-new"),
    path(f"{_VERSION}/compose/", composer.compose_for, name="compose"),
    path(f"{_VERSION}/compose/take/", composer.compose_take, name="compose-take"),
]
