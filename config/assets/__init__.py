"""What a page needs beside its words, made at set-up: fonts, one sheet, one script, bands, the mark. Nothing is kept in git."""
