"""What a receiver must do with a signature, a delivery as a whole and its manifest; each point raises `Gezakt`."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from .documenten import Document, emmer_van, grafsteen, naam_van, product
from .verwacht import getal, uitslag_is
from .zender import Zender, ander_geheim, eis, levering


def _geweigerd(z: Zender, wat: str, **rest: Any) -> None:
    vals = product(z.bereik, f"vals-{secrets.token_hex(4)}", 1, "Vals")
    code = z.lever(vals, **rest).code
    eis(code == 401, f"{wat} krijgt {code}, niet 401")
    eis(z.heeft(vals) is None, f"{wat} is toch bewaard")


def andere_sleutel(z: Zender) -> None:
    _geweigerd(z, "een levering met het geheim van een ander", geheimen=[ander_geheim()])
    _geweigerd(z, "een levering zonder handtekening", geheimen=[])


def ander_lichaam(z: Zender) -> None:
    getekend = levering([product(z.bereik, "vals", 1, "Echt")])
    _geweigerd(z, "een levering met de handtekening van een andere levering", getekend=getekend)


def zoals_het_aankwam(z: Zender) -> None:
    document = product(z.bereik, "witruimte", 1, "Met witruimte")
    antwoord = z.lever(document, lichaam=levering([document], indent=1))
    eis(
        antwoord.code == 200,
        f"hetzelfde met regeleinden erin krijgt {antwoord.code_en_melding}, niet 200: "
        "reken over de bytes zoals ze aankomen",
    )


def te_oud(z: Zender) -> None:
    _geweigerd(z, "een levering van ruim zes minuten oud", verschuif=-400)
    _geweigerd(z, "een levering van ruim zes minuten in de toekomst", verschuif=400)


def net_op_tijd(z: Zender) -> None:
    code = z.lever(product(z.bereik, "op-tijd", 1, "Op tijd"), verschuif=-240).code
    eis(code == 200, f"een levering van vier minuten oud krijgt {code}, niet 200")


def twee_handtekeningen(z: Zender) -> None:
    document = product(z.bereik, "wissel", 1, "Wissel")
    for geheimen, plek in (([ander_geheim(), z.geheim], "eerst"), ([z.geheim, ander_geheim()], "achteraan")):
        code = z.lever(document, geheimen=geheimen).code
        eis(code == 200, f"met een onbekende handtekening {plek} krijgt een levering {code}, niet 200")


def manifest_is_besloten(z: Zender) -> None:
    for pad in ("/manifest", f"/manifest/{next(iter(z.digests()), '00')}"):
        for geheimen, hoe in (
            ([ander_geheim()], "met het geheim van een ander"),
            ([], "zonder handtekening"),
        ):
            code = z.vraag("GET", pad, geheimen=geheimen).code
            eis(code == 401, f"{pad} geeft {hoe} {code}, niet 401")


def een_fout_document(z: Zender) -> None:
    goed, fout = product(z.bereik, "goed", 1, "Goed"), product(z.bereik, "fout", 1, "Fout", hash="0" * 64)
    antwoord = z.lever(goed, fout)
    eis(
        antwoord.code == 200,
        f"een levering met één fout document krijgt als geheel {antwoord.code_en_melding}; "
        "geef 200, met 422 alleen bij dat document",
    )
    uitslag = z.uitslagen(goed, fout)
    uitslag_is(uitslag[0], 200, 1, goed["hash"], "het goede document ernaast")
    status = uitslag[1].get("status")
    eis(status == 422, f"een hash die niet bij de inhoud hoort krijgt {getal(status)}, niet 422")
    eis(z.heeft(fout) is None, "het geweigerde document is toch bewaard")


def onzin(z: Zender) -> None:
    for lichaam, wat in (
        (b"{", "een half lichaam"),
        (b"[]", "een lijst"),
        (b'{"schema":"antwoord/levering/1"}', "een levering zonder “documenten”"),
        (b'{"schema":"anders/1","documenten":[]}', "een levering met een ander “schema”"),
    ):
        code = z.vraag("PUT", "/publicaties", lichaam).code
        eis(code == 400, f"{wat} (`{lichaam.decode()}`) krijgt {code}, niet 400")


def blijft_open(z: Zender) -> None:
    lijn = z.lijn()
    try:
        for versie in (1, 2, 3):
            antwoord = z.lever(product(z.bereik, "open", versie, "Open"), lijn=lijn)
            eis(antwoord.code == 200, f"levering {versie} krijgt {antwoord.code_en_melding}, niet 200")
            eis(lijn.sock is not None, f"uw server sluit de verbinding na levering {versie}")
    finally:
        lijn.close()


def klopt_met_zijn_digest(z: Zender) -> None:
    """Two documents of one bucket, told in the other order than that of their names."""
    eerste, tweede = _zelfde_emmer(z.bereik)
    z.uitslagen(tweede)
    z.uitslagen(eerste)
    emmer = emmer_van(naam_van(eerste))
    regels = [f"{naam_van(lid)} {lid.get('versie')} {lid.get('hash') or '-'}" for lid in z.emmer(emmer)]
    tekst = "".join(f"{regel}\n" for regel in sorted(regels, key=lambda regel: regel.split(" ")[0].encode()))
    goed, uw = hashlib.sha256(tekst.encode()).hexdigest(), z.digests().get(emmer)
    eis(
        goed == uw,
        f"emmer {emmer} heeft digest {uw}; van deze regels, op volgorde van naam, is het {goed}:\n{tekst.rstrip()}",
    )


def _zelfde_emmer(bereik: str) -> tuple[Document, Document]:
    """In order of name; the second is withdrawn."""
    gezien: dict[str, Document] = {}
    for nummer in range(1000):
        document = product(bereik, f"emmer-{nummer:03}", 1, "In een emmer")
        emmer = emmer_van(naam_van(document))
        if emmer in gezien:
            return gezien[emmer], grafsteen(document, 2)
        gezien[emmer] = document
    raise AssertionError("257 names and no bucket with two")
