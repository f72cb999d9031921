"""What a target answers, and what follows: one table."""

import pytest

from sync.classificatie import Doelantwoord, Oordeel, beoordeel


@pytest.mark.parametrize(
    ("antwoord", "oordeel"),
    [
        (Doelantwoord(200), Oordeel.BEVESTIGD),
        (Doelantwoord(201), Oordeel.BEVESTIGD),
        (Doelantwoord(204), Oordeel.BEVESTIGD),
        (Doelantwoord(409, versie=10, hash="h"), Oordeel.BEVESTIGD),
        (Doelantwoord(409, versie=12), Oordeel.BEVESTIGD),
        (Doelantwoord(409, versie=10, hash="ander"), Oordeel.AFWIJKEND),
        (Doelantwoord(409, versie=13), Oordeel.DOEL_LOOPT_VOOR),
        (Doelantwoord(409), Oordeel.FOUT),
        (Doelantwoord(409, versie=9), Oordeel.FOUT),
        (Doelantwoord(0), Oordeel.OPNIEUW),
        (Doelantwoord(408), Oordeel.OPNIEUW),
        (Doelantwoord(425), Oordeel.OPNIEUW),
        (Doelantwoord(429), Oordeel.OPNIEUW),
        (Doelantwoord(500), Oordeel.OPNIEUW),
        (Doelantwoord(503), Oordeel.OPNIEUW),
        (Doelantwoord(401), Oordeel.QUARANTAINE),
        (Doelantwoord(403), Oordeel.QUARANTAINE),
        (Doelantwoord(404), Oordeel.PARKEREN),
        (Doelantwoord(405), Oordeel.PARKEREN),
        (Doelantwoord(415), Oordeel.PARKEREN),
        (Doelantwoord(422), Oordeel.PARKEREN),
        (Doelantwoord(410), Oordeel.PAUZE),
        (Doelantwoord(301), Oordeel.FOUT),
        (Doelantwoord(307), Oordeel.FOUT),
        (Doelantwoord(100), Oordeel.FOUT),
    ],
)
def test_elk_antwoord_heeft_een_oordeel(antwoord, oordeel):
    assert beoordeel(antwoord, versie=10, hash_="h", hoogste=12) is oordeel


def test_alleen_een_uitdrukkelijk_goed_antwoord_bevestigt():
    bevestigd = {
        code
        for code in range(600)
        if beoordeel(Doelantwoord(code), versie=10, hash_="h", hoogste=10) is Oordeel.BEVESTIGD
    }
    assert bevestigd == set(range(200, 300))
