"""Addresses of the reports."""

from __future__ import annotations

from django.urls import path

from nawl.reports import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.report_list, name="report-list"),
    path("reports/draft/", views.report_draft, name="report-draft"),
    path("reports/draft/<str:language>.<str:form>", views.report_draft_file, name="report-draft-file"),
    path("reports/issue/", views.report_issue, name="report-issue"),
    path("reports/<str:number>/", views.report, name="report"),
    path("reports/<str:number>/<str:language>.<str:form>", views.report_file, name="report-file"),
    path("verify/<str:number>/", views.report_verify, name="report-verify"),
]
