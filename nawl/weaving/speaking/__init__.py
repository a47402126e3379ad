"""Speaking (المخطط الناطق): a page that reads a chart aloud, row by row, offline."""
