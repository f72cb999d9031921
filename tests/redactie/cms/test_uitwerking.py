"""Under an own text: what the website and the desk would show, and what is odd about it, without storing anything."""

from __future__ import annotations

from typing import Any

import pytest

from redactie.keuzes import Aanbod, Rol
from redactie.models import Afwijking, LokaleVersie
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import vragen

pytestmark = pytest.mark.django_db
BEWERK_BUDGET = 40
TYP_BUDGET = 10


@pytest.fixture
def product(sliedrecht: Any) -> Any:
    f.RegioFactory()
    return f.ProductFactory(
        gepubliceerd=True, kosten="U betaalt met pin of contant aan de balie.", meenemen="Uw oude paspoort."
    )


def typ(client: Any, van: Any, bij: Any, **rij: Any) -> Any:
    wat = {
        "product": van.pk,
        "gemeente": bij.pk,
        "veld": "kosten",
        "wijze": "vervangen",
        "tekst": "Gratis.",
    }
    return client.post(adres(LokaleVersie, "uitwerking"), wat | rij)


def lees(*args: Any, **rij: Any) -> str:
    antwoord = typ(*args, **rij)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def delen(html: str) -> tuple[str, str]:
    """Website and desk."""
    website, balie = html.split("Aan de balie")
    return website, balie.partition('<details class="antwoord-uitklap"')[0]


def test_website_en_balie_naast_elkaar_met_de_feiten_van_de_gemeente(product, sliedrecht) -> None:
    f.TariefFactory(sleutel="kluis", bedrag="12.50", gemeente=sliedrecht)
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    html = lees(
        lokaal, product, sliedrecht, tekst="Bij ons kost het **{tarief:kluis}**.", reden="Eigen kluis"
    )
    website, balie = delen(html)
    for deel in (website, balie):
        assert "<strong>€\N{NO-BREAK SPACE}12,50</strong>" in deel
        assert "met pin of contant" not in deel.partition("De regio schrijft")[0]
    assert "anders dan de regio" in balie
    assert "Eigen kluis" in balie
    assert not LokaleVersie.objects.exists()


def test_wat_ervoor_of_erna_staat_komt_bij_de_tekst_van_de_regio(product, sliedrecht) -> None:
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    website, balie = delen(lees(lokaal, product, sliedrecht, wijze="ervoor", tekst="Eerst bellen."))
    assert website.index("Eerst bellen.") < website.index("met pin of contant")
    assert "aangevuld op de regio" in balie
    website, _ = delen(
        lees(
            lokaal,
            product,
            sliedrecht,
            wijze="erna",
            tekst="Tot slot.",
            erbij_wijze="ervoor",
            erbij_tekst="Eerst.",
        )
    )
    assert website.index("Eerst.") < website.index("met pin") < website.index("Tot slot.")


def test_verbergen_en_een_intern_veld(product, sliedrecht) -> None:
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    website, balie = delen(lees(lokaal, product, sliedrecht, wijze="verbergen", tekst=""))
    assert "Dit onderdeel staat er niet." in website
    assert "hier weggelaten" in balie
    website, balie = delen(lees(lokaal, product, sliedrecht, veld="doorverbinden", tekst="Toestel 12."))
    assert "Het staat niet op de website." in website
    assert "Toestel 12." in balie


def test_titel_en_samenvatting_zijn_gewone_tekst(product, sliedrecht) -> None:
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    for veld in ("titel", "samenvatting"):
        website, balie = delen(lees(lokaal, product, sliedrecht, veld=veld, tekst="Pas <b> & *meer*"))
        assert "Pas &lt;b&gt; &amp; *meer*" in website
        assert "Pas &lt;b&gt; &amp; *meer*" in balie


def test_de_vier_wijzen_worden_getoond_met_wat_zij_doen(product, sliedrecht) -> None:
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    html = lees(lokaal, product, sliedrecht, wijze="erna")
    wijzen = html.split('data-deel="wijzen"')[1]
    for label in ("Vervangt de regionale tekst", "Staat vóór", "Staat na", "Verbergt het veld"):
        assert label in wijzen
    assert wijzen.count("Gratis.") == 3
    assert wijzen.count("met pin of contant") == 2
    assert wijzen.count("uw keuze") == 1
    assert "Verbergt" not in lees(lokaal, product, sliedrecht, veld="samenvatting", wijze="erna")
    assert 'data-deel="wijzen"' not in lees(lokaal, product, sliedrecht, veld="titel")


def test_een_opmerking_bij_gelijk_bedrag_en_herhaling(product, sliedrecht) -> None:
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    zin = "U betaalt met pin of contant aan de balie."
    assert "gelijk aan die van de regio" in lees(lokaal, product, sliedrecht, tekst=zin)
    assert (
        "€ 8,50" in lees(lokaal, product, sliedrecht, tekst="Het kost € 8,50.").partition("Op de website")[0]
    )
    assert "De regio zegt dit al, in dit veld." in lees(lokaal, product, sliedrecht, wijze="erna", tekst=zin)
    assert "data-opmerkingen" not in lees(lokaal, product, sliedrecht, tekst="Bij ons is het gratis.")


def test_een_feit_zonder_waarde_wordt_gemeld(product, sliedrecht) -> None:
    html = lees(als(Rol.PUBLICIST, sliedrecht), product, sliedrecht, tekst="Het kost {tarief:weg}.")
    assert "tarief:weg heeft nu geen waarde" in html


def test_ook_bij_een_product_dat_nog_niet_gekozen_is(sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True, aanbod=Aanbod.NA_KEUZE)
    assert "Gratis." in delen(lees(als(Rol.PUBLICIST, sliedrecht), product, sliedrecht))[0]


@pytest.mark.parametrize("met_versie", [False, True])
def test_voor_een_andere_gemeente_valt_er_niets_te_lezen(product, sliedrecht, dordrecht, met_versie) -> None:
    if met_versie:
        f.LokaleVersieFactory(product=product, gemeente=sliedrecht, gepubliceerd=True)
    assert typ(als(Rol.PUBLICIST, dordrecht), product, sliedrecht).status_code == 404
    assert typ(als(Rol.CENTRAAL), product, sliedrecht).status_code == 404
    assert typ(als(Rol.PUBLICIST, sliedrecht), product, sliedrecht).status_code == 200


@pytest.mark.parametrize("rij", [{"veld": "raar"}, {"wijze": "raar"}, {"product": "x"}, {"gemeente": ""}])
def test_onzin_is_een_404(product, sliedrecht, rij) -> None:
    assert typ(als(Rol.PUBLICIST, sliedrecht), product, sliedrecht, **rij).status_code == 404


def test_lezen_met_get_kan_niet(sliedrecht) -> None:
    assert als(Rol.PUBLICIST, sliedrecht).get(adres(LokaleVersie, "uitwerking")).status_code == 405


def test_het_staat_er_al_als_het_scherm_opent_en_binnen_het_aantal_vragen(product, sliedrecht) -> None:
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=sliedrecht,
        gepubliceerd=True,
        wijkt_af={"kosten": "Bij ons {tarief:kluis}."},
    )
    scherm = lokaal.get(adres(versie)).content.decode()
    assert "Op de website van" in scherm
    een = len(vragen(lokaal, adres(versie)))
    for veld in ("termijn", "meenemen", "aanpak", "bezwaar"):
        versie.afwijkingen.add(Afwijking(veld=veld, tekst="Bij ons {gegeven:x}.", reden="x"))
    f.publiceer(versie)
    vijf = vragen(lokaal, adres(versie))
    assert len(vijf) <= een + 1, "\n".join(vijf)  # one for the facts of another kind
    assert len(vijf) <= BEWERK_BUDGET, "\n".join(vijf)


def test_typen_kost_een_vast_aantal_vragen(product, sliedrecht) -> None:
    wat = {"product": product.pk, "gemeente": sliedrecht.pk, "veld": "kosten", "wijze": "erna"}
    gesteld = vragen(
        als(Rol.PUBLICIST, sliedrecht),
        adres(LokaleVersie, "uitwerking"),
        wat | {"tekst": "{tarief:a} {gegeven:b} {tarieven:c}"},
    )
    assert len(gesteld) <= TYP_BUDGET, "\n".join(gesteld)
