"""Addresses of activities, and of the days of a facility."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from nawl.activities import views


class DayConverter:
    """A day in an address, such as 2022-07-14; what is no day of the calendar, or of no century of ours, leads nowhere."""

    regex = r"(?:19|20|21)\d{2}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read the day."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write the day."""
        return value.isoformat()


register_converter(DayConverter, "day")

app_name = "activities"
urlpatterns = [
    path("activities/", views.activity_list, name="activity-list"),
    path("activities/new/", views.activity_new, name="activity-new"),
    path("activities/<str:code>/", views.activity, name="activity"),
    path("activities/<str:code>/revise/", views.activity_revise, name="activity-revise"),
    path("activities/<str:code>/end/", views.activity_end, name="activity-end"),
    path("facilities/<str:code>/days/", views.day_list, name="day-list"),
    path("facilities/<str:code>/days/<day:on>/", views.day, name="day"),
    path("facilities/<str:code>/days/<day:on>/cells/", views.day_cells, name="day-cells"),
    path("facilities/<str:code>/days/<day:on>/close/", views.day_close, name="day-close"),
    path("facilities/<str:code>/days/<day:on>/reopen/", views.day_reopen, name="day-reopen"),
    path("facilities/<str:code>/days/<day:on>/print/", views.day_print, name="day-print"),
]
