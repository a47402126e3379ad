"""Addresses of the partners; an agreement's number may hold strokes, so its address bears its id."""

from __future__ import annotations

from django.urls import path

from nawl.partners import views

app_name = "partners"
urlpatterns = [
    path("organisations/", views.organisation_list, name="organisation-list"),
    path("organisations/new/", views.organisation_new, name="organisation-new"),
    path("organisations/<str:code>/", views.organisation, name="organisation"),
    path("organisations/<str:code>/revise/", views.organisation_revise, name="organisation-revise"),
    path("agreements/new/", views.agreement_new, name="agreement-new"),
    path("agreements/<uuid:key>/end/", views.agreement_end, name="agreement-end"),
]
