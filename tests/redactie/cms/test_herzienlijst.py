"""All that waits for a judgement in one list, found by the address; and taking a decision back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from redactie.herzien import beslis
from redactie.keuzes import Besluit, Klasse, Rol
from redactie.models import Afwijking, Bedenktijd, Herziening, LokaleVersie
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_herzienrij import besluit_later, geraakt
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db


@pytest.fixture
def publicist(sliedrecht):
    return als(Rol.PUBLICIST, sliedrecht)


def lijst(client, **zoek: str) -> str:
    antwoord = client.get(adres(LokaleVersie, "te_herzien"), zoek)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_wat_wacht_staat_er_en_van_een_ander_niets(sliedrecht, publicist) -> None:
    een = geraakt(sliedrecht, "Hond aanmelden")
    geraakt(f.GemeenteFactory(slug="dordrecht"), "Van een ander")
    scherm = lijst(publicist)
    assert "Bij 1 eigen tekst is de tekst van de regio veranderd" in scherm
    assert adres(een, "herzien", "kosten") in scherm
    assert "Van een ander" not in scherm


def test_zoeken_en_filteren_gaat_door_het_adres(sliedrecht, publicist) -> None:
    een = geraakt(sliedrecht, "Hond aanmelden")
    geraakt(sliedrecht, "Kat aanmelden")
    besluit_later(een)
    for zoek, wel in (
        ({"q": "hond"}, ["Hond aanmelden"]),
        ({"stand": "later"}, ["Hond aanmelden"]),
        ({"stand": "open"}, ["Kat aanmelden"]),
        ({"stand": "spoed"}, []),
        ({"stand": "raar"}, ["Kat aanmelden", "Hond aanmelden"]),
    ):
        blad = publicist.get(adres(LokaleVersie, "te_herzien"), zoek).context["blad"]
        assert [vraag.versie.product.titel for vraag in blad] == wel, zoek
    assert "Niets gevonden" in lijst(publicist, q="paard")


def test_zonder_vragen_zegt_de_lijst_wat_er_zou_staan(publicist) -> None:
    assert "Er wacht nu geen eigen tekst." in lijst(publicist)


def test_wat_besloten_is_kan_een_dag_lang_terug(sliedrecht, publicist, time_machine) -> None:
    een = geraakt(sliedrecht, "Hond aanmelden")
    publicist.post(adres(een, "herzien", "kosten"), {"besluit": "volgen"})
    terug = adres(een, "terugnemen", "kosten")
    assert terug in lijst(publicist)
    scherm = publicist.get(terug).content.decode()
    assert "U betaalt contant." in scherm
    assert not Afwijking.objects.exists()  # looking changes nothing
    assert publicist.post(terug).url == adres(een, "herzien", "kosten")
    assert Afwijking.objects.get().tekst == "U betaalt contant."
    assert not Herziening.objects.exists()
    lijst(publicist)  # the messages, which have that address too, are read once
    assert terug not in lijst(publicist)
    publicist.post(adres(een, "herzien", "kosten"), {"besluit": "volgen"})
    lijst(publicist)
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    assert terug not in lijst(publicist)
    assert "is de laatste dag niets besloten" in publicist.get(terug).content.decode()
    assert publicist.post(terug).status_code == 302
    assert not Afwijking.objects.exists()


def test_na_een_besluit_staat_de_knop_om_het_terug_te_nemen_bij_de_melding(sliedrecht, publicist) -> None:
    een = geraakt(sliedrecht, "Hond aanmelden")
    antwoord = publicist.post(
        adres(een, "herzien", "kosten"), {"besluit": "houden", "reden": "Zo is het."}, follow=True
    )
    assert adres(een, "terugnemen", "kosten") in antwoord.content.decode()


def test_een_vast_aantal_vragen_aan_de_database(sliedrecht, publicist) -> None:
    def meer(vanaf: int) -> None:
        for nummer in range(vanaf, vanaf + 3):
            geraakt(sliedrecht, f"Product {nummer}")
            beslis(
                versie=geraakt(sliedrecht, f"Besloten {nummer}"),
                veld=Veld.KOSTEN,
                besluit=Besluit.HOUDEN,
                reden="x",
            )

    meer(0)
    pad = adres(LokaleVersie, "te_herzien")
    een = len(vragen(publicist, pad))
    meer(3)
    zes = vragen(publicist, pad)
    assert len(zes) <= een, "\n".join(zes)
    assert len(zes) <= BUDGET, "\n".join(zes)


def test_nog_een_eigen_tekst_bij_hetzelfde_veld_staat_erbij(sliedrecht, publicist) -> None:
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt met pin.")
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "U betaalt contant."}
    )
    versie.afwijkingen.add(Afwijking(veld="kosten", wijze="erna", tekst="Bel ons eerst.", reden="x"))
    f.publiceer(versie)
    product.kosten, product.klasse, product.toelichting = "U betaalt vooraf.", Klasse.INHOUDELIJK, "Anders."
    f.publiceer(product)
    scherm = publicist.get(adres(versie, "herzien", "kosten")).content.decode()
    assert "Ook van u, bij ditzelfde veld" in scherm
    assert "Bel ons eerst." in scherm
    publicist.post(adres(versie, "herzien", "kosten"), {"besluit": "volgen"})
    assert not Afwijking.objects.exists()
    publicist.post(adres(versie, "terugnemen", "kosten"))
    assert {rij.wijze for rij in Afwijking.objects.all()} == {"vervangen", "erna"}
    assert not Bedenktijd.objects.exists()


def test_een_botsing_is_gemarkeerd_en_wat_samen_kan_is_samen(sliedrecht, publicist) -> None:
    product = f.ProductFactory(gepubliceerd=True, kosten="Na 5 dagen klaar. U betaalt met pin.")
    eigen = "Na 10 dagen klaar. U betaalt met pin."
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": eigen}
    )
    product.kosten, product.klasse = "Na 3 dagen klaar. U betaalt vooraf met pin.", Klasse.INHOUDELIJK
    product.toelichting = "Sneller."
    f.publiceer(product)
    scherm = publicist.get(adres(versie, "herzien", "kosten")).content.decode()
    assert "Op 1 plek veranderden u en de regio allebei iets." in scherm
    assert '<span class="teken">regio:</span> 3 <span class="teken">u:</span> 10' in scherm
    assert "Na ⟦regio: 3⟧ ⟦wij: 10⟧ dagen klaar. U betaalt vooraf met pin." in scherm
