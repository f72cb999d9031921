"""Lists: a fixed number of queries, only what this person may see, and how things stand."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redactie import models
from redactie.keuzes import Klasse, Rol
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db

BUDGET = 12
FABRIEKEN = {
    models.Product: lambda: f.ProductFactory(gepubliceerd=True, gemeente=None),
    models.LokaleVersie: lambda: f.LokaleVersieFactory(
        gemeente=f.GemeenteFactory(slug="sliedrecht"),
        gepubliceerd=True,
        wijkt_af={"kosten": "x", "termijn": "y"},
    ),
    models.Gegeven: f.GegevenFactory,
    models.Tarief: f.TariefFactory,
    models.Contactpunt: f.ContactpuntFactory,
    models.Locatie: f.LocatieFactory,
    models.Mededeling: lambda: f.MededelingFactory(gemeenten=[f.GemeenteFactory(slug="sliedrecht")]),
    models.Thema: lambda: f.ThemaFactory(ouder=f.ThemaFactory()),
    models.Synoniem: f.SynoniemFactory,
    models.UplNaam: f.UplNaamFactory,
    models.Gemeente: f.GemeenteFactory,
    models.Lidmaatschap: f.LidmaatschapFactory,
    models.Beantwoording: f.BeantwoordingFactory,
    models.Regiovoorstel: lambda: f.RegiovoorstelFactory(gemeente=f.GemeenteFactory(slug="sliedrecht")),
}


def vragen(client, pad: str, gegevens: dict | None = None) -> list[str]:
    """The queries of the page itself (posted, with `gegevens`): not those of signing in, which every page has."""
    with CaptureQueriesContext(
        connection,
    ) as gevangen:
        antwoord = client.get(pad) if gegevens is None else client.post(pad, gegevens)
    assert antwoord.status_code == 200
    sessie = (
        "django_session",
        "auth_",
        "wagtailusers_userprofile",
        'WHERE "redactie_lidmaatschap"."gebruiker_id',
    )
    return [vraag["sql"] for vraag in gevangen if not any(deel in vraag["sql"] for deel in sessie)]


@pytest.mark.parametrize("model", FABRIEKEN, ids=lambda model: model.__name__)
@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.PUBLICIST])
def test_een_lijst_heeft_een_vast_aantal_vragen(model, rol) -> None:
    lokaal = rol is Rol.PUBLICIST
    client = als(rol, f.GemeenteFactory(slug="sliedrecht") if lokaal else None)
    FABRIEKEN[model]()
    pad = adres(model, "list")
    if client.get(pad).status_code == 404:
        pytest.skip("not a screen of this role")
    een = len(vragen(client, pad))
    for _ in range(5):
        FABRIEKEN[model]()
    zes = vragen(client, pad)
    assert len(zes) <= een, "\n".join(zes)
    assert len(zes) <= BUDGET, "\n".join(zes)


def test_zoeken_en_filteren(client) -> None:
    centraal = als(Rol.CENTRAAL)
    f.ProductFactory(titel="Hond aanmelden", productsoort="product")
    f.ProductFactory(titel="Waar is de balie?", productsoort="vraag")
    gezocht = centraal.get(adres(models.Product, "list"), {"q": "hond"}).content.decode()
    assert "Hond aanmelden" in gezocht
    assert "Waar is de balie?" not in gezocht
    gefilterd = centraal.get(adres(models.Product, "list"), {"productsoort": "vraag"}).content.decode()
    assert "Waar is de balie?" in gefilterd
    assert "Hond aanmelden" not in gefilterd


def test_een_lokale_redacteur_ziet_wat_zijn_gemeente_anders_doet_en_kan_erheen() -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    versie = f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "x"})
    product = versie.product
    product.kosten, product.klasse, product.toelichting = "Anders.", Klasse.INHOUDELIJK, "y"
    f.publiceer(product)
    zonder = f.ProductFactory(gepubliceerd=True, titel="Nog niets eigens")
    lijst = als(Rol.REDACTEUR, sliedrecht).get(adres(models.Product, "list")).content.decode()
    assert "eigen tekst: 1 veld" in lijst
    assert "te herzien" in lijst
    assert adres(versie) in lijst
    assert f"{adres(models.LokaleVersie, 'add')}?product={zonder.pk}" in lijst
    assert adres(product) not in lijst


def test_centraal_ziet_hoeveel_gemeenten_afwijken() -> None:
    f.LokaleVersieFactory(gepubliceerd=True, wijkt_af={"kosten": "x", "termijn": "y"})
    lijst = als(Rol.CENTRAAL).get(adres(models.Product, "list")).content.decode()
    assert "1 gemeente" in lijst


def test_een_lijst_toont_alleen_wat_men_mag_zien() -> None:
    sliedrecht, dordrecht = f.GemeenteFactory(slug="sliedrecht"), f.GemeenteFactory(slug="dordrecht")
    f.GegevenFactory(sleutel="van-de-regio")
    f.GegevenFactory(sleutel="van-sliedrecht", gemeente=sliedrecht)
    f.GegevenFactory(sleutel="van-dordrecht", gemeente=dordrecht)
    lijst = als(Rol.REDACTEUR, sliedrecht).get(adres(models.Gegeven, "list")).content.decode()
    assert "van-de-regio" in lijst
    assert "van-sliedrecht" in lijst
    assert "van-dordrecht" not in lijst
