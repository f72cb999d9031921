"""A published region of two municipalities for the read API."""

from __future__ import annotations

import pytest

from redactie.bronnen import REGIO, KanaalBron, UpnBron
from redactie.keuzes import Aangeboden, Actie, Inlogmiddel, KanaalWijze, Niveau, Productsoort
from redactie.veld import Veld
from tests.kennisbank.uitgave import afwijking, geef_gemeente_uit, geef_uit

UPN_PASPOORT = "http://standaarden.overheid.nl/owms/terms/paspoort"
UREN = [
    {"dag": "ma", "datum": None, "van": "09:00", "tot": "17:00", "wijze": "bereikbaar"},
    {"dag": None, "datum": "2026-12-25", "van": None, "tot": None, "wijze": "bereikbaar"},
]


@pytest.fixture
def regio(db: None) -> None:
    kanaal = KanaalBron(
        Actie.AANVRAGEN,
        KanaalWijze.FORMULIER,
        "https://www.gemeente.example/paspoort",
        "Vraag aan",
        Inlogmiddel.DIGID,
        Niveau.MIDDEN,
        aangewezen=True,
    )
    paspoort = {
        "upn": (UpnBron(UPN_PASPOORT, "paspoort", ("http://wetten.overheid.nl/BWBR0005212",)),),
        "themas": ("paspoort-en-identiteitskaart",),
        "doelgroepen": ("particulier",),
        "kanalen": (kanaal,),
        "behandelaar": "burgerzaken",
    }
    for bereik in (REGIO, "dordrecht", "sliedrecht"):
        geef_gemeente_uit(
            bereik,
            contactpunten=[{"openingstijden": UREN}],
            mededelingen=[{"interne_tekst": "Zonneklepje.", "interne_html": "<p>Zonneklepje.</p>"}],
            themas=[
                {
                    "sleutel": "paspoort-en-identiteitskaart",
                    "naam": "Paspoort",
                    "inleiding_html": "",
                    "ouder": None,
                    "soort": "thema",
                }
            ],
            locaties=[
                {
                    "sleutel": "gemeentehuis",
                    "naam": "Gemeentehuis",
                    "straat": "Industrieweg",
                    "nummer": "11",
                    "postcode": "3361 HJ",
                    "plaats": "Sliedrecht",
                    "toelichting": "",
                    "openingstijden": UREN,
                }
            ],
        )
        geef_uit(
            bereik,
            "paspoort-aanvragen",
            "Paspoort aanvragen",
            product=paspoort,
            afwijkingen=[afwijking(Veld.KOSTEN, "U betaalt met pin.")] if bereik == "sliedrecht" else (),
            kosten="U betaalt € 83,87.",
            interne_toelichting="Vlekkenpers.",
            spreekantwoord="Theemuts.",
        )
    geef_uit(
        "dordrecht",
        "hondenbelasting",
        "Hondenbelasting",
        laag={"aangeboden": Aangeboden.NEE, "toelichting": "Dordrecht heeft geen hondenbelasting."},
        product={"themas": ("belastingen",)},
    )
    geef_uit("dordrecht", "paspoort-duur", "Hoe lang duurt een paspoort?", productsoort=Productsoort.VRAAG)
