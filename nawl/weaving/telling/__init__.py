"""Telling (التلاوة): a chart as words and tables: rows in running order, layered lists, CSV, OXS.

`runs.spoken_rows` is what a talking chart says; `texts` are what a weaver reads; `tables` and `oxs` leave and come back.
"""
