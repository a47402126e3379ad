"""How each kind of chart is drawn, as Vega-Lite through Altair; nothing here knows of pages or paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from nawl.kit.numbers import Digits, format_number
from nawl.ui.charts.drawing import Column, Drawing, Number
from nawl.ui.charts.paint import ADDRESS, Paint

TIGHT_COLUMNS = 8
"""From so many columns a narrow chart writes no values: they would run into each other, and the table has them."""


@dataclass(frozen=True)
class Sheet:
    """What a chart is drawn on: width in pixels, direction, digits, paint."""

    width: int
    rtl: bool
    digits: Digits
    paint: Paint
    narrow: bool = False

    def number(self, value: Number | None) -> str:
        """The value as it is written beside its mark."""
        return format_number(value, self.digits)


def spec_of(drawing: Drawing, sheet: Sheet) -> dict[str, Any]:
    """Return the Vega-Lite of a drawing on a sheet."""
    chart = {"columns": _columns, "bars": _bars, "points": _points}[drawing.kind](drawing, sheet)
    whole: dict[str, Any] = (
        chart.configure(
            font=sheet.paint.label_font,
            padding={"left": 2, "right": 2, "top": 4, "bottom": 2},
            background="transparent",
            autosize=alt.AutoSizeParams(type="fit", contains="padding"),
        )
        .configure_view(stroke=None)
        .to_dict(validate=False)
    )
    return whole


def _table(rows: list[dict[str, Any]]) -> Any:
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]  # Altair leaves it untyped


def _columns(drawing: Drawing, sheet: Sheet) -> Any:
    names = list(reversed(drawing.series))  # what is compared with comes first, then what the chart is about
    data = [
        {
            "step": number,
            "series": name,
            "value": None if value is None else float(value),
            "text": sheet.number(value),
            "href": ADDRESS + column.href if column.href else None,
            "name": f"{column.name}: {sheet.number(value)}",
        }
        for number, column in enumerate(drawing.columns)
        for name, value in zip(drawing.series, column.values, strict=True)
    ]
    tight = sheet.narrow and len(drawing.columns) >= TIGHT_COLUMNS
    x = alt.X(
        "step:O",
        scale=alt.Scale(reverse=sheet.rtl, paddingInner=0.32, paddingOuter=0.12),
        axis=_step_axis(drawing.columns, sheet, tight=tight),
    )
    base = alt.Chart(_table(data)).encode(
        x=x, xOffset=alt.XOffset("series:N", sort=names, scale=alt.Scale(reverse=sheet.rtl, paddingInner=0.06))
    )
    columns = base.mark_bar(tooltip=None).encode(
        y=alt.Y("value:Q", axis=_grid(sheet)),
        color=_series_colours(drawing.series, sheet),
        **_links(drawing.columns),
    )
    marks = [columns]
    if not tight:
        marks.append(_values(base, drawing.series[0], sheet).encode(y=alt.Y("value:Q")))
    return alt.layer(*marks).properties(width=sheet.width, height=215 if sheet.narrow else 285)


def _label(step: Column, sheet: Sheet) -> str:
    return step.short if sheet.narrow and step.short else step.name


def _step_axis(steps: Sequence[Column], sheet: Sheet, *, tight: bool) -> alt.Axis:
    names = [_label(step, sheet) for step in steps]
    return alt.Axis(
        title=None,
        labelAngle=0,
        labelExpr=f"{names!r}[datum.value]" if not tight else f"datum.value % 2 ? '' : {names!r}[datum.value]",
        labelColor=sheet.paint.label,
        labelFontSize=sheet.paint.label_size,
        labelPadding=9,
        labelOverlap=False,
        labelLimit=0,
        ticks=False,
        domainColor=sheet.paint.zero,
    )


def _grid(sheet: Sheet) -> alt.Axis:
    return alt.Axis(title=None, labels=False, ticks=False, domain=False, tickCount=3, gridColor=sheet.paint.grid)


def _series_colours(series: Sequence[str], sheet: Sheet) -> alt.Color:
    scale = alt.Scale(domain=list(series), range=list(sheet.paint.series[: len(series)]))
    return alt.Color("series:N", scale=scale, legend=None)


def _links(parts: Sequence[Any]) -> dict[str, Any]:
    """What leads somewhere says its name and its address."""
    named = {"description": alt.Description("name:N")}
    return {**named, "href": alt.Href("href:N")} if any(part.href for part in parts) else named


def _values(base: Any, series: str, sheet: Sheet) -> Any:
    return (
        base.transform_filter(alt.datum.series == series)
        .mark_text(
            dy=-9, color=sheet.paint.value, font=sheet.paint.value_font, fontSize=sheet.paint.value_size, fontWeight=600
        )
        .encode(text="text:N")
    )


def _bars(drawing: Drawing, sheet: Sheet) -> Any:
    data = [
        {
            "row": number,
            "value": float(row.value),
            "text": sheet.number(row.value),
            "href": ADDRESS + row.href if row.href else None,
            "name": f"{row.name}: {sheet.number(row.value)}",
        }
        for number, row in enumerate(drawing.rows)
    ]
    names = [row.name for row in drawing.rows]
    base = alt.Chart(_table(data)).encode(
        y=alt.Y(
            "row:O",
            scale=alt.Scale(paddingInner=0.34, paddingOuter=0.1),
            axis=alt.Axis(
                title=None,
                orient="right" if sheet.rtl else "left",
                labelExpr=f"{names!r}[datum.value]",
                labelColor=sheet.paint.label,
                labelFontSize=sheet.paint.label_size,
                labelPadding=10,
                labelLimit=0,
                ticks=False,
                domain=False,
            ),
        ),
        x=alt.X("value:Q", scale=alt.Scale(reverse=sheet.rtl, domainMin=0, domainMax=_room(data, sheet)), axis=None),
    )
    drawn = base.mark_bar(tooltip=None, color=sheet.paint.series[0]).encode(**_links(drawing.rows))
    values = base.mark_text(
        align="right" if sheet.rtl else "left",
        dx=-7 if sheet.rtl else 7,
        color=sheet.paint.value,
        font=sheet.paint.value_font,
        fontSize=sheet.paint.value_size,
        fontWeight=600,
    ).encode(text="text:N")
    return alt.layer(drawn, values).properties(width=sheet.width, height=max(40, 25 * len(data)))


def _room(data: Sequence[dict[str, Any]], sheet: Sheet) -> float:
    """The end of the scale: the longest bar leaves room for its value."""
    return max((row["value"] for row in data), default=0) * (1.32 if sheet.narrow else 1.16) or 1


def _points(drawing: Drawing, sheet: Sheet) -> Any:
    spots = [(point.longitude, point.latitude) for point in drawing.points]
    spots += [(mark.longitude, mark.latitude) for mark in drawing.landmarks]
    (west, east), (south, north) = _frame([x for x, _y in spots]), _frame([y for _x, y in spots])
    height = round(sheet.width * (north - south) / ((east - west) * math.cos(math.radians((north + south) / 2))))
    x = alt.X("x:Q", scale=alt.Scale(domain=[west, east], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[south, north], nice=False, zero=False), axis=None)
    names = [{"x": mark.longitude, "y": mark.latitude, "text": mark.name} for mark in drawing.landmarks]
    landmarks = (
        alt.Chart(_table(names))
        .mark_text(color=sheet.paint.label, fontSize=sheet.paint.label_size)
        .encode(x=x, y=y, text="text:N")
    )
    layers = [_dots(drawing, sheet, late=late).encode(x=x, y=y) for late in (False, True)]
    return alt.layer(landmarks, *layers).properties(width=sheet.width, height=height)


def _dots(drawing: Drawing, sheet: Sheet, *, late: bool) -> Any:
    data = [
        {
            "x": point.longitude,
            "y": point.latitude,
            "name": point.name,
            "href": ADDRESS + point.href if point.href else None,
        }
        for point in drawing.points
        if point.late == late
    ]
    colour = sheet.paint.late if late else sheet.paint.points
    mark = alt.Chart(_table(data)).mark_point(
        shape="diamond" if late else "circle",
        size=110 if late else 80,
        filled=True,
        fill=colour,
        stroke=sheet.paint.edge or colour,
        strokeWidth=1.25,
        opacity=1,
        tooltip=None,
    )
    return mark.encode(**_links(drawing.points))


def _frame(degrees: Sequence[float]) -> tuple[float, float]:
    if not degrees:
        return (32.0, 42.5)
    margin = max(0.25, (max(degrees) - min(degrees)) * 0.06)
    return min(degrees) - margin, max(degrees) + margin
