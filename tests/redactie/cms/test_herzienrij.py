"""The row of deviations that wait: what is open, what was put off, what stands in a draft, and which comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from redactie.cms.herzienrij import herzienrij, volgende
from redactie.herzien import beslis
from redactie.keuzes import Besluit, Klasse, Rol
from redactie.models import LokaleVersie
from redactie.veld import Veld
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def publicist(sliedrecht):
    return f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)


def geraakt(gemeente, titel: str) -> LokaleVersie:
    """A local version of which the region changed the text."""
    product = f.ProductFactory(gepubliceerd=True, titel=titel, kosten="U betaalt met pin.")
    versie = f.LokaleVersieFactory(
        product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"kosten": "U betaalt contant."}
    )
    verander_regio(versie)
    return versie


def verander_regio(versie: LokaleVersie, tekst: str = "U betaalt vooraf.") -> None:
    product = versie.product
    product.kosten, product.klasse, product.toelichting = tekst, Klasse.INHOUDELIJK, "Anders."
    f.publiceer(product)


def titels(gebruiker) -> list[tuple[str, bool]]:
    return [(vraag.versie.product.titel, vraag.open) for vraag in herzienrij(gebruiker)]


def besluit_later(versie: LokaleVersie, dagen: int = 7) -> None:
    dag = timezone.localdate() + timedelta(days=dagen)
    beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.LATER, later_op=dag)


def test_de_oudste_vraag_eerst_en_alleen_van_de_eigen_gemeente(sliedrecht, publicist) -> None:
    geraakt(sliedrecht, "Een")
    geraakt(f.GemeenteFactory(slug="dordrecht"), "Vreemd")
    geraakt(sliedrecht, "Twee")
    assert titels(publicist) == [("Een", True), ("Twee", True)]


def test_later_zet_een_vraag_achteraan_tot_die_dag(sliedrecht, publicist, time_machine) -> None:
    een = geraakt(sliedrecht, "Een")
    geraakt(sliedrecht, "Twee")
    besluit_later(een)
    assert titels(publicist) == [("Twee", True), ("Een", False)]
    assert herzienrij(publicist)[-1].later_op == timezone.localdate() + timedelta(days=7)
    time_machine.move_to(timezone.now() + timedelta(days=7))
    assert titels(publicist) == [("Een", True), ("Twee", True)]


def test_een_nieuwe_wijziging_van_de_regio_haalt_een_uitgestelde_vraag_terug(sliedrecht, publicist) -> None:
    een = geraakt(sliedrecht, "Een")
    besluit_later(een)
    verander_regio(een, "U betaalt niets.")
    assert titels(publicist) == [("Een", True)]


def test_wat_in_een_concept_al_beslist_is_wacht_op_dat_concept(sliedrecht) -> None:
    redacteur = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    een = geraakt(sliedrecht, "Een")
    beslis(versie=een, veld=Veld.KOSTEN, besluit=Besluit.VOLGEN, door=redacteur)
    assert titels(redacteur) == [("Een", False)]
    assert herzienrij(redacteur)[0].in_concept


def test_een_concept_met_ander_werk_laat_de_vraag_open(sliedrecht, publicist) -> None:
    een = geraakt(sliedrecht, "Een")
    een.toelichting = "Nog niet klaar"
    een.save_revision()
    assert titels(publicist) == [("Een", True)]


def test_de_volgende_is_die_erna_en_na_de_laatste_de_eerste_die_over_is(sliedrecht, publicist) -> None:
    een, twee, drie = (geraakt(sliedrecht, titel) for titel in ("Een", "Twee", "Drie"))
    rij = herzienrij(publicist)
    assert volgende(rij, een, Veld.KOSTEN).versie == twee
    assert volgende(rij, drie, Veld.KOSTEN).versie == een
    besluit_later(twee)
    assert volgende(herzienrij(publicist), een, Veld.KOSTEN).versie == drie
    assert volgende(herzienrij(publicist)[:1], een, Veld.KOSTEN) is None


def test_een_vast_aantal_vragen_aan_de_database(sliedrecht, publicist, django_assert_max_num_queries) -> None:
    for nummer in range(4):
        geraakt(sliedrecht, f"Product {nummer}")
    # Who somebody is, the versions with their deviations, the time line, the decisions (of both kinds of question).
    with django_assert_max_num_queries(8):
        assert len(herzienrij(publicist)) == 4
