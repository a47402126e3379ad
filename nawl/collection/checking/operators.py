"""Partner organisations as registers name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nawl.collection.checking.applied import Cells
from nawl.collection.checking.names import NameIndex, named_like
from nawl.kit.clock import today
from nawl.partners.actions import sign_agreement
from nawl.partners.models import Agreement, Organisation
from nawl.partners.queries import visible_organisations
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User


TITLE = "اتفاقية تعاون على تشغيل {}"  # agreements are written in Arabic


class Organisations:
    """All partner organisations by their exact code or name; near names only of those that the sender sees."""

    def __init__(self, by: User) -> None:
        self.index = _index(Organisation.objects.all())
        self.seen = _index(visible_organisations(by))

    def find(self, cells: Cells, name: str) -> Organisation | None:
        """Return the organisation that a cell names; tell when there is none."""
        text = cells.text(name)
        found = self.index.find(text)
        if found:
            return found[0]
        nearest = self.seen.nearest(text)
        if nearest:
            cells.fault("partner_unknown", name, text=text, nearest=named_like(text, nearest.name_ar, nearest.name_en))
        else:
            cells.fault("partner_unheard", name, text=text)
        return None


def _index(organisations: Iterable[Organisation]) -> NameIndex[Organisation]:
    return NameIndex((text, one) for one in organisations for text in (one.code, one.name_ar, one.name_en) if text)


class Operators:
    """The partners that operate facilities, by the agreements that name them."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.organisations = Organisations(by)

    def set(self, cells: Cells, facility: Facility) -> dict[str, list[str]]:
        """Make the row's partner the operator of a facility; return what changed."""
        partner = self.organisations.find(cells, "partner")
        cells.ensure_fit()
        assert partner is not None
        if Agreement.objects.filter(organisation=partner, facilities=facility).exists():
            return {}
        number = cells.text("agreement_number")
        if not number:
            cells.fault("agreement_missing", "partner", partner=partner.name_ar)
            cells.ensure_fit()
        title = TITLE.format(facility.name_ar)
        sign_agreement(
            partner, [facility], number=number, title=title, starts_on=facility.opened_on or today(), by=self.by
        )
        return {"partner": ["", partner.name_ar]}
