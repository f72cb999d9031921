"""What a first import writes: all of it, as the CMS would have, and a trial nothing."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex, Revision

from redactie.invoer.documenten import Soort
from redactie.keuzes import Klasse, TariefStatus
from redactie.models import (
    Contactpunt,
    Gegeven,
    Gemeente,
    LokaleVersie,
    Mededeling,
    Openingstijd,
    Product,
    Regio,
    Synoniem,
    Tarief,
    Tekstversie,
    Thema,
    Wijziging,
)
from redactie.periode import AMSTERDAM
from tests.redactie.invoer.databaserijen import aantallen
from tests.redactie.invoer.hulp import Regiomap, dordts_paspoort, paspoort

pytestmark = pytest.mark.django_db


def test_een_lege_installatie_krijgt_alles(regio: Regiomap) -> None:
    telling = regio.importeer()
    assert {soort: nieuw for soort, (nieuw, _, _, _) in telling.items()} == {
        Soort.REGIO: 1,
        Soort.GEMEENTE: 2,
        Soort.THEMA: 3,
        Soort.CONTACTPUNT: 3,
        Soort.LOCATIE: 2,
        Soort.OPENINGSTIJDEN: 3,
        Soort.GEGEVEN: 6,
        Soort.TARIEF: 5,
        Soort.PRODUCT: 5,
        Soort.LOKAAL: 4,
        Soort.MEDEDELING: 2,
        Soort.SYNONIEM: 2,
    }


def test_een_proef_schrijft_niets(regio: Regiomap) -> None:
    voorbereid = regio.bereid_voor()
    assert len(voorbereid.plan[Soort.PRODUCT].nieuw) == 5
    assert sum(aantallen().values()) == 0


def test_rijen_hebben_hun_waarden(ingelezen: Regiomap) -> None:
    assert Regio.haal().naam == "Drechtsteden"
    dordrecht = Gemeente.objects.get(slug="dordrecht")
    assert dordrecht.hostnamen == ["dordrecht.localhost", "dordt.localhost"]
    assert dordrecht.deelname_van == date(2024, 1, 1)
    assert Thema.objects.get(sleutel="paspoort").ouder == Thema.objects.get(sleutel="reisdocumenten")
    assert Contactpunt.objects.get(sleutel="burgerzaken", gemeente=None).telefoon_intern == "078 770 20 21"
    assert Gegeven.objects.get(sleutel="balie-intern").intern
    tarief = Tarief.objects.get(sleutel="paspoort-18-plus", gemeente=None, geldig_van=date(2027, 1, 1))
    assert (tarief.bedrag, tarief.status) == (Decimal("86.85"), TariefStatus.CONCEPT)
    assert Tarief.objects.get(sleutel="pasfoto").bedrag is None
    assert Synoniem.objects.get(gemeente__slug="sliedrecht").woorden == ["ID", "id-kaart"]


def test_openingstijden_hangen_aan_hun_locatie(ingelezen: Regiomap) -> None:
    tijden = Openingstijd.objects.filter(locatie__gemeente__slug="dordrecht")
    assert [(t.dag, t.datum, str(t.van), t.wijze) for t in tijden.order_by("pk")] == [
        ("ma", None, "09:00:00", "inloop"),
        ("ma", None, "13:00:00", "afspraak"),
        ("", date(2026, 12, 25), "None", "inloop"),
    ]


def test_een_mededeling_geldt_hele_dagen_in_amsterdam(ingelezen: Regiomap) -> None:
    kerst = Mededeling.objects.get(sleutel="kerst")
    assert kerst.van == datetime(2026, 12, 14, tzinfo=AMSTERDAM)
    assert kerst.tot == datetime(2026, 12, 26, tzinfo=AMSTERDAM)
    digid = Mededeling.objects.get(sleutel="digid")
    assert [gemeente.slug for gemeente in digid.gemeenten.order_by("slug")] == ["dordrecht", "sliedrecht"]
    assert digid.zichtbaar == ["balie"]


def test_producten_zijn_gepubliceerd_met_een_revisie(ingelezen: Regiomap) -> None:
    for product in Product.objects.all():
        assert product.live
        assert product.live_revision == product.latest_revision
        assert not product.has_unpublished_changes
    assert Revision.objects.count() == Product.objects.count() + LokaleVersie.objects.count()


def test_een_product_heeft_alles_uit_zijn_bestand(ingelezen: Regiomap) -> None:
    product = paspoort()
    assert product.termijn == "Uw paspoort ligt na {gegeven:termijn-paspoort} klaar."
    assert (
        product.inleiding
        == "Met een paspoort kunt u reizen.\n\n### Kinderen\n\nEen kind heeft een eigen paspoort."
    )
    assert product.aanpak == ""
    assert {thema.sleutel for thema in product.themas.all()} == {"paspoort", "reisdocumenten"}
    assert [ander.sleutel for ander in product.verwant.all()] == ["identiteitskaart-aanvragen"]
    assert product.eigenaar == Contactpunt.objects.get(sleutel="burgerzaken", gemeente=None)
    assert product.vaste_velden == ["bezwaar"]
    assert [(k.actie, k.inlogmiddel, k.niveau, k.aangewezen) for k in product.kanalen.all()] == [
        ("afspraak", "geen", "", False),
        ("aanvragen", "digid", "midden", True),
    ]
    oud = Product.objects.get(sleutel="reisdocument")
    assert (oud.opvolger, oud.vervalt_op) == (product, date(2026, 6, 1))


def test_een_eigen_contactpunt_gaat_voor_dat_van_de_regio(ingelezen: Regiomap) -> None:
    eigen = Contactpunt.objects.get(sleutel="burgerzaken", gemeente__slug="sliedrecht")
    assert Product.objects.get(sleutel="sliedrecht-baggerfestival").eigenaar == eigen
    versie = LokaleVersie.objects.get(product__sleutel="identiteitskaart-aanvragen")
    assert (versie.behandelaar, versie.valt_onder) == (eigen, paspoort())


def test_publiceren_legt_elke_tekst_vast(ingelezen: Regiomap) -> None:
    nu = timezone.now()
    teksten = Tekstversie.objects.filter(product=paspoort(), vanaf__lte=nu)
    assert {t.veld: t.tekst for t in teksten} == {
        veld.value: tekst for veld, tekst in paspoort().teksten().items() if tekst
    }
    assert {t.klasse for t in teksten} == {Klasse.INHOUDELIJK}


def test_een_afwijking_is_gebaseerd_op_de_tekst_van_dezelfde_invoer(ingelezen: Regiomap) -> None:
    for afwijking in dordts_paspoort().afwijkingen.all():
        assert afwijking.basis is not None
        assert afwijking.basis.veld == afwijking.veld
        assert afwijking.basis.tekst == getattr(paspoort(), afwijking.veld)


def test_een_lokale_versie_heeft_haar_afwijkingen_en_kanalen(ingelezen: Regiomap) -> None:
    versie = dordts_paspoort()
    assert versie.live
    assert versie.trefwoorden == ["spoedpaspoort"]
    assert [(k.actie, k.vervalt) for k in versie.kanalen.all()] == [("aanvragen", True)]
    afwijkingen = {(a.veld, a.wijze): a for a in versie.afwijkingen.all()}
    assert set(afwijkingen) == {
        ("titel", "vervangen"),
        ("termijn", "vervangen"),
        ("kosten", "ervoor"),
        ("kosten", "erna"),
        ("daarna", "verbergen"),
    }
    ervoor = afwijkingen["kosten", "ervoor"]
    assert (ervoor.vanaf, ervoor.tot, ervoor.soort) == (date(2026, 12, 1), date(2026, 12, 5), "tijdelijk")


def test_de_invoer_legt_wijzigingen_vast(ingelezen: Regiomap) -> None:
    wijzigingen = set(Wijziging.objects.values_list("soort", "sleutel", "gemeente"))
    assert {
        ("product", "paspoort-aanvragen", ""),
        ("product", "paspoort-aanvragen", "dordrecht"),
        ("feit", "tarieven:paspoort", "sliedrecht"),
        ("gemeente", "", "dordrecht"),
    } <= wijzigingen


def test_wat_een_product_noemt_staat_in_de_verwijzingenindex(ingelezen: Regiomap) -> None:
    loket = Contactpunt.objects.get(sleutel="spoedloket")
    assert [ref.object_id for ref in ReferenceIndex.get_references_to(loket)] == [str(dordts_paspoort().pk)]
