"""Amounts typed by hand: said at saving, in central and local texts, and listed; never refused."""

from __future__ import annotations

from typing import Any

import pytest

from redactie.bedragplekken import bedragplekken
from redactie.handbedragen import handbedragen
from redactie.keuzes import Rol
from redactie.models import Gemeente, LokaleVersie, Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier
from tests.redactie.cms.test_lijsten import BUDGET, vragen


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("U betaalt € 12,50.", ["€ 12,50"]),
        ("U betaalt €12 of 12,50 euro.", ["€12", "12,50 euro"]),
        ("Het kost € 25,-, echt € 25,-.", ["€ 25,-"]),
        ("Betaal {tarief:pas} of kijk bij {tarieven:paspoort}.", []),
        ("Het is gratis. De euro is ons geld; u hebt 5 werkdagen.", []),
    ],
)
def test_wat_een_bedrag_met_de_hand_is(tekst: str, verwacht: list[str]) -> None:
    assert handbedragen(tekst) == verwacht


def bewaar(client: Any, ding: Any, **velden: str) -> str:
    """Saves a draft and gives the page that follows."""
    pad = adres(ding)
    antwoord = client.post(pad, formulier(client, pad) | velden, follow=True)
    assert antwoord.redirect_chain, "it is saved"
    return antwoord.content.decode()


@pytest.mark.django_db
def test_bij_het_bewaren_van_een_regionale_tekst() -> None:
    centraal, product = als(Rol.CENTRAAL), f.ProductFactory(gepubliceerd=True)
    assert "Kosten: € 12,50" in bewaar(centraal, product, kosten="U betaalt € 12,50.")
    assert Product.objects.get(pk=product.pk).get_latest_revision_as_object().kosten == "U betaalt € 12,50."
    # About what was changed now, not again about what stood there.
    assert "Er staat een bedrag" not in bewaar(centraal, product, termijn="Na 5 dagen.")


@pytest.mark.django_db
def test_bij_het_bewaren_van_een_eigen_tekst(sliedrecht: Gemeente) -> None:
    versie = f.LokaleVersieFactory(gemeente=sliedrecht, wijkt_af={"kosten": "Met pin."})
    scherm = bewaar(als(Rol.REDACTEUR, sliedrecht), versie, **{"afwijkingen-0-tekst": "U betaalt 15 euro."})
    assert "15 euro" in scherm
    assert "Noem een tarief" in scherm


@pytest.mark.django_db
def test_de_lijst_noemt_alles_wat_gepubliceerd_is(sliedrecht: Gemeente) -> None:
    product = f.ProductFactory(titel="Hond", gepubliceerd=True, kosten="U betaalt € 12,50.")
    f.ProductFactory(titel="Concept", kosten="U betaalt € 1,00.")
    f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"termijn": "Kost 5 euro."}
    )
    gevonden = bedragplekken(Product.objects.all(), LokaleVersie.objects.all())
    assert [(lid.naam, lid.bedragen) for lid in gevonden] == [
        ("Hond · Kosten", ("€ 12,50",)),
        (f"Hond · {sliedrecht} · Hoe lang duurt het?", ("5 euro",)),
    ]


@pytest.mark.django_db
def test_een_lokale_redacteur_ziet_het_eigene_en_dat_van_de_regio(sliedrecht: Gemeente) -> None:
    product = f.ProductFactory(titel="Hond", gepubliceerd=True, kosten="U betaalt € 12,50.")
    for gemeente, bedrag in ((sliedrecht, "€ 3,00"), (f.GemeenteFactory(slug="dordrecht"), "€ 4,00")):
        f.LokaleVersieFactory(
            product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"kosten": f"U betaalt {bedrag}."}
        )
    client = als(Rol.REDACTEUR, sliedrecht)
    scherm = client.get(adres(Product, "bedragen")).content.decode()
    assert "€ 12,50" in scherm
    assert "€ 3,00" in scherm
    assert "€ 4,00" not in scherm
    assert len(vragen(client, adres(Product, "bedragen"))) <= BUDGET
