/* What stands in a grid's bytes beside the yarns' places in the palette. */
export const UNSET = 255; /* a knot that has no yarn yet */
export const CLEAR = 254; /* in a patch: what lies beneath stays */
export const TILE = 256;
