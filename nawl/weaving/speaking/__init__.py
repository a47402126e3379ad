"""Speaking (المخطط الناطق): a page that reads a chart aloud, row by row, offline.

`voice` says texts with an offline voice in a process of its own, given vowelled words by `lexicon` and their sounds by
`pronouncing`; `sound` cuts and levels clips, `clips` keeps them; `counting` joins numbers from some forty clips;
`recordings` reads a unit's own voice; `page` makes the file, whose script and style lie in `ui` and are made at set-up.
"""
