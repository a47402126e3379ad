"""Pages of the production: designs and their versions, yarns, classes, chart copies, printings."""
