"""What a target said, in words behind its name."""

from __future__ import annotations

import pytest

from sync.doelwoorden import in_woorden


@pytest.mark.parametrize(
    ("fout", "woorden"),
    [
        ("", ""),
        ("quarantaine: nee", "weigert ons geheim. Controleer het geheim en hervat (nee)"),
        ("quarantaine: ", "weigert ons geheim. Controleer het geheim en hervat"),
        ("pauze: weg", "zegt dat dit adres niet meer bestaat (410)"),
        ("422 geen telefoonnummer.", "weigert deze tekst (422): geen telefoonnummer"),
        ("422", "weigert deze tekst (422)"),
        ("500 kapot", "heeft zelf een storing (500): kapot"),
        ("302 elders", "antwoordt met 302: elders"),
        ("geen antwoord: geen verbinding", "geen verbinding"),
        ("Vergelijken lukt niet: te groot.", "Vergelijken lukt niet: te groot"),
    ],
)
def test_in_woorden(fout: str, woorden: str) -> None:
    assert in_woorden(fout) == woorden


def test_een_doel_dat_voorloopt_vraagt_om_het_tijdvak() -> None:
    assert "Verhoog dan het tijdvak en hervat" in in_woorden("doel_loopt_voor: versie 9")
