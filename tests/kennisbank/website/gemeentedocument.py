"""Gemeente documents for tests of websites: a municipality with a theme, a life event and a department."""

from __future__ import annotations

from typing import Any

from sync.models import Publicatie
from tests.kennisbank.uitgave import geef_gemeente_uit

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
    "naam": "Burgerzaken",
    "e_mail": "burgerzaken@drechtsteden.example",
    "telefoon_intern": "078 770 20 21",
    "openingstijden": KANTOORUREN,
}
GEMEENTEHUIS = {
    "sleutel": "gemeentehuis",
    "naam": "Gemeentehuis Sliedrecht",
    "straat": "Burgemeesterplein",
    "nummer": "2",
    "postcode": "3361 AB",
    "plaats": "Sliedrecht",
    "toelichting": "De balie is op de begane grond.",
    "openingstijden": [
        {"dag": "ma", "datum": None, "van": "08:30", "tot": "12:00", "wijze": "inloop"},
        {"dag": "ma", "datum": None, "van": "13:00", "tot": "16:30", "wijze": "afspraak"},
        {"dag": None, "datum": "2026-12-25", "van": None, "tot": None, "wijze": "inloop"},
    ],
}


def mededeling(sleutel: str, tekst: str, *betreft: str, **rest: Any) -> dict[str, Any]:
    """About everything unless told otherwise."""
    return {
        "sleutel": sleutel,
        "tekst": tekst,
        "html": f"<p>{tekst}</p>",
        "betreft": list(betreft) or ["alles"],
        **rest,
    }


def gemeente_live(slug: str, **rest: Any) -> Publicatie:
    """Put the document of one municipality live, with these things different."""
    return geef_gemeente_uit(
        slug, **{"themas": THEMAS, "contactpunten": [BURGERZAKEN], "locaties": [GEMEENTEHUIS], **rest}
    )
