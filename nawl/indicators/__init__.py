"""Indicators (المؤشرات): figures declared as data and computed from live records; stands on every domain's measures."""
