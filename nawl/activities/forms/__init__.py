"""Shapes of what is typed and sent about activities and their days."""

from nawl.activities.forms.activity import EndForm, PlanForm, ReviseForm
from nawl.activities.forms.day import MEASURES, DaySheetForm, ReopenForm
from nawl.activities.forms.sending import Sending, read_sending

__all__ = ["MEASURES", "DaySheetForm", "EndForm", "PlanForm", "ReopenForm", "ReviseForm", "Sending", "read_sending"]
