"""The shipped services and activity types."""

from __future__ import annotations

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.activities.actions import load_catalogue
from nawl.activities.choices import AgeBand, Sex
from nawl.activities.models import ActivityType, Service
from nawl.kit.errors import NotAllowed
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility, make_user_as

pytestmark = pytest.mark.django_db


def test_the_catalogue_is_loaded_whole() -> None:
    assert load_catalogue(by=make_system_user()) == Service.objects.count() + ActivityType.objects.count()
    health = ActivityType.objects.get(code="health")
    assert [service.code for service in health.services.all()] == [
        "medical-checkup",
        "pregnancy-care",
        "vaccination",
        "health-awareness",
    ]
    assert all(row.name_ar and row.name_en for row in [*Service.objects.all(), *ActivityType.objects.all()])


def test_every_service_is_counted_in_some_type_and_in_some_cell() -> None:
    load_catalogue(by=make_system_user())
    for service in Service.objects.all():
        assert service.activity_types.exists(), service.code
        assert service.sexes
        assert set(service.sexes) <= set(Sex.values)
        assert service.age_bands
        assert set(service.age_bands) <= set(AgeBand.values)


def test_loading_again_changes_nothing_and_leaves_no_entry() -> None:
    system = make_system_user()
    load_catalogue(by=system)
    assert load_catalogue(by=system) == 0
    assert AuditEntry.objects.filter(verb="activities.catalogue_loaded").count() == 1


def test_a_changed_row_is_brought_up_to_the_shipped_table_and_audited() -> None:
    system = make_system_user()
    load_catalogue(by=system)
    Service.objects.filter(code="sport").update(name_ar="رياضة", age_bands=["18-29"])
    ActivityType.objects.get(code="recreation").services.clear()
    assert load_catalogue(by=system) == 2
    assert Service.objects.get(code="sport").name_ar == "نشاط رياضي"
    changes = AuditEntry.objects.filter(verb="activities.catalogue_loaded").first().changes["codes"]
    assert changes["sport"]["name_ar"] == ["رياضة", "نشاط رياضي"]
    assert changes["recreation"]["services"] == [[], ["recreation", "sport"]]


def test_only_an_administrator_loads_the_catalogue() -> None:
    with pytest.raises(NotAllowed):
        load_catalogue(by=make_user_as(Role.CENTRE_CLERK, make_facility()))
    load_catalogue(by=make_user_as(Role.ADMINISTRATOR))
