"""Factories with meaning: `ProductFactory(gepubliceerd=True)`, `LokaleVersieFactory(wijkt_af={"kosten": "…"})`.

Each makes one plausible object with texts that look real; what a test is about, it says itself. Publishing goes
through a revision, as in the CMS. A module per subject, named after the models that it makes.
"""

from tests.factories.contact import ContactpuntFactory, LocatieFactory, OpeningstijdFactory
from tests.factories.feiten import GegevenFactory, TariefFactory
from tests.factories.feitencheck import FeitenantwoordFactory, FeitencheckFactory
from tests.factories.gebruiker import GebruikerFactory, LidmaatschapFactory
from tests.factories.gemeente import BeantwoordingFactory, GemeenteFactory, RegioFactory
from tests.factories.lokaal import (
    AfwijkingFactory,
    HerzieningFactory,
    LokaalKanaalFactory,
    LokaleVersieFactory,
)
from tests.factories.mededeling import MededelingFactory
from tests.factories.product import KanaalFactory, ProductFactory, TekstversieFactory
from tests.factories.publiceren import publiceer
from tests.factories.regiovoorstel import RegiovoorstelFactory
from tests.factories.synoniem import SynoniemFactory
from tests.factories.thema import ThemaFactory, UplNaamFactory

__all__ = [
    "AfwijkingFactory",
    "BeantwoordingFactory",
    "ContactpuntFactory",
    "FeitenantwoordFactory",
    "FeitencheckFactory",
    "GebruikerFactory",
    "GegevenFactory",
    "GemeenteFactory",
    "HerzieningFactory",
    "KanaalFactory",
    "LidmaatschapFactory",
    "LocatieFactory",
    "LokaalKanaalFactory",
    "LokaleVersieFactory",
    "MededelingFactory",
    "OpeningstijdFactory",
    "ProductFactory",
    "RegioFactory",
    "RegiovoorstelFactory",
    "SynoniemFactory",
    "TariefFactory",
    "TekstversieFactory",
    "ThemaFactory",
    "UplNaamFactory",
    "publiceer",
]
