"""Scoped tables are read through their scope: told by the source itself, before any page is asked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from nawl.places.scope import ScopedModel, ScopedQuerySet

ROOT = Path(__file__).resolve().parents[2]
HOUSE = [model for model in apps.get_models() if model.__module__.startswith("nawl.")]
SCOPED = {model.__name__ for model in HOUSE if issubclass(model, ScopedModel)}
FIRST_STEPS = {"visible_to", "unscoped", "create", "bulk_create", "none"}
HIDDEN_WAYS = {"_base_manager", "_default_manager", "raw", "extra"}
VENDOR_ROOM = "nawl/kit/database.py"
SCREENS = {"views", "views.py", "forms", "forms.py", "templatetags"}

OPEN_TABLES = {
    "User": "looked after by administrators alone; names of colleagues are no secret in the house",
    "AuditEntry": "read through a record that the reader sees, or below the paths of their scope",
    "AuditSubject": "a part of an audit entry",
    "Area": "the country's places are public",
    "AreaName": "the country's places are public",
    "Posting": "read by its own user's scope, and by administrators",
    "Organisation": "partners are public bodies; their lists keep to the reader's facilities",
    "Agreement": "shown through the facilities that the reader sees",
    "Service": "a list of the programme",
    "ActivityType": "a list of the programme",
    "ReceivedChange": "kept under its sender, asked only for its own key",
    "QualityClass": "a list of the programme",
    "YarnType": "a list of the programme",
    "YarnColour": "shades and their words, no secret; pages keep to what the reader's units may use",
    "DraftSave": "kept under its sender, asked only for its own version",
    "Indicator": "a list of the programme",
    "Target": "the programme's own aims",
}


def sources() -> list[Path]:
    """Return the files of the house that hold code of ours."""
    return [path for path in sorted((ROOT / "nawl").rglob("*.py")) if "migrations" not in path.parts]


def blind_reads(tree: ast.AST) -> Iterator[int]:
    """Yield the lines on which a scoped table is named without its first step being a permitted one."""
    followed = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in FIRST_STEPS
    }
    for node in ast.walk(tree):
        is_manager = isinstance(node, ast.Attribute) and node.attr == "objects" and isinstance(node.value, ast.Name)
        if is_manager and node.value.id in SCOPED and id(node) not in followed:
            yield node.lineno


def unreasoned(tree: ast.AST) -> Iterator[int]:
    """Yield the lines on which a scope is lifted without three words of reason."""
    constants = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "unscoped":
            reason = node.args[0] if len(node.args) == 1 and not node.keywords else None
            if isinstance(reason, ast.Name):
                reason = constants.get(reason.id, reason)
            is_parameter = isinstance(reason, ast.Name)
            is_text = isinstance(reason, ast.Constant) and len(str(reason.value).split()) >= 3
            if not (is_parameter or is_text):
                yield node.lineno


def hidden_ways(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that go round the managers: base managers, raw SQL."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in HIDDEN_WAYS and not _is_super(node.value):
            yield node.lineno
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RawSQL":
            yield node.lineno
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "cursor":
            yield node.lineno


def counted_backwards(tree: ast.AST) -> Iterator[int]:
    """Yield the lines on which an open table's rows are counted through a scoped table that hangs on them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Count", "Sum", "Max", "Min", "Avg"}:
            named = node.args[0] if node.args else None
            if isinstance(named, ast.Constant) and str(named.value).split("__")[0] in BACKWARDS:
                yield node.lineno


def _is_super(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "super"


BACKWARDS = {
    field.get_accessor_name()
    for model in HOUSE
    if not issubclass(model, ScopedModel)
    for field in model._meta.related_objects
    if issubclass(field.related_model, ScopedModel) and not field.hidden
} - {None}


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_scoped_tables_are_read_through_their_scope(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(blind_reads(tree)) == [], "name the reader: Model.objects.visible_to(user)"
    assert list(unreasoned(tree)) == [], 'say why: Model.objects.unscoped("three words or more")'
    assert list(counted_backwards(tree)) == [], "count from the scoped table, not towards it"
    if str(path.relative_to(ROOT)) != VENDOR_ROOM:
        assert list(hidden_ways(tree)) == [], "managers are the only door"


@pytest.mark.parametrize(
    "path", [path for path in sources() if SCREENS & set(path.parts)], ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_screen_lifts_the_scope(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)]
    assert not [node.lineno for node in calls if node.attr == "unscoped"], "a query or an action may, with its reason"


def test_every_table_is_scoped_or_says_why_not() -> None:
    assert {model.__name__ for model in HOUSE} - SCOPED == set(OPEN_TABLES)


@pytest.mark.parametrize(
    "model", [model for model in HOUSE if model.__name__ in SCOPED], ids=lambda model: model.__name__
)
def test_a_scoped_table_has_the_scoped_manager_and_a_way_to_its_facility(model: type[ScopedModel]) -> None:
    rows = model._default_manager.all()
    assert isinstance(rows, ScopedQuerySet)
    lookup = f"{model.scope_prefix}place_path"
    model._meta.default_manager.unscoped("a test of the way").filter(**{lookup: ""})


@pytest.mark.parametrize(
    ("source", "finder"),
    [
        ("Facility.objects.all()", blind_reads),
        ("Facility.objects.filter(code=1).count()", blind_reads),
        ("rows = Facility.objects", blind_reads),
        ("Exists(Tally.objects.filter(day=1))", blind_reads),
        ("get_object_or_404(Activity.objects, pk=1)", blind_reads),
        ("Facility.objects.unscoped('')", unreasoned),
        ("Facility.objects.unscoped('because')", unreasoned),
        ("WHY = 'so'\nFacility.objects.unscoped(WHY)", unreasoned),
        ("facility.statuses.unscoped()", unreasoned),
        ("Facility._base_manager.all()", hidden_ways),
        ("Area.objects.raw('SELECT 1')", hidden_ways),
        ("connection.cursor()", hidden_ways),
        ("areas.annotate(n=Count('facilities'))", counted_backwards),
        ("areas.annotate(n=Sum('facilities__tallies'))", counted_backwards),
    ],
)
def test_the_scan_finds_what_it_looks_for(source: str, finder) -> None:
    assert list(finder(ast.parse(source))) != []


@pytest.mark.parametrize(
    "source",
    [
        "Facility.objects.visible_to(user).count()",
        "Facility.objects.unscoped('an action locks its row')",
        "Facility.objects.create(code=1)",
        "Area.objects.filter(level=1)",
        "areas.annotate(n=Count('children'))",
    ],
)
def test_the_scan_lets_the_right_ways_pass(source: str) -> None:
    tree = ast.parse(source)
    assert not [*blind_reads(tree), *unreasoned(tree), *hidden_ways(tree), *counted_backwards(tree)]
