"""The words exchanged with a supplier's website: what is sent, and what an answer says of each document.

Pure; the same for every receiver. `docs/api/doelen.md` tells a supplier what stands here. What an outcome means for a
delivery is for `sync/classificatie.py`: this only reads, and never takes for an acknowledgement what does not name the
document, its version and its hash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from sync.afspraak.bericht import Aanwezig, Bericht, StandFout
from sync.afspraak.manifest import emmer_van, naam_van
from sync.canoniek import GRENS
from sync.classificatie import Doelantwoord

LEVERING = "antwoord/levering/1"
MEESTE_DOCUMENTEN = 50
MEESTE_BYTES = 4 * 2**20
ONVOLLEDIG = 502
"""Our code for an answer that says yes without saying to what: tried again, never believed."""
ZONDER_INHOUD = "-"
"""For the hash of who has our version and no content with it, or does not say: not what we sent."""

HASH = re.compile(r"[0-9a-f]{64}")
NAAM = re.compile(r"[a-z0-9_-]{1,80}/(product|gemeente)/[a-z0-9_-]{1,80}")


def pakket(berichten: Sequence[Bericht]) -> bytes:
    """The body of one delivery."""
    documenten = [
        {
            "bereik": bericht.bereik,
            "documentsoort": bericht.documentsoort,
            "sleutel": bericht.sleutel,
            "versie": bericht.versie,
            "ingetrokken": bericht.publiek is None,
            "hash": bericht.hash,
            "inhoud": bericht.publiek,
        }
        for bericht in berichten
    ]
    inhoud = {"schema": LEVERING, "documenten": documenten}
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()


def uitslagen(
    berichten: Sequence[Bericht], code: int, koppen: Mapping[str, str], lichaam: bytes
) -> list[Doelantwoord]:
    """What an answer to these messages says of each. One refusal of the whole goes for all of them."""
    if code != 200:
        wacht = wachttijd(koppen)
        if 200 < code < 300:
            code = ONVOLLEDIG
        return [Doelantwoord(code, melding=_toelichting(lichaam), wacht_seconden=wacht)] * len(berichten)
    per_naam = _per_naam(_json(lichaam))
    return [_uitslag(bericht, per_naam.get(_naam(bericht))) for bericht in berichten]


def wachttijd(koppen: Mapping[str, str]) -> float | None:
    """Seconds that the answer asks us to wait (RFC 9110, Retry-After: seconds, or a date beside its own Date)."""
    gevraagd = koppen.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", gevraagd):
        return float(gevraagd)
    try:
        tot, nu = (_moment(tekst) for tekst in (gevraagd, koppen.get("date", "")))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return max(0.0, (tot - nu).total_seconds())


def digests(lichaam: bytes) -> dict[str, str]:
    """bucket → digest, of a manifest. Raises StandFout."""
    emmers = _json(lichaam).get("emmers")
    if not isinstance(emmers, dict) or not all(
        re.fullmatch(r"[0-9a-f]{2}", str(emmer)) and HASH.fullmatch(str(digest))
        for emmer, digest in emmers.items()
    ):
        raise StandFout("het manifest noemt geen emmers met hun digest")
    return {str(emmer): str(digest) for emmer, digest in emmers.items()}


def leden(emmer: str, lichaam: bytes) -> dict[str, Aanwezig]:
    """document → what the target has of it, of one bucket. Raises StandFout."""
    documenten = _json(lichaam).get("documenten")
    if not isinstance(documenten, list):
        raise StandFout("een emmer van het manifest noemt geen documenten")
    gevonden = {}
    for lid in documenten:
        naam, stand = _lid(lid)
        if emmer_van(naam) != emmer:
            raise StandFout(f"{naam} hoort niet in emmer {emmer}")
        gevonden[naam] = stand
    return gevonden


def _lid(lid: Any) -> tuple[str, Aanwezig]:
    if isinstance(lid, dict):
        naam = naam_van(*(str(lid.get(deel)) for deel in ("bereik", "documentsoort", "sleutel")))
        versie, hash_, weg = _versie(lid.get("versie")), lid.get("hash"), lid.get("ingetrokken")
        goede_hash = isinstance(hash_, str) and bool(HASH.fullmatch(hash_)) is not weg
        if NAAM.fullmatch(naam) and versie is not None and isinstance(weg, bool) and goede_hash:
            return naam, Aanwezig(versie, weg, str(hash_))
    raise StandFout("een document in het manifest is niet te lezen")


def _uitslag(bericht: Bericht, uitslag: Mapping[str, Any] | None) -> Doelantwoord:
    if uitslag is None:
        return Doelantwoord(ONVOLLEDIG, melding="het antwoord noemt dit document niet")
    status, heeft, hash_ = _geheel(uitslag.get("status")), _versie(uitslag.get("versie")), uitslag.get("hash")
    if status is None or not 200 <= status < 600:
        return Doelantwoord(ONVOLLEDIG, melding="de uitslag heeft geen bruikbare status")
    melding = leesbaar(uitslag.get("melding"))
    hash_ = hash_ if isinstance(hash_, str) else ""
    if status < 300 and (heeft, hash_) != (bericht.versie, bericht.hash):
        return Doelantwoord(ONVOLLEDIG, melding="het doel bevestigt een andere versie of inhoud")
    if status == 409 and heeft == bericht.versie and hash_ != bericht.hash:
        hash_ = hash_ or ZONDER_INHOUD
    return Doelantwoord(200 if status < 300 else status, heeft, hash_, melding)


def _per_naam(antwoord: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    lijst = antwoord.get("uitslagen")
    if not isinstance(lijst, list):
        return {}
    return {
        naam_van(*(str(lid.get(deel)) for deel in ("bereik", "documentsoort", "sleutel"))): lid
        for lid in lijst
        if isinstance(lid, dict)
    }


def _naam(bericht: Bericht) -> str:
    return naam_van(bericht.bereik, bericht.documentsoort, bericht.sleutel)


def _versie(waarde: object) -> int | None:
    getal = _geheel(waarde)
    return getal if getal is not None and 0 < getal < GRENS else None


def _geheel(waarde: object) -> int | None:
    """A whole number; 10.0 is one too (JSON Schema 2020-12, 6.1.1): some languages write every number that way."""
    if isinstance(waarde, float):
        return int(waarde) if waarde.is_integer() else None  # nan and inf are none
    return waarde if isinstance(waarde, int) and not isinstance(waarde, bool) else None


def _json(lichaam: bytes) -> Mapping[str, Any]:
    """An object, or an empty one for what is no JSON: nobody takes that for an answer."""
    try:
        gelezen = json.loads(lichaam)
    except (ValueError, RecursionError):
        return {}
    return gelezen if isinstance(gelezen, dict) else {}


def _toelichting(lichaam: bytes) -> str:
    return leesbaar(_json(lichaam).get("melding"))


def leesbaar(melding: object) -> str:
    """Their words as a database can keep them: JSON lets half a character through, and a zero."""
    tekst = melding if isinstance(melding, str) else ""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst[:300]).split())


def _moment(tekst: str) -> datetime:
    moment = parsedate_to_datetime(tekst)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
