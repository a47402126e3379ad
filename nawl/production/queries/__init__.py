"""Reading the production: designs within a reader's scope, charts, yarns on hand."""
