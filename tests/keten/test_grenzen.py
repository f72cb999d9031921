"""What changes on a date by itself: amounts that end, amounts that follow, texts that were planned.

In one process, because the clock decides here to the second: the planner is asked what it would do at that moment, and
the page is what a visitor of the website then gets. `test_over_middernacht.py` lets midnight pass in a browser.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kennisbank.website import hosts, pagina, productbron
from redactie.keuzes import Rol
from redactie.models import Product
from redactie.periode import AMSTERDAM
from tests.factories import GebruikerFactory, LokaleVersieFactory, ProductFactory, TariefFactory
from tests.sync.conftest import plan_alles

pytestmark = pytest.mark.django_db

JAARWISSEL = datetime(2027, 1, 1, tzinfo=AMSTERDAM)
OUDJAAR = JAARWISSEL - timedelta(seconds=1)


def _vergeet() -> None:
    """What a web process keeps for two seconds, or per thread."""
    hosts.vergeet()
    pagina._geheugen.paginas.clear()
    productbron._geheugen.per_product.clear()


def _pagina(gemeente: str, sleutel: str) -> str:
    _vergeet()
    antwoord = Client().get(f"/product/{sleutel}/", headers={"host": f"{gemeente}.localhost"})
    assert antwoord.status_code == 200
    return antwoord.content.decode().replace("\xa0", " ").replace("&nbsp;", " ")


def _tarief(van: date, tot: date | None, bedrag: str, **rest) -> None:
    TariefFactory(sleutel="pas", groep="", bedrag=Decimal(bedrag), geldig_van=van, geldig_tot=tot, **rest)


def test_zonder_nieuw_bedrag_verdwijnt_het_oude_op_de_dag_zelf(regio):
    _tarief(date(2026, 1, 1), date(2026, 12, 31), "83.87")
    ProductFactory(sleutel="pas-aanvragen", kosten="U betaalt {tarief:pas}.\n\nU pint.", gepubliceerd=True)
    plan_alles(op=OUDJAAR)
    assert "83,87" in _pagina("dordrecht", "pas-aanvragen")
    plan_alles(op=JAARWISSEL)
    tekst = _pagina("dordrecht", "pas-aanvragen")
    assert "83,87" not in tekst
    assert "Dit bedrag is nog niet bekend." in tekst
    assert "U pint." in tekst


def test_met_een_nieuw_bedrag_staat_dat_er_op_de_dag_zelf_en_niet_eerder(regio):
    _tarief(date(2026, 1, 1), date(2026, 12, 31), "83.87")
    _tarief(date(2027, 1, 1), None, "86.10")
    ProductFactory(sleutel="pas-aanvragen", kosten="U betaalt {tarief:pas}.", gepubliceerd=True)
    plan_alles(op=OUDJAAR)
    assert "86,10" not in _pagina("dordrecht", "pas-aanvragen")
    plan_alles(op=JAARWISSEL)
    tekst = _pagina("dordrecht", "pas-aanvragen")
    assert "86,10" in tekst
    assert "83,87" not in tekst


def test_een_eigen_bedrag_dat_afloopt_valt_niet_terug_op_dat_van_de_regio(regio, sliedrecht):
    _tarief(date(2026, 1, 1), None, "10.00")
    _tarief(date(2026, 1, 1), date(2026, 12, 31), "12.50", gemeente=sliedrecht)
    ProductFactory(sleutel="pas-aanvragen", kosten="U betaalt {tarief:pas}.", gepubliceerd=True)
    plan_alles(op=JAARWISSEL)
    assert "Dit bedrag is nog niet bekend." in _pagina("sliedrecht", "pas-aanvragen")
    assert "10,00" in _pagina("dordrecht", "pas-aanvragen")


def test_een_tijdelijke_afwijking_eindigt_vanzelf(regio, sliedrecht):
    product = ProductFactory(sleutel="pas-aanvragen", gepubliceerd=True)
    versie = LokaleVersieFactory(
        product=product, gemeente=sliedrecht, wijkt_af={"kosten": "Tijdelijk alleen contant."}
    )
    afwijking = versie.afwijkingen.get()
    afwijking.tot = date(2026, 12, 31)
    afwijking.save()
    versie.refresh_from_db()
    versie.save_revision().publish()
    plan_alles(op=OUDJAAR)
    assert "Tijdelijk alleen contant." in _pagina("sliedrecht", "pas-aanvragen")
    plan_alles(op=JAARWISSEL)
    assert "Tijdelijk alleen contant." not in _pagina("sliedrecht", "pas-aanvragen")


def test_een_geplande_tekst_gaat_in_om_middernacht(regio):
    product = ProductFactory(sleutel="pas-aanvragen", gepubliceerd=True)
    redacteur = Client()
    redacteur.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    namespace = Product.snippet_viewset.url_namespace
    antwoord = redacteur.post(
        reverse(f"{namespace}:plannen", args=[product.pk]) + "?veld=termijn",
        {
            "vanaf": "2099-01-01",
            "tekst": "Dan duurt het een dag.",
            "klasse": "inhoudelijk",
            "toelichting": "Wet.",
        },
    )
    assert antwoord.status_code == 302
    plan_alles(op=datetime(2098, 12, 31, 23, 59, 59, tzinfo=AMSTERDAM))
    assert "Dan duurt het een dag." not in _pagina("dordrecht", "pas-aanvragen")
    plan_alles(op=datetime(2099, 1, 1, tzinfo=AMSTERDAM))
    assert "Dan duurt het een dag." in _pagina("dordrecht", "pas-aanvragen")
