"""What a point expects of an outcome or of the manifest, and the words for what came instead."""

from __future__ import annotations

from .documenten import Document, naam_van
from .zender import Gezakt, Json, Zender, hun_melding


def uitslag_is(uitslag: Json, status: int, versie: int, hash_: str, wat: str = "") -> None:
    _vergelijk({"status": status, "versie": versie, "hash": hash_}, uitslag, wat, "uw antwoord")


def staat_erin(z: Zender, document: Document) -> None:
    """In the manifest, as it was sent."""
    lid = z.heeft(document)
    if lid is None:
        raise Gezakt(f"{naam_van(document)} staat niet in het manifest")
    _vergelijk({deel: document[deel] for deel in ("versie", "hash")}, lid, naam_van(document), "uw manifest")


def _vergelijk(goed: Json, gekregen: Json, wat: str, van_u: str) -> None:
    kreeg = {deel: gekregen.get(deel) for deel in goed}
    if kreeg != goed:
        begin = f"{wat}:\n" if wat else ""
        raise Gezakt(f"{begin}verwacht: {_zeg(goed)}\n{van_u}: {_zeg(kreeg)}{hun_melding(gekregen)}")


def _zeg(delen: Json) -> str:
    return ", ".join(
        f"{naam} {_hash(waarde) if naam == 'hash' else getal(waarde)}" for naam, waarde in delen.items()
    )


def getal(waarde: object) -> str:
    if waarde is None:
        return "ontbreekt"
    return str(waarde) if isinstance(waarde, int) else f"“{waarde}” (dat is geen geheel getal)"


def _hash(waarde: object) -> str:
    if waarde is None:
        return "ontbreekt"
    return f"{waarde}"[:8] + "…" if waarde else "leeg"
