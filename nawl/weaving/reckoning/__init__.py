"""Reckoning (الحساب): what a chart takes: knots, metres, grams, days, difficulty, cost, and whether it can be woven.

`sheet.reckon` does it all at once. Each formula stands in its own file, with its number in the sources: `density` (F1),
`counts` (F3), `pile` (F4), `foundation` (F5), `flatweave` (F6), `labour` (F7, F8), `difficulty` (F11), `costs` (F16),
`tiles` (F17), `lots` (F18); `needs` holds a chart against the stock, `weavability` against a calm hand.
"""
