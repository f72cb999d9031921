"""Opening hours on screen: what is odd, and the holidays decided in one step."""

from __future__ import annotations

from datetime import date, time

import pytest

from redactie.cms.uren import wachtzinnen
from redactie.keuzes import Rol
from redactie.models import Gemeente, Locatie, LogRegel, Openingstijd
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db
KERST = date(2026, 12, 25)


@pytest.fixture
def huis(sliedrecht: Gemeente, time_machine) -> Locatie:
    """Open on Fridays; Christmas 2026 is one."""
    time_machine.move_to("2026-11-23 09:00:00+00:00")
    locatie = f.LocatieFactory(gemeente=sliedrecht, naam="Gemeentehuis")
    f.OpeningstijdFactory(locatie=locatie, dag="vr", van=time(9), tot=time(12))
    f.OpeningstijdFactory(locatie=locatie, dag="vr", van=time(11), tot=time(17))
    return locatie


def test_het_scherm_zegt_wat_er_niet_klopt(huis: Locatie, sliedrecht: Gemeente) -> None:
    scherm = als(Rol.REDACTEUR, sliedrecht).get(adres(huis)).content.decode()
    assert "Vrijdag: 09.00 tot 12.00 uur en 11.00 tot 17.00 uur overlappen." in scherm
    assert "Op Eerste Kerstdag (vrijdag 25 december 2026) staan de gewone openingstijden." in scherm
    assert adres(huis, "feestdagen") in scherm


def test_feestdagen_in_een_keer(huis: Locatie, sliedrecht: Gemeente) -> None:
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    pad = adres(huis, "feestdagen")
    assert "Eerste Kerstdag, vrijdag 25 december 2026" in lokaal.get(pad).content.decode()
    besluiten = {"besluit-2026-12-25": "gesloten", "besluit-2027-01-01": "open", "besluit-2027-03-26": ""}
    assert lokaal.post(pad, besluiten).status_code == 302
    rijen = Openingstijd.objects.filter(datum__isnull=False).values_list("datum", "van", "tot")
    assert list(rijen) == [
        (KERST, None, None),
        (date(2027, 1, 1), time(9), time(12)),
        (date(2027, 1, 1), time(11), time(17)),
    ]
    assert LogRegel.objects.filter(user=lokaal.gebruiker).count() == 1
    lokaal.post(pad, {"besluit-2026-12-25": "open"})
    assert Openingstijd.objects.filter(datum=KERST).count() == 1, "what was decided stays"


def test_de_startpagina_vraagt_er_op_tijd_om(huis: Locatie, sliedrecht: Gemeente, time_machine) -> None:
    wie = als(Rol.REDACTEUR, sliedrecht).gebruiker
    assert [zin["tekst"] for zin in wachtzinnen(wie)] == [
        "Bij Gemeentehuis (Sliedrecht) is voor een feestdag nog niets besloten."
    ]
    ander = als(Rol.REDACTEUR, f.GemeenteFactory(slug="dordrecht")).gebruiker
    assert wachtzinnen(ander) == []
    time_machine.move_to("2026-10-01 09:00:00+00:00")
    assert wachtzinnen(wie) == []
