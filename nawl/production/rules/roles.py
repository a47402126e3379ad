"""Who may do what with designs, charts and yarns (decision record 0011)."""

from __future__ import annotations

from nawl.accounts.choices import Role

DRAWERS = (Role.DESIGNER, Role.WORKSHOP_SUPERVISOR)
"""They begin designs, draw, send to review."""
LOCKERS = (Role.WORKSHOP_SUPERVISOR, Role.GOVERNORATE_DIRECTOR, Role.PROGRAMME_DIRECTOR)
"""They lock a version for good, give it back to be drawn on, and retire it."""
YARN_KEEPERS = (Role.WORKSHOP_SUPERVISOR,)
"""They register a unit's own colours, receive and weigh lots."""
CLASS_KEEPERS = (Role.PROGRAMME_DIRECTOR, Role.ADMINISTRATOR)
"""They publish versions of classes and the programme's own colours and yarn types."""
COPY_KEEPERS = (Role.WORKSHOP_SUPERVISOR, Role.DESIGNER)
"""They print numbered copies, hand them out and take them back."""
MOTIF_KEEPERS = DRAWERS
SEERS = (
    Role.DESIGNER,
    Role.WORKSHOP_SUPERVISOR,
    Role.CENTRE_CLERK,
    Role.GOVERNORATE_DIRECTOR,
    Role.PROGRAMME_DIRECTOR,
    Role.FINANCE_OFFICER,
    Role.ADMINISTRATOR,
)
"""They see the designs, charts and yarns of the facilities within their scope, and print charts without a number."""
