"""Weaving (النسج): the pure engine of designs, from a picture to a chart that a weaver can follow; no Django.

A `Chart` is a grid of knots with its `Frame` (class, size, symmetry) and its yarns; every other room reads or makes one:
`pictures` (photograph → chart), `motifs` and `composing` (drawn charts), `reckoning` (knots, grams, days, cost, checks),
`telling` (row texts, spoken rows, exchange forms), `printing` (the weaving chart as PDF), `showing` (simulation).
"""
