"""Reckoning (الحساب): what a chart takes: knots, metres, grams, days, difficulty, cost, and whether it can be woven."""
