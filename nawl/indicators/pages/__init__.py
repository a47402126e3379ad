"""What the pages of indicators show: one frozen value a page, made by one function."""
