"""When a text was checked and by whom: as the merge, the publication and the card say it."""

from __future__ import annotations

import importlib
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.utils import timezone
from wagtail.log_actions import log

from redactie.bronnen import AfwijkingBron, CentraalProduct, HerzieningBron, LokaleLaag
from redactie.keuzes import Besluit
from redactie.models import LokaleVersie, Product, Wijziging, WijzigingSoort
from redactie.nagekeken import CENTRUM, Nagekeken, Nakijkbeurt
from redactie.samenvoegen import samenvoegen
from redactie.veld import Veld
from tests import factories as f

NU = datetime(2026, 11, 22, 12, tzinfo=UTC)
DERDE, VIJFDE, ZEVENDE = date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 7)
SLIEDRECHT = "gemeente Sliedrecht"


def samen(centraal: CentraalProduct, laag: LokaleLaag) -> Nagekeken:
    gemaakt = samenvoegen(centraal, laag, NU)
    assert gemaakt is not None
    return gemaakt.nagekeken


def beoordeeld(*besluiten: tuple[Besluit, datetime]) -> AfwijkingBron:
    oordelen = tuple(HerzieningBron(1, besluit, wanneer) for besluit, wanneer in besluiten)
    return AfwijkingBron(Veld.KOSTEN, "vervangen", "Gratis.", herzieningen=oordelen)


class TestSamenvoegen:
    def test_elke_laag_heeft_haar_eigen_dag(self) -> None:
        centraal = CentraalProduct("paspoort", nagekeken_op=DERDE)
        assert samen(centraal, LokaleLaag("sliedrecht", nagekeken_op=VIJFDE)) == Nagekeken(DERDE, VIJFDE)
        assert samen(centraal, LokaleLaag("dordrecht")) == Nagekeken(DERDE, None)

    def test_een_eigen_product_is_van_de_gemeente_en_de_laatste_dag_telt(self) -> None:
        centraal = CentraalProduct("sliedrecht-markt", gemeente="sliedrecht", nagekeken_op=VIJFDE)
        assert samen(centraal, LokaleLaag("sliedrecht")) == Nagekeken(None, VIJFDE)
        assert samen(centraal, LokaleLaag("sliedrecht", nagekeken_op=DERDE)) == Nagekeken(None, VIJFDE)

    def test_een_oordeel_over_een_eigen_tekst_telt_en_later_is_geen_oordeel(self) -> None:
        # Half past eleven in the evening of the sixth, in Greenwich: the seventh in Amsterdam.
        afwijking = beoordeeld(
            (Besluit.HOUDEN, datetime(2026, 11, 6, 23, 30, tzinfo=UTC)), (Besluit.LATER, NU)
        )
        laag = LokaleLaag("sliedrecht", nagekeken_op=DERDE, afwijkingen=(afwijking,))
        assert samen(CentraalProduct("paspoort"), laag) == Nagekeken(None, ZEVENDE)


class TestKaart:
    def test_het_centrum_staat_voor_de_gemeente(self) -> None:
        assert Nagekeken(DERDE, VIJFDE).beurten(SLIEDRECHT, eigen_product=False) == (
            Nakijkbeurt(DERDE, CENTRUM),
            Nakijkbeurt(VIJFDE, SLIEDRECHT),
        )

    def test_alleen_de_eigen_tekst_nagekeken_wordt_zo_gezegd(self) -> None:
        lokaal = Nagekeken(lokaal=VIJFDE)
        assert lokaal.beurten(SLIEDRECHT, eigen_product=False) == (Nakijkbeurt(VIJFDE, SLIEDRECHT, True),)
        assert lokaal.beurten(SLIEDRECHT, eigen_product=True) == (Nakijkbeurt(VIJFDE, SLIEDRECHT),)
        assert Nagekeken().beurten(SLIEDRECHT, eigen_product=False) == ()

    @pytest.mark.parametrize("nagekeken", [Nagekeken(), Nagekeken(DERDE), Nagekeken(DERDE, VIJFDE)])
    def test_wat_een_publicatie_bewaart_komt_zo_terug(self, nagekeken: Nagekeken) -> None:
        assert Nagekeken.uit_json(nagekeken.als_json()) == nagekeken

    def test_een_publicatie_van_voor_die_tijd_zegt_niets(self) -> None:
        assert Nagekeken.uit_json({}) == Nagekeken()


@pytest.mark.django_db
class TestMigratie:
    """Existing installations: what the log says of who published by hand."""

    def neem_over(self) -> None:
        importlib.import_module("redactie.migrations.0009_nagekeken_uit_het_logboek").neem_over(apps, None)

    def test_wie_met_de_hand_publiceerde_keek_na_en_een_invoer_niet(self) -> None:
        versie = f.LokaleVersieFactory(gepubliceerd=True)
        log(instance=versie, action="wagtail.publish", user=f.GebruikerFactory())
        Wijziging.objects.all().delete()
        self.neem_over()
        assert LokaleVersie.objects.get().nagekeken_op == timezone.localdate()
        assert Product.objects.get().nagekeken_op is None
        assert [rij.soort for rij in Wijziging.objects.all()] == [WijzigingSoort.ALLES]

    def test_in_een_lege_installatie_gebeurt_niets(self) -> None:
        self.neem_over()
        assert not Wijziging.objects.exists()
