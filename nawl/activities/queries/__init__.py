"""Reading the activities: a day's sheet, days and months, activities, registers against what stands, the recount."""

from nawl.activities.queries.activities import (
    ActivityFilters,
    ActivityMonth,
    activities_seen_by,
    activity_seen_by,
    days_of_activity,
    facilities_to_plan_at,
    months_of_activity,
)
from nawl.activities.queries.catalogue import life_of, reach_of, run_of, services_of_types
from nawl.activities.queries.days import DayLine, DayMark, days_of, month_strip
from nawl.activities.queries.recount import Difference, month_differences
from nawl.activities.queries.registers import RegisterCounts, RegisterRow, preview_register
from nawl.activities.queries.sheet import DaySheet, SheetCell, SheetGroup, SheetRow, day_sheet

__all__ = [
    "ActivityFilters",
    "ActivityMonth",
    "DayLine",
    "DayMark",
    "DaySheet",
    "Difference",
    "RegisterCounts",
    "RegisterRow",
    "SheetCell",
    "SheetGroup",
    "SheetRow",
    "activities_seen_by",
    "activity_seen_by",
    "day_sheet",
    "days_of",
    "days_of_activity",
    "facilities_to_plan_at",
    "life_of",
    "month_differences",
    "month_strip",
    "months_of_activity",
    "preview_register",
    "reach_of",
    "run_of",
    "services_of_types",
]
