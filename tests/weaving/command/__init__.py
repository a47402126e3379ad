"""`nawl weave`: every command without a database, the same bytes each time, both languages, and clear refusals."""
