"""Documents as Antwoord sends them, whole and true to their schema, of a municipality that does not exist."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Mapping
from typing import Any

Document = dict[str, Any]


def canoniek(inhoud: Any) -> bytes:
    return json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hash_van(inhoud: Any) -> str:
    return hashlib.sha256(canoniek(inhoud)).hexdigest()


def naam_van(document: Mapping[str, Any]) -> str:
    return "/".join(str(document.get(deel)) for deel in ("bereik", "documentsoort", "sleutel"))


def emmer_van(naam: str) -> str:
    return hashlib.sha256(naam.encode()).hexdigest()[:2]


def product(bereik: str, sleutel: str, versie: int, tekst: str | None, **rest: Any) -> Document:
    """`tekst` None: a withdrawal. `rest`: what differs from that, of the document or beside it.

    The HTML has no tags: who escapes them before hashing fails on the text that is meant for it, and not everywhere.
    """
    inhoud = None
    if tekst is not None:
        veld = {"veld": "inleiding", "kop": "Over", "tekst": tekst, "html": html.escape(tekst)}
        kort = " ".join(tekst.split())[:80]
        inhoud = {
            "schema": "antwoord/product/1",
            "bereik": bereik,
            "sleutel": sleutel,
            "soort": "product",
            "status": "aangeboden",
            "status_toelichting": "",
            "status_html": "",
            "verwijst_naar": None,
            "kanalen": [],
            "upn": [],
            "rechtsgronden": [],
            "doelgroepen": ["particulier"],
            "themas": [],
            "trefwoorden": [],
            "verwant": [],
            "contactpunt": None,
            "talen": {"nl": {"titel": kort, "samenvatting": kort, "velden": [veld]}},
        }
    return _document(bereik, "product", sleutel, versie, inhoud, **rest)


def gemeente(bereik: str, versie: int, naam: str) -> Document:
    inhoud = {
        "schema": "antwoord/gemeente/1",
        "bereik": bereik,
        "naam": naam,
        "naam_regio": "",
        "code": "",
        "owms_uri": "",
        "telefoon": "14 0000",
        "telefoon_buitenland": "",
        "website": "",
        "hostnamen": [],
        "thema": "",
        "themas": [],
        "contactpunten": [],
        "locaties": [],
        "mededelingen": [],
    }
    return _document(bereik, "gemeente", "gemeente", versie, inhoud)


def grafsteen(document: Document, versie: int) -> Document:
    namen = (document["bereik"], document["documentsoort"], document["sleutel"])
    return _document(*namen, versie, None)


def _document(
    bereik: str, documentsoort: str, sleutel: str, versie: int, inhoud: Any, **rest: Any
) -> Document:
    return {
        "bereik": bereik,
        "documentsoort": documentsoort,
        "sleutel": sleutel,
        "versie": versie,
        "ingetrokken": inhoud is None,
        "hash": hash_van(inhoud) if inhoud is not None else "",
        "inhoud": inhoud,
        **rest,
    }
