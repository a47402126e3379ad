"""The words of registers as data: headings, sexes, ages, totals, in Arabic and English, as centres write them.

Each list is compared in the spelling of `word_key`: one shape per letter, no article, no punctuation.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nawl.kit.arabic import normalise

_PARENTHESES = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_SIGNS = re.compile(r"[^\w\s<>+≤≥]+|_")


LONGEST_NAME = 200
"""Nothing that a register names is longer; a longer text is compared, shown and remembered only so far."""


def word_key(text: str) -> str:
    """Return a heading or a choice for comparing: «الفئة العمرية :» and «فئه عمريه» are one."""
    return _word_key(text[:LONGEST_NAME])


@lru_cache(maxsize=10_000)
def _word_key(text: str) -> str:
    words = _SIGNS.sub(" ", normalise(text)).split()
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def without_hints(text: str) -> str:
    """Return a heading without what stands in brackets: «التاريخ (يوم/شهر/سنة)» is «التاريخ»."""
    return _PARENTHESES.sub(" ", text)


def _keys(text: str) -> frozenset[str]:
    return frozenset(word_key(part) for part in text.split("|"))


FIELDS: dict[str, frozenset[str]] = {
    "date": _keys(
        "التاريخ|اليوم|تاريخ اليوم|تاريخ الخدمة|يوم الخدمة|تاريخ تقديم الخدمة|تاريخ الزيارة|اليوم والتاريخ"
        "|date|day|service date|date of service|service day|visit date"
    ),
    "facility": _keys(
        "المركز|اسم المركز|الوحدة|اسم الوحدة|المركز أو الوحدة|المركز / الوحدة|مركز أو وحدة|اسم المركز أو الوحدة|المنشأة"
        "|facility|centre|center|unit|facility name|centre name|center name|name of centre|name of facility"
        "|centre or unit"
    ),
    "facility_code": _keys(
        "رمز المركز|رمز الوحدة|رمز المركز أو الوحدة|كود المركز|رقم المركز|facility code|centre code|center code|unit code"
    ),
    "activity": _keys("النشاط|اسم النشاط|عنوان النشاط|الفعالية|activity|activity title|activity name"),
    "activity_code": _keys("رمز النشاط|كود النشاط|رقم النشاط|activity code"),
    "service": _keys(
        "الخدمة|اسم الخدمة|نوع الخدمة|الخدمة المقدمة|بيان الخدمة|service|service name|service type|type of service"
        "|kind of service"
    ),
    "service_code": _keys("رمز الخدمة|كود الخدمة|service code"),
    "sex": _keys("الجنس|النوع الاجتماعي|ذكر/أنثى|ذكر أو أنثى|sex|gender|male/female"),
    "age_band": _keys(
        "الفئة العمرية|العمر|السن|فئة العمر|الفئات العمرية|الشريحة العمرية|age|age band|age group|age range|ages"
    ),
    "code": _keys("الرمز|الكود|رمز|code|id code"),
    "kind": _keys("النوع|نوع المركز|نوع الوحدة|التصنيف|نوع المنشأة|kind|facility kind|facility type|kind of facility"),
    "name_ar": _keys("الاسم|الاسم بالعربية|الاسم العربي|اسم|name|arabic name|name arabic|name ar|name in arabic"),
    "name_en": _keys(
        "الاسم بالإنكليزية|الاسم بالإنجليزية|الاسم الأجنبي|english name|name english|name en|name in english"
    ),
    "governorate": _keys("المحافظة|governorate|province|mohafaza"),
    "district": _keys("المنطقة|district"),
    "subdistrict": _keys("الناحية|sub-district|subdistrict|nahia"),
    "community": _keys("القرية|التجمع|البلدة|القرية أو التجمع|القرية أو البلدة|village|community|town|village or town"),
    "place_code": _keys("رمز المكان|رمز الموقع|رمز الناحية|رمز القرية|place code|p-code|pcode|p code|area code"),
    "latitude": _keys("خط العرض|العرض|latitude|lat"),
    "longitude": _keys("خط الطول|الطول|longitude|lon|long|lng"),
    "opened_on": _keys("تاريخ الافتتاح|افتتح في|تاريخ الإحداث|الافتتاح|opened on|opening date|opened|date opened"),
    "state": _keys("الحالة|حالة المركز|الوضع|state|status"),
    "partner": _keys(
        "الجهة الشريكة|الشريك|الجهة المشغلة|الجهة المنفذة|الجمعية|بالشراكة مع|partner|operating partner|partner organisation"
        "|partner organization|with partner|operator"
    ),
    "agreement_number": _keys("رقم الاتفاقية|الاتفاقية|agreement|agreement number|agreement no"),
    "crafts": _keys(
        "حرف المشغل|المشغل الإنتاجي|الحرف|المشغل|مشغل|workshop|workshop crafts|crafts|production workshop|workshop craft"
    ),
    "type": _keys("نوع النشاط|تصنيف النشاط|activity type|type of activity|kind of activity|type"),
    "title": _keys("العنوان|عنوان|اسم الدورة|title"),
    "starts_on": _keys(
        "تاريخ البدء|تاريخ البداية|البداية|البدء|من تاريخ|يبدأ في|تاريخ بدء النشاط|start|start date|starts on|begins|begins on"
        "|from date|starts"
    ),
    "ends_on": _keys(
        "تاريخ الانتهاء|تاريخ النهاية|النهاية|الانتهاء|إلى تاريخ|ينتهي في|تاريخ انتهاء النشاط|end|end date|ends on|ends"
        "|to date"
    ),
    "reach": _keys(
        "العدد المستهدف|المستهدفون|عدد المستهدفين|المستهدف|الوصول المستهدف|الوصول|reach|target|target number|persons to reach|planned reach"
    ),
}

PASSED_OVER = _keys(
    "م|ت|رقم|الرقم|الرقم التسلسلي|تسلسل|مسلسل|ملاحظات|ملاحظة|الملاحظات|اسم اليوم|التوقيع|اسم المسجل|no|nr|number|serial|#"
    "|notes|note|remarks|comments|weekday|signature|recorded by|s n"
)
"""Headings whose columns are known to hold nothing to record."""

CONTACTS = (
    "عدد الخدمات المقدمة|الخدمات المقدمة|عدد الخدمات|عدد مرات الخدمة|مرات الخدمة|مرات تلقي الخدمة|خدمات مقدمة|الخدمات|خدمات"
    "|عدد الزيارات|الزيارات|العدد|عدد|number of services delivered|services delivered|number of services|services given"
    "|services|contacts|number of contacts|number of visits|visits|count"
)
FIRST_VISITS = (
    "عدد الزيارات الأولى هذا العام|الزيارات الأولى هذا العام|الزيارات الأولى هذه السنة|الزيارة الأولى في السنة"
    "|عدد الزيارات الأولى|الزيارات الأولى|الزيارة الأولى|زيارة أولى|زيارات أولى|أول زيارة|منهم لأول مرة|لأول مرة"
    "|المستفيدون الجدد|مستفيدون جدد|المستفيدين الجدد|عدد المستفيدين الجدد|مستفيد جديد|أشخاص جدد|جديد|جدد"
    "|first visits this year|number of first visits|of them first visits|first visits|first visit|new beneficiaries"
    "|new persons|new people|persons served for the first time|new clients|new visits|new"
)
MEASURES: dict[str, frozenset[str]] = {"contacts": _keys(CONTACTS), "first_visits": _keys(FIRST_VISITS)}

SEXES: dict[str, frozenset[str]] = {
    "f": _keys("أنثى|إناث|نساء|بنات|فتيات|امرأة|سيدات|ث|female|females|f|women|woman|girls|girl"),
    "m": _keys("ذكر|ذكور|ذ|رجال|بنين|أولاد|شباب ذكور|رجل|male|males|m|men|man|boys|boy"),
    "u": _keys("غير محدد|غير مسجل|غير معروف|بلا|مجهول|unknown|not recorded|not stated|u|n a|unspecified"),
}
UNKNOWN_AGE = _keys("غير محدد|غير مسجل|غير معروف|مجهول|unknown|not recorded|not stated|u|n a|unspecified")

BANDS: dict[tuple[int, int | None], str] = {
    (0, 4): "00-04",
    (5, 17): "05-17",
    (18, 29): "18-29",
    (30, 59): "30-59",
    (60, None): "60+",
}

TOTALS = _keys(
    "مجموع|المجموع|المجموع العام|المجموع الكلي|مجموع كلي|الإجمالي|إجمالي|الإجمالي العام|إجمالي عام|الجملة|جملة"
    "|المجموع النهائي|total|totals|grand total|sum|subtotal|sub total|overall total|all"
)
TOTAL_STARTS = ("مجموع", "اجمالي", "جمله", "total", "grand total", "subtotal", "sum of")

FILLERS = _keys(
    "من|في|عدد|فئة|فئات|عمر|عمرية|سنة|سنوات|عام|أعوام|سن|و|هذا|هذه|years|year|yrs|yr|old|age|ages|aged|of|the|no|number|y"
)
"""Words that say nothing beside a sex, an age or a measure."""

DITTO = frozenset({'"', "''", "〃", "//", "=", "″", "”", "“", "نفسه", "كذلك", "ditto"})
"""Signs by which a clerk repeats what stands above."""

NOTHING = frozenset({"", "-", "–", "—", "_", ".", "/", "--", "---", "×", "x", "لا يوجد", "لا شيء", "nil", "none"})
"""What stands where nothing was counted."""

OWN_SHEETS = _keys("القوائم|كيفية التعبئة|الأخطاء|Lists|How to fill in|Faults")
"""Sheets that our own template and marked registers carry beside the register."""

FACILITY_KINDS: dict[str, frozenset[str]] = {
    "centre": _keys("مركز تنمية ريفية|مركز|مركز التنمية الريفية|مركز ريفي|rural development centre|centre|center|rdc"),
    "unit": _keys("وحدة صناعات ريفية|وحدة|وحدة الصناعات الريفية|rural industries unit|unit|riu"),
    "alternative": _keys("مركز بديل|المركز البديل|بديل|alternative centre|alternative center|alternative|alt"),
}
FACILITY_STATES: dict[str, frozenset[str]] = {
    "planned": _keys("مخطط|مقرر|قيد الإحداث|planned"),
    "open": _keys("مفتوح|يعمل|عامل|فعال|open|working|active"),
    "rehabilitation": _keys("قيد التأهيل|تأهيل|under rehabilitation|rehabilitation"),
    "suspended": _keys("متوقف|موقوف|متوقف مؤقتاً|suspended"),
    "closed": _keys("مغلق|closed"),
}
