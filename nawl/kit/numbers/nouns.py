"""The things the programme counts, each with its six Arabic forms and its two English ones."""

from __future__ import annotations

from nawl.kit.numbers.plurals import Noun


def _noun(one: str, two: str, few: str, many: str, hundred: str, english: str) -> Noun:
    """Build a noun from «خدمة واحدة», «خدمتان», «خدمات», «خدمة», «خدمة» and "service services"."""
    en_one, en_other = english.split("|")
    return Noun(f"لا {few}", one, two, few, many, hundred, en_one, en_other)


NOUNS: dict[str, Noun] = {
    "person": _noun("شخص واحد", "شخصان", "أشخاص", "شخصاً", "شخص", "person|persons"),
    "beneficiary": _noun("مستفيد واحد", "مستفيدان", "مستفيدين", "مستفيداً", "مستفيد", "beneficiary|beneficiaries"),
    "family": _noun("أسرة واحدة", "أسرتان", "أسر", "أسرة", "أسرة", "family|families"),
    "user": _noun("مستخدم واحد", "مستخدمان", "مستخدمين", "مستخدماً", "مستخدم", "user|users"),
    "service": _noun("خدمة واحدة", "خدمتان", "خدمات", "خدمة", "خدمة", "service|services"),
    "activity": _noun("نشاط واحد", "نشاطان", "أنشطة", "نشاطاً", "نشاط", "activity|activities"),
    "centre": _noun("مركز واحد", "مركزان", "مراكز", "مركزاً", "مركز", "centre|centres"),
    "unit": _noun("وحدة واحدة", "وحدتان", "وحدات", "وحدة", "وحدة", "unit|units"),
    "facility": Noun(
        zero="لا مراكز ولا وحدات",
        one="مركز أو وحدة",
        two="اثنان من المراكز والوحدات",
        few="مراكز ووحدات",
        many="مركزاً ووحدة",
        hundred="مركز ووحدة",
        en_one="centre or unit",
        en_other="centres and units",
    ),
    "governorate": _noun("محافظة واحدة", "محافظتان", "محافظات", "محافظة", "محافظة", "governorate|governorates"),
    "district": _noun("منطقة واحدة", "منطقتان", "مناطق", "منطقة", "منطقة", "district|districts"),
    "partner": _noun("شريك واحد", "شريكان", "شركاء", "شريكاً", "شريك", "partner|partners"),
    "agreement": _noun("اتفاقية واحدة", "اتفاقيتان", "اتفاقيات", "اتفاقية", "اتفاقية", "agreement|agreements"),
    "minute": _noun("دقيقة واحدة", "دقيقتان", "دقائق", "دقيقة", "دقيقة", "minute|minutes"),
    "hour": _noun("ساعة واحدة", "ساعتان", "ساعات", "ساعة", "ساعة", "hour|hours"),
    "day": _noun("يوم واحد", "يومان", "أيام", "يوماً", "يوم", "day|days"),
    "month": _noun("شهر واحد", "شهران", "أشهر", "شهراً", "شهر", "month|months"),
    "year": _noun("سنة واحدة", "سنتان", "سنوات", "سنة", "سنة", "year|years"),
    "row": _noun("صف واحد", "صفان", "صفوف", "صفاً", "صف", "row|rows"),
    "line": _noun("سطر واحد", "سطران", "أسطر", "سطراً", "سطر", "line|lines"),
    "fault": _noun("خطأ واحد", "خطآن", "أخطاء", "خطأً", "خطأ", "fault|faults"),
    "change": _noun("تغيير واحد", "تغييران", "تغييرات", "تغييراً", "تغيير", "change|changes"),
    "file": _noun("ملف واحد", "ملفان", "ملفات", "ملفاً", "ملف", "file|files"),
    "page": _noun("صفحة واحدة", "صفحتان", "صفحات", "صفحة", "صفحة", "page|pages"),
    "record": _noun("تسجيل واحد", "تسجيلان", "تسجيلات", "تسجيلاً", "تسجيل", "record|records"),
    "entry": _noun("قيد واحد", "قيدان", "قيود", "قيداً", "قيد", "entry|entries"),
    "figure": _noun("رقم واحد", "رقمان", "أرقام", "رقماً", "رقم", "figure|figures"),
    "result": _noun("نتيجة واحدة", "نتيجتان", "نتائج", "نتيجة", "نتيجة", "result|results"),
    "indicator": _noun("مؤشر واحد", "مؤشران", "مؤشرات", "مؤشراً", "مؤشر", "indicator|indicators"),
    "report": _noun("تقرير واحد", "تقريران", "تقارير", "تقريراً", "تقرير", "report|reports"),
    "draft": _noun("مسودة واحدة", "مسودتان", "مسودات", "مسودة", "مسودة", "draft|drafts"),
    "version": _noun("نسخة واحدة", "نسختان", "نسخ", "نسخة", "نسخة", "version|versions"),
    "project": _noun("مشروع واحد", "مشروعان", "مشاريع", "مشروعاً", "مشروع", "project|projects"),
    "contract": _noun("عقد واحد", "عقدان", "عقود", "عقداً", "عقد", "contract|contracts"),
    "knot": _noun("عقدة واحدة", "عقدتان", "عقد", "عقدة", "عقدة", "knot|knots"),
    "cell": _noun("خانة واحدة", "خانتان", "خانات", "خانة", "خانة", "cell|cells"),
    "knot_row": _noun("سطر واحد", "سطران", "أسطر", "سطراً", "سطر", "row|rows"),
    "colour": _noun("لون واحد", "لونان", "ألوان", "لوناً", "لون", "colour|colours"),
    "design": _noun("تصميم واحد", "تصميمان", "تصاميم", "تصميماً", "تصميم", "design|designs"),
    "motif": _noun("نقش واحد", "نقشان", "نقوش", "نقشاً", "نقش", "motif|motifs"),
    "copy": _noun(
        "نسخة ورقية واحدة", "نسختان ورقيتان", "نسخ ورقية", "نسخة ورقية", "نسخة ورقية", "paper copy|paper copies"
    ),
    "lot": _noun("دفعة واحدة", "دفعتان", "دفعات", "دفعة", "دفعة", "lot|lots"),
    "word": _noun("كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة", "word|words"),
    "attempt": _noun("محاولة واحدة", "محاولتان", "محاولات", "محاولة", "محاولة", "attempt|attempts"),
}
