"""The settings: what the environment may say, and what production refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured

from kennisbank.wsgi import weiger_wat_niet_mag
from redactie.controles import geen_demo_accounts
from redactie.settings.omgeving import BASE_DIR, OmgevingFout, database, lees

SLEUTEL = "k" * 25 + "9Zq!w" * 6
PRODUCTIE = {
    "DJANGO_SETTINGS_MODULE": "redactie.settings.production",
    "ANTWOORD_SECRET_KEY": SLEUTEL,
    "ANTWOORD_HOSTS": "redactie.example.nl",
}


def draai(argumenten: list[str], data: Path, omgeving: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Python in an environment without our variables, save those given."""
    schoon = {
        naam: waarde
        for naam, waarde in os.environ.items()
        if not naam.startswith(("ANTWOORD_", "DJANGO_", "DATABASE_URL"))
    }
    return subprocess.run(
        [sys.executable, *argumenten],
        cwd=BASE_DIR,
        env=schoon | {"ANTWOORD_DATA": str(data)} | omgeving,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def manage(*argumenten: str, data: Path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    return draai(["manage.py", *argumenten], data, omgeving)


def test_zonder_variabelen_gelden_de_standaarden() -> None:
    omgeving = lees({})
    assert omgeving.poort == 8000
    assert omgeving.data == BASE_DIR / "var"
    assert omgeving.delen == ("redactie", "balie", "website", "api")
    assert omgeving.zoekmachine == "tantivy"
    assert omgeving.luister == "127.0.0.1"
    assert omgeving.basisadres == "http://localhost:8000"


def test_een_lege_variabele_telt_als_afwezig() -> None:
    assert lees({"PORT": "", "ANTWOORD_DELEN": " "}) == lees({})


def test_delen_is_een_lijst_met_kommas() -> None:
    assert lees({"ANTWOORD_DELEN": "balie, website"}).delen == ("balie", "website")


@pytest.mark.parametrize(
    ("variabele", "waarde", "melding"),
    [
        ("PORT", "acht", "PORT moet een heel getal zijn, niet “acht”."),
        ("PORT", "70000", "PORT moet tussen 1 en 65535 liggen, niet 70000."),
        ("ANTWOORD_DELEN", "blog", "ANTWOORD_DELEN kent “blog” niet."),
        ("ANTWOORD_ZOEKMACHINE", "solr", "ANTWOORD_ZOEKMACHINE kent “solr” niet."),
        ("ANTWOORD_PROXY", "misschien", "ANTWOORD_PROXY moet “ja” of “nee” zijn"),
    ],
)
def test_een_onbruikbare_waarde_wordt_geweigerd_met_de_naam_erbij(
    variabele: str, waarde: str, melding: str
) -> None:
    with pytest.raises(OmgevingFout, match=variabele) as fout:
        lees({variabele: waarde})
    assert melding in str(fout.value)


def test_sqlite_begint_schrijvend_en_schrijft_veilig() -> None:
    gegevens = database("", Path("/data"))
    assert gegevens["NAME"] == Path("/data/antwoord.sqlite3")
    assert gegevens["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert gegevens["OPTIONS"]["timeout"] == 30
    assert "journal_mode=WAL" in gegevens["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in gegevens["OPTIONS"]["init_command"]
    assert gegevens["ATOMIC_REQUESTS"] is False


def test_een_postgres_adres_met_tekens_in_het_wachtwoord() -> None:
    gegevens = database("postgresql://anna:p%40ss%2Fw@db.intern:5433/antwoord?sslmode=require", Path("/data"))
    assert gegevens["USER"] == "anna"
    assert gegevens["PASSWORD"] == "p@ss/w"
    assert (gegevens["HOST"], gegevens["PORT"], gegevens["NAME"]) == ("db.intern", "5433", "antwoord")
    assert gegevens["OPTIONS"] == {"sslmode": "require"}
    assert gegevens["ATOMIC_REQUESTS"] is False


def test_een_onbekende_database_wordt_geweigerd() -> None:
    with pytest.raises(OmgevingFout, match="postgresql:// of sqlite:///"):
        database("mysql://localhost/x", Path("/data"))


@pytest.mark.parametrize(
    ("variabele", "waarde", "melding"),
    [
        ("ANTWOORD_SECRET_KEY", "", "Zet ANTWOORD_SECRET_KEY"),
        ("ANTWOORD_SECRET_KEY", "te-kort", "Zet ANTWOORD_SECRET_KEY"),
        ("ANTWOORD_HOSTS", "", "Zet ANTWOORD_HOSTS"),
        ("ANTWOORD_HOSTS", "*", "noem de hostnamen"),
    ],
)
def test_productie_start_niet_zonder_sleutel_of_hosts(
    tmp_path: Path, variabele: str, waarde: str, melding: str
) -> None:
    lees_instellingen = ["-c", "import redactie.settings.production"]
    uitkomst = draai(lees_instellingen, tmp_path, PRODUCTIE | {variabele: waarde})
    assert uitkomst.returncode != 0
    assert melding in uitkomst.stderr


def test_check_deploy_is_schoon(tmp_path: Path) -> None:
    uitkomst = manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path, **PRODUCTIE)
    assert uitkomst.returncode == 0, uitkomst.stderr
    assert "no issues" in uitkomst.stdout


@pytest.mark.django_db
def test_een_demo_account_is_een_fout_waar_het_niet_mag(settings: object) -> None:
    settings.ANTWOORD_DEMO_TOEGESTAAN = False  # type: ignore[attr-defined]  pytest-django's wrapper
    assert geen_demo_accounts(None) == []
    get_user_model().objects.create_user("sliedrecht", password="x")
    (melding,) = geen_demo_accounts(None)
    assert isinstance(melding, Error)
    assert "sliedrecht" in melding.msg


@pytest.mark.django_db
def test_een_demo_account_mag_met_de_ontwikkelinstellingen() -> None:
    get_user_model().objects.create_user("sliedrecht", password="x")
    assert geen_demo_accounts(None) == []


@pytest.mark.django_db
def test_de_webserver_start_niet_met_een_demo_account_waar_het_niet_mag(settings: object) -> None:
    settings.ANTWOORD_DEMO_TOEGESTAAN = False  # type: ignore[attr-defined]  pytest-django's wrapper
    weiger_wat_niet_mag()
    get_user_model().objects.create_user("kcc", password="x")
    with pytest.raises(ImproperlyConfigured, match="demo-accounts met een bekend wachtwoord: kcc"):
        weiger_wat_niet_mag()


def test_zonder_database_meldt_de_controle_dat_zij_niet_kan_kijken(tmp_path: Path) -> None:
    weg = {"DATABASE_URL": "postgresql://niemand@127.0.0.1:1/niets?connect_timeout=2"}
    uitkomst = manage("check", "--deploy", data=tmp_path, **PRODUCTIE, **weg)
    assert "antwoord.W001" in uitkomst.stderr
    assert (
        manage("shell", "--command", "import kennisbank.wsgi", data=tmp_path, **PRODUCTIE, **weg).returncode
        != 0
    )


def test_een_vorige_geheime_sleutel_blijft_gelden(tmp_path: Path) -> None:
    vraag = "from django.conf import settings; print(settings.SECRET_KEY_FALLBACKS)"
    omgeving = PRODUCTIE | {"ANTWOORD_SECRET_KEY_VORIGE": "oud-een, oud-twee"}
    assert draai(["-c", vraag], tmp_path, omgeving).stdout.strip() == "['oud-een', 'oud-twee']"
    assert "oud-een" not in repr(lees(omgeving))
