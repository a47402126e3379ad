"""Addresses of the collection."""

from django.urls import path

from nawl.collection import views

app_name = "collection"
urlpatterns = [
    path("registers/", views.register_list, name="register-list"),
    path("registers/new/", views.register_new, name="register-new"),
    path("registers/template/", views.register_template, name="register-template"),
    path("registers/<uuid:pk>/", views.register, name="register"),
    path("registers/<uuid:pk>/record/", views.register_record, name="register-record"),
    path("registers/<uuid:pk>/replace/", views.register_replace, name="register-replace"),
    path("registers/<uuid:pk>/files/faults/", views.register_faults, name="register-faults"),
    path("registers/<uuid:pk>/files/original/", views.register_original, name="register-original"),
]
