"""What a WordPress refuses or does not tell: of one page, that is of one document; of what all share, it parks none."""

from __future__ import annotations

import pytest

from sync.afspraak.bericht import StandFout
from sync.bezorgen import lever_ronde
from sync.doelen import adapter_van
from sync.models import Doel, DoelToestand, LeveringToestand
from sync.wordpress.pagina import EigenWijziging
from tests import wordpressproef as w
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import ADEM, bezorg_alles, levering, wijzig

pytestmark = pytest.mark.django_db
LIJST = "/wp/v2/pages"


@pytest.fixture
def wordpress():
    with w.een_wordpress("nep") as gemaakt:
        yield gemaakt


def test_een_pagina_die_alleen_de_beheerder_wijzigt_houdt_de_andere_teksten_niet_op(wordpress, paspoort):
    """As the one that is chosen there for the privacy policy."""
    rijbewijs = ProductFactory(sleutel="rijbewijs", gepubliceerd=True)
    plan_alles()
    doel = wordpress.doel()
    bezorg_alles()
    wordpress.nep.van_de_beheerder.add(wordpress.pagina("paspoort")["id"])
    wijzig(paspoort, "Zeven weken.")
    wijzig(rijbewijs, "Acht weken.")
    bezorg_alles()
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.ACTIEF
    assert levering("paspoort").toestand == LeveringToestand.GEPARKEERD
    assert "juist deze pagina" in levering("paspoort").laatste_fout
    assert levering("rijbewijs").toestand == LeveringToestand.BEVESTIGD
    assert "Acht weken." in wordpress.pagina("rijbewijs")["content"]["raw"]


def test_een_bovenliggende_pagina_die_niet_te_lezen_is_is_van_het_hele_doel(wordpress, paspoort):
    wordpress.nep.van_de_beheerder.add(wordpress.ouder)
    wordpress.doel()
    lever_ronde(ADEM)
    assert Doel.objects.get().toestand == DoelToestand.GESTOPT
    assert levering().toestand == LeveringToestand.WACHT


@pytest.mark.parametrize("code", [400, 404, 413, 422])
@pytest.mark.parametrize("wat", ["lijst", "ouder"])
def test_wat_voor_alle_teksten_samen_wordt_geweigerd_parkeert_er_geen(wordpress, paspoort, wat, code):
    doel = wordpress.doel()
    pad = LIJST if wat == "lijst" else f"{LIJST}/{wordpress.ouder}"
    wordpress.nep.geweigerd[f"GET {pad}"] = code, "eigen_regel"
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert (levering().toestand, doel.toestand) == (LeveringToestand.WACHT, DoelToestand.ACTIEF)
    assert "eigen_regel" in doel.laatste_fout
    wordpress.nep.geweigerd.clear()
    bezorg_alles()
    assert levering().toestand == LeveringToestand.BEVESTIGD


def test_een_ingetrokken_tekst_die_hier_nooit_stond_haalt_geen_pagina_van_een_ander_weg(wordpress, paspoort):
    paspoort.unpublish()
    plan_alles()
    nummer = wordpress.maak(title="Ons paspoort", content="Van ons.", slug="paspoort", parent=wordpress.ouder)
    wordpress.doel(eigen=EigenWijziging.OVERSCHRIJVEN)
    bezorg_alles()
    assert [(lid["id"], lid["status"]) for lid in wordpress.paginas()] == [(nummer, "publish")]
    assert f"(pagina {nummer}); die blijft staan" in levering().laatste_fout


def test_een_site_die_zonder_eind_vertelt_wordt_niet_uitgelezen(wordpress, paspoort, monkeypatch):
    doel = wordpress.doel()
    bezorg_alles()
    monkeypatch.setattr("sync.wordpress.site.MEESTE_STAND", 500)
    with pytest.raises(StandFout, match="groter dan"):
        adapter_van(doel).stand({})


def test_een_zoekfunctie_die_onze_paginas_niet_vindt_is_geen_stand(wordpress, paspoort):
    """Else a page that was moved would seem gone, and stay online when its text is withdrawn."""
    doel = wordpress.doel()
    bezorg_alles()
    wordpress.nep.zoekt = False
    with pytest.raises(StandFout, match="zoekfunctie"):
        adapter_van(doel).stand({})
