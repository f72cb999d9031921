"""The grid of tariffs on screen: type, roll over, make final; only one's own, and only together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from redactie.keuzes import Rol, TariefStatus
from redactie.models import LogRegel, Tarief
from redactie.tarieven import VASTGESTELD
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db
NU = timezone.localdate().year
STRAKS = NU + 1


@pytest.fixture
def tarief() -> Tarief:
    return f.TariefFactory(sleutel="pas", groep="paspoort", bedrag="80.00", geldig_van=date(NU, 1, 1))


def pad(groep: str = "paspoort") -> str:
    return f"{adres(Tarief, 'rooster')}?groep={groep}&jaar={NU}"


def doe(client, wat: str, **velden) -> int:
    return client.post(pad(), {"doe": wat, "wijze": "kopie", "stap": "0.01"} | velden).status_code


def straks() -> list[tuple[str, Decimal, str]]:
    rijen = Tarief.objects.filter(geldig_van=date(STRAKS, 1, 1)).order_by("sleutel", "pk")
    return [(rij.sleutel, rij.bedrag, rij.status) for rij in rijen]


def test_maak_het_volgende_jaar_met_een_percentage_en_stel_het_vast(tarief) -> None:
    centraal = als(Rol.CENTRAAL)
    assert doe(centraal, "maak", wijze="percentage", percentage="2,5", stap="0.50") == 302
    tarief.refresh_from_db()
    assert tarief.geldig_tot == date(NU, 12, 31)
    assert straks() == [("pas", Decimal("82.00"), "concept")]
    scherm = centraal.get(pad()).content.decode()
    assert "1 bedrag is nog concept" in scherm
    assert doe(centraal, "vaststellen") == 302
    assert straks() == [("pas", Decimal("82.00"), "vastgesteld")]
    assert LogRegel.objects.filter(action=VASTGESTELD, user=centraal.gebruiker).count() == 1


def test_leeg_beginnen_en_invullen(tarief) -> None:
    centraal = als(Rol.CENTRAAL)
    assert doe(centraal, "maak", wijze="leeg") == 302
    assert f"Voor {STRAKS} ontbreekt 1 bedrag." in centraal.get(pad()).content.decode()
    naam = f"{tarief.pk}-{STRAKS}"
    assert doe(centraal, "bewaar", **{f"bedrag-{naam}": "83,87", f"stond-{naam}": ""}) == 302
    assert straks() == [("pas", Decimal("83.87"), "concept")]
    assert Tarief.objects.get(geldig_van=date(STRAKS, 1, 1)).geldig_tot == date(STRAKS, 12, 31)


def test_wat_er_al_staat_blijft_en_twee_keer_maken_doet_niets(tarief) -> None:
    centraal = als(Rol.CENTRAAL)
    doe(centraal, "maak")
    doe(centraal, "maak", wijze="percentage", percentage="10")
    assert straks() == [("pas", Decimal("80.00"), "concept")]


def test_een_fout_bedrag_bewaart_niets_en_staat_erbij(tarief) -> None:
    ander = f.TariefFactory(sleutel="id", groep="paspoort", bedrag="70.00", geldig_van=date(NU, 1, 1))
    centraal = als(Rol.CENTRAAL)
    velden = {f"bedrag-{tarief.pk}": "81,00", f"stond-{tarief.pk}": "80,00"}
    velden |= {f"bedrag-{ander.pk}": "veel", f"stond-{ander.pk}": "70,00"}
    antwoord = centraal.post(pad(), {"doe": "bewaar"} | velden)
    assert antwoord.status_code == 422
    assert "Typ een bedrag zoals 83,87." in antwoord.content.decode()
    assert 'value="81,00"' in antwoord.content.decode()
    tarief.refresh_from_db()
    assert tarief.bedrag == Decimal("80.00")


def test_wat_een_ander_intussen_veranderde_wordt_niet_overschreven(tarief) -> None:
    centraal = als(Rol.CENTRAAL)
    assert doe(centraal, "bewaar", **{f"bedrag-{tarief.pk}": "81,00", f"stond-{tarief.pk}": "79,00"}) == 422
    tarief.refresh_from_db()
    assert tarief.bedrag == Decimal("80.00")


def test_een_gemeente_werkt_alleen_aan_haar_eigen_bedragen(tarief) -> None:
    sliedrecht, dordrecht = f.GemeenteFactory(slug="sliedrecht"), f.GemeenteFactory(slug="dordrecht")
    wanneer = date(NU, 1, 1)
    eigen = f.TariefFactory(sleutel="pas", groep="paspoort", gemeente=sliedrecht, geldig_van=wanneer)
    ander = f.TariefFactory(
        sleutel="pas", groep="paspoort", gemeente=dordrecht, bedrag="91.17", geldig_van=wanneer
    )
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    scherm = lokaal.get(pad()).content.decode()
    assert f"bedrag-{eigen.pk}" in scherm
    assert f"bedrag-{tarief.pk}" not in scherm
    assert "91,17" not in scherm
    assert doe(lokaal, "maak") == 302
    nieuw = Tarief.objects.filter(geldig_van=date(STRAKS, 1, 1))
    assert [rij.gemeente for rij in nieuw] == [sliedrecht]
    for rij, stond in ((tarief, "80,00"), (ander, "91,17")):
        doe(lokaal, "bewaar", **{f"bedrag-{rij.pk}": "1,00", f"stond-{rij.pk}": stond})
        rij.refresh_from_db()
        assert (rij.geldig_tot, rij.bedrag == Decimal("1.00")) == (None, False)


def test_concept_en_vastgesteld_en_ontbreekt_staan_er_in_woorden(tarief) -> None:
    f.TariefFactory(
        sleutel="id", groep="paspoort", geldig_van=date(STRAKS, 1, 1), status=TariefStatus.CONCEPT
    )
    scherm = als(Rol.CENTRAAL).get(pad()).content.decode()
    for woord in (">vastgesteld<", ">concept<", ">ontbreekt<", ">loopt door<"):
        assert woord in scherm


def test_een_groep_die_men_niet_ziet_bestaat_niet(tarief) -> None:
    f.TariefFactory(sleutel="x", groep="geheim", gemeente=f.GemeenteFactory(slug="dordrecht"))
    lokaal = als(Rol.REDACTEUR, f.GemeenteFactory(slug="sliedrecht"))
    assert lokaal.get(pad("geheim")).status_code == 404
    assert lokaal.post(pad(), {"doe": "maak", "wijze": "kopie", "stap": "0.01"}).status_code == 404


def test_een_vast_aantal_vragen(tarief) -> None:
    centraal = als(Rol.CENTRAAL)
    een = vragen(centraal, pad())
    for nummer in range(10):
        f.TariefFactory(
            sleutel="pas", groep="paspoort", gemeente=f.GemeenteFactory(slug=f"g-{nummer}"), geldig_van=None
        )
    meer = vragen(centraal, pad())
    assert len(meer) <= len(een) <= BUDGET, "\n".join(meer)


def test_na_een_fout_elders_staat_er_nog_wat_er_bewaard_is(tarief) -> None:
    """Or the second try would take the typed amount for the stored one, and save nothing."""
    ander = f.TariefFactory(sleutel="kaart", groep="paspoort", bedrag="70.00", geldig_van=date(NU, 1, 1))
    centraal = als(Rol.CENTRAAL)
    velden = {f"bedrag-{tarief.pk}": "81,00", f"stond-{tarief.pk}": "80,00"}
    velden |= {f"bedrag-{ander.pk}": "veel", f"stond-{ander.pk}": "70,00"}
    scherm = centraal.post(pad(), {"doe": "bewaar"} | velden)
    assert scherm.status_code == 422
    assert f'name="stond-{tarief.pk}" value="80,00"' in scherm.content.decode()
    tarief.refresh_from_db()
    assert tarief.bedrag == Decimal("80.00")
