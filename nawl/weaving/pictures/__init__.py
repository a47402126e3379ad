"""Pictures (الصور): from a photograph or a scan to a chart in the workshop's own yarns."""
