"""Rooms: a carpet on the stone floor before a divan, a panel on a plastered wall; drawn to true scale by fixed perspective.

Lengths are cm. X runs to the right, Y up from the floor, Z away from the onlooker. Everything in a room is our own
drawing: flat forms, light from a window at the left.
"""

from nawl.weaving.showing.rooms.floor import on_floor
from nawl.weaving.showing.rooms.wall import on_wall

__all__ = ["on_floor", "on_wall"]
