"""Administrators hear once that a target stays behind, once a working day while it does, and once that it is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.post.bezorgen import GEEN_POST
from sync.achterblijven import bericht as module
from sync.achterblijven.bericht import bewaak, poststapel, vergeet_doelberichten
from sync.models import (
    Achterblijver,
    Achterreden,
    Doel,
    Doelbericht,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
)
from tests.factories import GebruikerFactory
from tests.sync.conftest import bevestig

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday, ten in the morning in Amsterdam."""
MIN = timedelta(minutes=1)


@pytest.fixture
def beheerder(db):
    GebruikerFactory(rol=Rol.CENTRAAL, email="centraal@gemeente.example")
    return GebruikerFactory(rol=Rol.BEHEERDER, email="beheer@gemeente.example")


@pytest.fixture
def achter(website, beheerder) -> Doel:
    Doel.objects.filter(pk=website.pk).update(
        laatste_fout="geheim-antwoord van https://site.example/?sleutel=abc", fout_sinds=NU - 20 * MIN
    )
    Levering.objects.filter(doel=website).update(
        toestand=LeveringToestand.WACHT, wacht_sinds=NU - 20 * MIN, laatste_fout="500 binnenkant"
    )
    return website


@pytest.fixture
def klok(monkeypatch):
    """`klok(moment)`: look then; the time at which mail is tried moves along."""

    def kijk(nu: datetime) -> int:
        monkeypatch.setattr("redactie.post.bezorgen.timezone.now", lambda: nu)
        return bewaak(nu)

    return kijk


def onderwerpen(mailoutbox) -> list[str]:
    return [mail.subject for mail in mailoutbox]


def test_een_keer_als_het_begint_een_keer_per_werkdag_en_een_keer_als_het_goed_is(achter, klok, mailoutbox):
    for minuten in range(0, 60, 5):
        klok(NU + minuten * MIN)
    assert onderwerpen(mailoutbox) == ["Blijft achter: Website Sliedrecht"]
    dinsdag = NU.replace(day=24, hour=6)
    klok(dinsdag - MIN)
    assert len(mailoutbox) == 1
    klok(dinsdag)
    klok(dinsdag + 5 * MIN)
    assert onderwerpen(mailoutbox)[1:] == ["Nog 1 doel blijft achter"]
    bevestig()
    Doel.objects.update(laatste_fout="", fout_sinds=None)
    for minuten in (10, 15, 19):
        klok(dinsdag + minuten * MIN)
    assert len(mailoutbox) == 2
    klok(dinsdag + 20 * MIN)
    klok(dinsdag + 30 * MIN)
    assert onderwerpen(mailoutbox)[2:] == ["Doet het weer: Website Sliedrecht"]
    klok(NU.replace(day=25, hour=6))
    assert len(mailoutbox) == 3
    assert not Doelbericht.objects.filter(bericht_op=None).exists()


def test_de_mail_gaat_naar_de_beheerders_en_zegt_niets_van_het_doel_zelf(achter, klok, mailoutbox):
    klok(NU)
    (mail,) = mailoutbox
    assert (mail.to, mail.bcc) == ([], ["beheer@gemeente.example"])
    assert "Website Sliedrecht (Sliedrecht)" in mail.body
    assert "neemt al een tijd niets aan, sinds 23 november 2026, 9.40 uur" in mail.body
    assert f"/redactie/doelen/{achter.pk}/" in mail.body
    for geheim in ("geheim", "site.example", "sleutel", "binnenkant", "500"):
        assert geheim not in mail.body + mail.subject


def test_wie_even_goed_is_en_weer_hapert_geeft_geen_nieuwe_mail(achter, klok, mailoutbox):
    klok(NU)
    Levering.objects.filter(doel=achter).update(toestand=LeveringToestand.BEVESTIGD, wacht_sinds=None)
    klok(NU + 5 * MIN)
    Levering.objects.filter(doel=achter).update(toestand=LeveringToestand.WACHT, wacht_sinds=NU - 20 * MIN)
    klok(NU + 10 * MIN)
    klok(NU + 30 * MIN)
    assert len(mailoutbox) == 1
    assert Achterblijver.objects.get().goed_sinds is None


def test_de_mail_zegt_waarom_het_doel_nu_achterblijft(achter, klok, mailoutbox):
    klok(NU)
    stil = {"toestand": DoelToestand.GESTOPT, "laatste_fout": "quarantaine: nee", "fout_sinds": NU + MIN}
    Doel.objects.filter(pk=achter.pk).update(**stil)
    klok(NU + 5 * MIN)
    klok(NU.replace(day=24, hour=6))
    assert Achterreden.GEHEIM.label in mailoutbox[-1].body
    assert Achterreden.WACHT.label not in mailoutbox[-1].body


def test_de_mail_van_herstel_zegt_eerst_dat_het_weer_gaat(achter, klok, mailoutbox):
    klok(NU)
    bevestig()
    Doel.objects.update(laatste_fout="", fout_sinds=None)
    for minuten in (5, 15):
        klok(NU + minuten * MIN)
    tekst = mailoutbox[-1].body
    assert tekst.startswith("Dit doel doet het weer. U hoeft niets te doen.\n\nDit was er:\n")


@pytest.mark.parametrize(
    ("toestand", "zin"),
    [
        (DoelToestand.GEPAUZEERD, "Intussen heeft een beheerder het doel gepauzeerd."),
        (DoelToestand.ACTIEF, "Intussen doet het doel het weer."),
    ],
)
def test_een_mail_die_laat_komt_zegt_wat_er_intussen_is(achter, klok, mailoutbox, monkeypatch, toestand, zin):
    with monkeypatch.context() as weg:
        weg.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", _geen_verbinding)
        klok(NU)
    Doel.objects.filter(pk=achter.pk).update(toestand=toestand)
    Achterblijver.objects.update(hersteld_op=NU + MIN)
    bevestig()
    klok(NU + 5 * MIN)
    (mail,) = mailoutbox
    assert zin in mail.body
    assert "Zolang dit duurt" not in mail.body


def test_een_proces_dat_sterft_tussen_rij_en_mail_verliest_niets(achter, klok, mailoutbox, monkeypatch):
    def sterft(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as dood:
        dood.setattr(module, "bezorg", sterft)
        with pytest.raises(KeyboardInterrupt):
            bewaak(NU)
    assert mailoutbox == []
    klok(NU + MIN)
    klok(NU + 2 * MIN)
    assert len(mailoutbox) == 1


def test_een_proces_dat_sterft_bij_het_vastleggen_laat_geen_helft_achter(
    achter, klok, mailoutbox, monkeypatch
):
    with monkeypatch.context() as dood:
        dood.setattr(Doelbericht.objects, "create", lambda **_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            bewaak(NU)
    assert not Achterblijver.objects.exists()
    klok(NU)
    assert len(mailoutbox) == 1


def test_twee_processen_maken_samen_een_mail(achter, mailoutbox, monkeypatch):
    """The second read what was open before the first wrote it."""
    bewaak(NU)
    monkeypatch.setattr(
        "sync.achterblijven.bijhouden.Achterblijver.objects.filter", lambda **_: Achterblijver.objects.none()
    )
    bewaak(NU)
    assert Doelbericht.objects.filter(soort="achter").count() == len(mailoutbox) == 1


def test_als_de_mailserver_weg_is_wacht_de_mail_en_de_beheerder_ziet_het(
    achter, klok, mailoutbox, monkeypatch
):
    with monkeypatch.context() as weg:
        weg.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", _geen_verbinding)
        klok(NU)
    assert mailoutbox == []
    assert [(lid.voor, lid.aantal) for lid in poststapel().opgehouden] == [("de beheerders", 1)]
    klok(NU + 3 * MIN)
    assert len(mailoutbox) == 1
    assert poststapel().opgehouden == ()


def _geen_verbinding(*_: object) -> int:
    raise ConnectionRefusedError


def test_wie_zelf_pauzeert_krijgt_daar_geen_mail_over(achter, klok, mailoutbox):
    klok(NU)
    Doel.objects.filter(pk=achter.pk).update(toestand=DoelToestand.GEPAUZEERD)
    for minuten in (5, 30, 24 * 60):
        klok(NU + minuten * MIN)
    assert len(mailoutbox) == 1
    assert not Achterblijver.objects.filter(hersteld_op=None).exists()


def test_ook_de_zoekindex_telt_en_een_die_vervangen_is_niet_meer(website, beheerder, klok, mailoutbox):
    index = Levering.objects.filter(doel__soort=DoelSoort.INDEX)
    index.update(toestand=LeveringToestand.WACHT, wacht_sinds=NU - 20 * MIN)
    klok(NU)
    (mail,) = mailoutbox
    assert mail.subject == "Blijft achter: de zoekindex"
    assert "/redactie/zoekindex/" in mail.body
    Doel.objects.filter(soort=DoelSoort.INDEX).update(toestand=DoelToestand.BEWAARD)
    klok(NU + timedelta(days=1))
    assert len(mailoutbox) == 1
    assert not Achterblijver.objects.filter(hersteld_op=None).exists()


def test_zonder_mailserver_wordt_niets_bewaard_en_na_een_maand_is_alles_weg(achter, settings, klok):
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = GEEN_POST
    klok(NU)
    assert not Achterblijver.objects.exists()
    settings.EMAIL_BACKEND = backend
    klok(NU)
    Achterblijver.objects.update(hersteld_op=NU)
    vergeet_doelberichten(NU + timedelta(days=32))
    assert not Doelbericht.objects.exists()
    assert not Achterblijver.objects.exists()
    assert timezone.is_aware(NU)
