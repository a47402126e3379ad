"""Telling (التلاوة): a chart as words and tables: rows in running order, layered lists, CSV, OXS."""
