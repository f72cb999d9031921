"""Mail about what changed, through a real mail server: who gets what, once, and what stands in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redactie.berichten import uitdelen
from redactie.berichten.kiezen import zet_keuzes
from redactie.berichten.sturen import BEWAAR, stuur_berichten, vergeet_berichten
from redactie.herzien import beslis
from redactie.keuzes import Berichtfout, Berichtmoment, Berichtsoort, Besluit, Klasse, Rol
from redactie.models import Aanleiding, Bericht, LokaleVersie, Product
from redactie.post.bezorgen import NOG_EENS
from redactie.rechten.lidmaatschap import neem_rol_af
from redactie.teksten import Wijzigingsnota, corrigeer_live_tekst, plan_tekst, trek_geplande_tekst_in
from redactie.veld import Veld
from sync.nevenwerk import taken
from tests import factories as f
from tests.postbus import Postbus

pytestmark = pytest.mark.django_db

WOENSDAG = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TE_HERZIEN, GEWIJZIGD = Berichtsoort.TE_HERZIEN, Berichtsoort.GEWIJZIGD
NOTA = Wijzigingsnota(toelichting="De leverancier is sneller.")


@pytest.fixture(autouse=True)
def klok() -> Any:
    with time_machine.travel(WOENSDAG, tick=True) as klok:
        yield klok


@pytest.fixture
def product(sliedrecht: Any, dordrecht: Any) -> Product:
    """Sliedrecht has its own Kosten, Dordrecht follows; everything from before is told."""
    product = f.ProductFactory(
        gepubliceerd=True, titel="Paspoort aanvragen", kosten="U betaalt 10 euro.", termijn="Na 5 werkdagen."
    )
    f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Bij ons geheim gratis."}
    )
    Aanleiding.objects.all().delete()
    return product


def verander(product: Product, veld: str = "kosten", tekst: str = "U betaalt 12 euro.", **nota: Any) -> Any:
    gezegd = Wijzigingsnota(**{"toelichting": NOTA.toelichting, **nota})
    return corrigeer_live_tekst(product=product, veld=Veld(veld), tekst=tekst, nota=gezegd)


def delen(inhoud: EmailMessage) -> tuple[str, str]:
    """The plain text and the HTML."""
    tekst, html = (inhoud.get_body(soort).get_content() for soort in (("plain",), ("html",)))
    return tekst, html


def test_wie_afwijkt_krijgt_een_vraag_en_wie_volgt_hoort_wat_er_nu_staat(
    bus: Postbus, wil: Any, product: Product, sliedrecht: Any, dordrecht: Any
) -> None:
    wil(TE_HERZIEN, GEWIJZIGD, gemeente=sliedrecht, email="sliedrecht@gemeente.example")
    wil(TE_HERZIEN, GEWIJZIGD, gemeente=dordrecht, email="dordrecht@gemeente.example")
    verander(product)
    assert stuur_berichten() == 2
    per = {brief.aan: brief.inhoud for brief in bus.brieven}
    afwijkt, volgt = per[("sliedrecht@gemeente.example",)], per[("dordrecht@gemeente.example",)]
    assert afwijkt["Subject"] == "Te herzien: Paspoort aanvragen, kosten (Sliedrecht)"
    assert volgt["Subject"] == "Gewijzigd op uw website: Paspoort aanvragen, kosten (Dordrecht)"
    versie = LokaleVersie.objects.get()
    tekst, html = delen(afwijkt)
    assert "U betaalt [−10−][+12+] euro." in tekst
    assert "U betaalt <del>[−10−]</del><ins>[+12+]</ins> euro." in html
    assert "Waarom: De leverancier is sneller." in tekst
    assert f"http://testserver/redactie/lokale-versies/herzien/{versie.pk}/kosten/" in tekst
    assert f'href="http://testserver/redactie/lokale-versies/herzien/{versie.pk}/kosten/"' in html
    assert f"/redactie/naar/dordrecht/{product.sleutel}/kosten/" in delen(volgt)[0]
    # Nobody reads what another municipality made of it.
    assert not any("geheim" in deel for deel in delen(volgt))


def test_zonder_keuze_komt_er_geen_mail(
    bus: Postbus, wil: Any, product: Product, sliedrecht: Any, dordrecht: Any
) -> None:
    f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)
    wil(GEWIJZIGD, gemeente=sliedrecht)
    wil(TE_HERZIEN, gemeente=dordrecht)
    verander(product)
    assert stuur_berichten() == 0
    assert not Aanleiding.objects.exists()


def test_een_kleine_verbetering_mailt_niemand(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any
) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product, klasse=Klasse.COSMETISCH)
    assert stuur_berichten() == 0


def test_een_geplande_tekst_komt_op_zijn_dag_en_een_ingetrokken_niet(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any, klok: Any
) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    straks = WOENSDAG + timedelta(days=1)
    plan_tekst(product=product, veld=Veld.KOSTEN, tekst="U betaalt 12 euro.", vanaf=straks, nota=NOTA)
    weg = plan_tekst(product=product, veld=Veld.TERMIJN, tekst="Anders.", vanaf=straks, nota=NOTA)
    trek_geplande_tekst_in(tekstversie=weg)
    assert stuur_berichten() == 0
    klok.shift(timedelta(days=1, minutes=1))
    assert stuur_berichten() == 1
    assert bus.brieven[0].inhoud["Subject"].startswith("Gewijzigd op uw website: Paspoort aanvragen, kosten")


def test_elke_gebeurtenis_wordt_een_keer_gemaild_ook_als_het_uitdelen_halverwege_stopt(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product)
    with monkeypatch.context() as stuk:
        stuk.setattr(uitdelen.Berichtregel.objects, "bulk_create", lambda regels: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            stuur_berichten()
    assert (Aanleiding.objects.count(), Bericht.objects.count()) == (1, 0)
    assert [stuur_berichten() for _ in range(3)] == [1, 0, 0]
    assert len(bus.brieven) == 1


def test_wat_in_een_keer_gepubliceerd_is_komt_in_een_mail(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any
) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product)
    verander(product, "termijn", "Na 3 werkdagen.")
    verander(product, "kosten", "U betaalt 13 euro.")
    verander(product, "uitvragen", "Vraag intern-woord.")
    assert stuur_berichten() == 1
    tekst, _ = delen(bus.brieven[0].inhoud)
    assert bus.brieven[0].inhoud["Subject"].endswith("(en nog 2)")
    assert "[−10−][+13+]" in tekst
    assert "12 euro" not in tekst
    assert "[−5−][+3+]" in tekst
    assert "intern-woord" not in tekst
    assert "leest alleen de balie" in tekst


def test_de_bundel_komt_op_een_werkdag_om_zeven_uur_en_spoed_meteen(
    bus: Postbus, wil: Any, product: Product, sliedrecht: Any, klok: Any
) -> None:
    klok.move_to(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))  # a Friday
    wil(TE_HERZIEN, GEWIJZIGD, gemeente=sliedrecht, moment=Berichtmoment.DAG)
    verander(product, "termijn", "Na 3 werkdagen.")
    verander(product, klasse=Klasse.SPOED, nakijken_voor=date(2026, 12, 1))
    assert stuur_berichten() == 1
    assert bus.brieven[0].inhoud["Subject"].strip() == (
        "Spoed, vóór 1 december 2026: te herzien: Paspoort aanvragen, kosten (Sliedrecht)"
    )
    klok.move_to(datetime(2026, 11, 30, 5, 59, tzinfo=UTC))
    assert stuur_berichten() == 0
    klok.move_to(datetime(2026, 11, 30, 6, 0, 1, tzinfo=UTC))
    assert stuur_berichten() == 1
    assert "hoe lang duurt het?" in bus.brieven[1].inhoud["Subject"]


def test_rechten_en_keuze_worden_bij_het_versturen_opnieuw_gevraagd(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any, klok: Any
) -> None:
    weg = wil(GEWIJZIGD, gemeente=dordrecht, moment=Berichtmoment.DAG)
    uit = wil(GEWIJZIGD, gemeente=dordrecht, moment=Berichtmoment.DAG)
    niet_actief = wil(GEWIJZIGD, gemeente=dordrecht, moment=Berichtmoment.DAG)
    blijft = wil(GEWIJZIGD, gemeente=dordrecht, moment=Berichtmoment.DAG, email="blijft@gemeente.example")
    verander(product)
    stuur_berichten()
    assert Bericht.objects.count() == 4
    neem_rol_af(lidmaatschap=weg.lidmaatschappen.get())
    zet_keuzes(gebruiker=uit, keuzes={GEWIJZIGD: None})
    niet_actief.is_active = False
    niet_actief.save()
    klok.shift(timedelta(days=1))
    assert stuur_berichten() == 1
    assert [brief.aan for brief in bus.brieven] == [("blijft@gemeente.example",)]
    assert [lid.ontvanger for lid in Bericht.objects.all()] == [blijft]


def test_wie_al_besliste_krijgt_de_vraag_niet_meer(
    bus: Postbus, wil: Any, product: Product, sliedrecht: Any, klok: Any
) -> None:
    wil(TE_HERZIEN, gemeente=sliedrecht, moment=Berichtmoment.DAG)
    verander(product)
    stuur_berichten()
    beslis(
        versie=LokaleVersie.objects.get(), veld=Veld.KOSTEN, besluit=Besluit.HOUDEN, reden="Zo blijft het."
    )
    klok.shift(timedelta(days=1))
    assert stuur_berichten() == 0


def test_een_mail_die_niet_weg_kan_komt_later_een_keer(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any, settings: Any, klok: Any
) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product)
    poort, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert stuur_berichten() == 0
    assert Bericht.objects.get().bericht_fout == Berichtfout.ONBEREIKBAAR
    settings.EMAIL_PORT = poort
    klok.shift(NOG_EENS + timedelta(seconds=1))
    assert [stuur_berichten(), stuur_berichten()] == [1, 0]
    assert bus.brieven[0].inhoud["Message-ID"] == f"<bericht-{Bericht.objects.get().pk}@testserver>"


def test_een_proces_dat_tijdens_het_versturen_sterft_raakt_niets_kwijt(
    bus: Postbus,
    wil: Any,
    product: Product,
    dordrecht: Any,
    klok: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Killed between the mail server's yes and our note of it: the same mail again, by the same mark."""
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product)
    stuur = EmailMultiAlternatives.send

    def stuur_en_sterf(mail: EmailMultiAlternatives) -> None:
        stuur(mail)
        raise KeyboardInterrupt

    with monkeypatch.context() as stervend:
        stervend.setattr(EmailMultiAlternatives, "send", stuur_en_sterf)
        with pytest.raises(KeyboardInterrupt):
            stuur_berichten()
    assert stuur_berichten() == 0
    klok.shift(NOG_EENS + timedelta(seconds=1))
    assert [stuur_berichten(), stuur_berichten()] == [1, 0]
    een, nog_eens = (brief.inhoud["Message-ID"] for brief in bus.brieven)
    assert een == nog_eens


def test_het_proces_van_de_lus_verstuurt_ze(bus: Postbus, wil: Any, product: Product, dordrecht: Any) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product)
    (taak,) = (lid for lid in taken() if lid.naam == "berichten over wijzigingen")
    taak.werk()
    assert taak.seconden <= 60
    assert len(bus.brieven) == 1


def test_na_een_maand_is_een_mail_vergeten(
    bus: Postbus, wil: Any, product: Product, dordrecht: Any, klok: Any
) -> None:
    wil(GEWIJZIGD, gemeente=dordrecht)
    verander(product)
    stuur_berichten()
    nu = datetime.now(UTC)
    assert vergeet_berichten(nu + BEWAAR - timedelta(minutes=1)) == 0
    assert vergeet_berichten(nu + BEWAAR + timedelta(minutes=1)) > 0
    assert not Bericht.objects.exists()


def test_publiceren_kost_niet_meer_bij_meer_gemeenten_en_ontvangers(
    bus: Postbus, wil: Any, product: Product
) -> None:
    aantallen = []
    for nummer in range(3):
        with CaptureQueriesContext(connection) as gevraagd:
            verander(product, tekst=f"U betaalt {nummer + 20} euro.")
        aantallen.append(len(gevraagd))
        wil(TE_HERZIEN, GEWIJZIGD, gemeente=f.GemeenteFactory())
    assert aantallen[1] == aantallen[2]


def test_de_eigen_tekst_van_een_gemeente_is_geen_nieuws_voor_een_ander(
    bus: Postbus, wil: Any, sliedrecht: Any, dordrecht: Any
) -> None:
    wil(TE_HERZIEN, GEWIJZIGD, gemeente=dordrecht)
    eigen = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)
    eigen.kosten = "Anders."
    f.publiceer(eigen)
    assert not Aanleiding.objects.exists()
    assert stuur_berichten() == 0
