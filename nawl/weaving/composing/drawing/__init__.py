"""Drawing (الرسم): the composer's own forms, each a pure function `(wide, high) -> Cells`, drawn for its proportion."""
