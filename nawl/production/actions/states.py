"""A version goes to review, comes back, is locked for good, and is retired."""

from __future__ import annotations

from django.db import transaction

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.database import lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import REASON, locked_version
from nawl.production.actions.trail import record_version
from nawl.production.choices import VersionState
from nawl.production.models import ChartVersion, Design
from nawl.production.queries.charts import chart_of
from nawl.production.queries.reckoning import reckoning_of
from nawl.production.rules import DRAWERS, LOCKERS, ensure_follows, faults_of_review, takes_the_place_of
from nawl.production.rules.states import Make


@transaction.atomic
def send_to_review(version: ChartVersion, *, by: User) -> ChartVersion:
    """Hand a drawing over to be looked at; from now on nobody draws on it. Raises `chart_not_whole`."""
    version = locked_version(version)
    ensure_may(by, DRAWERS, at=version.design.facility)
    ensure_follows(version.state, VersionState.REVIEW)
    _ensure_whole(version)
    version.state, version.sent_on = VersionState.REVIEW, today()
    version.save(update_fields=["state", "sent_on"])
    record_version(
        "production.version_sent", version, by, {"revision": version.revision, "sha256": version.fingerprint}
    )
    return version


@transaction.atomic
def return_to_draft(version: ChartVersion, *, reason: str, by: User) -> ChartVersion:
    """Give a drawing back to be drawn on, and say what is to be mended."""
    version = locked_version(version)
    ensure_may(by, (*LOCKERS, *DRAWERS), at=version.design.facility)
    ensure_follows(version.state, VersionState.DRAFT)
    version.state, version.sent_on = VersionState.DRAFT, None
    version.save(update_fields=["state", "sent_on"])
    record_version("production.version_returned", version, by, {"reason": _given(reason)})
    return version


@transaction.atomic
def lock_version(version: ChartVersion, *, by: User) -> ChartVersion:
    """Lock a reviewed version for good; the locked version of the same design, class and size gives way to it.

    The chart is read back and its fingerprint checked first; from then on the database refuses every change of it.
    """
    lock_rows(Design.objects.unscoped(REASON).filter(pk=version.design_id)).get()  # two of one make come one by one
    version = locked_version(version)
    ensure_may(by, LOCKERS, at=version.design.facility)
    ensure_follows(version.state, VersionState.LOCKED)
    _ensure_whole(version)
    chart = chart_of(version)
    version.state, version.locked_on, version.locked_by = VersionState.LOCKED, today(), by
    version.reckoning = reckoning_of(chart, version.design.facility).as_dict()
    version.save(update_fields=["state", "locked_on", "locked_by", "reckoning"])
    given_way = _supersede(version)
    facts = {"sha256": chart.fingerprint, "superseded": given_way}
    record_version("production.version_locked", version, by, facts)
    return version


@transaction.atomic
def retire_version(version: ChartVersion, *, reason: str, by: User) -> ChartVersion:
    """Take a locked version out of use for new pieces; what was woven from it keeps it."""
    version = locked_version(version)
    ensure_may(by, LOCKERS, at=version.design.facility)
    ensure_follows(version.state, VersionState.RETIRED)
    version.state = VersionState.RETIRED
    version.save(update_fields=["state"])
    record_version("production.version_retired", version, by, {"reason": _given(reason)})
    return version


def _supersede(version: ChartVersion) -> list[int]:
    """Set the locked versions of the same make as superseded; return their numbers."""
    rows = ChartVersion.objects.unscoped(REASON).filter(design=version.design, state=VersionState.LOCKED)
    standing = list(rows.exclude(pk=version.pk).select_related("quality"))
    given_way = [one for one in standing if takes_the_place_of(_make(version), _make(one))]
    for one in given_way:
        one.state = VersionState.SUPERSEDED
        one.save(update_fields=["state"])
    return [one.number for one in given_way]


def _make(version: ChartVersion) -> Make:
    return Make(version.quality.code, version.width_cm, version.length_cm)


def _ensure_whole(version: ChartVersion) -> None:
    used = sum(1 for knots in version.counts if knots)
    for fault in faults_of_review(unset=version.unset, colours=used, most=version.colours):
        raise fault


def _given(reason: str) -> str:
    if not reason.strip():
        raise NotPossible("version_reason_missing")
    return reason.strip()[:240]
