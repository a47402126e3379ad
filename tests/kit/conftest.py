"""Properties are tried on slow machines too: no time limit for one example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("kit", deadline=None, database=None)
settings.load_profile("kit")
