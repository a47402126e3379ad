"""Which record each address bears: of a governorate's own, by the name of its view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse

from tests.protection.worlds import DAYS, World

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
}

BOUND = {**OF_FACILITY, **OF_PARTNER, **OF_GOVERNORATE, **OF_USERS}


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
    for word in (facility, activity, organisation, world.pcode, world.mark[:2], "مركز", "اتفاقية"):
        for path in ("/search/", "/facilities/", "/activities/", "/organisations/", "/areas/", "/users/"):
            yield f"{path}?q={word}"
