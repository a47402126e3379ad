"""A flat weave's slits are found and broken by steps; a pile carpet has none."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.kit.errors import Conflict, NotAllowed, NotPossible
from nawl.production.actions import save_draft, send_to_review
from nawl.production.actions.slits import step_slits
from nawl.production.queries.charts import chart_of
from nawl.weaving.flat import longest_slit
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import DYES, make_class, make_version, reread

pytestmark = pytest.mark.django_db


@pytest.fixture
def facility():
    """A unit."""
    return make_facility()


@pytest.fixture
def kilim(facility):
    """A flat weave of two broad upright stripes: one slit from edge to edge."""
    version = make_version(facility, quality=make_class("kilim"), size=(Decimal(20), Decimal(20)))
    grid = np.zeros((version.high, version.wide), np.uint8)
    grid[:, version.wide // 2 :] = 1
    save_draft(version, grid, list(DYES), revision=version.revision, key=uuid4(), by=make_system_user())
    return reread(version)


def test_steps_break_the_slit_and_leave_an_entry(kilim):
    assert longest_slit(chart_of(kilim)) == kilim.high
    changed = step_slits(kilim, 8, revision=kilim.revision, by=make_system_user())
    assert changed > 0
    assert longest_slit(chart_of(reread(kilim))) <= 8
    entry = AuditEntry.objects.get(verb="production.slits_stepped")
    assert entry.changes["cells"] == changed


def test_where_no_slit_is_so_long_nothing_changes_and_nothing_is_told(kilim):
    assert step_slits(kilim, kilim.high, revision=kilim.revision, by=make_system_user()) == 0
    assert reread(kilim).revision == kilim.revision
    assert not AuditEntry.objects.filter(verb="production.slits_stepped").exists()


def test_who_does_not_draw_breaks_no_slit(kilim, facility):
    with pytest.raises(NotAllowed):
        step_slits(kilim, 8, revision=kilim.revision, by=make_user_as(Role.CENTRE_CLERK, facility))


def test_a_drawing_that_was_saved_meanwhile_or_sent_is_left_alone(kilim):
    with pytest.raises(Conflict):
        step_slits(kilim, 8, revision=kilim.revision - 1, by=make_system_user())
    with pytest.raises(NotPossible, match="version_not_open"):
        step_slits(send_to_review(kilim, by=make_system_user()), 8, revision=1, by=make_system_user())


def test_the_page_names_the_slit_as_it_is_read_at_the_loom_and_breaks_it(kilim, facility):
    client = Client()
    client.force_login(make_user_as(Role.DESIGNER, facility))
    address = reverse("production:version-slits", args=[kilim.design.serial, kilim.number])
    page = client.get(address, {"rows": "8"}).content.decode()
    assert f"<bdi>{kilim.wide // 2}</bdi>" in page
    assert f"<bdi>{kilim.wide // 2 + 1}</bdi>، من اليسار" in page
    answered = client.post(address, {"rows": "8", "revision": kilim.revision})
    assert answered.status_code == 302
    assert longest_slit(chart_of(reread(kilim))) <= 8


@pytest.mark.parametrize("rows", ["0", "-2", "many", "99999999"])
def test_a_length_that_is_none_is_told(kilim, facility, rows):
    client = Client()
    client.force_login(make_user_as(Role.DESIGNER, facility))
    address = reverse("production:version-slits", args=[kilim.design.serial, kilim.number])
    assert client.get(address, {"rows": rows}).status_code == 422


def test_a_pile_carpet_has_no_page_of_slits(facility):
    client = Client()
    client.force_login(make_user_as(Role.DESIGNER, facility))
    version = make_version(facility)
    address = reverse("production:version-slits", args=[version.design.serial, version.number])
    assert client.get(address).status_code == 404
