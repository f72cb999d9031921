"""The consequences on screen: of the draft, of what is typed, of a planned text; nothing is stored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from redactie.keuzes import Aangeboden, Rol
from redactie.models import Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import vragen
from tests.redactie.cms.wandeling import stand_van_zaken

pytestmark = pytest.mark.django_db
BUDGET = 10


@pytest.fixture
def product(afgeweken: Product) -> Product:
    """As everywhere here; and Papendrecht does not offer it."""
    f.LokaleVersieFactory(
        product=afgeweken,
        gemeente=f.GemeenteFactory(slug="papendrecht"),
        gepubliceerd=True,
        aangeboden=Aangeboden.NEE,
        toelichting="Dat doet Dordrecht.",
    )
    return afgeweken


def pagina(client, pad: str, gegevens: dict | None = None) -> str:
    antwoord = client.get(pad) if gegevens is None else client.post(pad, gegevens)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_getypte_tekst_geteld_per_gevolg_en_er_wordt_niets_bewaard(product) -> None:
    centraal, voor = als(Rol.CENTRAAL), stand_van_zaken()
    tekst = pagina(
        centraal, f"{adres(product, 'gevolgen')}?deel=ja", {"kosten": "U betaalt 12 euro.", "klasse": "spoed"}
    )
    assert "Kosten verandert:" in tekst
    for kop in ("1 gemeente volgt", "1 gemeente wijkt af", "1 gemeente biedt dit niet aan"):
        assert kop in tekst
    assert "krijgt de vraag om die na te kijken" in tekst
    na = stand_van_zaken()
    assert {tabel for tabel in na if na[tabel] != voor[tabel] and tabel not in ("accounts",)} == set()


def test_een_cosmetische_wijziging_vraagt_niemand_iets(product) -> None:
    gegevens = {"kosten": "U betaalt tien euro.", "klasse": "cosmetisch"}
    assert "Niemand krijgt een vraag" in pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"), gegevens)


def test_voor_en_na_van_een_gemeente(product) -> None:
    gegevens = {"kosten": "U betaalt **12 euro**.", "bij": "dordrecht"}
    tekst = pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"), gegevens)
    assert "U betaalt 10 euro." in tekst
    assert "<strong>12 euro</strong>" in tekst
    assert "Bij ons is het gratis." not in tekst
    eigen = pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"), gegevens | {"bij": "sliedrecht"})
    assert "Bij ons is het gratis." in eigen


def test_zonder_javascript_vanuit_het_concept(product) -> None:
    product.kosten = "U betaalt 15 euro."
    product.save_revision()
    tekst = pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"))
    assert 'name="kosten" value="U betaalt 15 euro."' in tekst
    assert "1 gemeente wijkt af" in tekst


def test_zonder_wijziging_staat_er_dat_er_niets_verandert(product) -> None:
    tekst = pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"))
    assert "Er verandert niets" in tekst
    assert "volgt" not in tekst


def test_een_geplande_tekst_op_haar_dag(product) -> None:
    gepland = f.TekstversieFactory(product=product, gepland=True, vanaf=timezone.now() + timedelta(days=40))
    tekst = pagina(als(Rol.CENTRAAL), f"{adres(product, 'gevolgen')}?tekstversie={gepland.pk}")
    assert "verandert op " in tekst
    assert "om 0.00 uur staat de nieuwe tekst er." in tekst
    assert "2 gemeenten volgen" in tekst


def test_een_te_plannen_tekst_met_het_bedrag_van_die_dag(product) -> None:
    dag = timezone.localdate() + timedelta(days=40)
    f.TariefFactory(sleutel="leges", bedrag="50.00", geldig_van=dag)
    gegevens = {"veld": "kosten", "tekst": "U betaalt {tarief:leges}.", "bij": "dordrecht"}
    nu = pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"), gegevens)
    assert "Bij 1 gemeente ontbreekt een bedrag of gegeven" in nu
    straks = pagina(als(Rol.CENTRAAL), adres(product, "gevolgen"), gegevens | {"vanaf": dag.isoformat()})
    assert "€ 50,00" in straks.replace("\xa0", " ")
    assert "ontbreekt" not in straks


def test_een_eigen_product_raakt_alleen_de_eigen_gemeente() -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    f.GemeenteFactory(slug="dordrecht")
    markt = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)
    tekst = pagina(als(Rol.REDACTEUR, sliedrecht), adres(markt, "gevolgen"), {"kosten": "x"})
    assert "1 gemeente volgt" in tekst
    assert "Dordrecht" not in tekst


def test_een_lokale_redacteur_komt_er_niet_in(product) -> None:
    lokaal = als(Rol.PUBLICIST, f.GemeenteFactory(slug="sliedrecht"))
    assert lokaal.get(adres(product, "gevolgen")).status_code == 404
    assert lokaal.post(adres(product, "gevolgen"), {"kosten": "x"}).status_code == 404


def gelezen(client, pad: str, gegevens: dict) -> list[str]:
    """Without the transaction that stands around each request."""
    return [vraag for vraag in vragen(client, pad, gegevens) if "SAVEPOINT" not in vraag]


def test_een_vast_aantal_vragen_hoeveel_gemeenten_er_ook_zijn(product) -> None:
    client, pad = als(Rol.CENTRAAL), f"{adres(product, 'gevolgen')}?deel=ja"
    gegevens = {"kosten": "U betaalt {tarief:leges} en {gegeven:x}.", "bij": "dordrecht"}
    een = gelezen(client, pad, gegevens)
    for nummer in range(20):
        gemeente = f.GemeenteFactory(slug=f"meer-{nummer}")
        f.LokaleVersieFactory(product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"kosten": "x"})
        f.TariefFactory(sleutel="leges", gemeente=gemeente)
    meer = gelezen(client, pad, gegevens)
    assert len(meer) <= len(een) <= BUDGET, "\n".join(meer)
