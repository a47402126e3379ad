"""The talking chart in a browser, as a weaver uses it at the loom."""
