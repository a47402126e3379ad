"""The words of the pages: collected from code and templates, kept in one file a package, compiled; no other tool needed."""
