"""Index generations as targets: asking for one, and seeing that there is always one that serves or is on its way.

The running loop fills a new generation while the old one serves; when and whether it takes over is for
`sync/wisselen.py`. Commands only ask (`vraag_generatie`, `vraag_terug`): there is one writer.
"""

from __future__ import annotations

import logging
import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from redactie.klok import nu_van_de_database
from search.keuze import motor
from search.motor import Motor, MotorFout
from sync.models import BELEVERD, LOPEND, Doel, DoelSoort, DoelToestand
from sync.slot import Slot, om_de_beurt, zonder_wachten
from sync.vastleggen import vraag_alles

logger = logging.getLogger(__name__)


class GeenWegTerug(Exception):
    """There is no kept generation that could serve; the message is for the operator."""


def generaties(*toestanden: DoelToestand) -> QuerySet[Doel]:
    return Doel.objects.filter(soort=DoelSoort.INDEX, toestand__in=toestanden).order_by("pk")


def vraag_generatie(
    *, aanleiding: str, zonder_proef: bool = False, op: datetime | None = None
) -> tuple[Doel, bool]:
    """Insert a new generation as a target that wants every publication that was ever live.

    One that is being filled already, with today's analysis, is meant instead. Returns it, and whether it is new.
    """
    nu = op or nu_van_de_database()
    with transaction.atomic(), om_de_beurt(Slot.VRAAG_GENERATIE):
        loopt = generaties(DoelToestand.VULLEN).filter(vingerafdruk__in=["", motor().fingerprint]).last()
        if loopt is not None:
            if zonder_proef:
                Doel.objects.filter(pk=loopt.pk).update(zonder_proef=True)
            return loopt, False
        naam = f"g{nu:%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
        doel = Doel.objects.create(
            naam=f"index {naam}",
            soort=DoelSoort.INDEX,
            generatie=naam,
            aanleiding=aanleiding,
            zonder_proef=zonder_proef,
        )
        vraag_alles(doel, nu)
    return doel, True


def vraag_terug() -> Doel:
    """Let the generation that was replaced last serve again: it was kept up to date, so nothing is filled anew."""
    with transaction.atomic(), om_de_beurt(Slot.VRAAG_GENERATIE):
        doel = generaties(DoelToestand.BEWAARD).order_by("-vervangen_op").first()
        if doel is None:
            raise GeenWegTerug("Er is geen vorige zoekindex bewaard.")
        if doel.vingerafdruk != motor().fingerprint:
            raise GeenWegTerug("De vorige zoekindex hoort bij een andere zoekanalyse.")
        doel.toestand, doel.zonder_proef, doel.aanleiding = DoelToestand.VULLEN, True, "Teruggezet"
        doel.save(update_fields=["toestand", "zonder_proef", "aanleiding"])
    return doel


def zorg_voor_index() -> None:
    """See that a generation of today's analysis serves or is on its way. One loop at a time does this."""
    with zonder_wachten(Slot.INDEX) as aan_de_beurt:
        if not aan_de_beurt:
            return
        machine = motor()
        try:
            _begin(machine)
            _zet_vast(machine)
        except MotorFout as fout:
            logger.warning("zoekindex: %s", fout)


def _begin(machine: Motor) -> None:
    """Ask for a generation when none serves, when it is gone, or when it is of another analysis."""
    bestaande = set(machine.generations())
    _stop_onbruikbare(machine, bestaande)
    actief = generaties(DoelToestand.ACTIEF).last()
    if actief is not None and machine.active() != actief.generatie:
        logger.warning("generatie %s diende niet meer; zij wordt weer aangezet", actief.generatie)
        machine.activate(actief.generatie)
    goede = generaties(*LOPEND).filter(vingerafdruk__in=["", machine.fingerprint])
    if goede.exists() or _wacht_op_iemand(machine, bestaande):
        return
    doel, _ = vraag_generatie(aanleiding=_aanleiding(machine, actief))
    logger.warning("zoekindex: %s Generatie %s wordt gemaakt.", doel.aanleiding, doel.generatie)


def _stop_onbruikbare(machine: Motor, bestaande: set[str]) -> None:
    """A generation that is gone, or that was being filled with another analysis, serves nobody."""
    for doel in generaties(*BELEVERD).exclude(vingerafdruk=""):
        weg = doel.generatie not in bestaande
        if weg or (doel.toestand == DoelToestand.VULLEN and doel.vingerafdruk != machine.fingerprint):
            logger.warning("generatie %s %s", doel.generatie, "is er niet meer" if weg else "is verouderd")
            doel.toestand = DoelToestand.GESTOPT
            doel.save(update_fields=["toestand"])


def _wacht_op_iemand(machine: Motor, bestaande: set[str]) -> bool:
    """This analysis was tried and found worse than what serves: trying again gives the same, so a person decides."""
    afgekeurd = generaties(DoelToestand.AFGEKEURD).filter(vingerafdruk=machine.fingerprint)
    return afgekeurd.exists() and machine.active() in bestaande


def _aanleiding(machine: Motor, actief: Doel | None) -> str:
    if actief is None:
        return "Er was geen zoekindex."
    return f"De zoekanalyse is veranderd (van {actief.vingerafdruk} naar {machine.fingerprint})."


def _zet_vast(machine: Motor) -> None:
    """Make the generations that were asked for."""
    for doel in generaties(DoelToestand.VULLEN).filter(vingerafdruk=""):
        machine.begin_generation(doel.generatie)
        doel.vingerafdruk = machine.fingerprint
        doel.save(update_fields=["vingerafdruk"])
