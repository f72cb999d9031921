"""Carries out a Plan: table rows first, then bare products, products, local versions, notices, deletions last.

Everything was checked before. Each document is one small transaction, so that editors can go on working; a run that
is broken off leaves whole documents, and the next run of the same folder writes the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast

from redactie.invoer.documenten import Document, LokaalBestand, ProductBestand, Soort
from redactie.invoer.schrijven.beurten import beurt, in_groepen
from redactie.invoer.schrijven.lokaal import schrijf_lokaal
from redactie.invoer.schrijven.producten import maak_leeg_product, schrijf_product
from redactie.invoer.schrijven.register import Register
from redactie.invoer.schrijven.rijen import schrijf_rij
from redactie.invoer.schrijven.verwijderen import verwijder
from redactie.invoer.verschil import Plan

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
NA_PRODUCTEN = (Soort.MEDEDELING, Soort.SYNONIEM)


def voer_uit(
    *,
    plan: Plan,
    nu: datetime,
    concept: bool,
    rust: bool,
    klaar: Callable[[int], object] = lambda aantal: None,
) -> None:
    """`klaar` is told how many documents are done after each transaction."""
    register = Register()
    for soort in (Soort.GEGEVEN, Soort.TARIEF):
        _verwijder(plan[soort].verwijderd, register, rust, klaar)
    for soort in VOOR_PRODUCTEN:
        _rijen(_op_volgorde(soort, plan), register, rust, klaar)
        register.vul()
    _producten(plan, register, nu, concept, rust, klaar)
    for document in plan[Soort.LOKAAL].te_schrijven:
        with beurt(rust=rust):
            schrijf_lokaal(document=cast(LokaalBestand, document), register=register, nu=nu, concept=concept)
        klaar(1)
    for soort in NA_PRODUCTEN:
        _rijen(plan[soort].te_schrijven, register, rust, klaar)
    for soort in reversed(Soort):
        if soort not in (Soort.GEGEVEN, Soort.TARIEF):
            _verwijder(plan[soort].verwijderd, register, rust, klaar)


def _op_volgorde(soort: Soort, plan: Plan) -> list[Document]:
    """Facts: shortened periods before new ones. Themes: parents before children."""
    if soort is Soort.THEMA:
        return ouders_eerst(plan[soort].te_schrijven)
    return [*plan[soort].gewijzigd, *plan[soort].nieuw]


def ouders_eerst(themas: list[Document]) -> list[Document]:
    wachtend = {thema.sleutel: thema for thema in themas}
    geordend: list[Document] = []

    def plaats(thema: Document) -> None:
        if wachtend.pop(thema.sleutel, None) is None:
            return
        if thema.ouder in wachtend:
            plaats(wachtend[thema.ouder])
        geordend.append(thema)

    for thema in themas:
        plaats(thema)
    return geordend


def _rijen(
    documenten: list[Document], register: Register, rust: bool, klaar: Callable[[int], object]
) -> None:
    for groep in in_groepen(documenten):
        with beurt(rust=rust):
            for document in groep:
                schrijf_rij(document=document, register=register)
        klaar(len(groep))


def _producten(
    plan: Plan, register: Register, nu: datetime, concept: bool, rust: bool, klaar: Callable[[int], object]
) -> None:
    documenten = [cast(ProductBestand, document) for document in plan[Soort.PRODUCT].te_schrijven]
    for groep in in_groepen([d for d in documenten if not register.heeft_product(d.sleutel)]):
        with beurt(rust=rust):
            for document in groep:
                maak_leeg_product(document=document, register=register)
    for document in documenten:
        with beurt(rust=rust):
            schrijf_product(document=document, register=register, nu=nu, concept=concept)
        klaar(1)


def _verwijder(
    documenten: list[Document], register: Register, rust: bool, klaar: Callable[[int], object]
) -> None:
    for groep in in_groepen(documenten, 5):
        with beurt(rust=rust):
            for document in groep:
                verwijder(document=document, register=register)
        klaar(len(groep))
