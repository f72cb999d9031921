"""Tests any receiver against the contract (docs/api/doelen.md), over HTTP alone, and prints a report.

From the folder above: `python3 -m ontvanger.conformiteit https://uw-website.nl/antwoord whsec_…`. Exit code 0 when
every point holds. It writes some documents of a municipality that does not exist (`conformiteit-…`), and withdraws
them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .zender import Document, Gezakt, Zender, ander_geheim, canoniek, eis, levering

HOOGSTE = 2**53 - 1


def _uitslag_is(uitslag: dict[str, Any], status: int, versie: int, hash_: str) -> None:
    kreeg = tuple(uitslag.get(deel) for deel in ("status", "versie", "hash"))
    eis(kreeg == (status, versie, hash_), f"verwacht {(status, versie, hash_)}, kreeg {kreeg}")


def _heeft(z: Zender, document: Document) -> None:
    lid = z.staat().get(document["sleutel"])
    eis(lid is not None, f"{document['sleutel']} staat niet in het manifest")
    kreeg = ((lid or {}).get("versie"), (lid or {}).get("hash"))
    eis(kreeg == (document["versie"], document["hash"]), f"het manifest noemt {kreeg}")


def bewaart(z: Zender) -> None:
    document = z.document("eerste", 2**32 + 1, "Paspoort: “aanvragen” € 83,87 – één\u00a0dag 🛂")
    _uitslag_is(z.uitslagen(document)[0], 200, document["versie"], document["hash"])
    _heeft(z, document)


def herhaalt(z: Zender) -> None:
    document = z.document("herhaling", 5, "Zelfde")
    z.uitslagen(document)
    _uitslag_is(z.uitslagen(document)[0], 200, 5, document["hash"])


def weigert_ouder(z: Zender) -> None:
    nieuw, oud = z.document("volgorde", 8, "Nieuw"), z.document("volgorde", 7, "Oud")
    z.uitslagen(nieuw)
    _uitslag_is(z.uitslagen(oud)[0], 409, 8, nieuw["hash"])
    _heeft(z, nieuw)


def herstelt(z: Zender) -> None:
    z.uitslagen(z.document("herstel", 3, "Beschadigd"))
    goed = z.document("herstel", 3, "Goed")
    _uitslag_is(z.uitslagen(goed)[0], 200, 3, goed["hash"])
    _heeft(z, goed)


def trekt_in(z: Zender) -> None:
    live, weg = z.document("weg", 10, "Live"), z.document("weg", 11, None)
    z.uitslagen(live)
    _uitslag_is(z.uitslagen(weg)[0], 200, 11, "")
    _heeft(z, weg)
    _uitslag_is(z.uitslagen(live)[0], 409, 11, "")
    _heeft(z, weg)
    opnieuw = z.document("weg", 12, "Terug")
    _uitslag_is(z.uitslagen(opnieuw)[0], 200, 12, opnieuw["hash"])


def trekt_onbekende_in(z: Zender) -> None:
    weg = z.document("nooit-gezien", 4, None)
    _uitslag_is(z.uitslagen(weg)[0], 200, 4, "")
    _uitslag_is(z.uitslagen(z.document("nooit-gezien", 3, "Laat"))[0], 409, 4, "")


def grote_versies(z: Zender) -> None:
    document = z.document("groot", HOOGSTE, "2^53 - 1")
    _uitslag_is(z.uitslagen(document)[0], 200, HOOGSTE, document["hash"])
    _heeft(z, document)


def een_fout_document(z: Zender) -> None:
    goed, fout = z.document("goed", 1, "Goed"), z.document("fout", 1, "Fout", hash="0" * 64)
    uitslag = z.uitslagen(goed, fout)
    _uitslag_is(uitslag[0], 200, 1, goed["hash"])
    eis(
        uitslag[1].get("status") == 422,
        f"een hash die niet klopt krijgt {uitslag[1].get('status')}, niet 422",
    )
    eis("fout" not in z.staat(), "het geweigerde document is toch bewaard")


def kent_niet_alles(z: Zender) -> None:
    document = z.document("later", 1, "Later", nog_een_veld={"uit": "een latere versie"})
    document["inhoud"]["nieuw"] = [1, 2, {"a": None}]
    document["hash"] = hashlib.sha256(canoniek(document["inhoud"])).hexdigest()
    _uitslag_is(z.uitslagen(document)[0], 200, 1, document["hash"])


def vijftig(z: Zender) -> None:
    documenten = [z.document(f"reeks-{nummer}", 1, f"Nummer {nummer}") for nummer in range(50)]
    for document, uitslag in zip(documenten, z.uitslagen(*documenten), strict=True):
        _uitslag_is(uitslag, 200, 1, document["hash"])


def gelijktijdig(z: Zender) -> None:
    for ronde in range(4):
        versies = [z.document(f"wedloop-{ronde}", nummer, f"Versie {nummer}") for nummer in range(1, 13)]
        with ThreadPoolExecutor(12) as draden:
            list(draden.map(lambda lid: z.lever(lid), secrets.SystemRandom().sample(versies, 12)))
        _heeft(z, versies[-1])


def _geweigerd(z: Zender, **rest: Any) -> None:
    code = z.lever(z.document("vals", 1, "Vals"), **rest).code
    eis(code == 401, f"krijgt {code}, niet 401")
    eis("vals" not in z.staat(), "de levering is toch bewaard")


def andere_sleutel(z: Zender) -> None:
    _geweigerd(z, geheimen=[ander_geheim()])
    _geweigerd(z, geheimen=[])


def ander_lichaam(z: Zender) -> None:
    _geweigerd(z, getekend=canoniek(levering([z.document("vals", 1, "Echt")])))


def te_oud(z: Zender) -> None:
    _geweigerd(z, verschuif=-400)
    _geweigerd(z, verschuif=400)


def net_op_tijd(z: Zender) -> None:
    code = z.lever(z.document("op-tijd", 1, "Op tijd"), verschuif=-240).code
    eis(code == 200, f"een levering van vier minuten oud krijgt {code}, niet 200")


def twee_handtekeningen(z: Zender) -> None:
    document = z.document("wissel", 1, "Wissel")
    for geheimen in ([ander_geheim(), z.geheim], [z.geheim, ander_geheim()]):
        code = z.lever(document, geheimen=geheimen).code
        eis(code == 200, f"met een tweede handtekening ernaast krijgt een levering {code}, niet 200")


def manifest_is_besloten(z: Zender) -> None:
    code = z.vraag("GET", "/manifest", geheimen=[ander_geheim()]).code
    eis(code == 401, f"het manifest krijgt zonder goede handtekening {code}, niet 401")


def onzin(z: Zender) -> None:
    for lichaam in (
        b"{",
        b"[]",
        b'{"schema":"antwoord/levering/1"}',
        b'{"schema":"anders/1","documenten":[]}',
    ):
        code = z.vraag("PUT", "/publicaties", lichaam).code
        eis(code == 400, f"{lichaam!r} krijgt {code}, niet 400")


def blijft_open(z: Zender) -> None:
    lijn = z.lijn()
    try:
        for versie in (1, 2, 3):
            code = z.lever(z.document("open", versie, "Open"), lijn=lijn).code
            eis(code == 200, f"de {versie}e levering over dezelfde verbinding krijgt {code}")
    finally:
        lijn.close()


PUNTEN: tuple[tuple[str, Callable[[Zender], None]], ...] = (
    ("Een nieuw document wordt bewaard en staat in het manifest", bewaart),
    ("Dezelfde levering nog eens verandert niets en is weer 200", herhaalt),
    ("Een oudere versie krijgt 409 met wat er staat", weigert_ouder),
    ("Dezelfde versie met andere inhoud vervangt wat er staat", herstelt),
    ("Intrekken laat een grafsteen achter; oud komt niet terug, nieuw wel", trekt_in),
    ("Ook wat nooit ontvangen is, kan ingetrokken worden", trekt_onbekende_in),
    ("Een versie tot 2^53 - 1 blijft precies", grote_versies),
    ("Eén fout document houdt de andere niet tegen", een_fout_document),
    ("Velden die de ontvanger niet kent, storen niet", kent_niet_alles),
    ("Vijftig documenten in één levering", vijftig),
    ("Gelijktijdige leveringen eindigen bij de hoogste versie", gelijktijdig),
    ("Een andere of geen handtekening krijgt 401", andere_sleutel),
    ("Een handtekening over een ander lichaam krijgt 401", ander_lichaam),
    ("Ouder of nieuwer dan vijf minuten krijgt 401", te_oud),
    ("Vier minuten oud mag", net_op_tijd),
    ("Van twee handtekeningen is één goede genoeg", twee_handtekeningen),
    ("Het manifest vraagt een handtekening", manifest_is_besloten),
    ("Wat geen levering is, krijgt 400", onzin),
    ("Een verbinding blijft bruikbaar voor meer leveringen", blijft_open),
)


def keur(adres: str, geheim: str) -> Iterator[tuple[str, str]]:
    """Point by point, with what is wrong (empty: nothing)."""
    zender = Zender(adres, geheim)
    for naam, punt in PUNTEN:
        try:
            punt(zender)
        except Gezakt as fout:
            yield naam, str(fout)
        else:
            yield naam, ""
    ruim_op(zender)


def ruim_op(zender: Zender) -> None:
    """Withdraw what was written; a receiver that fails at that has been told so above."""
    try:
        for sleutel, lid in zender.staat().items():
            if not lid["ingetrokken"]:
                zender.lever(zender.document(sleutel, lid["versie"], None))
    except (Gezakt, KeyError, TypeError):
        return


def main(argumenten: Sequence[str] | None = None) -> int:
    lezer = argparse.ArgumentParser(description="Toetst een ontvanger aan het contract van Antwoord.")
    lezer.add_argument("adres", help="het adres waar /publicaties en /manifest achter komen")
    lezer.add_argument("geheim", nargs="?", help="whsec_…; anders uit ONTVANGER_GEHEIM")
    keuzes = lezer.parse_args(argumenten)
    geheim = keuzes.geheim or os.environ.get("ONTVANGER_GEHEIM", "")
    if not geheim:
        lezer.error("Noem het geheim, of zet ONTVANGER_GEHEIM.")
    gezakt = 0
    for naam, melding in keur(keuzes.adres, geheim):
        gezakt += bool(melding)
        print(f"FOUT  {naam}\n      {melding}" if melding else f"goed  {naam}", flush=True)
    print(f"\n{len(PUNTEN) - gezakt} van {len(PUNTEN)} punten in orde.")
    return 1 if gezakt else 0


if __name__ == "__main__":
    sys.exit(main())
