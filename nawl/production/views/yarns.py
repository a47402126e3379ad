"""Yarns: a unit's colours with what is on hand, one lot with its counts, receiving, registering."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nawl.accounts.queries import history_of
from nawl.kit.money import CURRENCIES
from nawl.places.models import Facility
from nawl.places.queries import ensure_may, facility_seen_by, may
from nawl.production.actions import release_lot
from nawl.production.choices import LotState
from nawl.production.forms.yarns import ColourForm, CountForm, LotForm, RejectionForm
from nawl.production.models import YarnLot
from nawl.production.queries.stock import ColourStock, lot_seen_by, stock_of
from nawl.production.queries.yarn_pages import counts_of, unit_chosen, units_with_yarn
from nawl.production.rules import YARN_KEEPERS
from nawl.production.rules.stock import lot_may_become
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import KNOTS
from nawl.ui import reader as readers
from nawl.ui import words
from nawl.ui.parts import Crumb, Fact, State


@dataclass(frozen=True)
class LotRow:
    """A lot in a list."""

    lot: YarnLot
    on_hand: Decimal
    counted_on: object
    knot: State


@dataclass(frozen=True)
class ColourRow:
    """A colour with its lots."""

    stock: ColourStock
    lots: tuple[LotRow, ...]


@require_safe
def yarn_list(request: HttpRequest) -> HttpResponse:
    """Show a unit's colours: what is on hand first, then the colours it may use."""
    reader = reader_of(request)
    unit = unit_chosen(reader, request.GET.get("unit", ""))
    if unit is None:
        return render(request, "production/yarn_list.html", {"unit": None, "units": []})
    stock = stock_of(unit)
    rows = [ColourRow(one, tuple(_lot_row(lot) for lot in one.lots)) for one in stock]
    context = {
        "unit": unit,
        "units": units_with_yarn(reader),
        "held": [row for row in rows if row.lots],
        "others": [row.stock.colour for row in rows if not row.lots],
        "total_kg": sum((one.grams for one in stock), Decimal(0)) / 1000,
        "may_keep": may(reader, YARN_KEEPERS, at=unit),
    }
    return render(request, "production/yarn_list.html", context)


def _lot_row(lot: YarnLot) -> LotRow:
    kept = vars(lot)
    return LotRow(lot, kept["on_hand"] or Decimal(0), kept["counted_on"], KNOTS[lot.state])


@require_http_methods(["GET", "POST"])
def lot(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a lot with its weighings, and weigh it."""
    reader = reader_of(request)
    found = lot_seen_by(reader, key)
    if request.method == "POST":
        ensure_may(reader, YARN_KEEPERS, at=found.facility)
    may_keep = may(reader, YARN_KEEPERS, at=found.facility)
    form = CountForm(request.POST or None)
    if request.method == "POST" and form.count(found, by=reader):
        messages.success(request, _("The weighing is kept."))
        return redirect("production:lot", found.pk)
    context = {
        "row": _lot_row(found),
        "facts": _facts(found),
        "counts": counts_of(found),
        "form": form if may_keep else None,
        "may_release": may_keep and lot_may_become(found.state, LotState.RELEASED),
        "may_reject": may_keep and lot_may_become(found.state, LotState.REJECTED),
        "history": history_of(found, page=request.GET.get("page", 1)),
        "trail": _trail(found.facility, f"{found.colour.name} · {found.batch}"),
    }
    return render(request, "production/lot.html", context, status=status_of(request))


def _facts(found: YarnLot) -> list[Fact]:
    price = "" if found.price_kg is None else _price(found.price_kg, found.currency)
    rows = [
        (_("Colour"), found.colour.name),
        (_("Yarn type"), found.type.name),
        (_("Unit"), found.facility.name),
        (_("Supplier"), found.supplier),
        (_("Received yarn"), _("%(grams)s g on %(day)s") % _received(found)),
        (_("Price of a kilogram"), price),
    ]
    return [Fact(_("Dye batch"), found.batch, code=True), *(Fact(label, value) for label, value in rows if value)]


def _price(amount: Decimal, currency: str) -> str:
    """Return a price as it was agreed, which may be finer than the currency's smallest coin."""
    number, (_places, sign) = words.number(amount), CURRENCIES[currency]
    return f"{number} {sign}" if readers.current().language == "ar" else f"{currency} {number}"


def _received(found: YarnLot) -> dict[str, str]:
    return {"grams": words.number(found.received_g, 0), "day": words.day(found.received_on)}


@require_POST
def lot_release(request: HttpRequest, key: UUID) -> HttpResponse:
    """Release a lot that was held back."""
    reader = reader_of(request)
    release_lot(lot_seen_by(reader, key), by=reader)
    messages.success(request, _("The lot is released and counts as stock."))
    return redirect("production:lot", key)


@require_http_methods(["GET", "POST"])
def lot_reject(request: HttpRequest, key: UUID) -> HttpResponse:
    """Reject a lot, saying why."""
    reader = reader_of(request)
    found = lot_seen_by(reader, key)
    ensure_may(reader, YARN_KEEPERS, at=found.facility)
    form = RejectionForm(request.POST or None)
    if request.method == "POST" and form.reject(found, by=reader):
        messages.success(request, _("The lot is rejected and no longer counts as stock."))
        return redirect("production:lot", found.pk)
    title = _("Rejecting the lot")
    context = {"form": form, "title": title, "trail": _trail(found.facility, title), "back": _lot_address(found)}
    return render(request, "production/yarn_form.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def lot_new(request: HttpRequest, code: str) -> HttpResponse:
    """Take a lot into a unit's stock."""
    reader = reader_of(request)
    unit = facility_seen_by(reader, code)
    ensure_may(reader, YARN_KEEPERS, at=unit)
    form = LotForm(unit, request.POST or None)
    if request.method == "POST" and (received := form.receive(by=reader)):
        messages.success(request, _("The lot is in stock."))
        return redirect("production:lot", received.pk)
    title = _("Receiving yarn")
    context = {"form": form, "title": title, "trail": _trail(unit, title), "back": _list_address(unit)}
    return render(request, "production/yarn_form.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def colour_new(request: HttpRequest, code: str) -> HttpResponse:
    """Register a colour of a unit's own."""
    reader = reader_of(request)
    unit = facility_seen_by(reader, code)
    ensure_may(reader, YARN_KEEPERS, at=unit)
    form = ColourForm(request.POST or None)
    if request.method == "POST" and (registered := form.register(unit, by=reader)):
        messages.success(request, _("The colour “%(name)s” is registered.") % {"name": registered.name})
        return redirect(_list_address(unit))
    title = _("Registering a colour")
    context = {"form": form, "title": title, "trail": _trail(unit, title), "back": _list_address(unit)}
    return render(request, "production/yarn_form.html", context, status=status_of(request))


def _list_address(unit: Facility) -> str:
    return f"{reverse('production:yarn-list')}?unit={unit.code}"


def _lot_address(found: YarnLot) -> str:
    return reverse("production:lot", args=[found.pk])


def _trail(unit: Facility, title: str) -> list[Crumb]:
    return [Crumb(_("Yarns"), reverse("production:yarn-list")), Crumb(unit.name, _list_address(unit)), Crumb(title)]
