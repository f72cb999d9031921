"""Mail about texts that are handed in and looked over, about fact checks, and about proposals to the region."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from redactie.berichten.sturen import stuur_berichten
from redactie.feitencheck.tekst import checktekst
from redactie.feitencheck.vastleggen import Oordeel, neem_antwoorden_op
from redactie.keuzes import Berichtsoort, Rol
from redactie.models import Afwijking, LokaleVersie, Product
from redactie.regiovoorstellen import bied_aan, wijs_af
from tests import factories as f
from tests.postbus import Postbus

pytestmark = pytest.mark.django_db


def onderwerpen(bus: Postbus) -> dict[str, str]:
    """Receiver → what their last mail is called."""
    return {brief.aan[0].partition("@")[0]: brief.inhoud["Subject"].strip() for brief in bus.brieven}


def tekst(bus: Postbus) -> str:
    return str(bus.brieven[-1].inhoud.get_body(("plain",)).get_content())


@pytest.fixture
def concept(sliedrecht: Any) -> LokaleVersie:
    product = f.ProductFactory(gepubliceerd=True, titel="Paspoort aanvragen")
    return f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Geheim concept."}
    )


def test_wie_mag_publiceren_hoort_dat_er_iets_wacht_en_de_indiener_wat_ermee_gebeurde(
    bus: Postbus, wil: Any, sliedrecht: Any, dordrecht: Any, concept: LokaleVersie
) -> None:
    soorten = (Berichtsoort.INGEDIEND, Berichtsoort.NAGEKEKEN)
    indiener = wil(*soorten, gemeente=sliedrecht, email="indiener@x.example")
    publicist = wil(*soorten, rol=Rol.PUBLICIST, gemeente=sliedrecht, email="publicist@x.example")
    wil(*soorten, gemeente=sliedrecht, email="collega@x.example")
    wil(*soorten, rol=Rol.PUBLICIST, gemeente=dordrecht, email="buren@x.example")
    concept.save_revision(user=indiener)
    staat = concept.get_workflow().start(LokaleVersie.objects.get(), indiener)
    stuur_berichten()
    assert onderwerpen(bus) == {"publicist": "Wacht op u: Paspoort aanvragen · Sliedrecht"}
    assert "Geheim" not in tekst(bus)
    staat.current_task_state.reject(user=publicist, comment="Noem ook de leges.")
    stuur_berichten()
    assert onderwerpen(bus)["indiener"] == "Nagekeken: Paspoort aanvragen · Sliedrecht"
    assert "teruggestuurd" in tekst(bus)
    assert "Opmerking: Noem ook de leges." in tekst(bus)
    assert len(bus.brieven) == 2


def test_wagtail_mailt_zelf_niet(wil: Any, sliedrecht: Any, concept: LokaleVersie) -> None:
    """In the request, to whoever did not ask for it: such a mail would be in this box at once."""
    indiener, publicist = wil(gemeente=sliedrecht), wil(rol=Rol.PUBLICIST, gemeente=sliedrecht)
    f.GebruikerFactory(is_superuser=True)
    concept.save_revision(user=indiener)
    staat = concept.get_workflow().start(LokaleVersie.objects.get(), indiener)
    staat.current_task_state.reject(user=publicist)
    assert mail.outbox == []


def test_wat_al_nagekeken_is_wacht_niet_meer(
    bus: Postbus, wil: Any, sliedrecht: Any, concept: LokaleVersie
) -> None:
    publicist = wil(Berichtsoort.INGEDIEND, rol=Rol.PUBLICIST, gemeente=sliedrecht)
    indiener = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    concept.save_revision(user=indiener)
    staat = concept.get_workflow().start(LokaleVersie.objects.get(), indiener)
    staat.current_task_state.approve(user=publicist)
    assert stuur_berichten() == 0


def test_een_antwoord_op_een_feitencheck_gaat_naar_de_vrager_zonder_de_woorden(
    bus: Postbus, wil: Any, sliedrecht: Any
) -> None:
    vrager = wil(Berichtsoort.FEITENCHECK, rol=Rol.CENTRAAL, email="vrager@x.example")
    wil(Berichtsoort.FEITENCHECK, rol=Rol.CENTRAAL, email="ander@x.example")
    check = f.FeitencheckFactory(vrager=vrager)
    product = check.producten.get()
    veld = checktekst(check, product, check.gemaakt_op).van("kosten")
    neem_antwoorden_op(
        check=check,
        product=product,
        oordelen=[Oordeel(veld, False, "Mevrouw Jansen zegt van niet.")],
        nu=check.gemaakt_op,
    )
    stuur_berichten()
    assert onderwerpen(bus) == {"vrager": "Antwoord op uw feitencheck"}
    assert "Jansen" not in tekst(bus)
    assert f"/redactie/feitenchecks/bekijken/{check.pk}/" in tekst(bus)


def test_de_regio_hoort_van_een_voorstel_en_de_gemeente_van_het_besluit(
    bus: Postbus, wil: Any, sliedrecht: Any, dordrecht: Any, concept: LokaleVersie
) -> None:
    centraal = wil(Berichtsoort.VOORSTEL, rol=Rol.CENTRAAL, email="centraal@x.example")
    lokaal = wil(Berichtsoort.BESLIST, gemeente=sliedrecht, email="lokaal@x.example")
    wil(Berichtsoort.BESLIST, gemeente=dordrecht, email="buren@x.example")
    voorstel = bied_aan(afwijking=Afwijking.objects.get(), reden="Inwoners vragen dit.", door=lokaal)
    stuur_berichten()
    assert onderwerpen(bus) == {"centraal": "Voorstel van Sliedrecht: Paspoort aanvragen, kosten"}
    assert "Inwoners vragen dit." in tekst(bus)
    assert "Geheim" not in tekst(bus)
    wijs_af(voorstel=voorstel, opmerking="Elders kan dit niet.", door=centraal)
    stuur_berichten()
    assert onderwerpen(bus)["lokaal"] == "Uw voorstel: Paspoort aanvragen, kosten (Sliedrecht)"
    assert "Elders kan dit niet." in tekst(bus)
    assert f"/redactie/regiovoorstellen/bekijken/{voorstel.pk}/" in tekst(bus)
    assert len(bus.brieven) == 2
    assert Product.objects.get().live
