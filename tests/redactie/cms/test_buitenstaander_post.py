"""The mails belong to the walk of the outsider: whatever happens at the victim's, no other municipality reads of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from redactie.berichten.sturen import stuur_berichten
from redactie.keuzes import Berichtmoment, Berichtsoort, Rol
from redactie.models import Aanleiding, Berichtkeuze, Feitencheck, Regiovoorstel
from redactie.rechten.lidmaatschap import neem_rol_af
from tests import factories as f
from tests.redactie.cms.slachtoffers import GEHEIM, slachtoffers
from tests.redactie.cms.test_buitenstaander import BUITENSTAANDERS

pytestmark = pytest.mark.django_db


def wil_alles(gebruiker: Any) -> Any:
    for soort in Berichtsoort:
        Berichtkeuze.objects.create(gebruiker=gebruiker, soort=soort, moment=Berichtmoment.DIRECT)
    return gebruiker


def alles_in(brief: Any) -> str:
    return (
        brief.message().as_string()
        + brief.subject
        + brief.body
        + "".join(a.content for a in brief.alternatives)
    )


def laat_alles_gebeuren(sliedrecht: Any) -> None:
    """Every kind of event, about what is the victim's: its product, its drafts, its proposal, its fact check."""
    dingen = slachtoffers(sliedrecht)
    regionaal = f.ProductFactory(gepubliceerd=True, titel="Paspoort aanvragen")
    f.LokaleVersieFactory(
        product=regionaal, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": f"{GEHEIM} eigen"}
    )
    regionaal.kosten, regionaal.toelichting = "U betaalt 12 euro.", "Nieuw tarief."
    f.publiceer(regionaal)
    voorstel, check = dingen[Regiovoorstel], dingen[Feitencheck]
    for soort, over in (
        (Berichtsoort.VOORSTEL, {"voorstel": voorstel}),
        (Berichtsoort.BESLIST, {"voorstel": voorstel}),
        (Berichtsoort.FEITENCHECK, {"feitencheck": check}),
    ):
        Aanleiding.objects.create(soort=soort, **over)


def test_een_buitenstaander_krijgt_geen_mail_over_een_ander(sliedrecht: Any) -> None:
    for maak in BUITENSTAANDERS.values():
        if (wie := maak()) is not None:
            wil_alles(wie)
            if getattr(wie, "vertrekt", False):
                neem_rol_af(lidmaatschap=wie.lidmaatschappen.get())
    laat_alles_gebeuren(sliedrecht)
    stuur_berichten()
    assert not [brief.to for brief in mail.outbox if GEHEIM in alles_in(brief)]
    # What follows the region changed there too, so some of them do get mail: about that, and about nothing else.
    assert {brief.subject.partition(":")[0] for brief in mail.outbox} == {"Gewijzigd op uw website"}


def test_de_controle_een_binnenstaander_krijgt_die_mail_wel(sliedrecht: Any) -> None:
    wil_alles(f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht))
    laat_alles_gebeuren(sliedrecht)
    stuur_berichten()
    assert mail.outbox
    assert "Te herzien: Paspoort aanvragen, kosten (Sliedrecht)" in alles_in(mail.outbox[0])
    assert any("Wacht op u" in brief.subject or "Wacht op u" in brief.body for brief in mail.outbox)
    assert any(GEHEIM in alles_in(brief) for brief in mail.outbox), (
        "no secret in any mail: this proves nothing"
    )
