"""Addresses of the places: facilities, areas, users and their postings. One facility's own page is `web:facility`."""

from __future__ import annotations

from django.urls import path

from nawl.places import views

app_name = "places"
urlpatterns = [
    path("facilities/", views.facility_list, name="facility-list"),
    path("facilities/map/", views.facility_map, name="facility-map"),
    path("facilities/new/", views.facility_new, name="facility-new"),
    path("facilities/<str:code>/revise/", views.facility_revise, name="facility-revise"),
    path("facilities/<str:code>/state/", views.facility_state, name="facility-state"),
    path("facilities/<str:code>/workshop/", views.facility_workshop, name="facility-workshop"),
    path("areas/", views.area_list, name="area-list"),
    path("areas/<str:pcode>/", views.area, name="area"),
    path("users/", views.user_list, name="user-list"),
    path("users/new/", views.user_new, name="user-new"),
    path("users/<uuid:key>/", views.user, name="user"),
    path("users/<uuid:key>/password/", views.user_password, name="user-password"),
    path("users/<uuid:key>/close/", views.user_close, name="user-close"),
    path("users/<uuid:key>/postings/new/", views.posting_new, name="posting-new"),
    path("postings/<uuid:key>/end/", views.posting_end, name="posting-end"),
]
