"""Carries out a Plan: table rows first, then bare products, products, local versions, notices, deletions last.

Everything was checked before. Each document is one small transaction, so that editors can go on working; a run that
is broken off leaves whole documents, and the next run of the same folder writes the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db.models import Model
from wagtail.log_actions import log

from redactie.invoer.documenten import Document, Soort
from redactie.invoer.schrijven.beurten import beurt, eenmaal_in_verwijzingenindex, in_groepen
from redactie.invoer.schrijven.lokaal import schrijf_lokaal
from redactie.invoer.schrijven.producten import maak_leeg_product, schrijf_product
from redactie.invoer.schrijven.register import Register
from redactie.invoer.schrijven.rijen import schrijf_rij
from redactie.invoer.schrijven.verwijderen import verwijder
from redactie.invoer.verschil import Plan
from redactie.tweede_paar import met_twee_paar_ogen

VOOR_PRODUCTEN = (
    Soort.REGIO,
    Soort.GEMEENTE,
    Soort.THEMA,
    Soort.CONTACTPUNT,
    Soort.LOCATIE,
    Soort.OPENINGSTIJDEN,
    Soort.GEGEVEN,
    Soort.TARIEF,
)
FEITEN = (Soort.GEGEVEN, Soort.TARIEF)
VERWIJDER_PER_BEURT = 5
"""A product takes its local versions, texts and revisions with it."""
NA_PRODUCTEN = (Soort.MEDEDELING, Soort.SYNONIEM)


@dataclass
class Uitvoering:
    """`klaar` is told how many documents are done after each transaction.

    `in_gebruik`: people work in this installation. Then the import rests between its transactions, and logs what it
    did to tables (products and local versions always log their publication).
    """

    plan: Plan
    concept: bool
    in_gebruik: bool
    klaar: Callable[[int], object]
    register: Register = field(init=False)
    twee_paar: frozenset[str] = field(init=False, default_factory=met_twee_paar_ogen)

    def __post_init__(self) -> None:
        self.nieuw = {id(document) for _, verschil in self.plan for document in verschil.nieuw}
        self.register = Register({punt.identiteit for punt in self.plan[Soort.CONTACTPUNT].verwijderd})

    def voer_uit(self) -> None:
        # Before the rest: a period that goes may be in the way of a new one.
        for soort in FEITEN:
            self._verwijder(soort)
        for soort in VOOR_PRODUCTEN:
            self._rijen(soort)
            self.register.vul()
        self._producten()
        self._per_stuk(self.plan[Soort.LOKAAL].te_schrijven, schrijf_lokaal)
        for soort in NA_PRODUCTEN:
            self._rijen(soort)
        for soort in reversed(Soort):
            if soort not in FEITEN:
                self._verwijder(soort)

    def _rijen(self, soort: Soort) -> None:
        """Changed rows before new ones: a period is cut short before the next one begins."""
        verschil = self.plan[soort]
        if soort is Soort.THEMA:
            self._per_groep(ouders_eerst(verschil.te_schrijven), partial(schrijf_rij, bestaat=True))
            return
        self._per_groep(verschil.gewijzigd, partial(schrijf_rij, bestaat=True))
        self._per_groep(verschil.nieuw, partial(schrijf_rij, bestaat=False))

    def _producten(self) -> None:
        documenten = self.plan[Soort.PRODUCT].te_schrijven
        onbekend = [d for d in documenten if not self.register.heeft_product(str(d.identiteit[0]))]
        self._per_groep(onbekend, maak_leeg_product, meetellen=False)
        self._per_stuk(documenten, schrijf_product)

    def _per_groep(
        self, documenten: list[Any], schrijver: Callable[..., Model], *, meetellen: bool = True
    ) -> None:
        for groep in in_groepen(documenten):
            with beurt(rust=self.in_gebruik), eenmaal_in_verwijzingenindex() as geschreven:
                for document in groep:
                    geschreven.append(schrijver(document=document, register=self.register))
                self._log(groep, geschreven)
            self.klaar(len(groep) if meetellen else 0)

    def _per_stuk(self, documenten: list[Any], schrijver: Callable[..., Model]) -> None:
        for document in documenten:
            with beurt(rust=self.in_gebruik), eenmaal_in_verwijzingenindex() as geschreven:
                rij = schrijver(
                    document=document, register=self.register, concept=self._als_concept(document)
                )
                geschreven.append(rij)
            self.klaar(1)

    def _als_concept(self, document: Any) -> bool:
        """Where a second pair of eyes is required, an import publishes nothing by itself: an editor does."""
        return self.concept or (self.in_gebruik and document.gemeente in self.twee_paar)

    def _log(self, documenten: list[Document], rijen: list[Model]) -> None:
        for document, rij in zip(documenten, rijen, strict=True):
            soort = document.soort_document
            if self.in_gebruik and soort is not Soort.PRODUCT:
                nieuw = id(document) in self.nieuw and soort is not Soort.OPENINGSTIJDEN
                log(instance=rij, action="wagtail.create" if nieuw else "wagtail.edit")

    def _verwijder(self, soort: Soort) -> None:
        for groep in in_groepen(self.plan[soort].verwijderd, VERWIJDER_PER_BEURT):
            with beurt(rust=self.in_gebruik):
                for document in groep:
                    verwijder(document=document, register=self.register)
            self.klaar(len(groep))


def ouders_eerst(themas: list[Document]) -> list[Document]:
    """A theme after the theme that it stands under."""
    wachtend = {thema.identiteit: thema for thema in themas}
    geordend: list[Document] = []
    for thema in themas:
        keten = []
        volgende: Document | None = thema
        while volgende is not None and wachtend.pop(volgende.identiteit, None) is not None:
            keten.append(volgende)
            volgende = wachtend.get((getattr(volgende, "ouder", ""),))
        geordend.extend(reversed(keten))
    return geordend
