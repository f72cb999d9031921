"""The addresses of the read API, each with what it takes and gives: `urls.py` and `openapi.py` are made from this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from kennisbank.api import bron, weergave
from kennisbank.api.bron import Filter
from kennisbank.api.parameters import (
    CURSOR,
    GEMEENTE,
    GEWIJZIGD_SINDS,
    PAGINA,
    THEMA,
    UPN,
    WACHT,
    Parameter,
    lees_parameters,
)
from kennisbank.api.problemen import Probleem
from kennisbank.api.stroom import publicaties
from kennisbank.publicaties import Gepubliceerd, haal_gemeente, haal_gemeenten, haal_product
from redactie.bronnen import REGIO

PER_PAGINA = 50
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Operatie:
    """`pad` in the notation of Django (`<slug:gemeente>`); `schema` names the answer in `schemas.py`."""

    naam: str
    pad: str
    samenvatting: str
    schema: str
    geef: Callable[..., Json]
    parameters: tuple[Parameter, ...] = ()
    problemen: tuple[str, ...] = ()


def begin(request: HttpRequest) -> Json:
    lees_parameters(request.GET, ())
    return {
        naam: weergave.adres(request, naam) for naam in ("gemeenten", "producten", "publicaties", "openapi")
    }


def gemeenten(request: HttpRequest) -> Json:
    pagina = lees_parameters(request.GET, (PAGINA,)).get(PAGINA.naam, 1)
    alle = [document for document in haal_gemeenten() if document.bereik != REGIO]
    deel = alle[(pagina - 1) * PER_PAGINA : pagina * PER_PAGINA]
    return _bladzijde(
        request, pagina, len(alle), [weergave.gemeente_kort(request, document) for document in deel]
    )


def gemeente(request: HttpRequest, gemeente: str) -> Json:
    lees_parameters(request.GET, ())
    return weergave.gemeente(request, _gemeente(gemeente))


def producten(request: HttpRequest) -> Json:
    waarden = lees_parameters(request.GET, (GEMEENTE, UPN, THEMA, GEWIJZIGD_SINDS, PAGINA))
    pagina = waarden.pop(PAGINA.naam, 1)
    if GEMEENTE.naam in waarden:
        _gemeente(waarden[GEMEENTE.naam])
    keuze = Filter(**waarden)
    rijen = bron.producten(keuze, (pagina - 1) * PER_PAGINA, pagina * PER_PAGINA)
    return _bladzijde(request, pagina, bron.tel(keuze), [weergave.product(request, rij) for rij in rijen])


def product(request: HttpRequest, gemeente: str, sleutel: str) -> Json:
    lees_parameters(request.GET, ())
    gevonden = haal_product(gemeente, sleutel) if gemeente != REGIO else None
    if gevonden is not None:
        return weergave.product(request, gevonden)
    _gemeente(gemeente)
    if bron.was_er(gemeente, sleutel):
        raise Probleem("ingetrokken", f"“{sleutel}” stond hier, en is ingetrokken voor “{gemeente}”.")
    raise Probleem("niet-gevonden", f"“{gemeente}” heeft geen product met de sleutel “{sleutel}”.")


def _gemeente(slug: str) -> Gepubliceerd:
    document = haal_gemeente(slug) if slug != REGIO else None
    if document is None:
        raise Probleem(
            "niet-gevonden", f"“{slug}” is geen gemeente hier. De lijst staat op /api/v1/gemeenten/."
        )
    return document


def _bladzijde(request: HttpRequest, pagina: int, aantal: int, resultaten: list[Json]) -> Json:
    laatste = max(1, -(-aantal // PER_PAGINA))
    if pagina > laatste:
        raise Probleem("niet-gevonden", f"Er zijn maar {laatste} pagina’s. Begin opnieuw bij pagina 1.")
    return {
        "aantal": aantal,
        "volgende": _blad(request, pagina + 1) if pagina < laatste else None,
        "vorige": _blad(request, pagina - 1) if pagina > 1 else None,
        "resultaten": resultaten,
    }


def _blad(request: HttpRequest, pagina: int) -> str:
    """The same question, another page."""
    vraag = request.GET.copy()
    vraag[PAGINA.naam] = str(pagina)
    return request.build_absolute_uri(f"{request.path}?{vraag.urlencode()}")


OPERATIES = (
    Operatie("begin", "", "Waar alles staat", "Begin", begin),
    Operatie(
        "gemeenten",
        "gemeenten/",
        "De gemeenten die meedoen",
        "Gemeentelijst",
        gemeenten,
        (PAGINA,),
        ("niet-gevonden",),
    ),
    Operatie(
        "gemeente",
        "gemeenten/<slug:gemeente>/",
        "Eén gemeente, met thema's, contactpunten, locaties en mededelingen",
        "Gemeente",
        gemeente,
        problemen=("niet-gevonden",),
    ),
    Operatie(
        "producten",
        "producten/",
        "Producten, vragen en verwijzingen, per gemeente samengevoegd",
        "Productlijst",
        producten,
        (GEMEENTE, UPN, THEMA, GEWIJZIGD_SINDS, PAGINA),
        ("niet-gevonden",),
    ),
    Operatie(
        "product",
        "producten/<slug:gemeente>/<slug:sleutel>/",
        "Eén product in één gemeente",
        "Product",
        product,
        problemen=("niet-gevonden", "ingetrokken"),
    ),
    Operatie(
        "publicaties",
        "publicaties/",
        "Wat er veranderde na een cursor: per document de laatste stand, ook wat is ingetrokken",
        "Publicatiestroom",
        publicaties,
        (CURSOR, GEMEENTE, WACHT),
        ("niet-gevonden", "cursor-verlopen"),
    ),
)
