"""The list of hits as an agent reads it: one row per product, with what kind of thing it is and how it stands here.

With them what else the question names, and what to ask back when it is not clear which answer is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from kennisbank.balie.erbij import NIETS, Gevonden, zoek_erbij
from kennisbank.balie.publicaties import haal_gemeente_en_uitvragen
from kennisbank.balie.stilstand import Stilstand, stilstand_bij
from kennisbank.balie.toegang import Plek
from kennisbank.balie.vraageerst import gewezen
from kennisbank.plaatsnamen import Plaats
from kennisbank.zoeken import zoek
from redactie.geteld import geteld
from redactie.keuzes import Productsoort, Status
from search.markeren import Stuk, markeer
from sync.achterstand import versheid_van_de_index

TEKENS = {Productsoort.PRODUCT: "", Productsoort.VRAAG: "?", Productsoort.VERWIJZING: "→"}
STATUSLABEL = {
    Status.NIET_AANGEBODEN: "niet aangeboden",
    Status.VALT_ONDER: "valt onder iets anders",
    Status.VERVALLEN: "vervallen",
}
TREDEN = {
    2: "Niet alle woorden staan erin. Dit past het best.",
    3: "Geen enkel antwoord past helemaal. Dit lijkt erop.",
}
OUD = 60.0


@dataclass(frozen=True, slots=True)
class Rij:
    """`teken` and `soort` are empty for an ordinary product, `status` for one that is simply offered."""

    sleutel: str
    titel: tuple[Stuk, ...]
    teken: str
    soort: str
    status: str


@dataclass(frozen=True, slots=True)
class Resultaten:
    vraag: str
    rijen: tuple[Rij, ...]
    uitleg: str
    correcties: tuple[tuple[str, str], ...]
    ms: int
    op_titel: bool
    leeftijd: str
    verouderd: bool
    stilstand: Stilstand | None = None
    genoemd: Plaats | None = None
    ingekort: bool = False
    letterlijk: bool = False
    erbij: Gevonden = NIETS
    vraag_eerst: str = ""
    """Safe HTML, internal: what the first of several hits says to ask first."""

    @property
    def aantal(self) -> str:
        return geteld(len(self.rijen), "1 treffer", "{} treffers")


def zoek_resultaten(plek: Plek, vraag: str, *, typend: bool, letterlijk: bool) -> Resultaten:
    """4 queries."""
    gevonden = zoek(vraag, plek.scope, typend=typend, letterlijk=letterlijk, plaatsen=plek.plaatsen)
    versheid = versheid_van_de_index()
    leeftijd = versheid.achterstand
    titels = {regel.sleutel: regel.titel for regel in gevonden.regels}
    eerste = next(iter(titels), "")
    vragend = eerste if plek.intern and len(titels) > 1 else ""
    gemeente, uitvragen = haal_gemeente_en_uitvragen(plek.bereik, vragend)
    return Resultaten(
        vraag=vraag,
        rijen=tuple(
            Rij(
                sleutel=regel.sleutel,
                titel=tuple(markeer(regel.titel, gevonden.markering)),
                teken=TEKENS[Productsoort(regel.productsoort)],
                soort=soort_in_woorden(Productsoort(regel.productsoort)),
                status=STATUSLABEL.get(Status(regel.status), ""),
            )
            for regel in gevonden.regels
        ),
        uitleg=TREDEN.get(gevonden.trede, ""),
        correcties=gevonden.correcties,
        ms=round(gevonden.ms),
        op_titel=gevonden.op_titel,
        leeftijd=leeftijd_in_woorden(leeftijd),
        verouderd=leeftijd is None or leeftijd > OUD,
        stilstand=stilstand_bij(versheid.hartslag),
        genoemd=_te_kiezen(gevonden.genoemd, plek),
        ingekort=gevonden.ingekort,
        letterlijk=letterlijk and not gevonden.op_titel,
        erbij=zoek_erbij(plek, vraag, gemeente, timezone.localtime()),
        vraag_eerst=gewezen(plek.bereik, uitvragen, {lid: titels[lid] for lid in titels if lid != eerste}),
    )


def leeftijd_in_woorden(seconden: float | None) -> str:
    if seconden is None:
        return "leeftijd van de index onbekend"
    if seconden < OUD:
        return f"index {seconden:.0f} s oud"
    if seconden < 60 * 60:
        return f"index {seconden // 60:.0f} min oud"
    if seconden < 48 * 60 * 60:
        return f"index {seconden // 3600:.0f} uur oud"
    return f"index {seconden // 86400:.0f} dagen oud"


def soort_in_woorden(soort: Productsoort) -> str:
    """Empty for an ordinary product."""
    return "" if soort is Productsoort.PRODUCT else soort.label.lower()


def _te_kiezen(genoemd: Plaats | None, plek: Plek) -> Plaats | None:
    """Only a desk that this person may stand at is offered."""
    return genoemd if genoemd and any(knop.slug == genoemd.slug for knop in plek.knoppen) else None
