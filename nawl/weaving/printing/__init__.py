"""Printing (الطباعة): the weaving chart as PDF, with tiles, symbols, numbers and legend."""
