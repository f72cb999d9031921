"""What a target answers, and what follows: one table."""

import pytest

from sync.classificatie import Antwoord, Oordeel, beoordeel


@pytest.mark.parametrize(
    ("antwoord", "oordeel"),
    [
        (Antwoord(200), Oordeel.BEVESTIGD),
        (Antwoord(201), Oordeel.BEVESTIGD),
        (Antwoord(204), Oordeel.BEVESTIGD),
        (Antwoord(409, versie=10, hash="h"), Oordeel.BEVESTIGD),
        (Antwoord(409, versie=12), Oordeel.BEVESTIGD),
        (Antwoord(409, versie=10, hash="ander"), Oordeel.AFWIJKEND),
        (Antwoord(409, versie=13), Oordeel.DOEL_LOOPT_VOOR),
        (Antwoord(409), Oordeel.FOUT),
        (Antwoord(409, versie=9), Oordeel.FOUT),
        (Antwoord(0), Oordeel.OPNIEUW),
        (Antwoord(408), Oordeel.OPNIEUW),
        (Antwoord(425), Oordeel.OPNIEUW),
        (Antwoord(429), Oordeel.OPNIEUW),
        (Antwoord(500), Oordeel.OPNIEUW),
        (Antwoord(503), Oordeel.OPNIEUW),
        (Antwoord(401), Oordeel.QUARANTAINE),
        (Antwoord(403), Oordeel.QUARANTAINE),
        (Antwoord(404), Oordeel.PARKEREN),
        (Antwoord(405), Oordeel.PARKEREN),
        (Antwoord(415), Oordeel.PARKEREN),
        (Antwoord(422), Oordeel.PARKEREN),
        (Antwoord(410), Oordeel.PAUZE),
        (Antwoord(301), Oordeel.FOUT),
        (Antwoord(307), Oordeel.FOUT),
        (Antwoord(100), Oordeel.FOUT),
    ],
)
def test_elk_antwoord_heeft_een_oordeel(antwoord, oordeel):
    assert beoordeel(antwoord, versie=10, hash_="h", hoogste=12) is oordeel


def test_alleen_een_uitdrukkelijk_goed_antwoord_bevestigt():
    bevestigd = {
        code
        for code in range(600)
        if beoordeel(Antwoord(code), versie=10, hash_="h", hoogste=10) is Oordeel.BEVESTIGD
    }
    assert bevestigd == set(range(200, 300))
