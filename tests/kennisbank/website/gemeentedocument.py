"""Gemeente documents for tests, as the planner makes them; checked against the schema."""

from __future__ import annotations

from typing import Any

from redactie.schemas import schemafouten
from sync.models import Documentsoort, Publicatie
from tests.kennisbank.uitgave import zet_live

WERKWEEK = ("ma", "di", "wo", "do", "vr")
KANTOORUREN = [
    {"dag": dag, "datum": None, "van": "08:30", "tot": "17:00", "wijze": "bereikbaar"} for dag in WERKWEEK
]
THEMAS = [
    {
        "sleutel": "reisdocumenten",
        "naam": "Paspoort en identiteitskaart",
        "inleiding_html": "<p>Een reisdocument aanvragen of ophalen.</p>",
        "ouder": None,
        "soort": "thema",
    },
    {
        "sleutel": "verhuizen",
        "naam": "Ik ga verhuizen",
        "inleiding_html": "<p>Wat u doorgeeft als u een nieuw adres krijgt.</p>",
        "ouder": None,
        "soort": "levensgebeurtenis",
    },
]
BURGERZAKEN = {
    "sleutel": "burgerzaken",
    "naam": "Burgerzaken",
    "soort": "afdeling",
    "telefoon": "14 078",
    "e_mail": "burgerzaken@drechtsteden.example",
    "website": "",
    "openingstijden": KANTOORUREN,
}


def mededeling(sleutel: str, tekst: str, *betreft: str, **rest: Any) -> dict[str, Any]:
    return {
        "sleutel": sleutel,
        "tekst": tekst,
        "html": f"<p>{tekst}</p>",
        "van": "2026-01-01T00:00:00+01:00",
        "tot": None,
        "betreft": list(betreft) or ["alles"],
        "belangrijk": False,
        **rest,
    }


def gemeente_live(slug: str, naam: str, **rest: Any) -> Publicatie:
    """Put the document of one municipality live, with these things different."""
    document = {
        "schema": "antwoord/gemeente/1",
        "bereik": slug,
        "naam": naam,
        "naam_regio": "Drechtsteden",
        "code": "gm0610",
        "owms_uri": "",
        "telefoon": "14 078",
        "telefoon_buitenland": "+31 78 770 26 00",
        "website": f"https://www.{slug}.example",
        "hostnamen": [f"{slug}.localhost"],
        "thema": slug,
        "themas": THEMAS,
        "contactpunten": [BURGERZAKEN],
        "locaties": [],
        "mededelingen": [],
        **rest,
    }
    assert schemafouten(document) == []
    return zet_live(
        slug, Documentsoort.GEMEENTE, "gemeente", document, {"schema": "antwoord/gemeente-balie/1"}
    )
