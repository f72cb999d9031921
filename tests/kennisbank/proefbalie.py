"""What stands at the desk in tests: two municipalities, one deviation, one product that is not offered, two notices.

`tests/kennisbank/conftest.py` publishes it for who asks for `balie`.
"""

from __future__ import annotations

from redactie.bronnen import REGIO, KanaalBron
from redactie.keuzes import Aangeboden, Actie, Inlogmiddel, KanaalWijze, Productsoort
from redactie.veld import Veld
from tests.kennisbank.uitgave import afwijking, geef_gemeente_uit, geef_uit, indexeer

RIJBEWIJS = {
    "samenvatting": "Is uw rijbewijs kwijt? Meld het en vraag een nieuw rijbewijs aan.",
    "spreekantwoord": "Meld de vermissing bij de RDW en maak een afspraak voor een nieuw rijbewijs.",
    "inleiding": "Door uw melding wordt het rijbewijs ongeldig.",
    "kosten": "U betaalt € 51,10.",
    "termijn": "Het rijbewijs ligt na 5 werkdagen klaar.",
    "meenemen": "- Uw paspoort of identiteitskaart.\n- 1 pasfoto.",
    "aanpak": "1. Meld de vermissing.\n2. Maak een afspraak.",
    "uitvragen": "Gestolen of kwijt? Vraag naar de aangifte.",
    "doorverbinden": "Alleen bij spoed: de dienstdoende van Burgerzaken.",
    "interne_toelichting": "Geheim werkwoord vlekkenpers: nooit zeggen.",
}
UREN = [
    {"dag": dag, "datum": None, "van": "00:00", "tot": "23:59", "wijze": "bereikbaar"}
    for dag in ("ma", "di", "wo", "do", "vr", "za", "zo")
]
PUNT = {"naam": "Burgerzaken", "telefoon_intern": "078 770 26 21", "openingstijden": UREN}
DIGID = {
    "sleutel": "digid",
    "tekst": "DigiD is gestoord.",
    "html": "<p>DigiD is gestoord.</p>",
    "interne_tekst": "Intern bericht zonneklepje.",
    "interne_html": "<p>Intern bericht zonneklepje.</p>",
    "betreft": ["inlogmiddel:digid"],
    "belangrijk": True,
}
STRIKT_INTERN = {
    "sleutel": "werkinstructie",
    "tekst": "Werkinstructie theemuts.",
    "html": "<p>Werkinstructie theemuts.</p>",
    "op_website": False,
    "soort": "werkinstructie",
}


def geef_alles_uit() -> None:
    """Everything published and indexed. The municipalities exist already."""
    kanaal = KanaalBron(
        Actie.MELDEN,
        KanaalWijze.FORMULIER,
        "https://www.rdw.nl/vermist",
        "Meld de vermissing",
        Inlogmiddel.DIGID,
    )
    product = {
        "behandelaar": "burgerzaken",
        "eigenaar": "burgerzaken",
        "verwant": ("paspoort-aanvragen",),
        "kanalen": (kanaal,),
    }
    anders = afwijking(Veld.KOSTEN, "U betaalt € 49,00, alleen met pin.", "Eigen tarief")
    for bereik in (REGIO, "dordrecht", "sliedrecht"):
        geef_gemeente_uit(bereik, contactpunten=[PUNT], mededelingen=[DIGID, STRIKT_INTERN])
        geef_uit(
            bereik,
            "rijbewijs-kwijt",
            "Rijbewijs kwijt",
            product=product,
            afwijkingen=[anders] if bereik == "sliedrecht" else (),
            **RIJBEWIJS,
        )
        geef_uit(bereik, "paspoort-aanvragen", "Paspoort aanvragen", kosten="U betaalt € 83,87.")
        geef_uit(
            bereik,
            "rijbewijs-geldig",
            "Hoe lang is mijn rijbewijs geldig?",
            productsoort=Productsoort.VRAAG,
            inleiding="Tien jaar.",
        )
    geef_uit(
        "sliedrecht",
        "huisnummer-aanvragen",
        "Huisnummer aanvragen",
        laag={
            "aangeboden": Aangeboden.VALT_ONDER,
            "valt_onder": "paspoort-aanvragen",
            "toelichting": "Dat gaat mee met het paspoort.",
        },
        inleiding="Een nieuw huisnummer.",
        spreekantwoord="U vraagt het huisnummer los aan.",
    )
    indexeer()
