"""What the pages that span domains show: one frozen value a page, made by one function."""
