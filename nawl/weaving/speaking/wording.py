"""The words of the talking page in both languages; they travel within the page, which has no server behind it."""

from __future__ import annotations

from nawl.weaving.classes import QualityClass
from nawl.weaving.counted import said_of

WORDS: dict[str, tuple[str, str]] = {
    "talking-chart": ("المخطط الناطق", "Talking chart"),
    "row": ("سطر", "Row"),
    "of": ("من %(of)s", "of %(of)s"),
    "begin": ("بدء القراءة", "Begin reading"),
    "resume": ("متابعة من السطر %(row)s", "Go on from row %(row)s"),
    "next": ("التالي", "Next"),
    "next-row": ("السطر %(row)s", "Row %(row)s"),
    "pause": ("وقفة", "Pause"),
    "go-on": ("متابعة", "Go on"),
    "done": ("انتهى المخطط", "The chart is finished"),
    "back": ("رجوع", "Back"),
    "repeat": ("إعادة", "Repeat"),
    "progress": ("ما نُسج من السطور", "Rows woven so far"),
    "now": ("ما يُعقَد الآن", "What is knotted now"),
    "runs": ("جُمل السطر", "The runs of the row"),
    "strip": ("السطر بين جاريه", "The row between its neighbours"),
    "place": ("الجملة %(n)s من %(of)s", "Run %(n)s of %(of)s"),
    "knots": ("العقد من %(first)s إلى %(last)s", "Knots %(first)s to %(last)s"),
    "knot": ("العقدة %(first)s", "Knot %(first)s"),
    "unset": ("بلا خيط", "No yarn"),
    "middle": ("في الوسط", "In the middle"),
    "each-side": ("لكل جانب", "On each side"),
    "right-weaver": ("نسّاجة اليمين", "Weaver at the right"),
    "left-weaver": ("نسّاجة اليسار", "Weaver at the left"),
    "half-done": ("انتهى نصفها", "Her half is done"),
    "options": ("الخيارات", "Options"),
    "close": ("إغلاق الخيارات", "Close the options"),
    "mode": ("القراءة", "Reading"),
    "mode-run": ("جملةً جملةً", "Run by run"),
    "mode-row": ("سطراً كاملاً", "Whole row"),
    "order": ("الترتيب", "Order"),
    "order-right": ("من اليمين", "From the right"),
    "order-left": ("من اليسار", "From the left"),
    "order-middle": ("من الوسط إلى الجانبين", "From the middle outward"),
    "order-two": ("لنسّاجتين معاً، من اليمين", "For two weavers, from the right"),
    "face": ("وجه السجادة", "Face of the carpet"),
    "face-front": ("من الأمام", "From the front"),
    "face-back": ("من الخلف", "From the back"),
    "speed": ("السرعة", "Speed"),
    "slower": ("أبطأ", "Slower"),
    "faster": ("أسرع", "Faster"),
    "speed-is": ("السرعة %(n)s من %(of)s", "Speed %(n)s of %(of)s"),
    "digits": ("الأرقام", "Digits"),
    "look": ("الإضاءة", "Light"),
    "look-as-set": ("كالجهاز", "As the device"),
    "look-light": ("نهارية", "Daylight"),
    "look-dark": ("ليلية", "Night"),
    "look-strong": ("تباين عالٍ", "High contrast"),
    "sound": ("الصوت", "Sound"),
    "sound-on": ("مسموع", "On"),
    "sound-off": ("صامت", "Off"),
    "jump": ("الانتقال إلى سطر", "Go to row"),
    "jump-go": ("انتقال", "Go"),
    "jump-refused": ("السطور من 1 إلى %(of)s.", "Rows are 1 to %(of)s."),
    "keys": (
        "المسافة أو الدوّاسة أو السهم الأسفل: التالي. السهم الأعلى: رجوع. R: إعادة. + و −: السرعة.",
        "Space, the pedal or the down arrow: next. Up arrow: back. R: repeat. + and −: speed.",
    ),
    "lots": ("دفعات الصباغ", "Dye lots"),
    "opening": ("يُفتَح المخطط…", "The chart is opening…"),
    "too-old": (
        "متصفّح هذا الجهاز قديم ولا يفتح المخطط. يلزم Chrome 103 أو Firefox 113 أو Safari 16.4 أو أحدث.",
        "The browser of this device is too old for the chart. It takes Chrome 103, Firefox 113, Safari 16.4 or newer.",
    ),
    "unreachable": (
        "لا شبكة الآن، ولم يُحفظ هذا المخطط على الجهاز بعد. يُفتح مرة واحدة مع الشبكة، ثم يعمل دونها.",
        "There is no network, and this chart is not kept on the device yet. Open it once with a network; then it works without.",
    ),
    "no-voice": (
        "لا صوت لهذا المخطط. تُقرأ الجمل بالكلمات الكبيرة.",
        "This chart has no voice. Its runs are shown in large words.",
    ),
    "to-version": ("إلى صفحة النسخة", "To the version's page"),
    "own-voice": ("صوت الوحدة: التسجيل", "The unit's own voice: recording"),
    "as-file": ("تنزيل ملفاً يعمل بلا شبكة", "Download as a file that needs no network"),
    "not-kept": (
        "لا يُحفظ المخطط على هذا الجهاز، فالعنوان لا يبدأ بـ https أو لا مكان فيه. للعمل بلا شبكة: تنزيله ملفاً.",
        "The chart is not kept on this device: its address has no https, or there is no room. To work without a network, download it as a file.",
    ),
    "kept": ("محفوظ على هذا الجهاز، ويعمل بلا شبكة.", "Kept on this device; it works without a network."),
    "forget": ("حذفه من هذا الجهاز", "Remove it from this device"),
    "forget-ask": (
        "يُحذف المخطط وموضع الوقوف فيه من هذا الجهاز، ولا يُفتح بعد ذلك إلا مع الشبكة. أيُحذف؟",
        "The chart and the row at which you stand go from this device; after that it opens only with a network. Remove it?",
    ),
    "forgotten": (
        "حُذف المخطط من هذا الجهاز. ومتى فُتح مع الشبكة حُفظ من جديد.",
        "The chart is gone from this device. Opened again with a network, it is kept anew.",
    ),
}


def words(language: str, quality: QualityClass | None = None) -> dict[str, str]:
    """Return every word of the page in one language; for a flat weave its places are cells, not knots."""
    known = {key: pair[language == "en"] for key, pair in WORDS.items()}
    counted = {} if quality is None else {key: said_of(known[key], quality) for key in ("knots", "knot")}
    return {**known, **counted}
