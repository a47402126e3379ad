"""What tests of the pages share: a browser of a role, addresses of a version, a printing."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from tests.production.acts import hand

PAPER = {
    "paper": "a4",
    "layout": "tiles",
    "marks": "both",
    "reading": "right",
    "view": "front",
    "extent": "whole",
    "overlap": "0",
    "language": "ar",
}


def client_of(user: User, language: str = "ar") -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["nawl_language"] = language
    return client


def as_role(role: str, version: ChartVersion) -> Client:
    return client_of(hand(role, version.design.facility))


def at(version: ChartVersion, name: str, *more: Any) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number, *more])


def text(client: Client, address: str, status: int = 200, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def printed(version: ChartVersion) -> tuple[ChartCopy, PrintJob]:
    by = hand(Role.WORKSHOP_SUPERVISOR, version.design.facility)
    client_of(by).post(at(version, "print-new"), {**PAPER, "is_copy": "on"})
    job = PrintJob.objects.unscoped("a test looks at a printing").select_related("copy").get()
    return job.copy, job
