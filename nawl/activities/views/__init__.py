"""Pages of the activities and of the days of a facility."""

from nawl.activities.views.activities import activity, activity_end, activity_list, activity_new, activity_revise
from nawl.activities.views.days import day, day_cells, day_close, day_list, day_print, day_reopen

__all__ = [
    "activity",
    "activity_end",
    "activity_list",
    "activity_new",
    "activity_revise",
    "day",
    "day_cells",
    "day_close",
    "day_list",
    "day_print",
    "day_reopen",
]
