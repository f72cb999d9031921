"""What stands at a website of a supplier and should not: what goes by itself, and what waits for a person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from sync.bezorgen import lever_ronde
from sync.classificatie import NIET_BEREIKT, Doelantwoord
from sync.doelbeheer import DoelFout, hervat, keur_wezen_goed, pauzeer
from sync.doelen.http import HttpAdapter
from sync.models import Doel, Levering, LeveringToestand
from sync.nazien_buiten import OPNIEUW, Vergelijking
from tests.sync.doelproef import ADEM, bezorg_alles, doel_voor, staat, zie_na_en_herstel
from tests.sync.nazien_buiten.conftest import GEHEIM, wees


class Zwijgt:
    """A target that does not answer in time."""

    grootste_blok, buitenshuis = 20, True
    keren = 0

    def lever(self, berichten):
        self.keren += 1
        return [Doelantwoord(NIET_BEREIKT, melding="het antwoord kwam niet op tijd")] * len(berichten)

    def stand(self, verwacht):
        pytest.fail("who does not answer is not asked more")


@pytest.mark.django_db
def test_een_paar_wezen_gaan_vanzelf_weg_en_blijven_weg(doel, ontvanger, producten) -> None:
    goed = staat(ontvanger)
    wees(ontvanger, "vreemd")
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.verschillen == {"onbekend": 1}
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert staat(ontvanger) == goed | {"product/vreemd": (7, "")}
    assert (doel.verschillen, doel.wezen) == ({}, {})


@pytest.mark.django_db
def test_veel_wezen_gaan_pas_weg_als_iemand_de_lijst_zag(doel, ontvanger, producten) -> None:
    # More than fit in one delivery.
    for nummer in range(60):
        wees(ontvanger, f"vreemd-{nummer}")
    zie_na_en_herstel()
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.verschillen == {"onbekend": 60}
    assert len([hash_ for _, hash_ in staat(ontvanger).values() if hash_]) == len(producten) + 1 + 60
    with pytest.raises(DoelFout):
        keur_wezen_goed(doel=doel, aantal=59)
    voor = ontvanger.leveringen
    keur_wezen_goed(doel=doel, aantal=60)
    lever_ronde(ADEM)
    assert ontvanger.leveringen == voor + 2
    doel.refresh_from_db()
    assert doel.verschillen == {}
    assert len([hash_ for _, hash_ in staat(ontvanger).values() if hash_]) == len(producten) + 1


@pytest.mark.django_db
def test_wat_weg_mag_gaat_in_delen_en_wordt_niet_nog_eens_gevraagd(
    doel, ontvanger, producten, monkeypatch
) -> None:
    """What an editor withdraws does not wait until thousands are gone."""
    monkeypatch.setattr("sync.nazien_buiten.MEESTE_BLOKKEN", 1)
    for nummer in range(60):
        wees(ontvanger, f"vreemd-{nummer}")
    zie_na_en_herstel()
    doel.refresh_from_db()
    keur_wezen_goed(doel=doel, aantal=60)
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert (len(doel.wezen["lijst"]), doel.wezen["akkoord"]) == (60 - HttpAdapter.grootste_blok, True)
    assert doel.nazien_op == doel.nagezien_op + OPNIEUW
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert (doel.wezen, doel.verschillen) == ({}, {})


@pytest.mark.django_db
def test_wie_niet_antwoordt_op_het_eerste_deel_wordt_niet_verder_gevraagd(regio) -> None:
    doel = doel_voor("sliedrecht", "https://hangt.example", GEHEIM)
    wezen = [[f"sliedrecht/product/vreemd-{nummer}", 7] for nummer in range(60)]
    Doel.objects.update(wezen={"lijst": wezen, "akkoord": True})
    doel.refresh_from_db()
    zwijgt = Zwijgt()
    vergelijking = Vergelijking(doel, timezone.now())
    uitkomst = vergelijking.vraag(zwijgt)
    assert (str(uitkomst), zwijgt.keren) == ("het antwoord kwam niet op tijd", 1)
    vergelijking.verwerk(uitkomst)
    doel.refresh_from_db()
    assert doel.laatste_fout == "Vergelijken lukt niet: het antwoord kwam niet op tijd"
    assert doel.wezen == {"lijst": wezen, "akkoord": True}


def test_wat_van_een_ander_doel_op_hetzelfde_adres_is_blijft_staan(doel, ontvanger, producten) -> None:
    """A supplier may have one address for several municipalities: each finds the documents of the other there."""
    ander = doel_voor("dordrecht", doel.adres + "/", GEHEIM)
    bezorg_alles()
    voor = sorted(ontvanger.opslag.regels())
    assert {bereik for bereik, *_ in voor} == {"dordrecht", "sliedrecht"}
    for _ in range(2):
        zie_na_en_herstel()
    assert sorted(ontvanger.opslag.regels()) == voor
    for rij in (doel, ander):
        rij.refresh_from_db()
        assert (rij.wezen, rij.verschillen) == ({}, {})


def test_na_hervatten_gaat_ook_weg_wat_nog_moest_wachten(doel, producten) -> None:
    pauzeer(doel=doel)
    straks = timezone.now() + timedelta(minutes=15)
    Levering.objects.filter(doel=doel).update(
        toestand=LeveringToestand.WACHT, wacht_sinds=timezone.now(), pogingen=9, volgende_op=straks
    )
    hervat(doel=doel)
    lever_ronde(ADEM)
    assert not Levering.objects.filter(doel=doel).exclude(toestand=LeveringToestand.BEVESTIGD).exists()
