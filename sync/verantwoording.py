"""Who made what stood somewhere, why, and which target had it: what lies beside a kept content.

Reads the log, the sources of an Uitgave and the receipts, for many documents in a fixed number of queries. Gives
frozen dataclasses; of the log only what this person may read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Max, Q
from wagtail.models import Revision

from redactie.bronnen import REGIO
from redactie.keuzes import Klasse
from redactie.models import LogRegel, Tekstversie
from redactie.models.logboek import als_kolom
from redactie.persoonsnaam import persoonsnaam
from redactie.veld import Veld
from sync.models import Ontvangst, Uitgave

MEESTE_REGELS = 50


@dataclass(frozen=True, slots=True)
class Verandering:
    """A row of the log in words."""

    op: datetime
    wie: str
    wat: str
    waarover: str
    waarom: str


@dataclass(frozen=True, slots=True)
class Brontekst:
    """A central text that it was made of."""

    veld: Veld
    vanaf: datetime
    klasse: str
    toelichting: str
    wie: str


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """The last version that a target had acknowledged by then; `deze`: it is the one that was wanted."""

    doel: str
    versie: int
    op: datetime
    deze: bool


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """Of one Uitgave. `revisies`: who saved which revision that it was made of, when."""

    revisies: tuple[tuple[str, int, str, datetime], ...]
    bronteksten: tuple[Brontekst, ...]
    veranderingen: tuple[Verandering, ...]
    bevestigd: tuple[Bevestiging, ...]


def verantwoord(
    uitgaven: Collection[Uitgave], op: datetime, user: Any, *, regels: int = MEESTE_REGELS
) -> dict[int, Verantwoording]:
    """Per Uitgave (pk), as it was at `op`; of the log at most `regels` rows each, newest first. 4 or 5 queries."""
    revisies = _revisies(uitgaven)
    teksten = _teksten(uitgaven)
    log = _log(uitgaven, op, user, regels)
    bevestigd = _bevestigd(uitgaven, op)
    return {
        uitgave.pk: Verantwoording(
            tuple(
                (wat, nummer, *revisies[nummer])
                for wat, nummer in _revisienummers(uitgave)
                if nummer in revisies
            ),
            tuple(teksten[id_] for id_ in uitgave.bronnen.get("tekstversies", ()) if id_ in teksten),
            tuple(log.get(uitgave.pk, ())),
            tuple(bevestigd.get(uitgave.pk, ())),
        )
        for uitgave in uitgaven
    }


def _revisienummers(uitgave: Uitgave) -> Iterator[tuple[str, int]]:
    for wat, naam in (("regionale tekst", "revisie"), ("eigen tekst", "lokale_revisie")):
        if (nummer := uitgave.bronnen.get(naam)) is not None:
            yield wat, nummer


def _revisies(uitgaven: Iterable[Uitgave]) -> dict[int, tuple[str, datetime]]:
    nummers = {nummer for uitgave in uitgaven for _, nummer in _revisienummers(uitgave)}
    rijen = Revision.objects.filter(pk__in=nummers).select_related("user")
    return {rij.pk: (persoonsnaam(rij.user), rij.created_at) for rij in rijen}


def _teksten(uitgaven: Iterable[Uitgave]) -> dict[int, Brontekst]:
    ids = {id_ for uitgave in uitgaven for id_ in uitgave.bronnen.get("tekstversies", ())}
    rijen = Tekstversie.objects.filter(pk__in=ids).select_related("wie")
    return {
        rij.pk: Brontekst(
            Veld(rij.veld), rij.vanaf, Klasse(rij.klasse).label, rij.toelichting, persoonsnaam(rij.wie)
        )
        for rij in rijen
    }


def _log(uitgaven: Iterable[Uitgave], op: datetime, user: Any, meest: int) -> dict[int, list[Verandering]]:
    """Rows about the product, in the region or in this municipality, and about the facts in its text."""
    per_product: dict[str, list[int]] = defaultdict(list)
    per_feit: dict[str, list[int]] = defaultdict(list)
    bereiken = set()
    for uitgave in uitgaven:
        per_product[uitgave.publicatie.sleutel].append(uitgave.pk)
        bereiken.add(uitgave.publicatie.bereik)
        for feit in uitgave.bronnen.get("feiten", ()):
            for id_ in feit.get("ids", ()):
                per_feit[f"{_model_van(feit['token'])}/{id_}"].append(uitgave.pk)
    gevonden: dict[int, list[Verandering]] = defaultdict(list)
    for rij in _logregels(bereiken, op, user).iterator(chunk_size=500):
        sleutels = rij.producten.strip("|").split("|") if rij.producten else ()
        soort = rij.content_type.model if rij.content_type is not None else ""
        raakt = {pk for sleutel in sleutels for pk in per_product.get(sleutel, ())}
        raakt.update(per_feit.get(f"{soort}/{rij.object_id}", ()))
        for pk in raakt:
            if len(gevonden[pk]) < meest:
                gevonden[pk].append(
                    Verandering(rij.timestamp, rij.wie, rij.wat, rij.waarover, rij.waarom or rij.comment)
                )
    return gevonden


def _logregels(bereiken: Iterable[str], op: datetime, user: Any) -> Any:
    plaats = Q(gemeenten="")
    for bereik in bereiken:
        if bereik != REGIO:
            plaats |= Q(gemeenten__contains=als_kolom([bereik]))
    feit = Q(content_type__model__in=("gegeven", "tarief"))
    rijen = LogRegel.objects.viewable_by_user(user).filter(plaats, timestamp__lte=op)
    return rijen.filter(~Q(producten="") | feit).select_related("content_type", "user")


def _model_van(token: str) -> str:
    return "gegeven" if token.startswith("gegeven") else "tarief"


def _bevestigd(uitgaven: Iterable[Uitgave], op: datetime) -> dict[int, list[Bevestiging]]:
    per_publicatie: Mapping[int, Uitgave] = {uitgave.publicatie_id: uitgave for uitgave in uitgaven}
    hoogste = (
        Ontvangst.objects.filter(publicatie__in=per_publicatie, op__lte=op)
        .order_by()
        .values("publicatie", "doel_naam")
        .annotate(hoogste=Max("pk"))
        .values("hoogste")
    )
    rijen = Ontvangst.objects.filter(pk__in=hoogste).order_by("doel_naam")
    gevonden: dict[int, list[Bevestiging]] = defaultdict(list)
    for naam, publicatie, versie, hash_, moment in rijen.values_list(
        "doel_naam", F("publicatie"), "versie", "hash", "op"
    ):
        uitgave = per_publicatie[publicatie]
        gevonden[uitgave.pk].append(Bevestiging(naam, versie, moment, _is_deze(uitgave, versie, hash_)))
    return gevonden


def _is_deze(uitgave: Uitgave, versie: int, hash_: str) -> bool:
    """The index acknowledges the version of the desk, a website that of the public."""
    return (versie, hash_) in {
        (uitgave.versie, uitgave.inhoud_id or ""),
        (uitgave.publieke_versie, uitgave.publieke_inhoud_id or ""),
    }
