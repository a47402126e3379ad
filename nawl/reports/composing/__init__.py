"""From values to words: every sentence, table and picture of a report in one language."""
