"""`nawl reconcile`: the months' sums against a recount of their days."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

import click

from config.cli.speech import both, say

if TYPE_CHECKING:
    from nawl.activities.queries import Difference

SHOWN = 50


@click.command(
    help=both(
        "Count every month again from its days and list what differs; exit code 1 when something does.",
        "إعادة حساب كل شهر من أيامه وعرض الفروق؛ رمز الخروج 1 عند وجود فرق.",
    ),
    short_help="Prove the months' sums · مطابقة مجاميع الأشهر",
)
@click.option("--mend", is_flag=True, help="Add what is missing to the sums. / تصحيح المجاميع.")
def reconcile(mend: bool) -> None:
    """Compare, list, and mend when asked."""
    from nawl.accounts.actions import the_system
    from nawl.activities.actions import mend_months
    from nawl.activities.queries import month_differences

    found = _list(month_differences())
    if not found:
        say("All months are the sum of their days. كل شهر يساوي مجموع أيامه.")
        return
    say(f"{found} cells differ. عدد الخانات المختلفة: {found}.")
    if not mend:
        sys.exit(1)
    mended = mend_months(month_differences(), by=the_system())
    say(f"{mended} cells were mended. عدد الخانات المصحَّحة: {mended}.")
    if _list(month_differences()):
        sys.exit(1)


def _list(differences: Iterable[Difference]) -> int:
    """Print the first differences and return how many there are."""
    from nawl.activities.queries.recount import codes_of

    rows = iter(differences)
    first = list(islice(rows, SHOWN))
    names = codes_of(first)
    for difference in first:
        say(_line(difference, names))
    return len(first) + sum(1 for _ in rows)


def _line(difference: Difference, names: Mapping[UUID | int, str]) -> str:
    """Write one difference: month, cell, the sum that is kept, the sum of the days."""
    parts = (difference.facility_id, difference.activity_id, difference.service_id)
    cell = " ".join(names[part] for part in parts)
    sums = f"{_pair(difference.kept)} -> {_pair(difference.counted)}"
    return f"{difference.month:%Y-%m}  {cell} {difference.sex} {difference.age_band}  {sums}"


def _pair(sums: tuple[int, int]) -> str:
    contacts, first_visits = sums
    return f"{contacts}/{first_visits}"
