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


class RecordKey(FacilityCode):
    """What a record is called in the address of its history: a code in any letters."""

    regex = r"[A-Za-z0-9][A-Za-z0-9._-]{0,49}"


register_converter(FacilityCode, "facility")
register_converter(RecordKey, "key")

app_name = "web"
urlpatterns = [
    path("", views.today, name="today"),
    path("programme/", views.programme, name="programme"),
    path("facilities/<facility:code>/", views.facility, name="facility"),
    path("search/", views.search, name="search"),
    path("more/", views.more, name="more"),
    path("history/<slug:kind>/<key:key>/", views.history, name="history"),
]
