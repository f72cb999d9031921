"""Two people, one text: a stale save is refused, and both texts stay on the screen."""

from __future__ import annotations

import pytest

from redactie.keuzes import Rol
from redactie.models import Gegeven, LokaleVersie, Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")


def concept(product: Product) -> Product:
    return Product.objects.get(pk=product.pk).get_latest_revision_as_object()


def test_de_tweede_wordt_geweigerd_en_ziet_beide_teksten(product) -> None:
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    van_een = formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."}
    van_twee = formulier(twee, adres(product)) | {"termijn": "Na 3 werkdagen."}
    assert een.post(adres(product), van_een).status_code == 302
    antwoord = twee.post(adres(product), van_twee)
    assert antwoord.status_code == 200
    scherm = antwoord.content.decode()
    assert "Iemand anders heeft dit intussen veranderd" in scherm
    assert "Na 4 werkdagen." in scherm
    assert "Na 3 werkdagen." in scherm
    (botsing,) = antwoord.context["botsingen"]
    assert (botsing.opgeslagen, botsing.van_mij) == ("Na 4 werkdagen.", "Na 3 werkdagen.")
    assert concept(product).termijn == "Na 4 werkdagen."


def test_wie_beide_heeft_gezien_mag_daarna_opslaan(product) -> None:
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    van_twee = formulier(twee, adres(product)) | {"termijn": "Na 3 werkdagen."}
    een.post(adres(product), formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."})
    geweigerd = twee.post(adres(product), van_twee)
    from tests.redactie.cms.formulierlezer import formulier_van

    opnieuw = formulier_van(geweigerd.content.decode())
    assert opnieuw["termijn"] == ["Na 3 werkdagen."]
    assert twee.post(adres(product), opnieuw).status_code == 302
    assert concept(product).termijn == "Na 3 werkdagen."


def test_het_scherm_met_beide_teksten_bewaart_niets_vanzelf(product) -> None:
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    gewoon = twee.get(adres(product)).content.decode()
    van_twee = formulier(twee, adres(product)) | {"termijn": "Na 3 werkdagen."}
    een.post(adres(product), formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."})
    scherm = twee.post(adres(product), van_twee).content.decode()
    assert "w-autosave#save" in gewoon
    assert "w-autosave#save" not in scherm


def test_publiceren_op_een_oud_formulier_wordt_ook_geweigerd(product) -> None:
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    van_twee = formulier(twee, adres(product)) | {"kosten": "x", "toelichting": "y", "action-publish": "1"}
    een.post(adres(product), formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."})
    assert twee.post(adres(product), van_twee).status_code == 200
    assert Product.objects.get(pk=product.pk).kosten == product.kosten


def test_een_formulier_dat_niets_zegt_over_zijn_stand_is_verouderd(product) -> None:
    een = als(Rol.CENTRAAL)
    veld = formulier(een, adres(product))
    del veld["loaded_revision_id"]
    assert een.post(adres(product), veld).status_code == 200


def test_automatisch_bewaren_overschrijft_niemand(product) -> None:
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    van_twee = formulier(twee, adres(product)) | {"termijn": "Na 3 werkdagen."}
    een.post(adres(product), formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."})
    antwoord = twee.post(adres(product), van_twee, headers={"accept": "application/json"})
    assert antwoord.status_code == 400
    assert concept(product).termijn == "Na 4 werkdagen."


def test_na_automatisch_bewaren_kan_dezelfde_persoon_gewoon_verder(product) -> None:
    een = als(Rol.CENTRAAL)
    veld = formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."}
    eerste = een.post(adres(product), veld, headers={"accept": "application/json"}).json()
    veld |= {"termijn": "Na 3 werkdagen.", "overwrite_revision_id": str(eerste["revision_id"])}
    assert een.post(adres(product), veld).status_code == 302
    assert concept(product).termijn == "Na 3 werkdagen."


def test_publiceren_terwijl_automatisch_bewaren_nog_loopt(product) -> None:
    """The autosave was sent first and answered last: the form on the screen knows nothing of its revision."""
    een = als(Rol.CENTRAAL)
    veld = formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen.", "toelichting": "Sneller."}
    een.post(adres(product), veld, headers={"accept": "application/json"})
    assert een.post(adres(product), veld | {"action-publish": "1"}).status_code == 302
    assert Product.objects.get(pk=product.pk).termijn == "Na 4 werkdagen."


def test_een_tweede_tabblad_van_dezelfde_persoon_is_wel_verouderd(product) -> None:
    een = als(Rol.CENTRAAL)
    tab_een, tab_twee = formulier(een, adres(product)), formulier(een, adres(product))
    een.post(adres(product), tab_een | {"termijn": "Na 4 dagen."}, headers={"accept": "application/json"})
    assert een.post(adres(product), tab_twee | {"termijn": "Na 3 dagen."}).status_code == 200
    assert concept(product).termijn == "Na 4 dagen."


def test_na_automatisch_bewaren_door_een_ander_helpt_het_eigen_kenmerk_niet(product) -> None:
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    json = {"accept": "application/json"}
    van_een = formulier(een, adres(product)) | {"termijn": "Na 4 dagen."}
    een.post(adres(product), van_een, headers=json)
    twee.post(adres(product), formulier(twee, adres(product)) | {"termijn": "Na 9 dagen."}, headers=json)
    assert een.post(adres(product), van_een).status_code == 200
    assert concept(product).termijn == "Na 9 dagen."


def test_een_afwijking_in_een_oud_formulier_toont_beide() -> None:
    versie = f.LokaleVersieFactory(gepubliceerd=True, wijkt_af={"kosten": "Met pin."})
    een, twee = als(Rol.PUBLICIST, versie.gemeente), als(Rol.PUBLICIST, versie.gemeente)
    van_twee = formulier(twee, adres(versie)) | {"afwijkingen-0-tekst": "Met een tikkie."}
    van_een = formulier(een, adres(versie)) | {"afwijkingen-0-tekst": "Alleen contant."}
    assert een.post(adres(versie), van_een).status_code == 302
    antwoord = twee.post(adres(versie), van_twee)
    (botsing,) = antwoord.context["botsingen"]
    assert (botsing.opgeslagen, botsing.van_mij) == ("Alleen contant.", "Met een tikkie.")
    draft = LokaleVersie.objects.get(pk=versie.pk).get_latest_revision_as_object()
    assert draft.afwijkingen.get().tekst == "Alleen contant."


def test_een_gegeven_zonder_revisies_wordt_net_zo_bewaakt() -> None:
    gegeven = f.GegevenFactory(waarde="5 werkdagen")
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    van_twee = formulier(twee, adres(gegeven)) | {"waarde": "3 werkdagen"}
    een.post(adres(gegeven), formulier(een, adres(gegeven)) | {"waarde": "4 werkdagen"})
    antwoord = twee.post(adres(gegeven), van_twee)
    assert antwoord.status_code == 200
    (botsing,) = antwoord.context["botsingen"]
    assert (botsing.opgeslagen, botsing.van_mij) == ("4 werkdagen", "3 werkdagen")
    assert Gegeven.objects.get().waarde == "4 werkdagen"


def test_ook_openingstijden_van_een_ander_worden_gezien() -> None:
    locatie = f.LocatieFactory()
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    van_twee = formulier(twee, adres(locatie)) | {"plaats": "Papendrecht"}
    nieuw = {
        "openingstijden-TOTAL_FORMS": "1",
        "openingstijden-0-dag": "ma",
        "openingstijden-0-wijze": "inloop",
    }
    nieuw |= {"openingstijden-0-van": "09:00", "openingstijden-0-tot": "12:00", "openingstijden-0-id": ""}
    assert een.post(adres(locatie), formulier(een, adres(locatie)) | nieuw).status_code == 302
    assert twee.post(adres(locatie), van_twee).status_code == 200
    locatie.refresh_from_db()
    assert locatie.plaats == "Sliedrecht"
