"""Writing in the activities: the catalogue, plans, tallies of a day, registers, closing of days, mending of months."""

from nawl.activities.actions.catalogue import load_catalogue
from nawl.activities.actions.days import close_day, reopen_day
from nawl.activities.actions.mending import mend_months
from nawl.activities.actions.planning import end_activity, plan_activity, revise_activity
from nawl.activities.actions.registers import record_register
from nawl.activities.actions.tallies import CellChange, Seen, TallyAnswer, record_tally
from nawl.activities.queries.registers import RegisterCounts, RegisterRow

__all__ = [
    "CellChange",
    "RegisterCounts",
    "RegisterRow",
    "Seen",
    "TallyAnswer",
    "close_day",
    "end_activity",
    "load_catalogue",
    "mend_months",
    "plan_activity",
    "record_register",
    "record_tally",
    "reopen_day",
    "revise_activity",
]
