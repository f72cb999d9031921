"""What an import writes: as the CMS would, once, and in pieces that leave nothing half."""

from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from wagtail.models import ReferenceIndex, Revision

from redactie.invoer.documenten import Soort
from redactie.invoer.importeren import importeer
from redactie.invoer.schrijven import plan as plan_module
from redactie.keuzes import AfwijkingWijze, Klasse, TariefStatus
from redactie.models import (
    Afwijking,
    Contactpunt,
    Gegeven,
    Gemeente,
    Kanaal,
    Locatie,
    LogRegel,
    LokaalKanaal,
    LokaleVersie,
    Mededeling,
    Openingstijd,
    Product,
    Regio,
    Synoniem,
    Tarief,
    Tekstversie,
    Thema,
    VerbruikteSleutel,
    Wijziging,
)
from redactie.periode import AMSTERDAM
from tests.redactie.invoer.hulp import Regiomap

pytestmark = pytest.mark.django_db

PASPOORT = "producten/paspoort-aanvragen.md"
KAART = "producten/identiteitskaart-aanvragen.md"
AFWIJKING = "lokaal/dordrecht/paspoort-aanvragen.md"
ALLES = (
    Regio,
    Gemeente,
    Thema,
    Contactpunt,
    Locatie,
    Openingstijd,
    Gegeven,
    Tarief,
    Product,
    Kanaal,
    Tekstversie,
    LokaleVersie,
    LokaalKanaal,
    Afwijking,
    Mededeling,
    Synoniem,
    Wijziging,
    Revision,
)


def rijen() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that an import may touch, so that 'nothing changed' means just that."""
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in ALLES}


def aantallen() -> dict[str, int]:
    return {naam: len(inhoud) for naam, inhoud in rijen().items()}


def paspoort() -> Product:
    return Product.objects.get(sleutel="paspoort-aanvragen")


def dordts_paspoort() -> LokaleVersie:
    return LokaleVersie.objects.get(product__sleutel="paspoort-aanvragen", gemeente__slug="dordrecht")


# -- what there is after a first import


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


def test_een_geplande_tekst_is_een_tekstversie_in_de_toekomst(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        gepland = Tekstversie.objects.get(vanaf__gt=timezone.now())
    assert (gepland.veld, gepland.tekst) == ("daarna", "U krijgt een bericht als uw paspoort klaarligt.")
    assert gepland.vanaf == datetime(2027, 1, 1, tzinfo=AMSTERDAM)
    assert (gepland.klasse, gepland.toelichting, gepland.verwerkt) == ("inhoudelijk", "Wet: artikel 3", False)


def test_een_geplande_tekst_waarvan_de_dag_voorbij_is_is_de_tekst(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        assert paspoort().daarna == "U krijgt een bericht als uw paspoort klaarligt."
        assert not Tekstversie.objects.filter(vanaf__gt=timezone.now()).exists()


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


# -- again


def test_een_tweede_keer_verandert_geen_rij(ingelezen: Regiomap) -> None:
    voor = rijen()
    telling = ingelezen.importeer()
    assert rijen() == voor
    assert all(nieuw == gewijzigd == weg == 0 for nieuw, gewijzigd, _, weg in telling.values())


def test_ook_met_verwijder_verandert_een_tweede_keer_niets(ingelezen: Regiomap) -> None:
    voor = rijen()
    ingelezen.importeer(verwijder=True)
    assert rijen() == voor


def test_een_tweede_keer_na_de_dag_van_een_geplande_tekst_verandert_niets(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
    voor = rijen()
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
    assert rijen() == voor


def test_een_proef_schrijft_niets(regio: Regiomap) -> None:
    voorbereid = regio.bereid_voor()
    assert len(voorbereid.plan[Soort.PRODUCT].nieuw) == 5
    assert sum(aantallen().values()) == 0


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


# -- planned texts


def test_een_andere_geplande_tekst_vervangt_de_rij(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        voor = Tekstversie.objects.get(vanaf__gt=timezone.now())
        regio.vervang(PASPOORT, "U krijgt een bericht", "U krijgt een sms")
        regio.importeer()
        na = Tekstversie.objects.get(vanaf__gt=timezone.now())
    assert na.pk == voor.pk
    assert na.tekst == "U krijgt een sms als uw paspoort klaarligt."


def test_een_geplande_tekst_die_weg_is_gaat_niet_door(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        regio.vervang(
            PASPOORT,
            'gepland:\n  - {veld: daarna, vanaf: 2027-01-01, klasse: inhoudelijk, toelichting: "Wet: artikel 3"}\n',
            "",
        )
        regio.vervang(
            PASPOORT, "# daarna (vanaf 2027-01-01)\n\nU krijgt een bericht als uw paspoort klaarligt.\n\n", ""
        )
        regio.importeer()
        assert not Tekstversie.objects.filter(vanaf__gt=timezone.now()).exists()
        assert paspoort().daarna == "U haalt uw paspoort zelf op."


def test_terug_naar_de_tekst_van_voor_een_geplande_tekst(regio: Regiomap) -> None:
    """The columns still show the text of before: that must not read as: nothing changed."""
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
    regio.vervang(
        PASPOORT,
        'gepland:\n  - {veld: daarna, vanaf: 2027-01-01, klasse: inhoudelijk, toelichting: "Wet: artikel 3"}\n',
        "",
    )
    regio.vervang(
        PASPOORT, "# daarna (vanaf 2027-01-01)\n\nU krijgt een bericht als uw paspoort klaarligt.\n\n", ""
    )
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=AMSTERDAM), tick=True):
        assert regio.importeer()[Soort.PRODUCT] == (0, 1, 4, 0)
        laatste = Tekstversie.objects.filter(product=paspoort(), veld="daarna").order_by("-vanaf", "-pk")[0]
        assert laatste.tekst == "U haalt uw paspoort zelf op."
        assert regio.importeer()[Soort.PRODUCT] == (0, 0, 5, 0)


# -- the log


def test_een_eerste_invoer_schrijft_geen_regel_per_rij(ingelezen: Regiomap) -> None:
    assert set(LogRegel.objects.values_list("action", flat=True)) == {"wagtail.publish"}


def test_een_wijziging_in_een_tabel_staat_in_het_logboek(ingelezen: Regiomap) -> None:
    LogRegel.objects.all().delete()
    ingelezen.vervang("gegevens.csv", "6 werkdagen", "8 werkdagen")
    ingelezen.vervang("gegevens.csv", ",balie-intern", "dordrecht,wachttijd,,tekst,kort,,,\n,balie-intern")
    ingelezen.vervang("openingstijden.csv", "di,08:30", "wo,08:30")
    ingelezen.vervang("tarieven.csv", ",pasfoto,,,Pasfoto,gratis,,,,,,\n", "")
    ingelezen.importeer(verwijder=True)
    assert set(LogRegel.objects.values_list("action", "label", "gemeenten")) == {
        ("wagtail.edit", "termijn-paspoort (Sliedrecht)", "|sliedrecht|"),
        ("wagtail.create", "wachttijd (Dordrecht)", "|dordrecht|"),
        ("wagtail.edit", "Gemeentehuis Sliedrecht (Sliedrecht)", "|sliedrecht|"),
        ("wagtail.delete", "pasfoto (regio)", ""),
    }


def test_een_wijziging_van_een_gepubliceerde_tekst_zegt_waar_zij_vandaan_komt(ingelezen: Regiomap) -> None:
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.importeer()
    versies = Tekstversie.objects.filter(product=paspoort(), veld="termijn").order_by("vanaf")
    assert [versie.toelichting for versie in versies] == ["", "Ingelezen uit een bestand."]


# -- drafts


def test_concepten_ziet_geen_lezer(regio: Regiomap) -> None:
    regio.importeer(concept=True)
    assert not Product.objects.filter(live=True).exists()
    assert not LokaleVersie.objects.filter(live=True).exists()
    assert not Wijziging.objects.filter(soort="product").exists()
    product = paspoort()
    assert product.latest_revision is not None
    assert product.termijn == "Uw paspoort ligt na {gegeven:termijn-paspoort} klaar."
    assert dordts_paspoort().afwijkingen.count() == 5


def test_een_tweede_keer_als_concept_verandert_niets(regio: Regiomap) -> None:
    regio.importeer(concept=True)
    voor = rijen()
    regio.importeer(concept=True)
    assert rijen() == voor


def test_een_concept_naast_wat_er_staat(ingelezen: Regiomap) -> None:
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.vervang(PASPOORT, "U krijgt een bericht", "U krijgt een sms")
    ingelezen.vervang(AFWIJKING, "Wij bezorgen uw", "Wij brengen uw")
    voor = aantallen()
    waarschuwingen = [melding.tekst for melding in ingelezen.bereid_voor(concept=True).waarschuwingen]
    assert "Geplande teksten kunnen niet als concept worden ingelezen." in waarschuwingen
    ingelezen.importeer(concept=True)
    na = aantallen()
    assert {naam: na[naam] - aantal for naam, aantal in voor.items() if na[naam] != aantal} == {"Revision": 2}
    product = paspoort()
    assert product.has_unpublished_changes
    assert product.termijn == "Uw paspoort ligt na {gegeven:termijn-paspoort} klaar."
    assert product.latest_revision.as_object().termijn.endswith("voor u klaar.")
    assert not Tekstversie.objects.filter(tekst__contains="sms").exists()
    versie = dordts_paspoort()
    assert versie.afwijkingen.get(veld="termijn").tekst.startswith("Wij bezorgen uw")
    ingelezen.importeer(concept=True)
    assert aantallen() == na


def test_na_een_concept_publiceert_de_gewone_invoer(regio: Regiomap) -> None:
    regio.importeer(concept=True)
    assert regio.importeer()[Soort.PRODUCT] == (5, 0, 0, 0)
    assert Product.objects.filter(live=True).count() == 5
    assert dordts_paspoort().afwijkingen.count() == 5


def test_een_concept_van_een_redacteur_wordt_genoemd(ingelezen: Regiomap) -> None:
    concept = paspoort()
    concept.inleiding = "Nog niet af."
    concept.save_revision()
    assert not ingelezen.bereid_voor().plan[Soort.PRODUCT].gewijzigd
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    waarschuwingen = [str(melding) for melding in ingelezen.bereid_voor().waarschuwingen]
    assert any(f"{PASPOORT}:1: Er is een concept" in melding for melding in waarschuwingen), waarschuwingen


# -- deleting


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


# -- broken off


class Storing(Exception):
    pass


@pytest.mark.parametrize("na", [0, 3, 9, 12, 18])
def test_een_afgebroken_invoer_is_te_herhalen(
    regio: Regiomap, monkeypatch: pytest.MonkeyPatch, na: int
) -> None:
    teller = Counter[str]()
    echt = plan_module.beurt

    def breekt_af(*, rust: bool):  # type: ignore[no-untyped-def]
        teller["beurten"] += 1
        if teller["beurten"] > na:
            raise Storing
        return echt(rust=rust)

    voorbereid = regio.bereid_voor()
    monkeypatch.setattr(plan_module, "beurt", breekt_af)
    with pytest.raises(Storing):
        importeer(voorbereid)
    monkeypatch.undo()
    regio.importeer()
    voor = rijen()
    assert aantallen()["Product"] == 5
    assert Product.objects.filter(live=True).count() == 5
    assert LokaleVersie.objects.filter(live=True).count() == 4
    regio.importeer()
    assert rijen() == voor


def test_een_document_wordt_heel_of_niet_geschreven(regio: Regiomap, monkeypatch: pytest.MonkeyPatch) -> None:
    def valt_om(*args: object, **kwargs: object) -> None:
        raise Storing

    monkeypatch.setattr("redactie.invoer.schrijven.producten._schrijf_gepland", valt_om)
    with pytest.raises(Storing), transaction.atomic():
        regio.importeer()
    assert not Product.objects.filter(live=True).exists()
    assert not Revision.objects.exists()


def test_een_verhuisde_klok_maakt_geen_verschil(ingelezen: Regiomap) -> None:
    """Nothing in a comparison depends on when the first import was."""
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=True):
        telling = ingelezen.importeer()
    assert all(nieuw == gewijzigd == 0 for nieuw, gewijzigd, _, _ in telling.values())
