"""Shapes of what is typed about places."""

from nawl.places.forms.facilities import FacilityForm, NewFacilityForm, StateForm, WorkshopForm
from nawl.places.forms.people import ClosingForm, EndPostingForm, NewUserForm, PasswordForm, PostingForm
from nawl.places.forms.places import FindAreaForm

__all__ = [
    "ClosingForm",
    "EndPostingForm",
    "FacilityForm",
    "FindAreaForm",
    "NewFacilityForm",
    "NewUserForm",
    "PasswordForm",
    "PostingForm",
    "StateForm",
    "WorkshopForm",
]
