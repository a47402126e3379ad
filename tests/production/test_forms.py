"""What forms say of refusals: each code that is put beside a field is one that is spoken somewhere, and the field is there."""

from __future__ import annotations

from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules

import pytest

from nawl.places.forms.acting import ActingForm
from nawl.production import forms
from nawl.ui.sentences import all_sentences

FORMS = sorted(
    {
        form
        for module in iter_modules(forms.__path__)
        for _name, form in getmembers(import_module(f"{forms.__name__}.{module.name}"), isclass)
        if issubclass(form, ActingForm) and form.__module__.startswith(forms.__name__)
    },
    key=lambda form: form.__name__,
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_refusal_stands_beside_a_field_that_is_there(form: type[ActingForm]) -> None:
    spoken, fields = all_sentences(), {name for one in FORMS if issubclass(one, form) for name in one.base_fields}
    assert {
        code: field for code, field in form.fields_of_codes.items() if code not in spoken or field not in fields
    } == {}


def test_the_forms_were_found() -> None:
    assert len(FORMS) > 15
