"""Questions that came to nothing: counted, unreadable until three sessions asked them, and forgotten in time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from kennisbank.models import Dagsleutel, Dagtelling, Vergeefs, VergeefseVraag, Vraagspoor
from kennisbank.vergeefs import noteren
from kennisbank.vergeefs.noteren import Waarneming, leesbaar, noteer
from kennisbank.vergeefs.vergeten import BEWAAR_TELLINGEN, BEWAAR_VRAGEN, vergeet

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GEEN, NIETS = Vergeefs.GEEN_RESULTAAT, Vergeefs.NIETS_GEOPEND


def vraag(
    tekst: str, sessie: str, soort: Vergeefs = GEEN, vervolg: str = "", bereik: str = "sliedrecht"
) -> None:
    noteer(Waarneming(leesbaar(tekst), soort, bereik, sessie, vervolg))


def test_pas_de_derde_sessie_maakt_een_vraag_leesbaar() -> None:
    vraag("Zwerfboekje", "a")
    vraag("zwerfboekje ", "b", bereik="dordrecht")
    assert not VergeefseVraag.objects.exists()
    assert Vraagspoor.objects.count() == 2
    vraag("ZWERFBOEKJE", "c")
    rij = VergeefseVraag.objects.get()
    assert (rij.vraag, rij.soort, rij.keer) == ("zwerfboekje", "geen_resultaat", 3)
    assert rij.bereiken == {"sliedrecht": 2, "dordrecht": 1}
    assert not Vraagspoor.objects.exists()


def test_dezelfde_sessie_telt_een_keer() -> None:
    for _ in range(5):
        vraag("zwerfboekje", "a")
    assert not VergeefseVraag.objects.exists()
    assert Dagtelling.objects.get().aantal == 5


def test_een_spoor_is_niet_te_lezen_en_niet_na_te_rekenen(settings) -> None:
    vraag("zwerfboekje", "a")
    voor = Vraagspoor.objects.get()
    assert "zwerf" not in f"{voor.vraag} {voor.sessie} {voor}"
    Vraagspoor.objects.all().delete()
    settings.SECRET_KEY = "iets anders, evengoed lang genoeg om te gelden"
    vraag("zwerfboekje", "a")
    na = Vraagspoor.objects.get()
    assert {voor.vraag, voor.sessie}.isdisjoint({na.vraag, na.sessie})


def test_de_volgende_dag_begint_opnieuw_en_weet_niets_meer() -> None:
    with time_machine.travel(datetime(2026, 11, 21, 23, 59, tzinfo=AMSTERDAM), tick=False):
        vraag("zwerfboekje", "a")
        vraag("zwerfboekje", "b")
        eerste = bytes(Dagsleutel.objects.get().sleutel)
    with time_machine.travel(datetime(2026, 11, 22, 0, 1, tzinfo=AMSTERDAM), tick=False):
        vraag("zwerfboekje", "c")
        assert Vraagspoor.objects.count() == 1
        assert not VergeefseVraag.objects.exists()
        assert bytes(Dagsleutel.objects.get().sleutel) != eerste


def test_wat_daarna_geopend_werd_komt_mee() -> None:
    vraag("zwerfboekje", "a", NIETS, "paspoort-aanvragen")
    vraag("zwerfboekje", "b", NIETS)
    vraag("zwerfboekje", "c", NIETS, "paspoort-aanvragen")
    vraag("zwerfboekje", "d", NIETS, "paspoort-kwijt")
    rij = VergeefseVraag.objects.get()
    assert rij.vervolg == {"paspoort-aanvragen": 2, "paspoort-kwijt": 1}
    assert rij.keer == 4


def test_twee_soorten_tellen_apart() -> None:
    for sessie, soort in (("a", GEEN), ("b", NIETS), ("c", GEEN)):
        vraag("zwerfboekje", sessie, soort)
    assert not VergeefseVraag.objects.exists()


def test_gemaskeerde_getallen_maken_vragen_gelijk() -> None:
    for sessie, bsn in (("a", "123456782"), ("b", "111222333"), ("c", "123 456 782")):
        vraag(f"toeslag bsn {bsn}", sessie)
    assert VergeefseVraag.objects.get().vraag == "toeslag bsn [bsn]"


@pytest.mark.parametrize("tekst", ["123456782", "06-12345678", "jan@voorbeeld.nl", "?", ""])
def test_wat_alleen_een_masker_is_wordt_alleen_geteld(tekst: str) -> None:
    for sessie in "abc":
        vraag(tekst, sessie)
    assert not VergeefseVraag.objects.exists()
    assert not Vraagspoor.objects.exists()
    assert Dagtelling.objects.get().aantal == 3


def test_een_lange_vraag_wordt_afgekapt() -> None:
    assert len(leesbaar("zwerf " * 100)) == noteren.LANGST


def test_te_veel_verschillende_vragen_worden_alleen_geteld(monkeypatch) -> None:
    monkeypatch.setattr(noteren, "MEESTE_SPOREN", 2)
    for tekst in ("zwerfboekje", "loopkaartje", "hangslot"):
        vraag(tekst, "a")
    assert Vraagspoor.objects.count() == 2
    vraag("zwerfboekje", "b")
    assert Vraagspoor.objects.count() == 3


def test_na_zijn_tijd_is_alles_weg() -> None:
    vandaag = date(2026, 11, 22)
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=AMSTERDAM), tick=False):
        vraag("loopkaartje", "a")
    for dagen, tekst in ((BEWAAR_VRAGEN, "blijft"), (BEWAAR_VRAGEN + timedelta(days=1), "gaat")):
        VergeefseVraag.objects.create(
            vraag=tekst, soort=GEEN, eerste_op=vandaag - dagen, laatste_op=vandaag - dagen
        )
    for dagen in (BEWAAR_TELLINGEN, BEWAAR_TELLINGEN + timedelta(days=1)):
        Dagtelling.objects.create(dag=vandaag - dagen, soort=NIETS, aantal=1)
    vergeet(vandaag)
    assert [rij.vraag for rij in VergeefseVraag.objects.all()] == ["blijft"]
    assert Dagtelling.objects.filter(soort=NIETS).count() == 1
    assert not Vraagspoor.objects.exists()
    assert Dagsleutel.objects.get().dag == vandaag
