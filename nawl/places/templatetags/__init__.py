"""Template libraries of the places."""
