"""`voorbeeld` and `voorbereiden`: sample data whole or not at all, once; a full disk recognised; the addresses."""

import errno
import io
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db import OperationalError

from redactie import adressen, statisch
from redactie.demo import ACCOUNTS, WACHTWOORD
from redactie.management.commands import voorbeeld, voorbereiden
from redactie.models import Gemeente, Lidmaatschap
from tests.factories import GemeenteFactory

pytestmark = pytest.mark.django_db


def importeer(opdracht: str, *argumenten: str, **opties: Any) -> None:
    """In place of the real import, which has tests of its own: one municipality."""
    GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")


def laad() -> str:
    uitvoer = io.StringIO()
    call_command("voorbeeld", stdout=uitvoer)
    return uitvoer.getvalue()


@pytest.fixture
def _voorbeeldregio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voorbeeld, "call_command", importeer)


@pytest.mark.usefixtures("_voorbeeldregio")
def test_elk_demo_account_kan_inloggen_en_heeft_zijn_rol() -> None:
    laad()
    for account in ACCOUNTS:
        gebruiker = authenticate(username=account.naam, password=WACHTWOORD)
        assert gebruiker is not None
        assert not gebruiker.is_superuser
        lidmaatschap = Lidmaatschap.objects.get(gebruiker=gebruiker)
        assert lidmaatschap.rol == account.rol
        assert (lidmaatschap.gemeente.slug if lidmaatschap.gemeente else "") == account.gemeente


@pytest.mark.usefixtures("_voorbeeldregio")
def test_een_tweede_keer_verandert_niets() -> None:
    laad()
    get_user_model().objects.filter(username="kcc").delete()
    assert "niet leeg" in laad()
    assert not get_user_model().objects.filter(username="kcc").exists()


def test_een_installatie_met_een_eigen_account_blijft_zonder_voorbeelden() -> None:
    get_user_model().objects.create_user("echte-beheerder")
    assert "niet leeg" in laad()
    assert not Gemeente.objects.exists()


def test_een_afgebroken_eerste_keer_laat_niets_achter_en_kan_opnieuw(monkeypatch: pytest.MonkeyPatch) -> None:
    def breek_af(account: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(voorbeeld, "call_command", importeer)
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(voorbeeld, "maak_account", breek_af)
        with pytest.raises(KeyboardInterrupt):
            laad()
    assert not Gemeente.objects.exists()
    assert "Geladen: 1 gemeenten en 7 demo-accounts." in laad()


def test_buiten_de_ontwikkelinstellingen_komen_er_geen_demo_accounts(settings: Any) -> None:
    settings.ANTWOORD_DEMO_TOEGESTAAN = False
    with pytest.raises(CommandError, match="niet toegestaan"):
        laad()


@pytest.mark.parametrize(
    ("fout", "vol"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OperationalError("database or disk is full"), True),
        (OperationalError('could not extend file "base/1": No space left on device'), True),
        (OSError(errno.EACCES, "Permission denied"), False),
        (OperationalError("database is locked"), False),
    ],
)
def test_een_volle_schijf_wordt_herkend_in_elke_taal_van_de_database(fout: Exception, vol: bool) -> None:
    assert voorbereiden.is_schijf_vol(fout) is vol


def test_voorbereiden_eindigt_bij_een_volle_schijf_met_een_eigen_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def vol(self: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(voorbereiden.Command, "bereid_voor", vol)
    with pytest.raises(SystemExit) as einde:
        call_command("voorbereiden", stderr=io.StringIO())
    assert einde.value.code == errno.ENOSPC


def test_ctrl_c_tijdens_de_voorbereiding_eindigt_zonder_foutpagina(monkeypatch: pytest.MonkeyPatch) -> None:
    def onderbreek(self: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(voorbereiden.Command, "bereid_voor", onderbreek)
    with pytest.raises(SystemExit) as einde:
        call_command("voorbereiden")
    assert einde.value.code == 130


def test_het_overzicht_noemt_elke_website_en_elk_demo_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8123")
    GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")
    tekst = adressen.overzicht()
    assert "http://sliedrecht.localhost:8123/" in tekst
    assert "http://localhost:8123/balie/" in tekst
    for account in ACCOUNTS:
        assert account.naam in tekst
    assert WACHTWOORD in tekst


def test_het_overzicht_noemt_alleen_de_delen_die_dit_proces_bedient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTWOORD_DELEN", "balie,website")
    assert "/redactie/" not in adressen.overzicht()
    assert "/balie/" in adressen.overzicht()


def test_statische_bestanden_worden_alleen_na_een_wijziging_verzameld(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "stijl.css").write_text("a{}", "utf-8")
    settings.STATICFILES_DIRS = [bron]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "doel"
    assert statisch.verouderd()
    statisch.verzamel()
    assert (tmp_path / "doel" / "stijl.css").is_file()
    assert not statisch.verouderd()
    (bron / "stijl.css").write_text("a{color:red}", "utf-8")
    assert statisch.verouderd()
