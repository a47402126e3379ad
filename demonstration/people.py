"""Who signs in to the demonstration: one person for each role, with invented names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from demonstration.programme import HAYDARIYAH, SAFITA
from nawl.accounts.choices import Role

PASSWORD = "nawl-demo-2022"  # noqa: S105  # printed at every start; for synthetic data only


@dataclass(frozen=True)
class Person:
    """One sign-in: user name, name, role, and where (a P-code, a facility's code, or nothing for the programme)."""

    username: str
    full_name: str
    role: Role
    area: str = ""
    facility: str = ""
    title: str = ""


PEOPLE: tuple[Person, ...] = (
    Person("director", "هدى العلي", Role.PROGRAMME_DIRECTOR, title="مدير التنمية الريفية"),
    Person("tartous", "سامر إبراهيم", Role.GOVERNORATE_DIRECTOR, area="SY10", title="مدير محافظة: طرطوس"),
    Person("clerk", "ريم حسن", Role.CENTRE_CLERK, facility=SAFITA, title="موظف مركز: صافيتا"),
    Person("partner", "لينا خليل", Role.PARTNER, facility=HAYDARIYAH, title="جهة شريكة: الحيدرية"),
    Person("supervisor", "نجاح ديب", Role.WORKSHOP_SUPERVISOR, facility=SAFITA, title="مشرف مشغل: صافيتا"),
    Person("designer", "سلمى عيسى", Role.DESIGNER, title="مصمم سجاد"),
    Person("grants", "عمار يوسف", Role.GRANTS_OFFICER, area="SY10", title="مسؤول منح: طرطوس"),
    Person("finance", "سمر قاسم", Role.FINANCE_OFFICER, title="مسؤول مالي"),
    Person("union", "وليد ناصر", Role.UNION_OFFICE, area="SY13", title="المكتب الإقليمي للاتحاد"),
    Person("admin", "مدير النظام", Role.ADMINISTRATOR, title="مدير النظام"),
)


def sign_in_lines() -> Iterator[str]:
    """Say who can sign in, when the demonstration's people are there."""
    from demonstration.build import is_built

    if not is_built():
        yield "No demonstration here; `nawl demo` makes one. لا برنامج تجريبي هنا."
        return
    yield f"كلمة المرور للجميع · password for all: {PASSWORD}"
    for person in PEOPLE:
        yield f"  {person.username:<11} {person.role.value:<21} {person.title}"
