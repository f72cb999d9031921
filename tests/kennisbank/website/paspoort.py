"""The product page that the tests of websites look at: a passport, published for one municipality."""

from __future__ import annotations

from typing import Any

from redactie.bronnen import KanaalBron
from redactie.keuzes import Actie, Inlogmiddel, KanaalWijze, Niveau
from tests.kennisbank.uitgave import geef_uit

PASPOORT = "/product/paspoort-aanvragen/"
AFSPRAAK = KanaalBron(
    Actie.AFSPRAAK, KanaalWijze.BALIE, "https://afspraken.example/sliedrecht", "Maak een afspraak"
)
ONLINE = KanaalBron(
    Actie.AANVRAGEN,
    KanaalWijze.FORMULIER,
    "https://formulieren.example/paspoort",
    "Vraag het online aan",
    Inlogmiddel.DIGID,
    Niveau.MIDDEN,
    aangewezen=True,
)


def paspoort(bereik: str = "sliedrecht", product: dict[str, Any] | None = None, **rest: Any) -> Any:
    eigen = {"behandelaar": "burgerzaken", "themas": ("reisdocumenten",), **(product or {})}
    return geef_uit(
        bereik, "paspoort-aanvragen", rest.pop("titel", "Paspoort aanvragen"), product=eigen, **rest
    )


def op_volgorde(html: str, *stukken: str) -> bool:
    plekken = [html.find(stuk) for stuk in stukken]
    return -1 not in plekken and plekken == sorted(plekken)
