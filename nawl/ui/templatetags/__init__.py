"""Template libraries of the face."""
