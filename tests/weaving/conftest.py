"""Properties are tried on slow machines too: no time limit for one example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("weaving", deadline=None, database=None)
settings.load_profile("weaving")
