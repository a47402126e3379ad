"""Set-ups of the parts that settings are made of, one file each."""
