"""A sample form with one field of every kind."""

from __future__ import annotations

from typing import Any

from django import forms

from nawl.ui.styleguide.say import say


class SampleForm(forms.Form):
    """Dates, a choice, a tick, a file and a text; the end must not lie before the beginning."""

    starts_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField()
    days = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    remarks = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    register = forms.FileField(required=False)
    told = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say the labels in the reader's language."""
        super().__init__(*args, **kwargs)
        labels = say(
            "يبدأ في|ينتهي في|نوع النشاط|الأيام|ملاحظات|سجل المركز|أُبلغ المستفيدون بمواعيد النشاط",
            "Begins on|Ends on|Kind of activity|Days|Remarks|The centre's register|The beneficiaries know the hours",
        ).split("|")
        for field, label in zip(self.fields.values(), labels, strict=True):
            field.label = label
        self.fields["starts_on"].help_text = say("أول يوم تُقدَّم فيه الخدمة", "The first day on which it is given")
        kinds = say("تدريب مهني|صحة|تعليم", "Vocational training|Health|Education").split("|")
        self._choices("kind", list(zip(("training", "health", "education"), kinds, strict=True)))
        days = say("الأحد|الثلاثاء|الخميس", "Sunday|Tuesday|Thursday").split("|")
        self._choices("days", list(zip(("sun", "tue", "thu"), days, strict=True)))

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Say the nearest right value, not only that this one is wrong."""
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error(
                "ends_on",
                say(
                    "ينتهي النشاط قبل أن يبدأ بيوم. أقرب تاريخ ممكن: 1 نيسان 2022.",
                    "The activity ends a day before it begins. The nearest possible date is 1 April 2022.",
                ),
            )
        return cleaned
