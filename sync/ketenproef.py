"""Measures the chain from end to end: records a document that nobody sees, and looks when the index that serves has it.

Again and again beside the loop (`nevenwerk.py`), which plans and delivers it as any other document. The row
(`Ketenproef`) says how long it took and since when nothing arrived. What the document is: `proefdocument.py`; that no
reader sees it: it has a bereik and a documentsoort of its own.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from redactie.bronnen import KETENPROEF
from redactie.klok import nu_van_de_database
from redactie.models import Wijziging, WijzigingSoort
from search.bereik import balie
from search.keuze import motor
from search.motor import MotorFout
from search.zoekplan import naamplan
from sync.models import (
    Documentsoort,
    Doel,
    DoelSoort,
    DoelToestand,
    Inhoud,
    Ketenproef,
    Levering,
    LeveringToestand,
    Ontvangst,
    Publicatie,
    Uitgave,
)
from sync.nevenwerk import elke
from sync.proefdocument import titel_van
from sync.templatetags.sync_weergave import tijdstip

ELKE = timedelta(minutes=5)
KIJKEN = 5.0
"""Seconds."""
TE_LAAT = timedelta(minutes=5)
"""An attempt that takes longer, or a pause between two that lasts so much longer, is something to look at."""


def beproef(nu: datetime | None = None) -> None:
    """Begin when it is time; else look whether what was begun has arrived. Once at a time, whoever calls it."""
    nu = nu or nu_van_de_database()
    stand = Ketenproef.lees()
    if stand.onderweg is None:
        if stand.begonnen_op is None or nu - stand.begonnen_op >= ELKE:
            _begin(stand, nu)
    elif (moment := _aangekomen(stand.onderweg)) is not None:
        _slaag(stand.onderweg, moment)
    elif nu - stand.onderweg > TE_LAAT:
        _herinner(stand.onderweg)


def registreer() -> None:
    elke(KIJKEN, "ketenproef", beproef)


def klacht(stand: Ketenproef, nu: datetime) -> str:
    """What is wrong, for an administrator; empty when nothing is, or nothing was ever tried."""
    if stand.onderweg is not None and nu - stand.onderweg > TE_LAAT:
        return f"De ketenproef van {tijdstip(stand.onderweg)} is niet aangekomen."
    if stand.geslaagd_op is not None and nu - stand.geslaagd_op > ELKE + TE_LAAT:
        return f"Sinds {tijdstip(stand.geslaagd_op)} is er geen ketenproef meer gedaan."
    return ""


def in_woorden(stand: Ketenproef, nu: datetime) -> str:
    """One line for a screen or a terminal: the fault, or how long it took and how old that is."""
    if fout := klacht(stand, nu):
        return fout
    if stand.seconden is None or stand.geslaagd_op is None:
        return "Nog geen ketenproef gedaan." if stand.onderweg is None else "De eerste ketenproef loopt."
    minuten = int((nu - stand.geslaagd_op).total_seconds() // 60)
    geleden = f"{minuten} min geleden" if minuten else "net"
    seconden = f"{stand.seconden:.1f}".replace(".", ",")
    return f"Van opslaan tot vindbaar duurde {seconden} s ({geleden} gemeten)."


def _begin(stand: Ketenproef, nu: datetime) -> None:
    """The row and what is recorded in one transaction; another process that begins at the same time finds it begun."""
    with transaction.atomic():
        Ketenproef.objects.get_or_create(pk=1)
        if Ketenproef.objects.filter(pk=1, begonnen_op=stand.begonnen_op).update(begonnen_op=nu):
            _leg_vast(nu)


def _leg_vast(begonnen_op: datetime) -> None:
    Wijziging.objects.create(soort=WijzigingSoort.KETENPROEF, gemeente=KETENPROEF, vastgelegd_op=begonnen_op)


def _herinner(begonnen_op: datetime) -> None:
    """Record it again where it was lost on the way to the planner: told by now, and it must not stay so for ever."""
    # One that cannot be made is tried again by itself, and not so soon (`gewenst.py`).
    gezien = Q(titel=titel_van(begonnen_op)) | ~Q(fout="")
    gepland = Publicatie.objects.filter(gezien, documentsoort=Documentsoort.KETENPROEF)
    if not Wijziging.objects.filter(soort=WijzigingSoort.KETENPROEF).exists() and not gepland.exists():
        _leg_vast(begonnen_op)


def _aangekomen(begonnen_op: datetime) -> datetime | None:
    """When the index that serves acknowledged this attempt, if it can be read there and here; else None."""
    titel = titel_van(begonnen_op)
    dienend = Doel.objects.filter(soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF).order_by("-pk")[:1]
    levering = (
        Levering.objects.filter(
            doel__in=dienend.values("pk"),
            publicatie__documentsoort=Documentsoort.KETENPROEF,
            publicatie__titel=titel,
            toestand=LeveringToestand.BEVESTIGD,
        )
        .select_related("publicatie__publieke_inhoud")
        .first()
    )
    if levering is None or not (_te_lezen(levering.publicatie, titel) and _te_vinden(titel)):
        return None
    return levering.bevestigd_op


def _te_lezen(rij: Publicatie, titel: str) -> bool:
    """As a website does: the kept content."""
    return rij.publieke_inhoud is not None and rij.publieke_inhoud.als_dict()["talen"]["nl"]["titel"] == titel


def _te_vinden(titel: str) -> bool:
    """As the desk does, with this very title."""
    plan = naamplan(titel)
    assert plan is not None
    try:
        hits = motor().search(plan, balie(KETENPROEF), 1)
    except MotorFout:
        return False
    return [hit.sleutel for hit in hits] == [KETENPROEF]


def _slaag(begonnen_op: datetime, moment: datetime) -> None:
    """Keep the outcome, and nothing of the attempts before: they say nothing about anybody's text."""
    with transaction.atomic():
        eerste = Ketenproef.objects.filter(pk=1, begonnen_op=begonnen_op).exclude(geslaagd_van=begonnen_op)
        if not eerste.update(geslaagd_van=begonnen_op, geslaagd_op=moment):
            return
        rij = Publicatie.objects.get(documentsoort=Documentsoort.KETENPROEF)
        oud = Uitgave.objects.filter(publicatie=rij, versie__lt=rij.versie)
        hashes = {
            hash_ for paar in oud.values_list("inhoud_id", "publieke_inhoud_id") for hash_ in paar if hash_
        }
        Ontvangst.objects.filter(publicatie=rij, versie__lt=rij.versie).delete()
        oud.delete()
        Inhoud.objects.filter(pk__in=hashes - {rij.hash, rij.publieke_hash}).delete()
