"""Asking for a check, withdrawing it, taking an answer, and putting answers away: check, do, log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.berichten.aanleiding import meld_feitencheck
from redactie.feitencheck.link import in_adres, kenmerk_van, nieuw_geheim
from redactie.feitencheck.openen import mag_vragen
from redactie.feitencheck.tekst import Checkveld
from redactie.keuzes import Feitenoordeel
from redactie.maskeren import maskeer
from redactie.models import Feitenantwoord, Feitencheck, Gemeente, Product
from redactie.models.feitencheck import LANGSTE_OPMERKING
from redactie.models.logboek import DOOR
from redactie.periode import begin_van, dag_van

GEVRAAGD, INGETROKKEN, GEANTWOORD, VERWERKT = (
    f"antwoord.feitencheck.{wat}" for wat in ("gevraagd", "ingetrokken", "geantwoord", "verwerkt")
)
BUITEN = "iemand met de link"
HOOGSTENS_PRODUCTEN = 20
MAG_BLIJVEN = frozenset({"telefoon", "webadres", "datum", "postcode", "adres"})
"""What these texts consist of: a remark that may not name the right number or date corrects nothing."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What somebody outside says of a field as they read it."""

    veld: Checkveld
    klopt: bool
    opmerking: str = ""


@transaction.atomic
def vraag_feitencheck(
    *,
    aan: str,
    producten: Iterable[Product],
    dagen: int,
    door: Any,
    gemeente: Gemeente | None = None,
    bericht: str = "",
    peildatum: date | None = None,
) -> tuple[Feitencheck, str]:
    """A new check with what comes in its address. That is not kept: whoever loses it asks for a new one."""
    producten = list(producten)
    if not producten or not all(mag_vragen(door, product, gemeente) for product in producten):
        raise PermissionDenied("U mag deze tekst niet laten nakijken.")
    geheim = nieuw_geheim()
    check = Feitencheck(
        aan=aan,
        bericht=bericht,
        gemeente=gemeente,
        peildatum=peildatum,
        geldig_tot=begin_van(dag_van(timezone.now()) + timedelta(days=dagen + 1)),
        kenmerk=kenmerk_van(geheim),
        vrager=door,
    )
    if not policy_registry.get(check).user_has_permission_for_instance(door, "add", check):
        raise PermissionDenied("U mag deze tekst niet laten nakijken.")
    check.full_clean()
    check.save()
    check.producten.set(producten)
    _log(check, GEVRAAGD, door)
    return check, in_adres(geheim)


def trek_in(*, check: Feitencheck, door: Any) -> None:
    """The link opens nothing from here on. Withdrawing twice does nothing."""
    _eis(check, door)
    if check.ingetrokken_op is None:
        check.ingetrokken_op = timezone.now()
        check.save(update_fields=["ingetrokken_op"])
        _log(check, INGETROKKEN, door)


@transaction.atomic
def neem_antwoorden_op(
    *, check: Feitencheck, product: Product, oordelen: Iterable[Oordeel], nu: datetime
) -> int:
    """One answer per field; the last one counts, and the same one again changes nothing. How many are new."""
    eerder = {antwoord.veld: antwoord for antwoord in check.antwoorden.filter(product=product)}
    nieuw = 0
    for oordeel in oordelen:
        waarden = {
            "oordeel": Feitenoordeel.KLOPT if oordeel.klopt else Feitenoordeel.OPMERKING,
            "opmerking": "" if oordeel.klopt else _schoon(oordeel.opmerking),
            "gelezen": oordeel.veld.tekst,
        }
        bestaand = eerder.get(oordeel.veld.veld)
        if bestaand is not None and all(getattr(bestaand, naam) == deze for naam, deze in waarden.items()):
            continue
        Feitenantwoord.objects.update_or_create(
            feitencheck=check,
            product=product,
            veld=oordeel.veld.veld,
            defaults={**waarden, "gegeven_op": nu, "verwerkt_op": None},
        )
        nieuw += 1
    if nieuw:
        _log(check, GEANTWOORD, None, {DOOR: BUITEN})
        meld_feitencheck(check)
    return nieuw


def verwerk(*, check: Feitencheck, door: Any, antwoord: int | None = None) -> int:
    """Put an answer away (without one: all of them): it is gone from the field and from the start page."""
    _eis(check, door)
    weg = check.antwoorden.filter(verwerkt_op__isnull=True)
    if antwoord is not None:
        weg = weg.filter(pk=antwoord)
    aantal = weg.update(verwerkt_op=timezone.now())
    if aantal:
        _log(check, VERWERKT, door)
    return aantal


def _eis(check: Feitencheck, door: Any) -> None:
    if not policy_registry.get(check).user_has_permission_for_instance(door, "change", check):
        raise PermissionDenied("U mag hier niets aan veranderen.")


def _log(check: Feitencheck, actie: str, door: Any, gegevens: dict[str, str] | None = None) -> None:
    """Named after its products, not after whom it was sent to: the log is kept, the check is not."""
    titels = ", ".join(check.producten.order_by("titel").values_list("titel", flat=True))
    log(instance=check, action=actie, user=door, title=f"Feitencheck {titels}", data=gegevens)


def _schoon(opmerking: str) -> str:
    return maskeer(opmerking, laat_staan=MAG_BLIJVEN)[:LANGSTE_OPMERKING]
