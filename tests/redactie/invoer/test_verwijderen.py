"""An import that deletes: what no file holds goes, and what still needs it is written again."""

import pytest

from redactie.invoer.documenten import Soort
from redactie.models import Contactpunt, Gemeente, LokaleVersie, Product, VerbruikteSleutel, Wijziging
from tests.redactie.invoer.hulp import AFWIJKING, Regiomap

pytestmark = pytest.mark.django_db


def test_verwijder_haalt_weg_wat_in_geen_bestand_staat(ingelezen: Regiomap) -> None:
    for pad in (AFWIJKING, "producten/reisdocument.md", "lokaal/sliedrecht/reisdocument.md"):
        ingelezen.verwijder(pad)
    ingelezen.vervang("synoniemen.csv", "sliedrecht,ID;id-kaart,heen\n", "")
    ingelezen.vervang("contactpunten.csv", "spoedloket,dordrecht,Spoedloket,afdeling,14 078,,,\n", "")
    ingelezen.vervang("openingstijden.csv", "locatie:gemeentehuis,sliedrecht,di,08:30,12:00,inloop\n", "")
    ingelezen.vervang("gegevens.csv", "sliedrecht,termijn-paspoort,,termijn,7 werkdagen,,2027-01-01,\n", "")
    ingelezen.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-01-01,")
    Wijziging.objects.all().delete()
    telling = ingelezen.importeer(verwijder=True)
    assert {soort: weg for soort, (_, _, _, weg) in telling.items() if weg} == {
        Soort.PRODUCT: 1,
        Soort.LOKAAL: 2,
        Soort.SYNONIEM: 1,
        Soort.CONTACTPUNT: 1,
        Soort.OPENINGSTIJDEN: 1,
        Soort.GEGEVEN: 1,
    }
    assert not Product.objects.filter(sleutel="reisdocument").exists()
    assert VerbruikteSleutel.objects.filter(sleutel="reisdocument").exists()
    assert not LokaleVersie.objects.filter(gemeente__slug="dordrecht").exists()
    assert ("product", "reisdocument", "") in set(
        Wijziging.objects.values_list("soort", "sleutel", "gemeente")
    )
    assert ingelezen.importeer(verwijder=True)[Soort.PRODUCT] == (0, 0, 4, 0)


def test_verwijder_laat_concepten_staan(ingelezen: Regiomap) -> None:
    Product.objects.create(sleutel="rijbewijs", titel="Rijbewijs")
    ingelezen.importeer(verwijder=True)
    assert Product.objects.filter(sleutel="rijbewijs").exists()


def test_een_contactpunt_dat_van_de_regio_wordt(ingelezen: Regiomap) -> None:
    """The key stays the same and the row behind it goes: what named it is written again."""
    ingelezen.vervang(
        "contactpunten.csv", "burgerzaken,sliedrecht,Burgerzaken Sliedrecht,afdeling,14 078,,,\n", ""
    )
    ingelezen.importeer(verwijder=True)
    regionaal = Contactpunt.objects.get(sleutel="burgerzaken")
    assert regionaal.gemeente is None
    assert Product.objects.get(sleutel="sliedrecht-baggerfestival").eigenaar == regionaal


def test_een_hele_gemeente_kan_weg(ingelezen: Regiomap) -> None:
    for tabel in ("gemeenten", "contactpunten", "locaties", "openingstijden", "gegevens"):
        regels = (ingelezen.map / f"{tabel}.csv").read_text().splitlines(keepends=True)
        ingelezen.schrijf(f"{tabel}.csv", "".join(regel for regel in regels if "dordrecht" not in regel))
    ingelezen.vervang("mededelingen.csv", "sliedrecht;dordrecht", "sliedrecht")
    ingelezen.verwijder(AFWIJKING)
    ingelezen.importeer(verwijder=True)
    assert [gemeente.slug for gemeente in Gemeente.objects.all()] == ["sliedrecht"]
