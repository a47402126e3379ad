"""The components, one file a kind; `templatetags.ui` gathers them. Each has a template of its name in `templates/ui/`."""
