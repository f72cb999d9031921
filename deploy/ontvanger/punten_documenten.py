"""What a receiver must do with documents and their versions; each point raises `Gezakt` with what came instead."""

from __future__ import annotations

import secrets
import time
from concurrent.futures import ThreadPoolExecutor

from .documenten import Document, gemeente, hash_van, naam_van, product
from .verwacht import staat_erin, uitslag_is
from .zender import Antwoord, Zender, eis

HOOGSTE = 2**53 - 1
BIJNA_4_MB = 38_000
"""Characters of one of fifty texts; each goes along twice, as text and as HTML."""
DRUK = (429, 503)
LASTIGE_TEKENS = (
    "een tekst met < > & ' / \" \\ U+0001 U+2028 en een emoji (zie “Canonieke JSON” in doelen.md)"
)
TOEVAL = secrets.SystemRandom()
ERNAAST = " (pas als bereik, documentsoort én sleutel gelijk zijn, is het hetzelfde document)"
LASTIG = "Paspoort: “aanvragen” <b>€ 83,87</b> & 'één' \"dag\"\u00a0/ \\ \u2028\n\t\x01 🛂"


def bewaart(z: Zender) -> None:
    document = product(z.bereik, "eerste", 2**32 + 1, "Een gewone tekst.")
    uitslag_is(z.uitslagen(document)[0], 200, document["versie"], document["hash"])
    staat_erin(z, document)


def lastige_tekens(z: Zender) -> None:
    document = product(z.bereik, "tekens", 1, LASTIG)
    uitslag_is(z.uitslagen(document)[0], 200, 1, document["hash"], LASTIGE_TEKENS)
    staat_erin(z, document)


def gemeenten_apart(z: Zender) -> None:
    hier = product(z.bereik, "gemeente", 3, "Van de ene gemeente.")
    daar = product(f"{z.bereik}-b", "gemeente", 2, "Van de andere gemeente.")
    zelf = gemeente(z.bereik, 1, "Voorbeeldgemeente")
    for document, uitslag in zip((hier, daar, zelf), z.uitslagen(hier, daar, zelf), strict=True):
        wat = naam_van(document) + (ERNAAST if document is daar else "")
        uitslag_is(uitslag, 200, document["versie"], document["hash"], wat)
    for document in (hier, daar, zelf):
        staat_erin(z, document)


def kent_niet_alles(z: Zender) -> None:
    document = product(z.bereik, "later", 1, "Later", nog_een_veld={"uit": "een latere versie"})
    document["inhoud"]["nieuw"] = [1, 2, {"a": None}]
    document["inhoud"]["talen"]["nl"]["velden"].append(
        {"veld": "nieuw_veld", "kop": "Nieuw", "tekst": "Nieuw.", "html": "Nieuw."}
    )
    document["hash"] = hash_van(document["inhoud"])
    uitslag_is(z.uitslagen(document)[0], 200, 1, document["hash"])


def vijftig(z: Zender) -> None:
    documenten = [product(z.bereik, f"reeks-{nummer}", 1, f"Nummer {nummer}") for nummer in range(50)]
    for document, uitslag in zip(documenten, z.uitslagen(*documenten), strict=True):
        uitslag_is(uitslag, 200, 1, document["hash"])


def groot(z: Zender) -> None:
    documenten = [
        product(z.bereik, f"reeks-{nummer}", 2, "tekst " * (BIJNA_4_MB // 6)) for nummer in range(50)
    ]
    uitslagen = z.uitslagen(*documenten, wat="een levering van bijna 4 MB")
    for document, uitslag in zip(documenten, uitslagen, strict=True):
        uitslag_is(uitslag, 200, 2, document["hash"])


def herhaalt(z: Zender) -> None:
    document = product(z.bereik, "herhaling", 5, "Zelfde")
    z.uitslagen(document)
    uitslag_is(z.uitslagen(document)[0], 200, 5, document["hash"])


def telt_verder(z: Zender) -> None:
    negen, tien = product(z.bereik, "tellen", 9, "Negen"), product(z.bereik, "tellen", 10, "Tien")
    z.uitslagen(negen)
    uitslag_is(z.uitslagen(tien)[0], 200, 10, tien["hash"], "versie 10 na versie 9")
    staat_erin(z, tien)


def weigert_ouder(z: Zender) -> None:
    nieuw, oud = product(z.bereik, "volgorde", 8, "Nieuw"), product(z.bereik, "volgorde", 7, "Oud")
    z.uitslagen(nieuw)
    uitslag_is(z.uitslagen(oud)[0], 409, 8, nieuw["hash"])
    staat_erin(z, nieuw)


def herstelt(z: Zender) -> None:
    z.uitslagen(product(z.bereik, "herstel", 3, "Beschadigd"))
    goed = product(z.bereik, "herstel", 3, "Goed")
    uitslag_is(z.uitslagen(goed)[0], 200, 3, goed["hash"])
    staat_erin(z, goed)


def trekt_in(z: Zender) -> None:
    live, weg = product(z.bereik, "weg", 10, "Live"), product(z.bereik, "weg", 11, None)
    z.uitslagen(live)
    uitslag_is(z.uitslagen(weg)[0], 200, 11, "")
    staat_erin(z, weg)
    uitslag_is(z.uitslagen(live)[0], 409, 11, "", "wat te laat komt")
    staat_erin(z, weg)
    opnieuw = product(z.bereik, "weg", 12, "Terug")
    uitslag_is(z.uitslagen(opnieuw)[0], 200, 12, opnieuw["hash"], "wat daarna weer live gaat")


def trekt_zelfde_versie_in(z: Zender) -> None:
    live, weg = product(z.bereik, "zelfde", 6, "Live"), product(z.bereik, "zelfde", 6, None)
    z.uitslagen(live)
    uitslag_is(z.uitslagen(weg)[0], 200, 6, "")
    staat_erin(z, weg)


def trekt_onbekende_in(z: Zender) -> None:
    weg = product(z.bereik, "nooit-gezien", 4, None)
    uitslag_is(z.uitslagen(weg)[0], 200, 4, "")
    uitslag_is(z.uitslagen(product(z.bereik, "nooit-gezien", 3, "Laat"))[0], 409, 4, "", "wat te laat komt")


def grote_versies(z: Zender) -> None:
    document = product(z.bereik, "groot", HOOGSTE, "2^53 - 1")
    uitslag_is(z.uitslagen(document)[0], 200, HOOGSTE, document["hash"])
    staat_erin(z, document)


def gelijktijdig(z: Zender) -> None:
    for ronde in range(4):
        versies = [
            product(z.bereik, f"wedloop-{ronde}", nummer, f"Versie {nummer}") for nummer in range(1, 13)
        ]
        z.onthoud(versies)
        with ThreadPoolExecutor(12) as draden:
            codes = list(draden.map(lambda lid: _lever_geduldig(z, lid), _geschud(versies)))
        eis(set(codes) == {200}, f"van twaalf leveringen tegelijk kreeg er een {max(codes)}, niet 200")
        staat_erin(z, versies[-1])


def _geschud(versies: list[Document]) -> list[Document]:
    return TOEVAL.sample(versies, len(versies))


def _lever_geduldig(z: Zender, document: Document) -> int:
    """Who is busy may say so, and gets it again."""
    for poging in range(8):
        antwoord = z.lever(document)
        if antwoord.code not in DRUK and not _druk_met(antwoord):
            break
        time.sleep(TOEVAL.uniform(0, min(2.0, 0.2 * 2**poging)))
    return antwoord.code


def _druk_met(antwoord: Antwoord) -> bool:
    """It answers 200, and says of the document itself: not now."""
    uitslagen = antwoord.json.get("uitslagen") if antwoord.code == 200 else None
    return isinstance(uitslagen, list) and any(
        isinstance(lid, dict) and lid.get("status") in DRUK for lid in uitslagen
    )
