"""Addresses of the pages that span domains."""

from __future__ import annotations

from django.urls import path, register_converter

from nawl.web import views


class FacilityCode:
    """A facility's code in an address: capitals, so that words such as "new" lead elsewhere."""

    regex = r"[A-Z0-9][A-Z0-9-]{2,19}"

    def to_python(self, value: str) -> str:
        """Read the code."""
        return value

    def to_url(self, value: str) -> str:
        """Write the code."""
        return value


register_converter(FacilityCode, "facility")

app_name = "web"
urlpatterns = [
    path("", views.today, name="today"),
    path("programme/", views.programme, name="programme"),
    path("facilities/<facility:code>/", views.facility, name="facility"),
    path("search/", views.search, name="search"),
    path("more/", views.more, name="more"),
    path("history/<str:kind>/<str:key>/", views.history, name="history"),
]
