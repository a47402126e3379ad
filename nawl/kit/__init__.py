"""Ground: Arabic text, periods, numbers, money, identifiers, errors; no tables, no pages."""
