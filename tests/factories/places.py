"""Areas, facilities and postings for tests; the same calls always make the same places."""

from __future__ import annotations

from datetime import date
from typing import Any

from nawl.accounts.models import User
from nawl.kit.arabic import normalise
from nawl.places.choices import FacilityKind, FacilityState, Level
from nawl.places.models import Area, AreaName, Facility, FacilityStatus, Posting, Workshop
from nawl.places.rules import spelling_key
from tests.factories.accounts import make_user

GOVERNORATES = {
    "SY01": ("دمشق", "Damascus"),
    "SY02": ("حلب", "Aleppo"),
    "SY03": ("ريف دمشق", "Rural Damascus"),
    "SY04": ("حمص", "Homs"),
    "SY05": ("حماة", "Hama"),
    "SY06": ("اللاذقية", "Lattakia"),
    "SY07": ("إدلب", "Idleb"),
    "SY08": ("الحسكة", "Al-Hasakeh"),
    "SY09": ("دير الزور", "Deir-ez-Zor"),
    "SY10": ("طرطوس", "Tartous"),
    "SY11": ("الرقة", "Ar-Raqqa"),
    "SY12": ("درعا", "Dar'a"),
    "SY13": ("السويداء", "As-Sweida"),
    "SY14": ("القنيطرة", "Quneitra"),
}
DISTRICTS = {
    "SY0301": ("مركز ريف دمشق", "Rural Damascus"),
    "SY1000": ("طرطوس", "Tartous"),
    "SY1002": ("بانياس", "Banyas"),
    "SY1003": ("صافيتا", "Safita"),
    "SY1300": ("السويداء", "As-Sweida"),
    "SY1302": ("صلخد", "Salkhad"),
}
KIND_LETTERS = {"centre": "RDC", "unit": "RIU", "alternative": "ALT"}
KIND_NAMES = {
    "centre": ("مركز التنمية الريفية في {}", "Rural development centre in {}"),
    "unit": ("وحدة الصناعات الريفية في {}", "Rural industries unit in {}"),
    "alternative": ("المركز البديل في {}", "Alternative centre in {}"),
}


def make_area(
    pcode: str, level: int, *, parent: Area | None = None, name_ar: str = "", name_en: str = "", **fields: Any
) -> Area:
    """Make an area, or return the one that has the code."""
    standing = Area.objects.filter(pcode=pcode).first()
    if standing:
        return standing
    area = Area.objects.create(
        pcode=pcode,
        level=level,
        parent=parent,
        path=f"{parent.path if parent else ''}{pcode}/",
        name_ar=name_ar or f"مكان {pcode}",
        name_en=name_en or f"Place {pcode}",
        **fields,
    )
    texts = {spelling_key(text): text for text in (area.name_ar, area.name_en)}
    AreaName.objects.bulk_create(AreaName(area=area, text=text, key=key) for key, text in texts.items())
    return area


def make_country() -> Area:
    """Make Syria, the area above all governorates."""
    return make_area("SY", Level.COUNTRY, name_ar="سورية", name_en="Syria")


def make_governorate(pcode: str = "SY10", **fields: Any) -> Area:
    """Make a governorate; those of Syria have their own names."""
    name_ar, name_en = GOVERNORATES.get(pcode, ("", ""))
    named = {"name_ar": name_ar, "name_en": name_en, **fields}
    return make_area(pcode, Level.GOVERNORATE, parent=make_country(), **named)


def make_district(pcode: str = "SY1003", **fields: Any) -> Area:
    """Make a district and the governorate that it lies in."""
    name_ar, name_en = DISTRICTS.get(pcode, ("", ""))
    named = {"name_ar": name_ar, "name_en": name_en, **fields}
    return make_area(pcode, Level.DISTRICT, parent=make_governorate(pcode[:4]), **named)


def make_subdistrict(pcode: str = "SY100300", **fields: Any) -> Area:
    """Make a subdistrict and the areas that it lies in."""
    return make_area(pcode, Level.SUBDISTRICT, parent=make_district(pcode[:6]), **fields)


def make_facility(
    code: str = "",
    *,
    at: Area | None = None,
    kind: str = FacilityKind.CENTRE,
    name_ar: str = "",
    name_en: str = "",
    state: str = FacilityState.OPEN,
    opened_on: date | None = date(1998, 3, 1),
    **fields: Any,
) -> Facility:
    """Make a facility, in Safita district unless told otherwise, and the first turn of its life."""
    area = at or make_district()
    lineage = {above.level: above for above in _lineage(area)}
    district = lineage.get(Level.DISTRICT)
    place = district or lineage[Level.GOVERNORATE]
    code = code or _next_code(place.pcode, kind)
    name_ar = name_ar or KIND_NAMES[kind][0].format(area.name_ar)
    name_en = name_en or KIND_NAMES[kind][1].format(area.name_en)
    facility = Facility.objects.create(
        code=code,
        kind=kind,
        name_ar=name_ar,
        name_en=name_en,
        search_key=normalise(f"{name_ar} {name_en} {code}"),
        area=area,
        governorate=lineage[Level.GOVERNORATE],
        district=district,
        place_path=area.path,
        state=state,
        opened_on=opened_on,
        **fields,
    )
    FacilityStatus.objects.create(facility=facility, state=state, since=opened_on or date(2022, 1, 1))
    return facility


def make_workshop(facility: Facility, *, name_ar: str = "مشغل السجاد اليدوي", **fields: Any) -> Workshop:
    """Give a facility its production workshop."""
    named = {"name_en": "Carpet workshop", "crafts_ar": "سجاد يدوي", "crafts_en": "hand-made carpets", **fields}
    return Workshop.objects.create(facility=facility, name_ar=name_ar, **named)


def post(
    user: User,
    role: str,
    at: Area | Facility | None = None,
    *,
    starts_on: date = date(2020, 1, 1),
    ends_on: date | None = None,
) -> Posting:
    """Give a user a role at an area or facility; without a place, over the whole programme."""
    _forget(user)
    return Posting.objects.create(
        user=user,
        role=role,
        area=at if isinstance(at, Area) else None,
        facility=at if isinstance(at, Facility) else None,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def make_user_as(role: str, at: Area | Facility | None = None, username: str = "", **fields: Any) -> User:
    """Make a user who holds a role at a place."""
    user = make_user(username, **fields)
    post(user, role, at)
    return user


def _next_code(pcode: str, kind: str) -> str:
    start = f"{pcode}-{KIND_LETTERS[kind]}-"
    standing = Facility.objects.unscoped("a test needs the next code").filter(code__startswith=start).count()
    return f"{start}{standing + 1:02d}"


def _lineage(area: Area) -> list[Area]:
    above = [area]
    while above[-1].parent:
        above.append(above[-1].parent)
    return above


def _forget(user: User) -> None:
    for note in ("_kept_scope", "_kept_charges"):
        user.__dict__.pop(note, None)
