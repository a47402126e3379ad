"""Shapes of what is typed about designs, charts, yarns, classes and copies."""
