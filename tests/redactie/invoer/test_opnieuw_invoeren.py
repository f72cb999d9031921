"""An import on top of an earlier one: nothing when nothing changed, else only what did."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from redactie.invoer.documenten import Soort
from redactie.keuzes import AfwijkingWijze
from redactie.models import Openingstijd, Tekstversie, Thema, Wijziging
from tests.redactie.invoer.databaserijen import aantallen, rijen
from tests.redactie.invoer.hulp import AFWIJKING, KAART, PASPOORT, Regiomap, dordts_paspoort, paspoort

pytestmark = pytest.mark.django_db


def test_een_tweede_keer_verandert_geen_rij(ingelezen: Regiomap) -> None:
    voor = rijen()
    telling = ingelezen.importeer()
    assert rijen() == voor
    assert all(nieuw == gewijzigd == weg == 0 for nieuw, gewijzigd, _, weg in telling.values())


def test_ook_met_verwijder_verandert_een_tweede_keer_niets(ingelezen: Regiomap) -> None:
    voor = rijen()
    ingelezen.importeer(verwijder=True)
    assert rijen() == voor


def test_een_gewijzigde_tekst_geeft_een_revisie_en_een_tekstversie(ingelezen: Regiomap) -> None:
    voor = aantallen()
    Wijziging.objects.all().delete()
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    telling = ingelezen.importeer()
    assert telling[Soort.PRODUCT] == (0, 1, 4, 0)
    na = aantallen()
    assert {
        naam: na[naam] - aantal for naam, aantal in voor.items() if na[naam] != aantal and naam != "Wijziging"
    } == {
        "Tekstversie": 1,
        "Revision": 1,
    }
    assert {(w.soort, w.sleutel) for w in Wijziging.objects.all()} == {("product", "paspoort-aanvragen")}


def test_een_sectie_die_weg_is_is_een_leeg_veld(ingelezen: Regiomap) -> None:
    ingelezen.vervang(PASPOORT, "# bezwaar\n\nU kunt bezwaar maken.\n\n", "")
    ingelezen.importeer()
    assert paspoort().bezwaar == ""
    laatste = Tekstversie.objects.filter(product=paspoort(), veld="bezwaar").order_by("-vanaf")[0]
    assert laatste.tekst == ""


def test_een_afwijking_die_weg_is_is_geeindigd_en_de_rest_blijft_dezelfde_rij(ingelezen: Regiomap) -> None:
    voor = {a.pk for a in dordts_paspoort().afwijkingen.all()}
    ingelezen.vervang(AFWIJKING, "  daarna: {wijze: verbergen, reden: Wij bezorgen}\n", "")
    ingelezen.importeer()
    na = {a.pk for a in dordts_paspoort().afwijkingen.all()}
    assert len(voor - na) == 1
    assert na < voor


def test_een_afwijking_die_gelijk_blijft_houdt_haar_basis(ingelezen: Regiomap) -> None:
    """So the change of the central text flags it."""
    voor = dordts_paspoort().afwijkingen.get(veld="termijn")
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.importeer()
    na = dordts_paspoort().afwijkingen.get(veld="termijn")
    assert (na.pk, na.basis) == (voor.pk, voor.basis)
    assert na.basis.tekst != paspoort().termijn


def test_een_afwijking_met_een_andere_tekst_heeft_de_nieuwe_basis(ingelezen: Regiomap) -> None:
    voor = dordts_paspoort().afwijkingen.get(veld="termijn")
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.vervang(AFWIJKING, "Wij bezorgen uw", "Wij brengen uw")
    ingelezen.importeer()
    na = dordts_paspoort().afwijkingen.get(veld="termijn")
    assert na.pk == voor.pk
    assert na.basis.tekst == paspoort().termijn


def test_een_periode_wordt_kort_voor_de_volgende_begint(ingelezen: Regiomap) -> None:
    """The database refuses an overlap at every moment of the writing."""
    ingelezen.vervang(
        AFWIJKING,
        "daarna: {wijze: verbergen, reden: Wij bezorgen}",
        "daarna:\n    - {wijze: vervangen, reden: Nieuw, vanaf: 2027-01-01}\n"
        "    - {wijze: verbergen, reden: Wij bezorgen, tot: 2026-12-31}",
    )
    ingelezen.schrijf(
        AFWIJKING, (ingelezen.map / AFWIJKING).read_text() + "\n# daarna (vervangen)\n\nHaal het op.\n"
    )
    ingelezen.importeer()
    assert {(a.wijze, a.vanaf, a.tot) for a in dordts_paspoort().afwijkingen.filter(veld="daarna")} == {
        (AfwijkingWijze.VERVANGEN, date(2027, 1, 1), None),
        (AfwijkingWijze.VERBERGEN, None, date(2026, 12, 31)),
    }


def test_een_feit_wordt_kort_voor_het_volgende_begint(ingelezen: Regiomap) -> None:
    ingelezen.vervang("gegevens.csv", "5 werkdagen,nee,,", "5 werkdagen,nee,,2026-12-31")
    ingelezen.vervang(
        "gegevens.csv",
        "sliedrecht,termijn",
        ",termijn-paspoort,,termijn,4 werkdagen,,2027-01-01,\nsliedrecht,termijn",
    )
    telling = ingelezen.importeer()
    assert telling[Soort.GEGEVEN] == (1, 1, 5, 0)


def test_openingstijden_van_een_ding_vervangen_elkaar(ingelezen: Regiomap) -> None:
    gebleven = Openingstijd.objects.get(locatie__gemeente__slug="dordrecht", wijze="afspraak").pk
    ingelezen.vervang("openingstijden.csv", "locatie:gemeentehuis,dordrecht,ma,09:00,12:00,\n", "")
    ingelezen.vervang("openingstijden.csv", "locatie:gemeentehuis,sliedrecht,di,08:30,12:00,inloop\n", "")
    assert ingelezen.importeer()[Soort.OPENINGSTIJDEN] == (0, 1, 1, 0)
    dordrecht = Openingstijd.objects.filter(locatie__gemeente__slug="dordrecht")
    assert dordrecht.count() == 2
    assert dordrecht.filter(pk=gebleven).exists()
    assert Openingstijd.objects.filter(locatie__gemeente__slug="sliedrecht").count() == 1


def test_een_bestand_dat_ontbreekt_verandert_niets(ingelezen: Regiomap) -> None:
    voor = rijen()
    for pad in ("gegevens.csv", "synoniemen.csv", AFWIJKING, KAART):
        ingelezen.verwijder(pad)
    ingelezen.importeer()
    assert rijen() == voor


def test_een_ander_thema_boven_een_thema(ingelezen: Regiomap) -> None:
    ingelezen.schrijf(
        "themas.csv",
        "sleutel,naam,ouder\npaspoort,P,\nreisdocumenten,R,nieuw\nverhuizen,V,reisdocumenten\nnieuw,N,paspoort\n",
    )
    ingelezen.importeer()
    keten, thema = [], Thema.objects.get(sleutel="verhuizen")
    while thema is not None:
        keten.append(thema.sleutel)
        thema = thema.ouder
    assert keten == ["verhuizen", "reisdocumenten", "nieuw", "paspoort"]


def test_een_verhuisde_klok_maakt_geen_verschil(ingelezen: Regiomap) -> None:
    """Nothing in a comparison depends on when the first import was."""
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=True):
        telling = ingelezen.importeer()
    assert all(nieuw == gewijzigd == 0 for nieuw, gewijzigd, _, _ in telling.values())
