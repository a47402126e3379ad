"""Weaving (النسج): the pure engine of charts, colours and bands; no Django."""
