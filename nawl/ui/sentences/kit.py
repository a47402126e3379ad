"""Sentences of refusals: kit."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "text_too_long": _("“%(text)s…” is longer than %(longest)s characters."),
    "period_unreadable": _("“%(text)s” is not a period. Examples: 2022-H1, 2022-06, June 2022."),
    "period_reversed": _("The period ends on %(last)s, before it begins on %(first)s."),
    "period_out_of_calendar": _("The calendar has no year %(year)s."),
    "number_unreadable": _("“%(text)s” is not a whole number. Write it in digits, such as 1234."),
    "serial_unreadable": _("“%(text)s” is not a serial number: it holds Latin letters, digits and hyphens only."),
    "currency_unknown": _("The currency %(currency)s is not known here."),
    "currencies_differ": _("Amounts in %(one)s and in %(other)s cannot be added. Convert one of them first."),
    "money_too_fine": _("The amount %(amount)s is finer than the smallest coin of %(currency)s."),
    "money_split_into_none": _("An amount is split into one part at least, not into %(parts)s."),
}
