"""Collection (جمع البيانات): registers from outside, read, checked and recorded whole or not at all; a door."""
