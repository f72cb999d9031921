"""The texts and channels of products and local versions, judged as the CMS judges them (`redactie/keuring.py`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from redactie.bronnen import AfwijkingBron, GegevenBron, KanaalBron, LokaleLaag, TariefBron
from redactie.fout import Fout
from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import (
    Document,
    GegevenRij,
    LokaalBestand,
    MededelingRij,
    ProductBestand,
    Soort,
    TariefRij,
)
from redactie.invoer.fouten import Fouten, Plek
from redactie.keuring import BekendeFeiten, keur, keur_kanalen, keur_laag, keur_veld
from redactie.keuzes import AfwijkingWijze
from redactie.opmaak import tekstfouten
from redactie.veld import Veld

OPENBAAR = Veld.BIJZONDERHEDEN
"""A public Markdown field like any other: explanations are judged as one."""


def controleer_teksten(eind: Eindstand, fouten: Fouten) -> None:
    if {Soort.GEGEVEN, Soort.TARIEF} & eind.gemist:
        return
    keuring = _Keuring(eind, fouten)
    for product in eind.uit_bestanden(Soort.PRODUCT, ProductBestand):
        keuring.product(product)
    for lokaal in eind.uit_bestanden(Soort.LOKAAL, LokaalBestand):
        keuring.lokaal(lokaal)
    for mededeling in eind.uit_bestanden(Soort.MEDEDELING, MededelingRij):
        for tekst in (mededeling.tekst, mededeling.interne_tekst):
            keuring.meld(mededeling, mededeling.plek, tekstfouten(tekst))


@dataclass
class _Keuring:
    eind: Eindstand
    fouten: Fouten
    _bekend: dict[str, BekendeFeiten] = field(default_factory=dict)

    def bekend(self, gemeente: str) -> BekendeFeiten:
        """The facts that a text may use: of the region and of this municipality; a text of the region, of all."""
        if gemeente not in self._bekend:
            eigenaars = {"", gemeente} if gemeente else None
            self._bekend[gemeente] = BekendeFeiten.uit(
                [_gegeven(f) for f in self.eind.alle(Soort.GEGEVEN, GegevenRij) if _van(f, eigenaars)],
                [_tarief(f) for f in self.eind.alle(Soort.TARIEF, TariefRij) if _van(f, eigenaars)],
            )
        return self._bekend[gemeente]

    def product(self, product: ProductBestand) -> None:
        bekend = self.bekend(product.gemeente)
        for fout in keur(product.teksten, bekend):
            veld = fout.veld or Veld.TITEL
            self.meld(product, product.plek.van(veld.value), [fout], product.teksten.get(veld, ""))
        for gepland in product.gepland:
            plek = product.plek.op(gepland.tekst_regel)
            self.meld(product, plek, keur_veld(gepland.veld, gepland.tekst, bekend), gepland.tekst)
        toelichting = keur_veld(OPENBAAR, product.vervallen_toelichting, bekend)
        self.meld(product, product.plek.van("vervallen_toelichting"), toelichting)
        self._kanalen(product, product.kanalen, bekend)

    def lokaal(self, lokaal: LokaalBestand) -> None:
        bekend = self.bekend(lokaal.gemeente)
        product = self.eind.geheel.haal(Soort.PRODUCT, lokaal.product)
        vast = frozenset(product.vaste_velden) if isinstance(product, ProductBestand) else frozenset()
        laag = LokaleLaag(lokaal.gemeente, lokaal.aangeboden, lokaal.valt_onder or None, lokaal.toelichting)
        self.meld(lokaal, lokaal.plek.van("toelichting"), keur_laag(laag, bekend))
        for deel in lokaal.afwijkingen:
            if not deel.tekst and deel.wijze is not AfwijkingWijze.VERBERGEN:
                continue  # reported when the file was read
            afwijking = AfwijkingBron(deel.veld, deel.wijze, deel.tekst, deel.soort, deel.reden)
            for fout in keur_laag(
                LokaleLaag(lokaal.gemeente, afwijkingen=(afwijking,)), bekend, vaste_velden=vast
            ):
                regel = deel.tekst_regel if fout.fragment and deel.tekst_regel else deel.regel
                self.meld(lokaal, lokaal.plek.op(regel), [fout], deel.tekst)
        self._kanalen(lokaal, lokaal.kanalen, bekend)

    def _kanalen(self, document: Document, kanalen: Iterable[KanaalBron], bekend: BekendeFeiten) -> None:
        for nummer, kanaal in enumerate(kanalen):
            self.meld(document, document.plek.van(f"kanalen.{nummer}"), keur_kanalen([kanaal], bekend))

    def meld(self, document: Document, plek: Plek, gevonden: Iterable[Fout], tekst: str = "") -> None:
        for fout in gevonden:
            verder = regel_van(fout.fragment, tekst) if plek.regel else 0
            naam = f"{fout.veld.value}: " if fout.veld is not None else ""
            self.fouten.fout(Plek(document.plek.pad, plek.regel + verder), f"{naam}{fout.melding}")


def regel_van(fragment: str, tekst: str) -> int:
    """On which line of the text, from 0, the quoted spot stands."""
    begin = " ".join(fragment.rstrip("…").split()[:3])
    for nummer, regel in enumerate(tekst.split("\n")):
        if begin and begin in " ".join(regel.split()):
            return nummer
    return 0


def _van(feit: GegevenRij | TariefRij, eigenaars: set[str] | None) -> bool:
    return eigenaars is None or feit.gemeente in eigenaars


def _gegeven(rij: GegevenRij) -> GegevenBron:
    return GegevenBron(rij.sleutel, rij.waarde, rij.soort, rij.gemeente or None, rij.intern)


def _tarief(rij: TariefRij) -> TariefBron:
    return TariefBron(rij.sleutel, rij.omschrijving, rij.bedrag, rij.groep, gemeente=rij.gemeente or None)
