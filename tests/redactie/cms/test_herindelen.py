"""Another class for a change afterwards: questions come and go with it, and it is logged."""

from __future__ import annotations

import pytest

from redactie.herclasseren import HERINGEDEELD
from redactie.herzien import te_herzien
from redactie.keuzes import Klasse, Rol
from redactie.models import LogRegel, LokaleVersie, Tekstversie, Wijziging
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, fouten
from tests.redactie.cms.test_lokaal import verander_regio

pytestmark = pytest.mark.django_db


@pytest.fixture
def versie() -> LokaleVersie:
    """Of Sliedrecht, with its own text and a question about a change of the region."""
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    versie = f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Gratis."})
    verander_regio(versie)
    return versie


@pytest.fixture
def wijziging(versie) -> Tekstversie:
    return versie.product.tekstversies.filter(veld="kosten").order_by("-vanaf", "-pk").first()


def wacht(versie: LokaleVersie) -> bool:
    return bool(te_herzien([LokaleVersie.objects.get(pk=versie.pk)])[versie.pk])


def test_cosmetisch_gemaakt_verdwijnt_de_vraag_en_inhoudelijk_komt_hij_terug(versie, wijziging) -> None:
    centraal, pad = als(Rol.CENTRAAL), adres(versie.product, "herindelen", wijziging.pk)
    assert wacht(versie)
    gelezen = Wijziging.objects.count()
    antwoord = centraal.post(pad, {"klasse": "cosmetisch", "reden": "Alleen een komma."})
    assert antwoord.status_code == 302
    assert not wacht(versie)
    assert Wijziging.objects.count() > gelezen, "the desk shows since when a field is te herzien"
    regel = LogRegel.objects.get(action=HERINGEDEELD)
    assert (regel.data["was"], regel.data["wordt"], regel.data["reden"]) == (
        "inhoudelijk",
        "cosmetisch",
        "Alleen een komma.",
    )
    assert regel.user == centraal.gebruiker
    centraal.post(pad, {"klasse": "inhoudelijk", "toelichting": "Toch niet.", "reden": "Vergissing."})
    assert wacht(versie)


def test_zonder_reden_datum_of_toelichting_verandert_er_niets(versie, wijziging) -> None:
    centraal, pad = als(Rol.CENTRAAL), adres(versie.product, "herindelen", wijziging.pk)
    assert set(fouten(centraal.post(pad, {"klasse": "cosmetisch"}))) == {"reden"}
    spoed = centraal.post(pad, {"klasse": "spoed", "reden": "Haast."})
    assert set(fouten(spoed)) == {"nakijken_voor", "toelichting"}
    wijziging.refresh_from_db()
    assert wijziging.klasse == Klasse.INHOUDELIJK
    assert not LogRegel.objects.filter(action=HERINGEDEELD).exists()


def test_een_lokale_publicist_en_een_tekst_van_een_ander_product_geven_niets(versie, wijziging) -> None:
    lokaal = als(Rol.PUBLICIST, versie.gemeente)
    assert lokaal.get(adres(versie.product, "herindelen", wijziging.pk)).status_code == 404
    ander = f.ProductFactory(gepubliceerd=True)
    assert als(Rol.CENTRAAL).get(adres(ander, "herindelen", wijziging.pk)).status_code == 404


def test_het_scherm_zegt_hoeveel_gemeenten_het_raakt(versie, wijziging) -> None:
    scherm = als(Rol.CENTRAAL).get(adres(versie.product, "herindelen", wijziging.pk)).content.decode()
    assert "1 gemeente heeft in dit veld een eigen tekst" in scherm
    bewerken = als(Rol.CENTRAAL).get(adres(versie.product)).content.decode()
    assert adres(versie.product, "herindelen", wijziging.pk) in bewerken
