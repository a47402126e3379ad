"""Which record each address bears: of a governorate's own, by the name of its view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse

from nawl.production.models import ChartVersion
from nawl.production.rules.recipes import packed_recipe, wish_of
from nawl.weaving.composing import proposals
from tests.protection.worlds import DAYS, Weaving, World

Arguments = dict[str, Any]


def _facility(world: World) -> Arguments:
    return {"code": world.facilities[0].code}


def _day(world: World) -> Arguments:
    return {**_facility(world), "on": DAYS[-1]}


def _activity(world: World) -> Arguments:
    return {"code": world.activities[0].code}


def _organisation(world: World) -> Arguments:
    assert world.organisation
    return {"code": world.organisation.code}


def _agreement(world: World) -> Arguments:
    assert world.agreement
    return {"key": world.agreement.pk}


def _user(world: World) -> Arguments:
    return {"key": world.users["centre_clerk"].pk}


def _posting(world: World) -> Arguments:
    return {"key": world.users["centre_clerk"].postings.get().pk}


def _register(number: int) -> Callable[[World], Arguments]:
    return lambda world: {"pk": world.registers[number].pk}


def _report(world: World) -> Arguments:
    assert world.report
    return {"number": world.report.number}


def _report_file(world: World) -> Arguments:
    return {**_report(world), "language": "ar", "form": "html"}


def _history(kind: str, of: Callable[[World], Arguments]) -> Callable[[World], Arguments]:
    return lambda world: {"kind": kind, "key": next(iter(of(world).values()))}


def _weaving(world: World) -> Weaving:
    assert world.weaving
    return world.weaving


def _version(version: ChartVersion) -> Arguments:
    return {"serial": version.design.serial, "number": version.number}


def _locked(world: World) -> Arguments:
    return _version(_weaving(world).locked)


def _draft(world: World) -> Arguments:
    return _version(_weaving(world).draft)


def _flat(world: World) -> Arguments:
    return _version(_weaving(world).flat)


def _design(world: World) -> Arguments:
    return {"serial": _weaving(world).locked.design.serial}


def _file(world: World) -> Arguments:
    return {**_locked(world), "kind": "stitches"}


def _copy(world: World) -> Arguments:
    return {"serial": _weaving(world).copy.serial}


def _printing(world: World) -> Arguments:
    return {"key": _weaving(world).printing.pk}


def _lot(world: World) -> Arguments:
    return {"key": _weaving(world).lot.pk}


def _motif(world: World) -> Arguments:
    return {"code": _weaving(world).motif.code}


OF_WORKSHOP: dict[str, Callable[[World], Arguments]] = {
    "production:design": _design,
    "production:design-revise": _design,
    "production:compare": _design,
    "production:difference": _design,
    "production:version": _locked,
    "production:version-file": _file,
    "production:version-new": _locked,
    "production:version-send": _draft,
    "production:version-return": _draft,
    "production:version-lock": _draft,
    "production:version-retire": _locked,
    "production:version-lots": _locked,
    "production:version-slits": _flat,
    "production:picture-new": _draft,
    "production:chart-file-new": _draft,
    "production:picture": _locked,
    "production:chart-png": _locked,
    "production:chart-json": _locked,
    "production:chart-save": _draft,
    "production:studio": _draft,
    "production:studio-knots": _draft,
    "production:studio-keeper": _draft,
    "production:studio-behind": _draft,
    "production:studio-branch": _draft,
    "production:studio-picture": _draft,
    "production:compose": _draft,
    "production:compose-take": _draft,
    "production:talking": _locked,
    "production:talking-chart": _locked,
    "production:talking-voice": _locked,
    "production:talking-keeper": _locked,
    "production:talking-file": _locked,
    "production:voice": _facility,
    "production:voice-drop": _facility,
    "production:print-new": _locked,
    "production:print-job": _printing,
    "production:print-again": _printing,
    "production:print-pages": _printing,
    "production:copy": _copy,
    "production:lot": _lot,
    "production:lot-release": _lot,
    "production:lot-reject": _lot,
    "production:lot-new": _facility,
    "production:colour-new": _facility,
    "production:motif": _motif,
    "production:motif-picture": _motif,
}
"""Records of the first facility's workshop; whoever sees no designs at all is told so before a record is looked for."""

OF_FACILITY: dict[str, Callable[[World], Arguments]] = {
    "places:facility-revise": _facility,
    "places:facility-state": _facility,
    "places:facility-workshop": _facility,
    "activities:activity": _activity,
    "activities:activity-revise": _activity,
    "activities:activity-end": _activity,
    "activities:day-list": _facility,
    "activities:day": _day,
    "activities:day-cells": _day,
    "activities:day-close": _day,
    "activities:day-reopen": _day,
    "activities:day-print": _day,
    "collection:register": _register(0),
    "collection:register-record": _register(1),
    "collection:register-replace": _register(1),
    "collection:register-faults": _register(2),
    "collection:register-original": _register(0),
    "web:facility": _facility,
}
"""Records of the first facility, where the clerk and the supervisor are posted."""

OF_PARTNER: dict[str, Callable[[World], Arguments]] = {
    "partners:organisation": _organisation,
    "partners:organisation-revise": _organisation,
    "partners:agreement-end": _agreement,
}
"""Records of the alternative centre that a partner operates, and where the partner is posted."""

OF_GOVERNORATE: dict[str, Callable[[World], Arguments]] = {
    "reports:report": _report,
    "reports:report-file": _report_file,
}
"""Records of the whole governorate."""

OF_USERS: dict[str, Callable[[World], Arguments]] = {
    "places:user": _user,
    "places:user-password": _user,
    "places:user-close": _user,
    "places:posting-new": _user,
    "places:posting-end": _posting,
}
"""Pages of administrators, whose role is asked before the record is looked for."""

OF_NO_PLACE: dict[str, Arguments] = {
    "places:area": {"pcode": "SY1002"},
    "indicators:indicator": {"code": "people_served"},
    "production:class": {"code": "300"},
    "production:class-publish": {"code": "300"},
    "indicators:parts": {"code": "people_served"},
    "reports:report-draft-file": {"language": "ar", "form": "xlsx"},
    "ui:refusal": {"status": 404},
    "ui:specimen": {"lang": "en"},
}
"""Addresses that bear no record of a place: names of areas and indicators are the same for everybody."""

PUBLIC = {"reports:report-verify": _report}
"""Anybody may verify a report's number."""

HISTORIES = {
    "facility": _history("facility", _facility),
    "activity": _history("activity", _activity),
    "organisation": _history("organisation", _organisation),
    "design": _history("design", _design),
}

BOUND = {**OF_FACILITY, **OF_WORKSHOP, **OF_PARTNER, **OF_GOVERNORATE, **OF_USERS}


def bound_addresses(world: World) -> Iterator[tuple[str, str]]:
    """Give every address that bears a record of the governorate, with its view's name."""
    for name, of in BOUND.items():
        yield name, reverse(name, kwargs=of(world))
    for of in HISTORIES.values():
        yield "web:history", reverse("web:history", kwargs=of(world))


def asking_addresses(world: World) -> Iterator[str]:
    """Give addresses that ask for the governorate or its records in their query."""
    facility, activity = world.facilities[0].code, world.activities[0].code
    organisation = world.organisation.code if world.organisation else ""
    for place in (world.pcode, f"{world.pcode}02", facility):
        for period in ("2022-H1", "2022-07"):
            yield f"/programme/?place={place}&period={period}"
            yield f"/figures/people_served/?place={place}&period={period}"
            yield f"/indicators/people_served/?place={place}&period={period}"
            yield f"/reports/draft/?place={place}&period={period}"
        yield f"/reports/draft/ar.xlsx?place={place}&period=2022-H1"
        yield f"/facilities/?governorate={place}"
    yield f"/figures/people_served/?activity={activity}&by=partner&period=2022-H1"
    yield f"/figures/people_served/?partner={organisation}&period=2022-H1"
    yield f"/activities/?facility={facility}"
    yield f"/activities/?governorate={world.pcode}"
    yield f"/activities/new/?facility={facility}"
    yield f"/registers/template/?facility={facility}"
    yield f"/agreements/new/?organisation={organisation}&facility={facility}"
    yield from asking_production(world)
    for word in (facility, activity, organisation, world.pcode, world.mark[:2], "مركز", "اتفاقية"):
        for path in ("/search/", "/facilities/", "/activities/", "/organisations/", "/areas/", "/users/"):
            yield f"{path}?q={word}"


def asking_production(world: World) -> Iterator[str]:
    """Give addresses of the production that ask for a unit, its designs, copies, motifs and colours in their query."""
    weaving, unit = _weaving(world), world.facilities[0].code
    serial, motif, colour = weaving.locked.design.serial, weaving.motif.code, weaving.lot.colour.code
    recipe = packed_recipe(proposals(wish_of("سجادة حمراء"), 1, 7)[0])
    for word in (serial, weaving.copy.serial, motif, colour, unit, world.mark, "نول"):
        for path in ("/designs/", "/motifs/", "/chart-copies/"):
            yield f"{path}?q={word}"
    yield f"/designs/?governorate={world.pcode}"
    yield f"/designs/?facility={unit}"
    yield f"/yarns/?unit={unit}"
    yield f"/studio/motifs/?code={motif}"
    yield f"/motifs/{motif}/picture.png?knots=9"
    yield f"/composer/?unit={unit}"
    for path in ("picture.webp", "parts/", "new/"):
        yield f"/composer/{path}?unit={unit}&recipe={recipe}"
