"""Writing in the production: classes, yarns and lots, designs, drawings, states, copies, printings, motifs."""

from nawl.production.actions.begun import GivenFile, Read, compose_into, draw_from_chart_file, draw_from_picture
from nawl.production.actions.changing import save_changes
from nawl.production.actions.classes import load_workshop_lists, publish_class_version
from nawl.production.actions.copies import issue_copy, lose_copy, print_copy, return_copy
from nawl.production.actions.designs import DesignWords, begin_design, begin_version, revise_design
from nawl.production.actions.drawing import SaveAnswer, grid_of, save_draft
from nawl.production.actions.lots import mean_lots
from nawl.production.actions.motifs import MotifWords, add_motif
from nawl.production.actions.printing import PrintWish, ask_print, print_again, take_up_printings
from nawl.production.actions.states import lock_version, retire_version, return_to_draft, send_to_review
from nawl.production.actions.yarns import (
    ColourWords,
    LotWords,
    count_lot,
    receive_lot,
    register_colour,
    reject_lot,
    release_lot,
)

__all__ = [
    "ColourWords",
    "DesignWords",
    "GivenFile",
    "LotWords",
    "MotifWords",
    "PrintWish",
    "Read",
    "SaveAnswer",
    "add_motif",
    "ask_print",
    "begin_design",
    "begin_version",
    "compose_into",
    "count_lot",
    "draw_from_chart_file",
    "draw_from_picture",
    "grid_of",
    "issue_copy",
    "load_workshop_lists",
    "lock_version",
    "lose_copy",
    "mean_lots",
    "print_again",
    "print_copy",
    "publish_class_version",
    "receive_lot",
    "register_colour",
    "reject_lot",
    "release_lot",
    "retire_version",
    "return_copy",
    "return_to_draft",
    "revise_design",
    "save_changes",
    "save_draft",
    "send_to_review",
    "take_up_printings",
]
