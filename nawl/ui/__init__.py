"""The face (الواجهة): skeleton, components, styles, direction, sentences of refusals. Stands on `kit` alone."""
