"""Writing in the production: classes, yarns and lots, designs, drawings, states, copies, printings, motifs."""

from nawl.production.actions.designs import DesignWords, begin_design, begin_version, revise_design
from nawl.production.actions.drawing import SaveAnswer, grid_of, save_draft
from nawl.production.actions.states import lock_version, retire_version, return_to_draft, send_to_review

__all__ = [
    "DesignWords",
    "SaveAnswer",
    "begin_design",
    "begin_version",
    "grid_of",
    "lock_version",
    "retire_version",
    "return_to_draft",
    "revise_design",
    "save_draft",
    "send_to_review",
]
