"""Recording the wanted state: versions, kept contents, and which deliveries that makes wanted.

Called inside the planner's transaction, with the publications locked. Works on many publications at once: the number
of queries does not depend on how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import JSONField, Q, Value

from sync.canoniek import canoniek, hash_van, volgende_versie
from sync.maken import Gewenst
from sync.models import (
    Doel,
    Inhoud,
    Levering,
    LeveringToestand,
    Publicatie,
    Syncstand,
    Toestand,
    Uitgave,
)

STAND_VELDEN = ["opnieuw_op", "fout", "fout_sinds", "alarmen"]
INHOUD_VELDEN = [
    "toestand",
    "versie",
    "publieke_versie",
    "hash",
    "publieke_hash",
    "inhoud",
    "publieke_inhoud",
    "gepubliceerd_op",
    "inhoud_gewijzigd_op",
    "volgnummer",
    "titel",
    "samenvatting",
    "productsoort",
    "status",
    "themas",
]


@dataclass(frozen=True, slots=True)
class _Nieuw:
    """A publication that gets a next version, and the contents of it (None: withdrawn)."""

    publicatie: Publicatie
    publiek: tuple[str, str] | None
    balie: tuple[str, str] | None
    bronnen: dict[str, Any]
    publiek_anders: bool


def leg_vast(
    paren: Sequence[tuple[Publicatie, Gewenst]], op: datetime, vastgelegd_op: datetime | None = None
) -> list[Publicatie]:
    """Record what is wanted of each publication; returns those that got a next version.

    `vastgelegd_op` is when the cause was recorded: what the delay of a change is counted from.
    """
    nieuwe = [
        nieuw for publicatie, gewenst in paren if (nieuw := _vergelijk(publicatie, gewenst)) is not None
    ]
    stand = [publicatie for publicatie, gewenst in paren if _werk_stand_bij(publicatie, gewenst, op)]
    if stand:
        _schrijf(stand, STAND_VELDEN)
    if nieuwe:
        _geef_uit(nieuwe, op, vastgelegd_op)
    return [nieuw.publicatie for nieuw in nieuwe]


def onthoud_grenzen(paren: Sequence[tuple[Publicatie, Gewenst]]) -> None:
    """Of what is held: nothing becomes different, but the day on which it may have to go still comes."""
    anders = []
    for publicatie, gewenst in paren:
        if publicatie.opnieuw_op != gewenst.opnieuw_op:
            publicatie.opnieuw_op = gewenst.opnieuw_op
            anders.append(publicatie)
    if anders:
        _schrijf(anders, ["opnieuw_op"])


Inhouden = tuple[tuple[str, str], tuple[str, str]]
"""Hash and canonical JSON, of what the public reads and of what the desk reads besides."""


def inhouden_van(gewenst: Gewenst) -> Inhouden | None:
    """None: there is none here."""
    if gewenst.publiek is None or gewenst.balie is None:
        return None
    publiek = canoniek(gewenst.publiek)
    publieke_hash = hash_van(publiek)
    balie = canoniek({**gewenst.balie, "publieke_hash": publieke_hash})
    return (publieke_hash, publiek), (hash_van(balie), balie)


def _vergelijk(publicatie: Publicatie, gewenst: Gewenst) -> _Nieuw | None:
    if gewenst.fouten:
        return None
    live = publicatie.toestand == Toestand.LIVE
    inhouden = inhouden_van(gewenst)
    if inhouden is None or gewenst.publiek is None:
        return _Nieuw(publicatie, None, None, gewenst.bronnen, publiek_anders=True) if live else None
    publiek, balie = inhouden
    if live and publicatie.hash == balie[0]:
        return None
    return _Nieuw(
        publicatie,
        publiek,
        balie,
        {**gewenst.bronnen, "lijst": _lijst(gewenst.publiek)},
        publiek_anders=not live or publicatie.publieke_hash != publiek[0],
    )


def kolommen_van(gewenst: Gewenst) -> dict[str, Any]:
    """What a live row says of its content, as column → value; empty when there is none here."""
    inhouden = inhouden_van(gewenst)
    if inhouden is None or gewenst.publiek is None:
        return {}
    (publieke_hash, _), (hash_, _) = inhouden
    hashes = {"hash": hash_, "inhoud_id": hash_, "publieke_hash": publieke_hash}
    return hashes | {"publieke_inhoud_id": publieke_hash} | _lijst(gewenst.publiek)


def _lijst(publiek: dict[str, Any]) -> dict[str, Any]:
    """What lists need of a product without opening its content."""
    tekst = publiek.get("talen", {}).get("nl", {})
    return {
        "titel": tekst.get("titel") or publiek.get("naam", ""),
        "samenvatting": tekst.get("samenvatting", ""),
        "productsoort": publiek.get("soort", ""),
        "status": publiek.get("status", ""),
        "themas": list(publiek.get("themas", [])) if "talen" in publiek else [],
    }


def _werk_stand_bij(publicatie: Publicatie, gewenst: Gewenst, op: datetime) -> bool:
    """Put the boundary, the fault and the alarms on the row; True if anything changed."""
    fout = "\n".join(gewenst.fouten)
    alarmen = publicatie.alarmen if gewenst.fouten else list(gewenst.alarmen)
    sinds = (publicatie.fout_sinds or op) if fout else None
    nieuw = (gewenst.opnieuw_op, fout, sinds, alarmen)
    if nieuw == (publicatie.opnieuw_op, publicatie.fout, publicatie.fout_sinds, publicatie.alarmen):
        return False
    publicatie.opnieuw_op, publicatie.fout, publicatie.fout_sinds, publicatie.alarmen = nieuw
    return True


def _geef_uit(nieuwe: Sequence[_Nieuw], op: datetime, vastgelegd_op: datetime | None) -> None:
    epoch = Syncstand.haal().epoch
    inhoud = {
        deel[0]: deel[1] for nieuw in nieuwe for deel in (nieuw.publiek, nieuw.balie) if deel is not None
    }
    Inhoud.objects.bulk_create(
        # As an expression Django puts it among the values as it is; else it makes one array of all of them, in which
        # psycopg escapes every quote by itself: that took as long as making the contents (Django 5.2, psycopg 3.3).
        [Inhoud(hash=hash_, json=Value(json)) for hash_, json in inhoud.items()],
        ignore_conflicts=True,
    )
    uitgaven = [_volgende_uitgave(nieuw, epoch, op, vastgelegd_op) for nieuw in nieuwe]
    _schrijf([nieuw.publicatie for nieuw in nieuwe], INHOUD_VELDEN)
    Uitgave.objects.bulk_create(uitgaven)
    _wens_leveringen(nieuwe, op)


def _schrijf(publicaties: Sequence[Publicatie], velden: list[str]) -> None:
    """Update existing rows by an upsert: five times as fast as Django's bulk_update, which builds a CASE per column."""
    Publicatie.objects.bulk_create(
        publicaties, update_conflicts=True, unique_fields=["id"], update_fields=velden
    )


def _volgende_uitgave(nieuw: _Nieuw, epoch: int, op: datetime, vastgelegd_op: datetime | None) -> Uitgave:
    rij = nieuw.publicatie
    rij.versie = volgende_versie(rij.versie, epoch)
    if nieuw.publiek_anders:
        rij.publieke_versie = volgende_versie(rij.publieke_versie, epoch)
        rij.inhoud_gewijzigd_op = op
        rij.volgnummer = None
    rij.gepubliceerd_op = op
    rij.toestand = Toestand.LIVE if nieuw.publiek is not None else Toestand.INGETROKKEN
    rij.publieke_hash = nieuw.publiek[0] if nieuw.publiek is not None else ""
    rij.hash = nieuw.balie[0] if nieuw.balie is not None else ""
    rij.publieke_inhoud_id = rij.publieke_hash or None
    rij.inhoud_id = rij.hash or None
    bronnen = dict(nieuw.bronnen)
    for naam, waarde in bronnen.pop("lijst", {}).items():
        setattr(rij, naam, waarde)
    return Uitgave(
        publicatie=rij,
        versie=rij.versie,
        publieke_versie=rij.publieke_versie,
        toestand=rij.toestand,
        inhoud_id=rij.inhoud_id,
        publieke_inhoud_id=rij.publieke_inhoud_id,
        op=op,
        vastgelegd_op=vastgelegd_op,
        bronnen=Value(bronnen, JSONField()),
    )


def _wens_leveringen(nieuwe: Sequence[_Nieuw], op: datetime) -> None:
    """Mark deliveries wanted at every target that takes this document, a public one only if the public sees it."""
    alle = [nieuw.publicatie for nieuw in nieuwe]
    publiek = [nieuw.publicatie for nieuw in nieuwe if nieuw.publiek_anders]
    # By bereik: hundreds of targets would each look at hundreds of documents.
    per_bereik: dict[str, list[Publicatie]] = {}
    for rij in publiek:
        per_bereik.setdefault(rij.bereik, []).append(rij)
    binnen, buiten = [], []
    doelen = Doel.objects.wensend().filter(Q(bereik="") | Q(bereik__in=per_bereik))
    for doel in doelen.only("pk", "soort", "bereik"):
        paren = binnen if doel.wil_intern else buiten
        kandidaten = alle if doel.wil_intern else per_bereik.get(doel.bereik, [])
        paren += [(doel, rij) for rij in kandidaten if doel.wil(rij)]
    wens(binnen, op)
    wens(buiten, op)


def wens(paren: Sequence[tuple[Doel, Publicatie]], op: datetime) -> None:
    """Let targets want the newest version of these publications; a waiting delivery keeps since when it waits.

    Every target among them wants every publication among them that is for it.
    """
    if not paren:
        return
    rijen = Levering.objects.filter(
        doel__in={doel.pk for doel, _ in paren}, publicatie__in={rij.pk for _, rij in paren}
    )
    if connection.features.has_select_for_update:
        # In the order in which who delivers locks them. One that is being acknowledged waits no more after that.
        list(rijen.select_for_update().order_by("pk").values_list("pk"))
    rijen.exclude(toestand=LeveringToestand.WACHT).update(wacht_sinds=op)
    Levering.objects.bulk_create(
        [
            Levering(
                doel=doel,
                publicatie=rij,
                gewenst=doel.gewenste_versie(rij),
                toestand=LeveringToestand.WACHT,
                intrekking=rij.toestand == Toestand.INGETROKKEN,
                wacht_sinds=op,
            )
            for doel, rij in paren
        ],
        update_conflicts=True,
        unique_fields=["doel", "publicatie"],
        update_fields=["gewenst", "toestand", "intrekking", "pogingen", "volgende_op", "laatste_fout"],
    )


def vraag_alles(doel: Doel, op: datetime) -> None:
    """Let a new target want everything that is for it."""
    alle = doel.publicaties().only("pk", "bereik", "documentsoort", "versie", "publieke_versie", "toestand")
    wens([(doel, rij) for rij in alle.order_by("pk")], op)
