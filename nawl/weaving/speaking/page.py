"""The talking page (صفحة المخطط الناطق): one file that opens without a network and reads a chart aloud at one big key.

The file carries everything once: the knots (each row as its difference from the one above, deflated), the clips, script,
style and fonts. The web page is made of the same parts from addresses of its own.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any, Literal

from nawl.kit.errors import NotFound
from nawl.weaving.chart import Chart
from nawl.weaving.signs import sign_of, with_signs
from nawl.weaving.speaking.clips import Clips
from nawl.weaving.speaking.wording import words
from nawl.weaving.telling.runs import is_mirrored
from nawl.weaving.telling.words import Language, own_names
from nawl.weaving.yarns import Yarn

PARTS = Path(__file__).resolve().parents[3] / "build" / "talking"
"""Where set-up puts the script and the style that a file carries."""
_BODY = Template(Path(__file__).with_name("page_body.html").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class TalkingOptions:
    """How a talking page begins; the weaver changes all but title, language and lots on the page itself.

    `lots`: the dye lots that are meant, each with its colour's name, for the head of the page.
    `order`: from the right, from the left, from the middle outward (mirror designs only), for two weavers, each her half.
    `face`: the side of the carpet that she sees. `mode`: a run at a press, or the whole row.
    """

    title: str = ""
    language: Language = "ar"
    digits: Literal["arabic", "western"] = "arabic"
    order: Literal["right", "left", "middle", "two"] = "right"
    face: Literal["front", "back"] = "front"
    mode: Literal["run", "row"] = "run"
    lots: tuple[tuple[str, str], ...] = ()

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction that the language is read in."""
        return "rtl" if self.language == "ar" else "ltr"


def talking_page(chart: Chart, clips: Clips, options: TalkingOptions | None = None) -> bytes:
    """Return the page as one HTML file; raises `talking_parts_missing` where set-up has not made script and style."""
    chosen = options or TalkingOptions()
    script, style = _part("page.js"), _part("page.css")
    data = {
        "words": words(chosen.language, chart.frame.quality),
        "start": start_data(chosen),
        "chart": chart_data(chart, chosen.language),
        "voice": voice_data(clips),
    }
    inside = "".join(
        f'<script type="application/json" id="talk-{key}">{_json(value)}</script>\n' for key, value in data.items()
    )
    title = html.escape(chosen.title or words(chosen.language)["talking-chart"])
    return (
        f'<!doctype html>\n<html lang="{chosen.language}" dir="{chosen.direction}" data-theme="system">\n<head>\n'
        f'<meta charset="utf-8" />\n<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}" />\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1" />\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body(chosen)}{inside}<script>{script}</script>\n"
        "</body>\n</html>\n"
    ).encode()


def body(options: TalkingOptions, link: str = "", extra: str = "") -> str:
    """Return the page's body, its words filled in; `link` is markup before the title, `extra` at the end of the options."""
    known = {key.replace("-", "_"): html.escape(word) for key, word in words(options.language).items()}
    title = html.escape(options.title) or known["talking_chart"]
    return _BODY.substitute(known, title=title, link=link, extra=extra, lots=_lots(options, known["lots"]))


def _lots(options: TalkingOptions, word: str) -> str:
    """Return the dye lots as a list that opens; nothing where none is meant."""
    rows = "".join(
        f"<li><span>{html.escape(name)}</span> <bdi>{html.escape(lot)}</bdi></li>" for name, lot in options.lots
    )
    return (
        f'<details class="talk-lots" data-talk-lots><summary>{word}</summary><ul>{rows}</ul></details>' if rows else ""
    )


def start_data(options: TalkingOptions, addresses: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what the script needs before the chart is there; on the web `chartUrl`, `voiceUrl` and `keeperUrl` too."""
    choices = {"digits": options.digits, "order": options.order, "face": options.face, "mode": options.mode}
    return {"language": options.language, "choices": choices, **(addresses or {})}


def chart_data(chart: Chart, language: Language) -> dict[str, Any]:
    """Return a chart as the script takes it: size, yarns by index, the packed grid."""
    grid = chart.knots.copy()
    grid[1:] ^= chart.knots[:-1]
    return {
        "fingerprint": chart.fingerprint[:16],
        "wide": chart.frame.wide,
        "high": chart.frame.high,
        "mirrors": chart.frame.symmetry.mirrors_width or is_mirrored(chart),
        "yarns": [
            _yarn(*named) for named in zip(with_signs(chart.yarns), own_names(chart.yarns, language), strict=True)
        ],
        "grid": base64.b64encode(zlib.compress(grid.tobytes(), 6)).decode(),
    }


def _yarn(yarn: Yarn, name: str) -> dict[str, str]:
    sign = sign_of(yarn.symbol)
    return {"name": name, "hex": yarn.hex, "sign": sign.path if sign else "", "key": f"yarn:{name}"}


def voice_data(clips: Clips) -> Mapping[str, str]:
    """Return the clips by key, as base64."""
    return {key: base64.b64encode(content).decode() for key, content in clips.by_key.items()}


def _part(name: str) -> str:
    try:
        return (PARTS / name).read_text(encoding="utf-8")
    except FileNotFoundError as fault:
        raise NotFound("talking_parts_missing", part=name) from fault


def _json(value: object) -> str:
    """Write JSON that can stand within a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _policy(script: str, style: str) -> str:
    """Let the file run its own script and style, and load nothing at all."""
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script, style)]
    return f"default-src 'none'; script-src 'sha256-{hashes[0]}'; style-src 'sha256-{hashes[1]}'; font-src data:"
