"""Charts drawn on the server as SVG: columns by month, bars by place, a map of points. The table beside is the page's duty.

`columns(…)`, `bars(…)` and `points(…)` say what is to be seen; `for_page` draws it for a screen in two widths, coloured by
the sheet, `for_paper` draws it once with its own colours, for PDF and DOCX.
"""

from nawl.ui.charts.drawing import Chart, Column, Drawing, Landmark, Point, Row, bars, columns, points
from nawl.ui.charts.rendering import for_page, for_paper

__all__ = [
    "Chart",
    "Column",
    "Drawing",
    "Landmark",
    "Point",
    "Row",
    "bars",
    "columns",
    "for_page",
    "for_paper",
    "points",
]
