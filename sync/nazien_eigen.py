"""Comparing our own publications, which hosted websites and the desk read, with a fresh merge of the sources.

Only reads. What the planner still has to do is no difference: a document that waits for it is passed over, and one
that changed while it was compared is compared again. Repairing is for `verzoenen.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from redactie.klok import nu_van_de_database
from redactie.models import Product, Wijziging, WijzigingSoort
from sync.bereiken import betrokken_bereiken
from sync.gewenst import maak_gewenst
from sync.maken import Gewenst
from sync.models import Documentsoort, Inhoud, Publicatie, Toestand
from sync.nazien import ANDERS, ONBEKEND, ONTBREEKT
from sync.pauzeren import pauzes
from sync.uitbreiden import BREED
from sync.vastleggen import inhouden_van, kolommen_van

BESCHADIGD = "beschadigd"
DATUM = "verandert op een andere dag"
NIEUW = (ANDERS, ONTBREEKT)
"""To mend these something new goes live."""
MEESTE_POGINGEN = 5
"""For a document that is edited again and again while it is compared."""

Document = tuple[Documentsoort, str]


@dataclass(frozen=True, slots=True)
class Eigen:
    """One publication that differs. `hoort`: what a damaged row should say; the planner sees nothing wrong there."""

    soort: str
    bereik: str
    documentsoort: Documentsoort
    sleutel: str
    hoort: Gewenst | None = None

    @property
    def naam(self) -> str:
        return f"{self.bereik}/{self.documentsoort}/{self.sleutel}"


def documenten() -> list[Document]:
    """Whatever is or was published, or should be."""
    was = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT).values_list("sleutel", flat=True)
    nu = Product.objects.filter(live=True).values_list("sleutel", flat=True)
    sleutels = sorted({*was.order_by().distinct(), *nu})
    gemeente = (Documentsoort.GEMEENTE, Documentsoort.GEMEENTE.value)
    return [gemeente, *((Documentsoort.PRODUCT, sleutel) for sleutel in sleutels)]


def verschillen_van(document: Document, bereik: str = "") -> tuple[int, list[Eigen]]:
    """How many publications of it were compared, and those that differ. `bereik`: of that one only.

    What a pause holds may differ, and is not compared; what should be gone, and damage, are no matter of a pause.
    """
    for _ in range(MEESTE_POGINGEN):
        # Before it is asked what waits: whoever lets it go on records that it must be looked at.
        gepauzeerd = pauzes()
        voor = _rijen(document, bereik)
        gewenst = _gewenst(document, bereik)
        if _wacht(document, voor.values()):
            return 0, []
        soorten = {slug: _verschil(voor.get(slug), hoort) for slug, hoort in gewenst.items()}
        rust = {slug for slug, soort in soorten.items() if soort in NIEUW and gepauzeerd.van(slug)}
        gevonden = [
            Eigen(soort, slug, *document, gewenst[slug] if soort == BESCHADIGD else None)
            for slug, soort in soorten.items()
            if soort and slug not in rust
        ]
        # What was committed while the sources were read still waits, or has given a row another version.
        if not gevonden or _versies(_rijen(document, bereik)) == _versies(voor):
            return len(gewenst) - len(rust), gevonden
    return 0, []


def herstel_rij(geval: Eigen) -> None:
    """Write what a damaged row should say; its content, and so its version, stay what they are."""
    if geval.hoort is None or (inhouden := inhouden_van(geval.hoort)) is None:
        return
    rijen = Publicatie.objects.filter(
        bereik=geval.bereik, documentsoort=geval.documentsoort, sleutel=geval.sleutel, hash=inhouden[1][0]
    )
    with transaction.atomic():
        for hash_, json in inhouden:
            Inhoud.objects.update_or_create(pk=hash_, defaults={"json": json})
        rijen.update(**kolommen_van(geval.hoort))


def _rijen(document: Document, bereik: str) -> dict[str, Publicatie]:
    soort, sleutel = document
    rijen = Publicatie.objects.filter(documentsoort=soort, sleutel=sleutel)
    if bereik:
        rijen = rijen.filter(bereik=bereik)
    return {rij.bereik: rij for rij in rijen.select_related("inhoud", "publieke_inhoud")}


def _gewenst(document: Document, bereik: str) -> dict[str, Gewenst]:
    bereiken = betrokken_bereiken(*document, {bereik})
    return maak_gewenst(*document, bereiken, nu_van_de_database())


def _wacht(document: Document, rijen: Iterable[Publicatie]) -> bool:
    """Whether the planner still has to look at it. Asked after the sources were read."""
    soort, sleutel = document
    zelf = Q(soort=WijzigingSoort.GEMEENTE)
    if soort == Documentsoort.PRODUCT:
        zelf = Q(soort=WijzigingSoort.PRODUCT, sleutel=sleutel)
    nu = nu_van_de_database()
    verlopen = any(rij.opnieuw_op is not None and rij.opnieuw_op <= nu for rij in rijen)
    return verlopen or Wijziging.objects.filter(zelf | Q(soort__in=BREED)).exists()


def _versies(rijen: Mapping[str, Publicatie]) -> dict[str, tuple[int, object]]:
    return {slug: (rij.versie, rij.opnieuw_op) for slug, rij in rijen.items()}


def _verschil(rij: Publicatie | None, hoort: Gewenst) -> str:
    """The kind; empty when nothing is wrong. A text that cannot be made is told elsewhere, and keeps the old one up."""
    live = rij is not None and rij.toestand == Toestand.LIVE
    inhouden = inhouden_van(hoort)
    if hoort.fouten or (inhouden is None and not live):
        return ""
    if rij is None or not live:
        return ONTBREEKT
    if inhouden is None:
        return ONBEKEND
    if rij.hash != inhouden[1][0]:
        return ANDERS
    bewaard = {lid.pk: lid.json for lid in (rij.publieke_inhoud, rij.inhoud) if lid is not None}
    kolommen = kolommen_van(hoort)
    if bewaard != dict(inhouden) or any(getattr(rij, naam) != waarde for naam, waarde in kolommen.items()):
        return BESCHADIGD
    return DATUM if rij.opnieuw_op != hoort.opnieuw_op else ""
