"""Loading declarations and setting targets."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from nawl.accounts.models import AuditEntry
from nawl.indicators import declared
from nawl.indicators.actions import declare, set_target
from nawl.indicators.models import Indicator, Target
from nawl.indicators.registry import measures
from nawl.kit.errors import NotAllowed, NotFound, NotPossible
from nawl.kit.periods import Period
from tests.factories.accounts import make_system_user
from tests.factories.indicators import make_indicators
from tests.factories.places import make_governorate, make_user_as

pytestmark = pytest.mark.django_db
H1 = Period.half(2022, 1)


def test_the_shipped_indicators_are_loaded_once_and_audited() -> None:
    first = declare(by=make_system_user())
    assert {"people_served", "people_served_alternative", "activities_carried_out"} <= set(first.added)
    assert declare(by=make_system_user()).added == ()
    entry = AuditEntry.objects.get(verb="indicators.declared")
    assert entry.changes["added"] == list(first.added)
    assert entry.subjects.count() == len(first.added)


def test_a_changed_definition_is_recorded_as_a_change(tmp_path: Path) -> None:
    make_indicators()
    text = declared.SHIPPED.read_text(encoding="utf-8").replace(
        'name_en = "People served"', 'name_en = "Persons served"'
    )
    changed = tmp_path / "indicators.toml"
    changed.write_text(text, encoding="utf-8")
    assert declare(changed, by=make_system_user()).changed == ("people_served",)
    assert Indicator.objects.get(code="people_served").name_en == "Persons served"
    assert AuditEntry.objects.filter(verb="indicators.declared").count() == 2


def test_only_the_administrator_loads_declarations() -> None:
    with pytest.raises(NotAllowed, match="role_may_not"):
        declare(by=make_user_as("programme_director"))
    declare(by=make_user_as("administrator"))


@pytest.mark.parametrize(
    ("said", "instead", "field"),
    [
        ('unit = "person"\n', "", "unit"),
        ('unit = "person"', 'unit = "sheep"', "unit"),
        ('measure = "activities.first_visits"', 'measure = "activities.magic"', "measure"),
        ('aggregation = "sum"', 'aggregation = "distinct"', "aggregation"),
        ('disaggregations = ["governorate"', 'disaggregations = ["moon"', "disaggregations"),
        ('valid_from = "2021-01-01"', 'valid_from = "soon"', "valid_from"),
        ('unit = "person"', 'unit = "person"\nmood = "good"', "mood"),
    ],
)
def test_a_wrong_declaration_is_refused_by_indicator_and_field(
    tmp_path: Path, said: str, instead: str, field: str
) -> None:
    wrong = tmp_path / "indicators.toml"
    wrong.write_text(declared.SHIPPED.read_text(encoding="utf-8").replace(said, instead, 1), encoding="utf-8")
    with pytest.raises(NotPossible, match="declaration_wrong") as refused:
        declare(wrong, by=make_system_user())
    assert refused.value.facts == {"indicator": "people_served", "field": field}
    assert not Indicator.objects.exists()


def test_every_shipped_declaration_speaks_both_languages() -> None:
    for row in declared.read(declared.SHIPPED, measures()):
        for name in ("name", "definition", "formula"):
            assert row[f"{name}_ar"].strip()
            assert row[f"{name}_en"].strip()


def test_a_target_is_set_changed_and_audited() -> None:
    make_indicators()
    director = make_user_as("programme_director")
    set_target("people_served", H1, 160_000, by=director)
    set_target("people_served", H1, Decimal(165_000), note="after the spring", by=director)
    assert [row.value for row in Target.objects.all()] == [165_000]
    entry = AuditEntry.objects.filter(verb="indicators.target_set").first()
    assert entry is not None
    assert entry.changes == {"indicator": "المستفيدون من الخدمات", "period": "2022-H1", "value": [160_000, 165_000]}


def test_only_the_programme_director_sets_targets() -> None:
    make_indicators()
    governorate = make_governorate("SY10")
    for role, at in (("governorate_director", governorate), ("administrator", None), ("centre_clerk", None)):
        with pytest.raises(NotAllowed, match="role_may_not"):
            set_target("people_served", H1, 10, area=governorate, by=make_user_as(role, at))
    assert not Target.objects.exists()


@pytest.mark.parametrize(
    ("indicator", "number", "refusal"),
    [
        ("people_served", 0, "target_not_above_nought"),
        ("women_served_share", Decimal("1.2"), "target_share_above_one"),
    ],
)
def test_a_target_makes_sense(indicator: str, number: Decimal, refusal: str) -> None:
    make_indicators()
    with pytest.raises(NotPossible, match=refusal):
        set_target(indicator, H1, number, by=make_system_user())


def test_a_target_needs_its_indicator() -> None:
    with pytest.raises(NotFound, match="indicator_unknown"):
        set_target("nothing", H1, 1, by=make_system_user())
