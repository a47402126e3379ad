"""Every fault and remark as an Arabic reader reads it: whole sentences, golden."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from nawl.accounts.models import User
from nawl.activities.models import Activity
from nawl.collection.checking import Examination, examine
from nawl.collection.findings import Choice, Finding, from_json, ranges, to_json
from nawl.collection.reading import Limits
from nawl.collection.wording import rows_in_words, sentence_of, told
from nawl.places.models import Facility
from nawl.ui.sentences import all_sentences
from nawl.ui.sentences.collection import SENTENCES
from tests.factories.activities import make_activity
from tests.factories.places import make_district, make_facility
from tests.factories.registers import HEADINGS, as_xlsx, line, tallies

pytestmark = pytest.mark.django_db
DAY = date(2022, 6, 1)


def examined(content: bytes, by: User, facility: Facility | None = None) -> Examination:
    return examine(content, "سجل.xlsx", by=by, facility=facility, limits=Limits())


FAULTS = {
    "service": (line(service="فحص طبيي"), "C", "لا خدمة باسم «فحص طبيي». لعلّها «فحص طبي عام»؟"),
    "English service": (line(service="medical chek"), "C", "لا خدمة باسم «\u2068medical chek\u2069». لعلّها «\u2068General medical check\u2069»؟"),
    "service like none": (
        line(service="زراعة"),
        "C",
        "لا خدمة باسم «زراعة»، ولا خدمة قريبة منها في الاسم. الخدمات كلها في السجل الفارغ.",
    ),
    "no service": (line(service=""), "C", "الخدمة ناقصة."),
    "activity": (line(activity="عيادة المراكز"), "B", "لا نشاط هنا باسم «عيادة المراكز». لعلّه «عيادة المركز»؟"),
    "activity like none": (line(activity="بناء"), "B", "لا نشاط هنا باسم «بناء». الأنشطة هنا: عيادة المركز."),
    "service of another activity": (
        line(service="دعم اجتماعي"),
        "C",
        "لا تُسجَّل خدمة «دعم اجتماعي» في «عيادة المركز».",
    ),
    "sex": (line(sex="طفل"), "D", "«طفل» ليس من قيم الجنس: أنثى، ذكر، غير مسجَّل."),
    "no sex": (line(sex=""), "D", "الجنس ناقص. وحيث لم يُسجَّل يُكتب «غير مسجَّل»."),
    "age": (line(band="34"), "E", "«34» ليست من الفئات العمرية. لعلّها «30 إلى 59»؟"),
    "no age": (line(band=""), "E", "الفئة العمرية ناقصة. وحيث لم تُسجَّل يُكتب «غير مسجَّل»."),
    "age that is none": (
        line(band="كبار"),
        "E",
        "«كبار» ليست من الفئات العمرية: 0 إلى 4، 5 إلى 17، 18 إلى 29، 30 إلى 59، 60 فأكثر.",
    ),
    "no day": (line(""), "A", "التاريخ ناقص."),
    "day": (line("أمس"), "A", "«أمس» ليس تاريخاً. يُكتب التاريخ هكذا: 14/7/2022، واليوم أولاً."),
    "month first": (line("6/14/2022"), "A", "في «6/14/2022» الشهر قبل اليوم. لعلّ المقصود 14/6/2022؟"),
    "future": (line(date(2022, 9, 1)), "A", "تاريخ الخدمة 1 أيلول 2022 بعد تاريخ اليوم."),
    "half a service": (line(contacts=2.5), "F", "«2.5» ليس عدداً صحيحاً، والأشخاص والخدمات تُعدّ صحيحة."),
    "a word": (line(contacts="خمسة"), "F", "«خمسة» ليس عدداً صحيحاً."),
    "a day for a count": (
        line(contacts=date(2022, 6, 3)),
        "F",
        "هنا تاريخ (2022-06-03) في موضع عدد. لعلّ برنامج الجداول غيّر ما كُتب.",
    ),
    "below nought": (line(contacts=-2, first_visits=""), "F", "لا يكون العدد أقل من صفر."),
    "first visits alone": (line(contacts="", first_visits=2), "G", "هنا زيارات أولى من غير عدد خدمات إلى جانبها."),
    "more first visits": (
        line(contacts=3, first_visits=9),
        "G",
        "الزيارات الأولى 9، وهي أكثر من الخدمات 3. كل زيارة أولى هي إحدى الخدمات.",
    ),
    "impossible": (
        line(service="متابعة حمل", sex="ذكر"),
        "F",
        "لا تُقدَّم خدمة «متابعة حمل» لهذه الفئة: ذكر، 18 إلى 29.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_a_whole_sentence_at_its_cell(name: str, centre: Facility, clerk: User) -> None:
    row, column, sentence = FAULTS[name]
    faults = told(examined(tallies([row]), clerk, centre).faults.all())
    assert [(fault.rows, fault.column, fault.sentence) for fault in faults] == [("2", column, sentence)]
    assert faults[0].place == f"الورقة «السجل»، الصف 2، العمود {column}"


def test_the_same_cell_counted_twice_names_both_rows(centre: Facility, clerk: User) -> None:
    faults = told(examined(tallies([line(), line(sex="ذكر"), line()]), clerk, centre).faults.all())
    assert [fault.sentence for fault in faults] == [
        "اليوم والخدمة والجنس والعمر أنفسها معدودة في الصف 2، ولا يصحّ إلا أحد الصفين."
    ]
    assert faults[0].rows == "4"


def test_the_same_cell_counted_on_two_sheets_names_the_sheet(centre: Facility, clerk: User) -> None:
    content = as_xlsx([HEADINGS, line()], أيلول=[HEADINGS, [], line()])
    assert [fault.sentence for fault in told(examined(content, clerk, centre).faults.all())] == [
        "اليوم والخدمة والجنس والعمر أنفسها معدودة في الصف 2 من الورقة «السجل»، ولا يصحّ إلا أحد الصفين."
    ]


def test_many_rows_with_one_fault_are_told_once(centre: Facility, clerk: User) -> None:
    rows = [line(date(2022, 6, day), service="تغذية") for day in range(1, 9)]
    found = examined(tallies(rows), clerk, centre)
    assert found.faults.count == 8
    assert [fault.rows for fault in told(found.faults.all())] == ["2 إلى 9"]


def test_a_register_without_its_columns_says_which(centre: Facility, clerk: User) -> None:
    content = as_xlsx([["التاريخ", "الخدمة", "عدد المستفيدين"], [DAY, "فحص طبي عام", 4]])
    assert [fault.sentence for fault in told(examined(content, clerk, centre).faults.all())] == [
        "الجنس ناقص: لا عمود له ولا عناوين للإناث والذكور.",
        "الفئة العمرية ناقصة: لا عمود لها ولا عناوين فيها أعمار.",
        "عمود عدد الخدمات ناقص. كلمة «المستفيدين» وحدها لا تقول هل المعدود خدمات أم أشخاص.",
    ]


def test_an_activity_that_is_not_named_is_found_when_only_one_counts_the_service(centre: Facility, clerk: User) -> None:
    headings = [heading for heading in HEADINGS if heading != "النشاط"]
    row = line()
    del row[1]
    assert examined(as_xlsx([headings, row]), clerk, centre).is_sound
    make_activity(centre, "health", title="العيادة المتنقلة")
    faults = told(examined(as_xlsx([headings, row]), clerk, centre).faults.all())
    assert [fault.sentence for fault in faults] == [
        "تُعدّ خدمة «فحص طبي عام» هنا في عدة أنشطة: عيادة المركز والعيادة المتنقلة. يلزم ذكر النشاط."
    ]


def test_a_day_outside_the_activity_is_a_fault_by_the_rules_of_the_daily_sheet(
    centre: Facility, clerk: User, clinic: Activity
) -> None:
    clinic.ends_on = date(2022, 5, 31)
    clinic.save()
    faults = examined(tallies([line()]), clerk, centre).faults.all()
    assert [fault.code for fault in faults] == ["activity_over"]


def test_a_title_of_another_centre_is_a_fault(centre: Facility, clerk: User) -> None:
    director_sees = make_facility(at=make_district("SY1002"))
    from tests.factories.places import make_user_as

    director = make_user_as("governorate_director", centre.governorate)
    content = as_xlsx([[f"سجل {director_sees.code}"], HEADINGS, line()])
    faults = told(examined(content, director, centre).faults.all())
    assert [fault.sentence for fault in faults] == [
        f"العنوان فوق الجدول «\u2068سجل {director_sees.code}\u2069» يذكر غير المركز المختار، وهو \u2068{centre.name_ar} ({centre.code})\u2069."
    ]


def test_remarks_say_how_the_register_was_understood(centre: Facility, clerk: User) -> None:
    headings = [*HEADINGS[:6], "رأي"]
    content = as_xlsx(
        [headings, [*line("3/6/2022")[:6], "x"], ["4/6/2022", "", "", "", "", "", ""], ["المجموع", "", "", "", "", 3]]
    )
    remarks = {remark.sentence for remark in told(from_json(examined(content, clerk, centre).preview["remarks"]))}
    assert remarks == {
        "العمود «رأي» لم يُفهم عنوانه فلم يُقرأ.",
        "قُرئت التواريخ مثل «3/6/2022» واليوم أولاً: 3 حزيران 2022.",
        "لا أرقام في هذه الصفوف، فلم تُؤخذ.",
        "المجاميع المكتوبة هنا مطابقة للصفوف التي فوقها.",
        "لا زيارات أولى في هذا السجل، فتُسجَّل منه الخدمات ولا يُعدّ منه المستفيدون. وما سُجّل من زيارات أولى قبله يبقى.",
    }


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_stands_in_both_languages(code: str, language: str) -> None:
    with translation.override(language):
        text = str(all_sentences()[code])
    is_arabic = any("\u0621" <= sign <= "\u064a" for sign in text)
    assert is_arabic == (language == "ar")


def test_findings_are_kept_and_come_back_as_they_were() -> None:
    facts = (("text", "x"), ("day", DAY), ("band", Choice("age_band", "60+")), ("titles", ("أ", "ب")), ("sum", 3))
    finding = Finding("activity_needed", "ورقة", "C", "الخدمة", facts, (3, 4, 9))
    assert from_json(to_json([finding])) == [finding]


def test_rows_are_told_as_runs() -> None:
    assert ranges([5, 6, 7, 9]) == [[5, 7], [9, 9]]
    assert rows_in_words([5, 6, 7, 9]) == "5 إلى 7، 9"
    assert rows_in_words(range(1, 40, 3)).endswith("…")


def test_a_choice_in_a_sentence_is_in_the_readers_words() -> None:
    finding = Finding("age_band_unread_near", "", "", "", (("text", "70"), ("band", Choice("age_band", "60+"))), ())
    assert sentence_of(finding) == "«70» ليست من الفئات العمرية. لعلّها «60 فأكثر»؟"
