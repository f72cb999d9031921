"""Reads where texts stand: of each document the places that it is for, what they acknowledged and when.

"Live" is said of a place only once it acknowledged this very version. The website and the desk of Antwoord read what
was published: there it stands from the moment that it was made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Min, Q, QuerySet, Value, When

from redactie.keuzes import Herkomst
from redactie.models import Wijziging, WijzigingSoort
from redactie.veld import Veld
from sync.bord.cel import Stand
from sync.bord.doelcel import stilstand
from sync.bord.lezen import dienende_index
from sync.doelwoorden import in_woorden
from sync.models import (
    Documentsoort,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Toestand,
)
from sync.pauzeren import Pauzes
from sync.uitbreiden import BREED

HIER = "Website en balie van Antwoord"
INDEX = "Zoekindex"


@dataclass(frozen=True, slots=True)
class Plek:
    """`doel` None: what Antwoord shows itself. `versie` and `op`: what was acknowledged last, and when."""

    naam: str
    doel: Doel | None
    stand: Stand
    versie: int
    op: datetime | None
    gewenst: int
    sinds: datetime | None
    fout: str

    @property
    def klaar(self) -> bool:
        return self.stand is Stand.LIVE

    @property
    def buitenshuis(self) -> bool:
        return self.doel is not None and not self.doel.wil_intern

    @property
    def te_vergelijken(self) -> bool:
        return self.doel is not None and self.doel.toestand == DoelToestand.ACTIEF


@dataclass(frozen=True, slots=True)
class Tekststand:
    """`weg`: it is withdrawn, and `klaar` then says that it is gone from everywhere."""

    publicatie: Publicatie
    plekken: tuple[Plek, ...]

    @property
    def weg(self) -> bool:
        return self.publicatie.toestand != Toestand.LIVE

    @property
    def klaar(self) -> bool:
        return all(plek.klaar for plek in self.plekken)

    @property
    def aantal_klaar(self) -> int:
        return sum(plek.klaar for plek in self.plekken)


def tekststanden(publicaties: Iterable[Publicatie], pauzes: Pauzes) -> list[Tekststand]:
    """In their order. 4 queries, however many there are."""
    rijen = list(publicaties)
    index, onderweg = dienende_index(), nog_te_plannen(rijen)
    doelen: dict[str, list[Doel]] = defaultdict(list)
    bereiken = {rij.bereik for rij in rijen}
    for doel in Doel.objects.exclude(soort=DoelSoort.INDEX).filter(bereik__in=bereiken).order_by("naam"):
        doelen[doel.bereik].append(doel)
    leveringen = {
        (levering.doel_id, levering.publicatie_id): levering
        for levering in Levering.objects.filter(publicatie__in=[rij.pk for rij in rijen])
    }
    gevonden = []
    for rij in rijen:
        voor = [*([index] if index is not None else []), *doelen[rij.bereik]]
        plekken = [_plek(doel, rij, leveringen.get((doel.pk, rij.pk))) for doel in voor if doel.wil(rij)]
        if index is None and rij.documentsoort == Documentsoort.PRODUCT:
            plekken.insert(0, _zonder_index(rij))
        gevonden.append(Tekststand(rij, (_hier(rij, onderweg.get(rij.pk), pauzes), *plekken)))
    return gevonden


def nog_te_plannen(rijen: list[Publicatie]) -> dict[int, datetime]:
    """Publication → since when a recorded change waits that may concern it. 1 query.

    A changed fact may concern any product: until it is known which, none is said to be live. So this is never ahead.
    """
    per_tekst = Q(soort=WijzigingSoort.PRODUCT, sleutel__in={rij.sleutel for rij in rijen})
    open_ = Wijziging.objects.filter(per_tekst | Q(soort__in=[WijzigingSoort.GEMEENTE, *BREED])).order_by()
    # Grouped there: the fees of a country in January are 200,000 rows, and this is asked again and again.
    welk = Case(When(soort=WijzigingSoort.PRODUCT, then="sleutel"), default=Value(""))
    groepen = open_.annotate(welk=welk).values_list("soort", "welk", "gemeente")
    sinds = {tuple(groep): op for *groep, op in groepen.annotate(op=Min("vastgelegd_op"))}
    gevonden = {}
    for rij in rijen:
        eigen = [
            sinds[(*wat, waar)] for wat in _raken(rij) for waar in ("", rij.bereik) if (*wat, waar) in sinds
        ]
        if eigen:
            gevonden[rij.pk] = min(eigen)
    return gevonden


def _raken(rij: Publicatie) -> list[tuple[str, str]]:
    """Kind and key of the changes that may concern it."""
    if rij.documentsoort == Documentsoort.GEMEENTE:
        return [(WijzigingSoort.GEMEENTE.value, "")]
    if rij.documentsoort != Documentsoort.PRODUCT:
        return []
    return [(WijzigingSoort.PRODUCT.value, rij.sleutel), *((soort.value, "") for soort in BREED)]


def _hier(rij: Publicatie, onderweg: datetime | None, pauzes: Pauzes) -> Plek:
    pauze = pauzes.van(rij.bereik)
    stand, sinds, fout = Stand.LIVE, None, ""
    if rij.fout:
        stand, sinds, fout = Stand.MISLUKT, rij.fout_sinds, rij.fout
    elif pauze is not None and (rij.toestand != Toestand.INGETROKKEN or onderweg is not None):
        # Withdrawing goes on: what is gone is not held.
        stand, sinds, fout = Stand.GEPAUZEERD, pauze.sinds, pauze.reden
    elif onderweg is not None:
        stand, sinds = Stand.WACHT, onderweg
    return Plek(HIER, None, stand, rij.versie, rij.gepubliceerd_op, rij.versie, sinds, fout)


def _zonder_index(rij: Publicatie) -> Plek:
    return Plek(INDEX, None, Stand.HAPERT, 0, None, rij.versie, None, "Er is nog geen zoekindex.")


def _plek(doel: Doel, rij: Publicatie, levering: Levering | None) -> Plek:
    gewenst = doel.gewenste_versie(rij)
    naam = INDEX if doel.wil_intern else doel.naam
    if levering is None:
        return Plek(naam, doel, _stand(doel, None, gewenst), 0, None, gewenst, rij.gepubliceerd_op, "")
    stand = _stand(doel, levering, gewenst)
    fout = "" if stand is Stand.LIVE else in_woorden(levering.laatste_fout or doel.laatste_fout)
    return Plek(
        naam,
        doel,
        stand,
        levering.bevestigd,
        levering.bevestigd_op,
        gewenst,
        None if stand is Stand.LIVE else levering.wacht_sinds,
        fout,
    )


def _stand(doel: Doel, levering: Levering | None, gewenst: int) -> Stand:
    if levering is not None:
        hier = levering.toestand == LeveringToestand.BEVESTIGD and levering.bevestigd >= gewenst
        if hier:
            return Stand.LIVE
        if levering.toestand == LeveringToestand.GEPARKEERD:
            return Stand.GEWEIGERD
    if (stil := stilstand(doel)) is not None:
        return stil
    fout = doel.laatste_fout or (levering is not None and levering.laatste_fout)
    return Stand.HAPERT if fout else Stand.WACHT


def teksten_van(
    bereik: str, pauzes: Pauzes, *, zoek: str = "", alleen_achter: bool = False
) -> QuerySet[Publicatie]:
    """What was ever published for a bereik: by title, the municipality's own document first."""
    rijen = Publicatie.objects.filter(bereik=bereik).exclude(versie=0, fout="")
    for woord in zoek.split():
        rijen = rijen.filter(Q(titel__icontains=woord) | Q(sleutel__icontains=woord))
    if alleen_achter:
        rijen = rijen.filter(_blijft_achter(bereik, pauzes))
    return rijen.order_by("documentsoort", "titel", "sleutel")


def _blijft_achter(bereik: str, pauzes: Pauzes) -> Q:
    """As `tekststanden` judges it, for the database."""
    index = dienende_index()
    pks = [*Doel.objects.filter(bereik=bereik).values_list("pk", flat=True), *([index.pk] if index else [])]
    open_ = Levering.objects.filter(doel__in=pks).exclude(toestand=LeveringToestand.BEVESTIGD)
    achter = ~Q(fout="") | Q(pk__in=open_.values("publicatie"))
    wacht = Wijziging.objects.filter(gemeente__in=["", bereik])
    soorten = set(wacht.order_by().values_list("soort", flat=True).distinct())
    if pauzes.van(bereik) is not None:
        achter |= Q(toestand=Toestand.LIVE)
    if WijzigingSoort.GEMEENTE in soorten:
        achter |= Q(documentsoort=Documentsoort.GEMEENTE)
    if index is None or soorten & set(BREED):
        achter |= Q(documentsoort=Documentsoort.PRODUCT)
    per_tekst = wacht.filter(soort=WijzigingSoort.PRODUCT).values("sleutel")
    return achter | Q(documentsoort=Documentsoort.PRODUCT, sleutel__in=per_tekst)


def openbare_feiten(bronnen: Mapping[str, Any]) -> list[dict[str, str]]:
    """The facts that a version was made with. One of which is not known whether it is for the desk alone, is."""
    return [
        feit | {"herkomst": Herkomst(feit["herkomst"]).label if feit.get("herkomst") else ""}
        for feit in bronnen.get("feiten", ())
        if not feit.get("intern", True)
    ]


def eigen_velden(rij: Publicatie) -> list[str]:
    """The headings of the fields whose text is not simply the region's."""
    if rij.inhoud is None or rij.documentsoort != Documentsoort.PRODUCT:
        return []
    return [Veld(lid["veld"]).kolom_label for lid in rij.inhoud.als_dict().get("herkomst", ())]
