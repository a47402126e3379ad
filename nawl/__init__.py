"""Nawl (نول): the information system of a rural development programme; one package, one floor each."""
